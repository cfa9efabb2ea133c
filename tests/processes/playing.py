"""Plays the small scenarios of this folder from lines of the command language; whoever has no line passes."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from exercise.commands.loading import load
from exercise.engine.game import Game, Table
from exercise.engine.turns import to_act
from exercise.findings.assess import assess
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.setup import Setup
from exercise.model.state import Rejection, State, Verdict
from exercise.plain.parse import parse
from exercise.room.room import Room

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in (HERE / "scenarios").glob("*.yaml"))
LONGEST = 2_000


@cache
def table(name: str) -> Table:
    loaded = load(HERE / "scenarios" / f"{name}.yaml")
    assert loaded.scenario is not None, [str(d) for d in loaded.diagnostics]
    return Table(loaded.scenario)


class Playing:
    """One exercise with people everywhere. `votes` says how a seat votes in every ballot; the others vote yes."""

    def __init__(self, name: str, **players: str) -> None:
        made = table(name)
        seats = {seat.id: players.get(seat.id, f"human:{seat.id}") for seat in made.scenario.seats}
        self.room = Room.open(Game(made, Setup(players=seats)))
        self.votes: dict[str, str] = {}

    @property
    def state(self) -> State:
        return self.room.state

    @property
    def outcome(self) -> str:
        return assess(self.room.game, self.state).outcome.id

    @property
    def stages(self) -> list[str]:
        """The stages in the order in which they were entered."""
        return [event.body.stage for event in self.room.events if isinstance(event.body, e.StageEntered)]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        return self.state.verdicts

    @property
    def reasons(self) -> list[str]:
        """Why each ballot was carried or not."""
        return [event.body.why for event in self.room.events if isinstance(event.body, e.BallotClosed)]

    def tries(self, seat: str, line: str) -> Rejection | None:
        """What the rules say to a line."""
        move = parse(line)
        assert isinstance(move, m.Move), move
        result = self.room.submit(m.Command(seat, move))
        return result if isinstance(result, Rejection) else None

    def does(self, seat: str, *lines: str) -> None:
        """Wait until the seat has the floor, then do what each line says."""
        for line in lines:
            self.wait(lambda: self._has_floor(seat))
            refused = self.tries(seat, line)
            assert refused is None, f"{seat}: {line}: {refused}"

    def at_once(self, seat: str, *lines: str) -> None:
        """Do what each line says without waiting for the floor, as a seconder does."""
        for line in lines:
            refused = self.tries(seat, line)
            assert refused is None, f"{seat}: {line}: {refused}"

    def refused(self, seat: str, line: str) -> str:
        """Wait until the seat has the floor; the code with which a line is refused."""
        self.wait(lambda: self._has_floor(seat))
        return self.refused_now(seat, line)

    def refused_now(self, seat: str, line: str) -> str:
        """The code with which a line is refused now, whoever has the floor. Every refusal gives a reason."""
        refused = self.tries(seat, line)
        assert refused is not None, f"{seat}: {line} was not refused"
        assert refused.reason
        return refused.code

    def until(self, stage: str) -> None:
        """Let everybody pass and vote until a stage begins."""
        self.wait(lambda: self.state.stage == stage)

    def to_the_end(self) -> None:
        self.wait(lambda: self.state.closed)

    def wait(self, reached: Callable[[], bool]) -> None:
        """Let everybody pass, vote and answer cards by default until something is so."""
        for _ in range(LONGEST):
            if reached():
                return
            assert not self.state.closed, "the exercise ended before that"
            self._idle(to_act(self.room.game, self.state)[0])
        raise AssertionError("that never came")

    def _has_floor(self, seat: str) -> bool:
        state = self.state
        return state.ballot is None and not state.choice and state.queue[:1] == (seat,)

    def _idle(self, seat: str) -> None:
        state = self.state
        move: m.Move = m.Pass()
        if state.ballot is not None:
            move = m.Vote(self.votes.get(seat, "yes"))
        elif state.choice:
            card = next(card for card, choice in state.choice.items() if seat in choice.who)
            choice = self.room.game.table.injects[card].choice
            assert choice is not None
            move = m.Choose(card, choice.default)
        result = self.room.submit(m.Command(seat, move))
        assert not isinstance(result, Rejection), (seat, move, result)
