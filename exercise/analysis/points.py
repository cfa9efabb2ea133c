"""Deals that theory singles out: the Nash, Kalai-Smorodinsky and maximin points of the zone of agreement.

None of them adds utilities of different parties. The maximin point compares surpluses of different parties all the same, point
for point; it is a convention and no measurement.
"""

from math import prod
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from exercise.analysis.space import Positions, Whole


@frozen
class Points:
    """Places in a zone, each by the number of its column; several where deals are equal."""

    nash: tuple[int, ...]
    kalai_smorodinsky: tuple[int, ...]
    maximin: tuple[int, ...]


def find_points(surplus: Whole) -> Points:
    """The points of a zone with at least one deal; `surplus` is what each deal gives above the reservations, a row a party."""
    ideal = surplus.max(1)
    gaining = ideal > 0
    shares = surplus[gaining] / ideal[gaining, None]
    return Points(
        nash=_nash(surplus[gaining]),
        kalai_smorodinsky=_columns(shares.min(0) if shares.size else np.zeros(surplus.shape[1])),
        maximin=_columns(surplus.min(0)),
    )


def least_surplus(surplus: Whole) -> Whole:
    """For each deal, what it gives to the party that it gives least to."""
    found: Whole = surplus.min(0)
    return found


def _columns(worth: NDArray[Any]) -> tuple[int, ...]:
    best: Positions = np.flatnonzero(worth >= worth.max() - 1e-12)
    return tuple(int(n) for n in best)


def _nash(surplus: Whole) -> tuple[int, ...]:
    """The largest product of surpluses; where every product is zero, first the deals that give something to most parties."""
    givers = (surplus > 0).sum(0)
    able = np.flatnonzero(givers == givers.max())
    logs = np.log(np.maximum(surplus[:, able], 1)).sum(0)
    near = able[logs >= logs.max() - 1e-6]
    products = {int(n): prod(int(v) for v in surplus[:, n] if v > 0) for n in near}
    return tuple(n for n, product in products.items() if product == max(products.values()))
