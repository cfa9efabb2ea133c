"""Where a reviewer stands: at which event, with whose eyes, and what is let through of what these eyes see."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from attrs import define, frozen

from exercise.engine.game import Game
from exercise.engine.views import OBSERVER, View
from exercise.model.events import ALL, CONTROL, FACILITATOR, Event
from exercise.plain.ids import find
from exercise.review.desk import ALL_EYES, Desk
from exercise.review.moments import options_named
from exercise.review.notes import Notebook

AUDIENCES: Final = ("all", "private", "control")
"""To whom something was said: everybody, some seats, or control alone."""


class AskError(ValueError):
    """A line that asks for nothing there is, in a sentence."""


@frozen
class Filter:
    """What is let through: events of a seat, on an issue, of a kind, for an audience; an empty field lets everything through."""

    seat: str = ""
    issue: str = ""
    kind: str = ""
    audience: str = ""

    def __str__(self) -> str:
        named = {"seat": self.seat, "issue": self.issue, "kind": self.kind, "audience": self.audience}
        return ", ".join(f"{what} {value}" for what, value in named.items() if value)

    def passes(self, game: Game, event: Event) -> bool:
        """Whether an event is let through."""
        return (
            (not self.seat or event.seat == self.seat)
            and (not self.kind or event.body.kind == self.kind)
            and (not self.audience or _audience(event) == self.audience)
            and (not self.issue or self.issue in _issues(game, event))
        )


def _audience(event: Event) -> str:
    return event.to if event.to in (ALL, CONTROL) else "private"


def _issues(game: Game, event: Event) -> set[str]:
    """The issues that an event speaks to."""
    named = {getattr(event.body, "issue", ""), *options_named(event.body)}
    return {word if word in game.table.issues else game.table.issue_of.get(word, "") for word in named if word}


@lru_cache(maxsize=4)
def _shown(desk: Desk, viewer: str, only: Filter) -> Sequence[Event]:
    seen = desk.seen(viewer)
    return seen if only == Filter() else tuple(event for event in seen if only.passes(desk.game, event))


@define
class Standpoint:
    """A review under way: the desk, the reviewer's notes, whose eyes, the event at which it stands, and the filter.

    `since` is where a range of events began that the next note is to be on; 0 is none.
    """

    desk: Desk
    notes: Notebook
    author: str = "reviewer"
    viewer: str = OBSERVER
    at: int = 0
    only: Filter = Filter()
    since: int = 0
    over: bool = False

    @property
    def open(self) -> bool:
        """Whether what control knows may be told: to control, and to everybody once the exercise is over."""
        return self.viewer == ALL_EYES or self.desk.over

    @property
    def who(self) -> str:
        """Whose eyes these are, in words."""
        if self.viewer == ALL_EYES:
            return "everything"
        return "what an observer saw" if self.viewer == OBSERVER else f"what {self.viewer} knew"

    def see_as(self, viewer: str) -> None:
        """Look with the eyes of a seat, an `observer`, the `facilitator`, or `all` once it is over. Raises AskError."""
        wanted = viewer.casefold()
        seats = self.desk.game.table.seats
        if wanted == "all" and not self.desk.over:
            raise AskError("everything is open only when the exercise is over; try observer, a seat, or facilitator")
        if wanted in ("all", FACILITATOR):
            self.viewer = ALL_EYES
        elif wanted == OBSERVER:
            self.viewer = OBSERVER
        elif seat := find(viewer, seats):
            self.viewer = seat
        else:
            raise AskError(f"there is no seat {viewer}; there are {', '.join(seats)}, observer, facilitator, all")

    def shown(self) -> Sequence[Event]:
        """The events that the chosen eyes see, as far as the filter lets them through."""
        return _shown(self.desk, self.viewer, self.only)

    def heard(self) -> Sequence[Event]:
        """Everything that the chosen eyes have seen up to the event at which it stands."""
        seen = self.desk.seen(self.viewer)
        return seen[: _count(seen, self.at)]

    def ahead(self, count: int) -> Sequence[Event]:
        """The next events that are shown."""
        shown = self.shown()
        start = _count(shown, self.at)
        return shown[start : start + count]

    def behind(self, count: int) -> Sequence[Event]:
        """The events before this one that are shown, the nearest last."""
        shown = self.shown()
        end = _count(shown, self.at - 1)
        return shown[max(0, end - count) : end]

    def view(self) -> View:
        """The exercise as the chosen eyes could know it at this event."""
        return self.desk.view(self.at, self.viewer)


def _count(events: Sequence[Event], n: int) -> int:
    """How many of these events there are up to number `n`."""
    return bisect_right(events, n, key=lambda event: event.n)
