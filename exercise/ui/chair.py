"""A seat as the interface knows it: what it sees, what it may do, and how it moves. Screens ask nothing else."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Final

from attrs import frozen

from exercise.engine.audience import sees
from exercise.engine.judge import judge
from exercise.engine.legal import legal_moves
from exercise.engine.moment import Moment
from exercise.engine.permission import barred
from exercise.engine.turns import to_act
from exercise.engine.views import View, view
from exercise.model import moves as m
from exercise.model.events import FACILITATOR, Event
from exercise.model.state import Rejection
from exercise.plain import answers, control_answers, help_answers
from exercise.plain.language import MOVES, Query
from exercise.plain.narration import narrate
from exercise.plain.parse import verb_of
from exercise.room.room import Room

LOGGED: Final = 10
"""Entries that are told again where no number is given."""
_FOR_CONTROL: Final[Mapping[str, Callable[[Room], list[str]]]] = {
    "msel": control_answers.msel,
    "dials": control_answers.dials,
    "findings": control_answers.findings_so_far,
}


@frozen
class Glance:
    """A seat's view at one moment, with what is legal in it."""

    view: View
    at: Moment
    turn: bool

    @property
    def seat(self) -> str:
        return self.view.seat

    @cached_property
    def legal(self) -> frozenset[str]:
        """Kinds of move that the rules accept now."""
        return frozenset(move.kind for move in legal_moves(self.at))

    @cached_property
    def examples(self) -> dict[str, str]:
        """For every legal command a line that could be typed."""
        return help_answers.examples(self.view, self.at)

    def why_not(self, kind: str) -> str:
        """Why a kind of move is not legal now; empty where it is."""
        if kind in self.legal:
            return ""
        refused = barred(self.at, kind)
        return refused.reason if refused else f"there is nothing to {MOVES[verb_of(kind)].says} now"


class Chair:
    """The connection of one seat (or observer, or facilitator) to a room."""

    def __init__(self, room: Room, seat: str) -> None:
        self._room = room
        self.seat = seat
        self.drafts: list[tuple[str, ...]] = []
        """Packages that the person keeps to compare; nobody else at this keyboard sees them."""
        self.unsent: tuple[str, ...] = ()
        """The package that was being put together when its window was left."""

    def look(self) -> Glance:
        """What the seat sees now."""
        game, state = self._room.game, self._room.state
        seen = view(game, state, self.seat)
        return Glance(seen, Moment(game, state, self.seat), self.seat in to_act(game, state))

    def heard(self, since: int = 0) -> list[Event]:
        """What the seat may know of the events after number `since`."""
        events = self._room.events
        return [events[n] for n in range(since, len(events)) if sees(events[n], self.seat)]

    def check(self, move: m.Move) -> Rejection | None:
        """What the rules would say of a move, without making it."""
        ruling = judge(Moment(self._room.game, self._room.state, self.seat), m.Command(self.seat, move))
        return ruling if isinstance(ruling, Rejection) else None

    def submit(self, move: m.Move) -> Rejection | None:
        """Make a move. Raises TranscriptError where it cannot be saved."""
        result = self._room.submit(m.Command(self.seat, move))
        return result if isinstance(result, Rejection) else None

    def answer(self, query: Query) -> list[str]:
        """Lines that answer a question of the line mode's language."""
        now = self.look()
        for_control = _FOR_CONTROL.get(query.verb)
        if for_control is not None:
            return for_control(self._room) if self.seat == FACILITATOR else [f"{query.verb} is for the facilitator."]
        if query.verb == "log":
            return self._log(int(query.words[0]) if query.words and query.words[0].isdecimal() else LOGGED)
        return answers.answer(now.view, now.at, query)

    def _log(self, number: int) -> list[str]:
        """The last so many entries that the seat has heard."""
        entries = [lines for event in self.heard() if (lines := narrate(self._room.game, event))]
        return [line for lines in entries[-max(1, number) :] for line in lines] or ["Nothing was said yet."]
