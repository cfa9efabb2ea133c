"""Samples, intervals and chance: the same everywhere, and honest about what they do not know."""

import numpy as np
import pytest

from exercise.analysis import counts as counting
from exercise.analysis.chance import below
from exercise.analysis.count import Method, estimated, exactly
from exercise.analysis.counts import TooManyPartiesError, count_packages
from exercise.analysis.nearby import find_nearby
from exercise.analysis.pruning import TooManyError
from exercise.analysis.space import Space


def _wide(issues: int = 16, levels: int = 4) -> Space:
    """Two parties at cross purposes over more packages than are looked at one by one."""
    steps = np.arange(levels, dtype=np.int32) * 100
    return Space(
        issues=tuple(f"I{n}" for n in range(issues)),
        options=tuple(tuple(f"I{n}o{m}" for m in range(levels)) for n in range(issues)),
        parties=("left", "right"),
        worth=tuple(np.array([steps, steps[::-1]]) for _ in range(issues)),
        red=tuple(np.zeros((2, levels), bool) for _ in range(issues)),
        need=np.array([issues * 150, issues * 100], np.int32),
        weights=np.ones((2, issues), np.int32),
        clashes={},
    )


def test_chance_is_the_same_everywhere() -> None:
    assert below(10, 12, 7, "package", "FED").tolist() == [4, 6, 0, 9, 0, 9, 2, 4, 7, 9, 9, 0]
    assert below(10, 5, 8, "package", "FED").tolist() != below(10, 5, 7, "package", "FED").tolist()


def test_chance_is_even() -> None:
    drawn = np.bincount(below(11, 110_000, 1, "evenly"), minlength=11)
    assert drawn.size == 11
    assert drawn.min() > 9_500 and drawn.max() < 10_500


def test_wilsons_interval() -> None:
    # 10 of 100 is 5.5 % to 17.4 % at 95 %, and 0 of 100 is up to 3.7 %: figures of the published tables.
    some, none = estimated(10, 100, 100_000), estimated(0, 100, 100_000)
    assert (some.value, some.low, some.high) == (10_000, 5_523, 17_437)
    assert (none.value, none.low, none.high) == (0, 0, 3_699)
    assert not some.exact
    assert exactly(3, 10).share == 30


def test_a_large_space_is_counted_by_pruning_and_the_rest_estimated() -> None:
    space = _wide()
    counts = count_packages(space, seed=3)
    steps = np.ones(1, object)
    for _ in range(16):
        steps = np.convolve(steps, np.ones(4, object))
    # left has k steps of 100 and needs 24; right has the other 48 - k and needs 16.
    expected = int(sum(steps[24:33]))
    assert counts.total == 4**16
    assert (counts.deals.value, counts.deals.method) == (expected, Method.PRUNED)
    assert counts.accepted_by["left"].value == int(sum(steps[24:]))
    assert counts.by_number[2] == counts.zone
    one = counts.by_number[1]
    assert one.method is Method.SAMPLED
    assert one.low <= 4**16 - expected <= one.high
    assert counts.hold_outs["left"].value == int(sum(steps[:24]))
    assert count_packages(space, seed=3) == counts


def test_what_cannot_be_counted_is_estimated_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    exact = count_packages(_wide()).deals

    def refuse(*_: object, **__: object) -> None:
        raise TooManyError

    monkeypatch.setattr(counting, "count_zone", refuse)
    guessed = count_packages(_wide(), seed=1).deals
    assert guessed.method is Method.SAMPLED
    assert guessed.low < exact.value < guessed.high
    assert (guessed.high - guessed.low) / exact.value < 0.03


def test_packages_near_a_large_zone_are_sampled() -> None:
    space = _wide()
    near = find_nearby(space, 600, seed=2, held=1_000)
    assert near.drawn > 0
    size = near.count(space.need)
    assert size.low <= count_packages(space).deals.value <= size.high
    with pytest.raises(ValueError, match="margin"):
        near.count(space.need - 700)


def test_more_parties_than_can_be_counted_are_refused() -> None:
    with pytest.raises(TooManyPartiesError, match="62 parties at most, not for 63"):
        count_packages(_wide(1).of(["left"] * 63))
