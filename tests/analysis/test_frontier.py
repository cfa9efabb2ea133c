"""The frontier is what plain comparison gives, and the points of theory are where they are defined to be."""

from math import prod

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from spaces import fits, packages, spaces, worth

from exercise.analysis.frontier import find_frontier, undominated
from exercise.analysis.points import find_points
from exercise.analysis.space import Space


def _beats(first: list[int], second: list[int]) -> bool:
    return all(a >= b for a, b in zip(first, second, strict=True)) and first != second


@given(spaces())
@settings(max_examples=150, deadline=None)
def test_nothing_beats_what_is_on_the_frontier(space: Space) -> None:
    every = packages(space)
    able = [n for n, p in enumerate(every) if fits(space, p)]
    values = {n: worth(space, every[n]) for n in able}
    expected = [n for n in able if not any(_beats(values[m], values[n]) for m in able)]
    assert find_frontier(space).tolist() == expected


@given(st.lists(st.tuples(*[st.integers(0, 3)] * 3), min_size=150, max_size=300))
@settings(max_examples=20, deadline=None)
def test_equal_packages_stay_together_across_blocks(rows: list[tuple[int, ...]]) -> None:
    found = undominated(np.array(rows, np.int32).T)
    expected = [n for n, row in enumerate(rows) if not any(_beats(list(other), list(row)) for other in set(rows))]
    assert found.tolist() == expected


@given(st.integers(1, 4).flatmap(lambda k: st.lists(st.tuples(*[st.integers(0, 400)] * k), min_size=1, max_size=12)))
@settings(max_examples=150, deadline=None)
def test_points_of_theory(rows: list[tuple[int, ...]]) -> None:
    points = find_points(np.array(rows, np.int32).T)
    ideal = [max(column) for column in zip(*rows, strict=True)]
    gaining = [k for k, most in enumerate(ideal) if most > 0]
    shares = [min((row[k] / ideal[k] for k in gaining), default=0.0) for row in rows]
    assert points.kalai_smorodinsky == tuple(n for n, s in enumerate(shares) if s >= max(shares) - 1e-12)
    assert points.maximin == tuple(n for n, row in enumerate(rows) if min(row) == max(map(min, rows)))
    if any(all(row[k] > 0 for k in gaining) for row in rows):
        products = [prod(row[k] for k in gaining) for row in rows]
        assert points.nash == tuple(n for n, p in enumerate(products) if p == max(products))


def test_the_nash_point_where_somebody_always_gets_nothing() -> None:
    # Every product is zero: the deals that give something to most come first, then the larger product of what they give.
    points = find_points(np.array([[0, 500, 0], [100, 0, 200], [100, 0, 100]], np.int32))
    assert points.nash == (2,)
