"""Early warnings where they stood: from which session on the warning of a prediction held, and until when."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from exercise.findings.assess import warnings
from exercise.model import events as e
from exercise.review.desk import Desk

_LOOKS: Final = 4_000_000
"""Looks times events: how much work it may be to find warnings, since each look goes through what has happened so far."""
_FEWEST: Final = 20


@frozen
class Warned:
    """A warning that stood from event `first` to event `last`, where it was gone; 0 where it stood to the end of the talks."""

    finding: str
    first: int
    last: int


@frozen
class Warnings:
    """The warnings of an exercise in the order in which they came, as seen at the start of `looked` of `sessions` sessions."""

    stood: tuple[Warned, ...]
    looked: int
    sessions: int


@lru_cache(maxsize=4)
def warnings_of(desk: Desk) -> Warnings:
    """When which warning stood, looked for at the start of every session, or of some of them in a very long exercise."""
    starts = [event.n for event in desk.events[: desk.end] if isinstance(event.body, e.SessionStarted)]
    most = max(_FEWEST, _LOOKS // max(1, len(desk.events)))
    looks = starts if len(starts) <= most else [starts[i * len(starts) // most] for i in range(most)]
    return Warnings(_stood(desk, looks), len(looks), len(starts))


def _stood(desk: Desk, looks: Sequence[int]) -> tuple[Warned, ...]:
    since: dict[str, int] = {}
    found: list[Warned] = []
    for n in looks:
        now = warnings_at(desk, n)
        found += [Warned(id, since.pop(id), n) for id in list(since) if id not in now]
        since |= {id: n for id in now if id not in since}
    found += [Warned(id, first, 0) for id, first in since.items()]
    return tuple(sorted(found, key=lambda warned: (warned.first, warned.finding)))


@lru_cache(maxsize=1024)
def warnings_at(desk: Desk, n: int) -> tuple[str, ...]:
    """The findings whose early warning held after event `n`."""
    return warnings(desk.game, desk.state(n))
