"""The authority of one exercise: every change goes through here, is on disk before it counts, and then is told."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Final, Protocol, Self

from attrs import define, frozen

from exercise.engine.audience import sees
from exercise.engine.decide import Decision, decide, start
from exercise.engine.game import Game, Table
from exercise.engine.legal import legal_kinds
from exercise.engine.moment import Moment
from exercise.engine.replay import ReplayError, replay
from exercise.model.events import CONTROL, Event
from exercise.model.moves import Command
from exercise.model.state import Rejection, State
from exercise.model.uncollected import uncollected
from exercise.transcript.problems import TranscriptError
from exercise.transcript.writer import TranscriptWriter

Watch = Callable[[tuple[Event, ...]], object]
UNSAVABLE: Final = "UNSAVABLE"


class Port(Protocol):
    """Where a seat, an observer or control hears of events. A port may submit moves while it is told."""

    @property
    def seat(self) -> str: ...

    def receive(self, events: tuple[Event, ...]) -> None: ...


class Room:
    """Holds the game, its state and its events. Without a writer nothing is kept on disk (simulation)."""

    def __init__(self, game: Game, state: State, events: Sequence[Event], writer: TranscriptWriter | None) -> None:
        self.game = game
        self.state = state
        self._events = list(events)
        self._writer = writer
        self._listeners: list[_Listener] = []
        self._telling = False

    @classmethod
    def open(cls, game: Game, writer: TranscriptWriter | None = None) -> Self:
        """Start an exercise. Raises TranscriptError where its first events cannot be written."""
        room = cls(game, State(), (), writer)
        room._adopt(start(game))
        room._tell()
        return room

    @classmethod
    def resume(cls, path: Path, durable: bool = False) -> Self:
        """Go on with an exercise from its transcript. Raises TranscriptError where that is not possible."""
        with uncollected():
            return cls._resume(path, durable)

    @classmethod
    def _resume(cls, path: Path, durable: bool) -> Self:
        writer, recording = TranscriptWriter.reopen(path, durable)
        assert recording.header is not None
        game = Game(Table(recording.header.scenario), recording.header.setup)
        try:
            room = cls(game, replay(game, recording.events), recording.events, writer)
            if not recording.events:
                room._adopt(start(game))
                room._tell()
        except ReplayError as error:
            writer.close()
            raise TranscriptError(f"The transcript {path} cannot be continued: {error}.") from error
        except BaseException:
            writer.close()
            raise
        return room

    @property
    def events(self) -> Sequence[Event]:
        """Everything that has happened, for control only."""
        return self._events

    @property
    def transcript(self) -> Path | None:
        """Where the exercise is kept; None where it is not."""
        return self._writer.path if self._writer is not None else None

    def submit(self, command: Command) -> tuple[Event, ...] | Rejection:
        """Judge a move; when this returns events, they are on disk and everybody who may know has been told.

        Raises TranscriptError where they cannot be written: then nothing has happened, and the move may be tried again.
        """
        decision = decide(self.game, self.state, command)
        if isinstance(decision, Rejection):
            return decision
        try:
            self._adopt(decision)
        except UnicodeEncodeError:
            legal = legal_kinds(Moment(self.game, self.state, command.seat))
            return Rejection(UNSAVABLE, "the text holds characters that no file can hold; type it anew", legal)
        self._tell()
        return decision.events

    def attach(self, port: Port, since: int = 0) -> None:
        """Tell a port what its seat may know of the events after number `since`, and of all to come."""
        self._listeners.append(_Listener(port, since))
        self._tell()

    def detach(self, port: Port) -> None:
        """Stop telling a port."""
        self._listeners = [listener for listener in self._listeners if listener.port is not port]

    def watch(self, watch: Watch) -> None:
        """Tell a trusted part of the program everything, from the first event on."""
        self.attach(_Watcher(watch))

    def close(self) -> None:
        """Let go of the transcript."""
        if self._writer is not None:
            self._writer.close()

    def _adopt(self, decision: Decision) -> None:
        if self._writer is not None:
            self._writer.append(decision.events)
        self.state = decision.state
        self._events.extend(decision.events)

    def _tell(self) -> None:
        """Tell every port what it has not heard, in order, even when one of them submits or fails while it is told."""
        if self._telling or not self._listeners:
            return
        self._telling = True
        failures: list[Exception] = []
        try:
            while self._listeners:
                last = min(self._listeners, key=_told)
                if last.told >= len(self._events):
                    break
                self._tell_one(last, failures)
        finally:
            self._telling = False
        if failures:
            raise failures[0]

    def _tell_one(self, listener: "_Listener", failures: list[Exception]) -> None:
        port = listener.port
        heard = tuple(event for event in self._events[listener.told :] if sees(event, port.seat))
        listener.told = len(self._events)
        try:
            if heard:
                port.receive(heard)
        except Exception as error:
            # The others must hear of what has happened; the failure goes to whoever submitted.
            failures.append(error)


@define
class _Listener:
    """A port and how many events it was told of or was not to know."""

    port: Port
    told: int


_told = attrgetter("told")


@frozen
class _Watcher:
    """A port of control that calls a function."""

    watch: Watch
    seat: str = CONTROL

    def receive(self, events: tuple[Event, ...]) -> None:
        self.watch(events)
