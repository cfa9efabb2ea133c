"""Lets the bots play until a person has to act."""

from collections.abc import Callable, Iterator

from exercise.engine.turns import to_act
from exercise.engine.views import view
from exercise.model.events import FACILITATOR
from exercise.model.moves import Advance, Command, Move, Pass
from exercise.model.state import Rejection
from exercise.model.uncollected import uncollected
from exercise.players.bots import Bot, make_bot
from exercise.players.styles import DEFAULT, STYLES
from exercise.room.room import Room

Stop = Callable[[], bool]
_UNSAID = f"bot:{DEFAULT}"
"""Who plays a seat of which the setup says nothing."""


class BotError(Exception):
    """A bot failed: a mistake in the program. Its seat has not moved; the reason is the cause of this error."""

    def __init__(self, seat: str) -> None:
        super().__init__(f"the bot of {seat} failed")
        self.seat = seat


class Conductor:
    """Runs the bots of a room. A bot of whose wishes none is taken passes, and that is counted: the tests want none."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.refused: list[tuple[Command, Rejection]] = []
        self._bots: dict[str, tuple[str, Bot]] = {}
        self._asked_away = -1

    def player(self, seat: str) -> str:
        """Who plays a seat now: `human:HANDLE`, `bot:STYLE`, `absent`."""
        return self.room.state.players.get(seat, _UNSAID)

    def is_bot(self, seat: str) -> bool:
        return self.player(seat).startswith("bot")

    def bot(self, seat: str) -> Bot:
        """The bot that plays a seat, made anew when its style changes."""
        player = self.player(seat)
        kept = self._bots.get(seat)
        if kept is None or kept[0] != player:
            style = player.partition(":")[2]
            kind = self.room.game.table.seats[seat].kind
            made = make_bot(kind, style if style in STYLES else DEFAULT, self.room.game.setup.seed)
            kept = (player, made)
            self._bots[seat] = kept
        return kept[1]

    def run(self, stop: Stop = lambda: False) -> tuple[str, ...]:
        """Play bots until a person is awaited (returned), the exercise is over or paused (nothing), or `stop` says so."""
        with uncollected():
            return self._run(stop)

    def _run(self, stop: Stop) -> tuple[str, ...]:
        while not stop():
            state = self.room.state
            if state.closed or state.paused:
                return ()
            if state.clock != self._asked_away and self._returns():
                continue
            awaited = to_act(self.room.game, self.room.state)
            for seat in awaited:
                if self.is_bot(seat):
                    self.play(seat)
                    break
            else:
                return awaited
        return ()

    def _returns(self) -> bool:
        """At the start of a session, bots outside the hall think about coming back; once a session."""
        self._asked_away = self.room.state.clock
        moved = False
        for seat in tuple(self.room.state.away):
            if self.is_bot(seat):
                moved = self._wish(seat) or moved
        return moved

    def play(self, seat: str) -> None:
        """One move of a bot. Raises BotError where the bot itself fails."""
        if not self._wish(seat):
            self.pass_for(seat)

    def pass_for(self, seat: str) -> None:
        """Pass for a bot. One that cannot even pass must not stop the exercise: the session goes on without it."""
        if not self._submit(seat, Pass()):
            self._submit(FACILITATOR, Advance())

    def _wish(self, seat: str) -> bool:
        """The first of a bot's wishes that the room takes; False where there is none."""
        refused = []
        wishes = self._wishes(seat)
        while (move := self._next(wishes, seat)) is not None:
            command = Command(seat, move)
            result = self.room.submit(command)
            if not isinstance(result, Rejection):
                return True
            refused.append((command, result))
        self.refused += refused
        return False

    def _wishes(self, seat: str) -> Iterator[Move]:
        try:
            return self.bot(seat)(view(self.room.game, self.room.state, seat))
        except Exception as error:
            raise BotError(seat) from error

    @staticmethod
    def _next(wishes: Iterator[Move], seat: str) -> Move | None:
        """What the bot thinks of next; None where it has nothing more in mind."""
        try:
            return next(wishes, None)
        except Exception as error:
            raise BotError(seat) from error

    def _submit(self, seat: str, move: Move) -> bool:
        command = Command(seat, move)
        result = self.room.submit(command)
        if isinstance(result, Rejection):
            self.refused.append((command, result))
            return False
        return True
