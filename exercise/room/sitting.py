"""The people who share one keyboard: who of them is asked next, while the bots play on."""

from exercise.engine.legal import legal_kinds
from exercise.engine.moment import Moment
from exercise.model.events import FACILITATOR
from exercise.model.state import Motion
from exercise.room.conductor import Conductor
from exercise.room.room import Room


class Sitting:
    """Asks the people of a room in turn.

    The facilitator is asked once a session, unless it let several go by; whoever left the hall is asked once a session whether
    to return; everybody else when the exercise waits for them. With `seconding`, everybody is also asked once whether to second
    a motion, which falls when the floor goes on.
    """

    def __init__(self, room: Room, seconding: bool = False) -> None:
        self.room = room
        self._seconding = seconding
        self._asked_to_second: set[tuple[str, str]] = set()
        self.conductor = Conductor(room)
        self._asked_outside: dict[str, int] = {}
        self._offered = -1
        self._free_until = -1

    @property
    def people(self) -> tuple[str, ...]:
        """Seats that people play, the facilitator's chair included."""
        seats = [
            s.id for s in self.room.game.scenario.seats if self.conductor.player(s.id).startswith(("human", "script"))
        ]
        return (*seats, FACILITATOR) if self.room.game.setup.facilitator else tuple(seats)

    def handle(self, seat: str) -> str:
        """The name that the person in a seat goes by; empty for bots."""
        if seat == FACILITATOR:
            return self.room.game.setup.facilitator
        kind, _, handle = self.conductor.player(seat).partition(":")
        return handle if kind == "human" else ""

    def due(self) -> str:
        """Let the bots play until a person is asked; that seat, or nothing when the exercise is over or nobody is left."""
        awaited = self.conductor.run(self._somebody_is_due)
        state = self.room.state
        if state.closed:
            return ""
        if FACILITATOR in self.people and (self._facilitator_is_due() or state.paused):
            self._offered = state.clock
            return FACILITATOR
        if outside := self._outside():
            self._asked_outside[outside] = state.clock
            return outside
        if seconder := self._seconder():
            motion = self.room.state.motion
            assert motion is not None
            self._asked_to_second.add((motion.id, seconder))
            return seconder
        return awaited[0] if awaited else ""

    def let_go(self, sessions: int) -> None:
        """The facilitator lets so many sessions go by without being asked."""
        self._free_until = self.room.state.clock + sessions

    def _somebody_is_due(self) -> bool:
        return self._facilitator_is_due() or bool(self._outside()) or bool(self._seconder())

    def _outside(self) -> str:
        state = self.room.state
        if state.ended:
            return ""
        people = self.people
        gone = (seat for seat, why in state.away.items() if why != "absent" and seat in people)
        return next((seat for seat in gone if self._asked_outside.get(seat) != state.clock), "")

    def _seconder(self) -> str:
        """Who may second the motion that waits and was not asked yet."""
        motion = self.room.state.motion if self._seconding else None
        if motion is None or motion.seconded:
            return ""
        return next((seat for seat in self.people if self._may_second(seat, motion)), "")

    def _may_second(self, seat: str, motion: Motion) -> bool:
        if seat in (FACILITATOR, motion.seat) or (motion.id, seat) in self._asked_to_second:
            return False
        return "second" in legal_kinds(Moment(self.room.game, self.room.state, seat))

    def _facilitator_is_due(self) -> bool:
        clock = self.room.state.clock
        return FACILITATOR in self.people and self._offered != clock and clock >= self._free_until
