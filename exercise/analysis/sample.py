"""A sample of the packages of a space that is too large to look at all of them."""

from functools import cached_property
from typing import Final

import numpy as np
from attrs import frozen

from exercise.analysis.chance import below
from exercise.analysis.space import Flags, Positions, Space, Whole

DRAWN: Final = 200_000
"""Packages in a sample."""


@frozen(slots=False, eq=False)
class Sample:
    """Packages drawn with equal chance, the same for a seed on every machine; `choices` has a row for each issue."""

    space: Space
    choices: tuple[Positions, ...]

    @cached_property
    def utilities(self) -> Whole:
        """What each package is worth, a row for each party."""
        found = np.zeros((len(self.space.parties), self.choices[0].size), np.int32)
        for worth, chosen in zip(self.space.worth, self.choices, strict=True):
            found += worth[:, chosen]
        return found

    @cached_property
    def crossed(self) -> Flags:
        """Whether a package crosses a red line, a row for each party."""
        found = np.zeros((len(self.space.parties), self.choices[0].size), bool)
        for red, chosen in zip(self.space.red, self.choices, strict=True):
            found |= red[:, chosen]
        return found

    @cached_property
    def coherent(self) -> Flags:
        """Whether the options of each package fit together."""
        fit = np.ones(self.choices[0].size, bool)
        for (first, second), clash in self.space.clashes.items():
            fit &= ~clash[self.choices[first], self.choices[second]]
        return fit


def draw_sample(space: Space, seed: int, drawn: int = DRAWN) -> Sample:
    choices = (below(n, drawn, seed, "package", issue) for issue, n in zip(space.issues, space.shape, strict=True))
    return Sample(space, tuple(choices))
