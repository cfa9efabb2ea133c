"""The zone of agreement without looking at every package: issues are taken one at a time, and a start that even the best rest
cannot save is dropped. What is left is exact, however large the space.

Counting goes further than listing: a start that even the worst rest cannot spoil counts with all its ends at once, and starts
that have come to be worth the same to everybody are counted together.
"""

from collections.abc import Iterable, Sequence
from math import prod
from typing import Final

import numpy as np
from attrs import frozen

from exercise.analysis.space import Column, Flags, Positions, Space, Whole

STARTS: Final = 4_000_000
"""Starts that may be held at a time; a space that needs more is not counted exactly."""
_ALIKE: Final = 20_000
"""Starts from which it pays to look for those that are worth the same."""


class TooManyError(Exception):
    """More starts would have to be held than there may be."""


@frozen(eq=False)
class Zone:
    """Packages that all parties accept and whose options fit together, so that they can be proposed: the deals.

    `positions` rise; `utilities` has a row for each party.
    """

    positions: Positions
    utilities: Whole

    def __len__(self) -> int:
        return len(self.positions)


@frozen(eq=False)
class _Step:
    """An issue whose turn it is, and what is to come.

    `hope` is the most that the issues after this one can add, `sure` the least that this one and those add, and `endings` in
    how many ways this one and those can be settled.
    """

    column: Column
    hope: Whole
    sure: Whole
    endings: int


def _steps(space: Space, order: Sequence[int]) -> list[_Step]:
    hope = sure = np.zeros(len(space.parties), np.int32)
    endings = 1
    steps = []
    for column in (space.columns[issue] for issue in reversed(order)):
        sure, endings = sure + column.least, endings * column.options.size
        steps.append(_Step(column, hope, sure, endings))
        hope = hope + column.most
    return steps[::-1]


def _by_stake(space: Space, issues: Iterable[int]) -> list[int]:
    """Issues on which most is at stake first: they prune best."""
    return sorted(issues, key=lambda issue: (-space.columns[issue].stake, issue))


def _above(values: Whole, floor: Whole) -> Flags:
    """Of every column, whether each party has at least so much."""
    found: Flags = np.all(values >= floor[:, None], axis=0)
    return found


def _grow(need: Whole, steps: Sequence[_Step], limit: int) -> Zone:
    """All starts over the issues of these steps that leave hope, with the first option in every other issue."""
    values = np.zeros((len(need), 1), np.int32)
    positions = np.zeros(1, np.int64)
    for step in steps:
        column, width = step.column, step.column.options.size
        if positions.size * width > 8 * limit:
            raise TooManyError
        grown = (values[:, :, None] + column.worth[:, None, :]).reshape(len(need), positions.size * width)
        kept = np.flatnonzero(_above(grown, need - step.hope))
        if kept.size > limit:
            raise TooManyError
        values = grown[:, kept]
        positions = (positions[:, None] + column.options * column.stride).ravel()[kept]
    return Zone(positions, values)


def find_zone(space: Space, limit: int = STARTS) -> Zone:
    """The packages that all parties accept and whose options fit together.

    Raises TooManyError where more than `limit` starts would have to be held at a time.
    """
    found = _grow(space.need, _steps(space, _by_stake(space, range(len(space.issues)))), limit)
    order = np.argsort(found.positions)
    if space.clashes:
        order = order[fitting(space, found.positions[order])]
    return Zone(found.positions[order], found.utilities[:, order])


def fitting(space: Space, positions: Positions) -> Flags:
    """Of the packages at these positions, whether their options fit together."""
    numbers = np.unravel_index(positions, space.shape)
    fit = np.ones(len(positions), bool)
    for (first, second), clash in space.clashes.items():
        fit &= ~clash[numbers[first], numbers[second]]
    return fit


