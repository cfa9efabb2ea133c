"""Tells what happened as lines: to everybody, and in private to whoever holds the keyboard."""

from collections.abc import Callable, Sequence

from exercise.engine.audience import sees
from exercise.engine.views import OBSERVER
from exercise.model.events import ALL, Event, SessionEnded
from exercise.plain.narration import narrate
from exercise.plain.wrapping import fit
from exercise.room.room import Room

Say = Callable[[str], None]
RECENT = 40
"""Events before a resumed exercise's last one whose private part is told again."""


class Telling:
    """One stream of lines. `since` events happened before, and are not told again."""

    def __init__(self, room: Room, say: Say, since: int = 0) -> None:
        self._room = room
        self._say = say
        self._events: list[Event] = []
        self._told = since
        self._unheard_from = max(0, since - RECENT)
        self._heard: dict[str, int] = {}
        self._quiet = not since
        self.lines = 0
        room.watch(self._events.extend)

    def say(self, line: str) -> None:
        """A line as it may reach a terminal."""
        for shown in fit(line):
            self._say(shown)
        self.lines += 1

    def say_all(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.say(line)

    @property
    def told(self) -> int:
        """How many events everybody has heard of; to be given to `again`."""
        return self._told

    def again(self, told: int) -> None:
        """Forget that events after this number were told, because the screen was cleared."""
        self._told = told

    def tell(self, alone: str = OBSERVER) -> None:
        """Tell everybody what happened. Somebody who is alone hears its private matters in the same stream."""
        if alone != OBSERVER:
            self.in_private(alone)
        while self._told < len(self._events):
            event = self._events[self._told]
            self._told += 1
            if sees(event, alone):
                self._notice_quiet(event)
                self._tell_one(event)
        if alone != OBSERVER:
            self._heard[alone] = self._told

    def in_private(self, seat: str) -> None:
        """What a seat alone may know, since it was told last."""
        heard = self._heard.get(seat, self._unheard_from)
        self._heard[seat] = max(heard, self._told)
        for event in self._events[heard : self._told]:
            if event.to != ALL and sees(event, seat):
                self._tell_one(event)

    def recap(self, viewer: str, number: int) -> list[str]:
        """The last so many entries that a viewer may know, as lines."""
        entries = [
            lines
            for event in self._events[: self._told]
            if sees(event, viewer)
            if (lines := narrate(self._room.game, event))
        ]
        return [line for lines in entries[-max(1, number) :] for line in lines]

    def _notice_quiet(self, event: Event) -> None:
        """A session of which nothing was heard is told in a sentence; one that is lost has a sentence of its own."""
        if isinstance(event.body, SessionEnded) and event.body.why != "lost" and self._quiet:
            self.say("    The delegations talk behind closed doors.")
        self._quiet = event.body.kind == "session_started" or (self._quiet and not narrate(self._room.game, event))

    def _tell_one(self, event: Event) -> None:
        self.say_all(narrate(self._room.game, event))
