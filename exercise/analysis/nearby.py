"""The packages near the zone: found once, and counted again whenever reservations move."""

from typing import Final

import numpy as np
from attrs import frozen

from exercise.analysis.count import Count, Method, estimated, exactly
from exercise.analysis.pruning import TooManyError, find_zone
from exercise.analysis.sample import draw_sample
from exercise.analysis.space import Positions, Space, Whole

HELD: Final = 400_000
"""Packages near the zone that are held; where there are more, a sample stands for them."""


@frozen(eq=False)
class Nearby:
    """The packages that would be deals if every reservation were lower by a margin.

    `drawn` is 0 where these are all there are; else they come from a sample of so many packages.
    """

    space: Space
    positions: Positions
    utilities: Whole
    margin: int
    drawn: int = 0

    def count(self, need: Whole) -> Count:
        """The size of the zone at other reservations, which must not be lower by more than the margin; raises ValueError."""
        if np.any(need < self.space.need - self.margin):
            raise ValueError("a reservation is lower than the margin allows")
        deals = int(np.count_nonzero(np.all(self.utilities >= need[:, None], axis=0)))
        if self.drawn:
            return estimated(deals, self.drawn, self.space.size)
        return exactly(deals, self.space.size, Method.LISTED if self.space.listable else Method.PRUNED)


def find_nearby(space: Space, margin: int, seed: int = 1, held: int = HELD) -> Nearby:
    """The packages within `margin` hundredths of a point of the zone."""
    lowered = space.moved(space.need - margin)
    try:
        zone = find_zone(lowered, held)
        return Nearby(space, zone.positions, zone.utilities, margin)
    except TooManyError:
        sample = draw_sample(space, seed)
        near = np.all(sample.utilities >= lowered.need[:, None], axis=0) & ~sample.crossed.any(0) & sample.coherent
        chosen = [choices[near] for choices in sample.choices]
        positions = np.zeros(int(near.sum()), np.int64)
        if space.size < 1 << 62:
            positions = np.ravel_multi_index(chosen, space.shape).astype(np.int64)
        return Nearby(space, positions, sample.utilities[:, near], margin, near.size)