def count_zone(space: Space, groups: Sequence[int] = (), limit: int = STARTS) -> Positions:
    """How many packages whose options fit together all parties accept, for each way to settle the first `groups` issues.

    The answer has a number for each combination of the options of the issues numbered in `groups`, in the order of the space;
    without groups it is one number. Raises TooManyError where more than `limit` starts would have to be held at a time, or
    where a number would not fit into 62 bits.
    """
    if space.size >= 1 << 62:
        raise TooManyError
    linked = {issue for pair in space.clashes for issue in pair}
    stem = _by_stake(space, sorted({*groups, *linked}))
    rest = _by_stake(space, [i for i in range(len(space.issues)) if i not in stem])
    steps = _steps(space, [*stem, *rest])
    stems = _grow(space.need, steps[: len(stem)], limit)
    fit = fitting(space, stems.positions)
    values, positions = stems.utilities[:, fit], stems.positions[fit]
    numbers = np.unravel_index(positions, space.shape)
    shape = [space.shape[i] for i in groups]
    tags = np.ravel_multi_index([numbers[i] for i in groups], shape) if groups else np.zeros_like(positions)
    counted = np.zeros(prod(shape), np.int64)
    if steps[0].endings:
        starts = _Starts(values, tags, np.ones_like(tags))
        _count_ends(space, steps[len(stem) :], starts, counted, limit)
    return counted


@frozen(eq=False)
class _Starts:
    """Unfinished packages: what they are worth so far, the group they count for, and how many are alike."""

    values: Whole
    tags: Positions
    ways: Positions

    def at(self, rows: Positions | Flags) -> "_Starts":
        return _Starts(self.values[:, rows], self.tags[rows], self.ways[rows])


def _count_ends(space: Space, steps: Sequence[_Step], starts: _Starts, counted: Positions, limit: int) -> None:
    """Add to `counted` in how many ways the starts can be finished so that everybody has enough."""
    need = space.need
    grain = np.maximum(np.gcd.reduce(np.concatenate([c.worth for c in space.columns], axis=1), axis=1), 1)
    for step in steps:
        safe = _above(starts.values, need - step.sure)
        if safe.any():
            _add(counted, starts.at(np.flatnonzero(safe)), step.endings)
            starts = starts.at(np.flatnonzero(~safe))
        starts = _joined([_with(starts, worth, need - step.hope) for worth in step.column.worth.T], limit)
        if starts.tags.size >= _ALIKE:
            starts = _alike(starts, len(counted), grain)
    _add(counted, starts, 1)


def _add(counted: Positions, starts: _Starts, endings: int) -> None:
    np.add.at(counted, starts.tags, starts.ways * endings)


def _with(starts: _Starts, worth: Whole, floor: Whole) -> _Starts:
    """The starts that an option leaves above the floor, with that option added."""
    found = starts.at(np.flatnonzero(_above(starts.values, floor - worth)))
    return _Starts(found.values + worth[:, None], found.tags, found.ways)


def _joined(parts: Sequence[_Starts], limit: int) -> _Starts:
    if sum(part.tags.size for part in parts) > limit:
        raise TooManyError
    return _Starts(
        np.concatenate([part.values for part in parts], axis=1),
        np.concatenate([part.tags for part in parts]),
        np.concatenate([part.ways for part in parts]),
    )


def _alike(starts: _Starts, groups: int, grain: Whole) -> _Starts:
    """The starts with those counted together that are worth the same to everybody, where there can be many such.

    For each party, all starts are worth the same but for whole multiples of its `grain`.
    """
    low, high = starts.values.min(1), starts.values.max(1)
    widths = [int(w) + 1 for w in (high - low) // grain]
    if prod(widths) * groups > 4 * starts.tags.size:
        return starts
    levels = (starts.values - low[:, None]) // grain[:, None]
    keys = np.ravel_multi_index([*levels, starts.tags], [*widths, groups])
    _, first, same = np.unique(keys, return_index=True, return_inverse=True)
    ways = np.zeros(first.size, np.int64)
    np.add.at(ways, same, starts.ways)
    return _Starts(starts.values[:, first], starts.tags[first], ways)
