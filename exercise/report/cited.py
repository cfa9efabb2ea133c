"""Events that a report refers to: each told with its place and its words, and what refers to it."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from exercise.engine.game import Game
from exercise.model import events as e
from exercise.plain.narration import label
from exercise.plain.summary import summary


@frozen
class Cited:
    """An event as a report tells it: `label` is day, session and number, `by` are the findings and tables that cite it."""

    n: int
    day: int
    label: str
    head: str
    speech: str
    private: bool
    by: tuple[str, ...] = ()


def tell(game: Game, event: e.Event, by: tuple[str, ...] = ()) -> Cited:
    """An event in words; every kind says something, also those that players are not told."""
    head, speech = summary(game, event)
    return Cited(event.n, event.day, label(game, event), head, speech, event.to != e.ALL, by)


def cite(game: Game, events: Sequence[e.Event], references: Iterable[tuple[str, int]]) -> tuple[Cited, ...]:
    """The events that something refers to, in their order; what is not among `events` is not told."""
    by: dict[int, list[str]] = {}
    for reference, n in references:
        if reference not in by.setdefault(n, []):
            by[n].append(reference)
    return tuple(tell(game, event, tuple(by[event.n])) for event in events if event.n in by)


def by_number(cited: Iterable[Cited]) -> Mapping[int, Cited]:
    """The cited events by their numbers."""
    return {event.n: event for event in cited}
