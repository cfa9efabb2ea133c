"""Types lines into a line session and keeps what is printed, with who held the keyboard then."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from exercise.commands.loading import scenario
from exercise.commands.seating import seating
from exercise.engine.game import Game, Table
from exercise.model.setup import Setup
from exercise.plain.session import LineSession
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.writer import TranscriptWriter

Policy = Callable[[Room, str], str | None]


@cache
def table(name: str = "iraq-2006") -> Table:
    return Table(scenario(name))


def open_room(
    *seats: str, mediator: str = "bot", facilitator: str = "", path: Path | None = None, deck: str = "", seed: int = 7
) -> Room:
    """The shipped scenario with people in these seats and bots in the others."""
    players = seating(table().scenario, seats, (), (), mediator)
    game = Game(table(), Setup(seed=seed, players=players, facilitator=facilitator, deck=deck))
    writer = TranscriptWriter.create(path, Header(game.scenario, game.setup)) if path else None
    return Room.open(game, writer)


class Typist:
    """A line session fed with lines, or by a policy that sees the room and who is asked."""

    def __init__(self, room: Room, typed: Iterable[str] | Policy, **options: object) -> None:
        self.room = room
        self.said: list[str] = []
        self.by: list[tuple[str, str]] = []
        self.prompts: list[str] = []
        self._policy = typed if callable(typed) else None
        self._lines = iter(()) if callable(typed) else iter(typed)
        self.session = LineSession(room, self._next, self._hear, **options)  # type: ignore[arg-type]

    def run(self) -> bool:
        return self.session.run()

    @property
    def text(self) -> str:
        """Everything that was printed, on one line."""
        return " ".join(" ".join(self.said).split())

    @property
    def holder(self) -> str:
        return self.session._holder

    def _next(self, prompt: str) -> str | None:
        self.prompts.append(prompt)
        if prompt.startswith("Press Enter"):
            return ""
        if self._policy is not None:
            return self._policy(self.room, self.holder)
        return next(self._lines, None)

    def _hear(self, line: str) -> None:
        self.said.append(line)
        self.by.append((self.holder, line))


def easy(room: Room, seat: str) -> str:
    """What somebody types who only wants to get on: votes yes, answers cards by default, passes."""
    state = room.state
    if seat == "facilitator":
        return ""
    if seat in state.away:
        return ""
    if state.ballot is not None:
        return "vote yes"
    for card, choice in state.choice.items():
        if seat in choice.who and seat not in choice.answers:
            asked = room.game.table.injects[card].choice
            return f"choose {card} {asked.default}" if asked else "pass"
    return "pass"
