"""A seat as the interface knows it: what it sees, what it may do, and how it moves. Screens ask nothing else."""

from functools import cached_property

from attrs import frozen

from exercise.engine.audience import sees
from exercise.engine.judge import judge
from exercise.engine.legal import legal_moves
from exercise.engine.moment import Moment
from exercise.engine.permission import barred
from exercise.engine.turns import to_act
from exercise.engine.views import View, view
from exercise.model import moves as m
from exercise.model.events import Event
from exercise.model.state import Rejection
from exercise.plain import answers, help_answers
from exercise.plain.language import MOVES, Query
from exercise.plain.parse import verb_of
from exercise.room.room import Room


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
        """Packages that the person keeps to compare; gone when somebody else takes the keyboard."""
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
        return answers.answer(now.view, now.at, query)
