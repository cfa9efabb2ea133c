"""Moments of an exercise worth going to: days, stages, news, texts, ballots, walk-outs, what was settled, first mentions."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

import msgspec
from attrs import frozen

from exercise.engine.game import Game
from exercise.model import events as e
from exercise.plain.narration import name, thing
from exercise.review.desk import Desk

KINDS: Final = ("day", "stage", "news", "text", "ballot", "exit", "settled", "first", "end")
"""What moments of the log can be narrowed down to."""
_TURNS: Final = (
    e.StageEntered, e.Injected, e.TextTabled, e.BallotClosed, e.WalkedOut, e.Returned, e.Agreed, e.Rewound, e.TalksEnded,
    e.Closed,
)  # fmt: skip
_SINGLE: Final = ("option", "target", "new")
_SEVERAL: Final = ("options", "give", "get")


@frozen
class Moment:
    """A place in the log worth going to: event number, what kind of moment it is, and a short title."""

    n: int
    kind: str
    title: str


@lru_cache(maxsize=4)
def moments(desk: Desk, viewer: str) -> tuple[Moment, ...]:
    """The moments that a viewer may know of, in order."""
    return tuple(_moments(desk.game, desk.seen(viewer)))


def _moments(game: Game, events: Sequence[e.Event]) -> Iterator[Moment]:
    mentioned: set[str] = set()
    day = None
    for event in events:
        body = event.body
        if isinstance(body, e.SessionStarted) and body.day != day:
            day = body.day
            yield Moment(event.n, "day", f"Day {day}")
        elif isinstance(body, _TURNS) and (found := _moment(game, event)):
            yield found
        for option in options_named(body):
            if option not in mentioned and option in game.table.options:
                mentioned.add(option)
                whose = f", from {name(game, event.seat)}" if event.seat != e.CLOCK else ""
                yield Moment(event.n, "first", f"{thing(game, option)} is heard of first{whose}")


def _moment(game: Game, event: e.Event) -> Moment | None:
    body, who = event.body, name(game, event.seat)
    match body:
        case e.StageEntered(title=title):
            return Moment(event.n, "stage", title)
        case e.Injected(inject=card, title=title):
            return Moment(event.n, "news", f"{card} {title}")
        case e.TextTabled(version=version):
            return Moment(event.n, "text", f"The text, version {version}")
        case e.BallotClosed(subject=subject, what=what, passed=passed):
            about = f"the motion {subject}" if what == "motion" else thing(game, subject) if subject else what
            return Moment(event.n, "ballot", f"The vote on {about} is {'carried' if passed else 'lost'}")
        case e.WalkedOut():
            return Moment(event.n, "exit", f"{who} leaves the hall")
        case e.Returned():
            return Moment(event.n, "exit", f"{who} comes back")
        case e.Agreed(option=option):
            return Moment(event.n, "settled", f"Settled: {thing(game, option)}")
        case e.Rewound(day=day, session=session):
            return Moment(event.n, "end", f"Rewound to day {day}, session {session}")
        case e.TalksEnded(success=success):
            return Moment(event.n, "end", f"The talks end {'in agreement' if success else 'without agreement'}")
        case e.Closed():
            return Moment(event.n, "end", "The exercise is closed")
        case _:
            return None


@cache
def _named(cls: type[e.Body]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of an event's content in which one option stands, and those in which several do."""
    fields = {field.name for field in msgspec.structs.fields(cls)}
    return tuple(f for f in _SINGLE if f in fields), tuple(f for f in _SEVERAL if f in fields)


def options_named(body: e.Body) -> Iterator[str]:
    """The options that an event names, and ids of what else stands in the same fields."""
    single, several = _named(type(body))
    for field in single:
        yield getattr(body, field)
    for field in several:
        yield from getattr(body, field)


def counts(found: Sequence[Moment]) -> Mapping[str, int]:
    """How many moments there are of each kind."""
    return {kind: sum(moment.kind == kind for moment in found) for kind in KINDS}
