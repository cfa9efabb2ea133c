"""How far the zone depends on single numbers: every value is moved at random, many times, and the deals are counted."""

from collections.abc import Generator, Mapping, Sequence
from typing import Final

import numpy as np
from attrs import frozen

from exercise.analysis.chance import below
from exercise.analysis.nearby import Nearby
from exercise.analysis.space import Space

POINTS: Final = 5
"""Points by which a value is moved up or down at most."""


@frozen
class Step:
    """What is being done, and which part of it is behind, from 0 to 1; None where that cannot be told."""

    doing: str
    part: float | None = None


@frozen
class Noise:
    """Sizes of the zone when every value of every sheet is moved by up to `points`, `runs` times.

    `sizes` says in how many runs the zone had each size, the smallest first; `low` and `high` hold nine tenths of the runs.
    `empty` is the share of runs without any deal, in percent; `kept` says for each deal of the sheets as they are, in what share
    of the runs it still is one.
    """

    points: int
    runs: int
    seed: int
    sizes: Mapping[int, int]
    median: float
    low: float
    high: float
    empty: float
    kept: tuple[float, ...]


def reach(space: Space, points: int = POINTS) -> int:
    """Hundredths of a point by which noise can change what a package is worth at most."""
    return int(space.weights.sum(1).max()) * points


def find_noise(
    space: Space,
    near: Nearby,
    deals: Sequence[int],
    runs: int,
    seed: int,
    points: int = POINTS,
) -> Generator[Step, None, Noise]:
    """Count the zone under noise, a step every hundred runs.

    `near` must reach as far as noise does, and hold every package there. `deals` are the positions of the deals whose survival
    is followed. Raises ValueError where `near` does not suffice.
    """
    if near.margin < reach(space, points) or near.drawn:
        raise ValueError("the packages that noise can bring into the zone are not all held")
    numbers = np.unravel_index(near.positions, space.shape)
    followed = np.searchsorted(near.positions, np.array(deals, np.int64))
    sizes, kept = np.zeros(runs, np.int64), np.zeros(len(followed), np.int64)
    for run in range(runs):
        if run % 100 == 0:
            yield Step(f"noise, run {run:,} of {runs:,}", run / runs)
        total = np.zeros_like(near.utilities)
        for issue, (worth, chosen) in enumerate(zip(space.worth, numbers, strict=True)):
            moves = below(2 * points + 1, worth.size, seed, "noise", run, space.issues[issue]) - points
            weights = space.weights[:, issue, None]
            moved = np.clip(worth + weights * moves.reshape(worth.shape), 0, weights * 100).astype(np.int32)
            total += moved[:, chosen]
        inside = np.all(total >= space.need[:, None], axis=0)
        sizes[run] = np.count_nonzero(inside)
        kept += inside[followed]
    return Noise(
        points=points,
        runs=runs,
        seed=seed,
        sizes={int(size): int(n) for size, n in zip(*np.unique(sizes, return_counts=True), strict=True)},
        median=float(np.median(sizes)),
        low=float(np.percentile(sizes, 5)),
        high=float(np.percentile(sizes, 95)),
        empty=100 * float(np.mean(sizes == 0)),
        kept=tuple(round(100 * int(n) / runs, 1) for n in kept),
    )
