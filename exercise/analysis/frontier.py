"""The Pareto frontier: packages that cannot be improved for one party without loss for another."""

from typing import Final

import numpy as np

from exercise.analysis.space import Positions, Space, Whole

_AT_A_TIME: Final = 64
"""Packages against which all others are held at a time."""


def undominated(utilities: Whole) -> Positions:
    """The columns that no other column beats: at least as good for every party and better for one. In rising order.

    Packages that beat much come early in the order of their sums, so that most of what is beaten goes at once. The sums only
    set that order: what beats something has the larger sum, whatever the scales are.
    """
    sums = utilities.sum(0, dtype=np.int64)
    left = np.argsort(-sums, kind="stable")
    values, sums = np.ascontiguousarray(utilities[:, left]), sums[left]
    if values.size and values.min() >= 0 and values.max() < 1 << 15:
        values = values.astype(np.int16)
    kept = [left[:0]]
    while left.size:
        width = min(_AT_A_TIME, left.size)
        beaten = sums < sums[:width, None]
        for row in values:
            beaten &= row <= row[:width, None]
        alive = ~beaten.any(0)
        kept.append(left[:width][alive[:width]])
        alive[:width] = False
        left, values, sums = left[alive], values[:, alive], sums[alive]
    return np.sort(np.concatenate(kept))


def find_frontier(space: Space) -> Positions:
    """The positions of the packages on the frontier of a listable space, among those whose options fit together.

    Reservations and red lines play no part. Where all options fit together, issues are taken one at a time: the frontier of a
    sum lies within the sum of the frontiers.
    """
    if space.clashes:
        fitting = np.flatnonzero(space.coherent)
        values = np.array([space.utilities(party)[fitting] for party in range(len(space.parties))])
        return fitting[undominated(values)]
    values = np.zeros((len(space.parties), 1), np.int32)
    positions = np.zeros(1, np.int64)
    for worth in space.worth:
        values = (values[:, :, None] + worth[:, None, :]).reshape(len(space.parties), -1)
        positions = (positions[:, None] * worth.shape[1] + np.arange(worth.shape[1])).ravel()
        kept = undominated(values)
        values, positions = values[:, kept], positions[kept]
    return np.sort(positions)
