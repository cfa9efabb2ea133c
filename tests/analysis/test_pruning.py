"""Counting by pruning gives what looking at every package gives."""

import numpy as np
import pytest
from hypothesis import given, settings
from spaces import accepting, fits, packages, spaces, worth

from exercise.analysis import pruning
from exercise.analysis.counts import count_packages
from exercise.analysis.pruning import TooManyError, count_zone, find_zone
from exercise.analysis.space import Space


def _zone(space: Space) -> list[tuple[int, ...]]:
    return [p for p in packages(space) if accepting(space, p) == space.parties and fits(space, p)]


@given(spaces())
@settings(max_examples=150, deadline=None)
def test_the_zone_found_by_pruning_is_the_zone(space: Space) -> None:
    every = packages(space)
    zone = find_zone(space)
    assert [every[int(n)] for n in zone.positions] == _zone(space)
    assert zone.utilities.T.tolist() == [worth(space, p) for p in _zone(space)]


@given(spaces())
@settings(max_examples=150, deadline=None)
def test_the_coherent_zone_is_counted_by_group(space: Space) -> None:
    groups = [n for n in range(len(space.issues)) if n % 2 == 0]
    counted = count_zone(space, groups)
    tally: dict[tuple[int, ...], int] = {}
    for package in _zone(space):
        key = tuple(package[n] for n in groups)
        tally[key] = tally.get(key, 0) + 1
    keys = sorted({tuple(p[n] for n in groups) for p in packages(space)})
    assert counted.tolist() == [tally.get(key, 0) for key in keys]
    assert count_zone(space).tolist() == [sum(tally.values())]


@given(spaces())
@settings(max_examples=60, deadline=None)
def test_starts_that_are_alike_are_counted_together(space: Space) -> None:
    plain = count_zone(space).tolist()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pruning, "_ALIKE", 1)
        assert count_zone(space).tolist() == plain


@given(
    spaces(),
)
@settings(max_examples=100, deadline=None)
def test_coalitions_are_counted(space: Space) -> None:
    counts = count_packages(space)
    tally: dict[tuple[str, ...], int] = {}
    for package in packages(space):
        who = accepting(space, package)
        tally[who] = tally.get(who, 0) + 1
    assert counts.coalitions == tally
    assert counts.deals.value == len(_zone(space))
    assert counts.coherent == sum(fits(space, p) for p in packages(space))
    everybody = counts.fitting.get(space.parties, 0)
    assert everybody == len(_zone(space))


def test_more_starts_than_allowed_are_refused() -> None:
    size = 10
    worth = tuple(np.arange(size, dtype=np.int32).reshape(1, size) * 10**i for i in range(4))
    space = Space(
        issues=("a", "b", "c", "d"),
        options=tuple(tuple(f"{i}{n}" for n in range(size)) for i in "abcd"),
        parties=("p",),
        worth=worth,
        red=tuple(np.zeros((1, size), bool) for _ in worth),
        need=np.array([5000], np.int32),
        weights=np.ones((1, 4), np.int32),
        clashes={},
    )
    assert count_zone(space).tolist() == [5000]
    with pytest.raises(TooManyError):
        find_zone(space, limit=100)
