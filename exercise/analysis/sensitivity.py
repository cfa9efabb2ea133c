"""What moves the zone of agreement: every reservation, each one, a party that stays away, the dials, the difficulty."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from attrs import frozen

from exercise.analysis.count import Count, Method, exactly
from exercise.analysis.counts import Counts
from exercise.analysis.nearby import Nearby
from exercise.analysis.pruning import TooManyError, count_zone
from exercise.analysis.space import Space, Whole
from exercise.engine.sheets import POINT, Sheets
from exercise.model.scenario import Scenario

TOGETHER: Final = tuple(range(-6, 7))
"""Points by which all reservations are moved together."""
SINGLY: Final = (-4, -2, 2, 4)
"""Points by which one reservation is moved."""
DIAL_STEP: Final = 10


@frozen
class Sensitivity:
    """Sizes of the zone: when all reservations move by points, when one does, and when a party stays away.

    `slack` is by how many points a party's reservation could rise alone before no deal is left; None where there is no deal.
    `nearest` is the least equal move of all reservations, in points, that leaves exactly the best package: positive where there
    is a zone, negative where all would have to come down; None where even the margin does not reach it.
    """

    together: Mapping[int, Count]
    singly: Mapping[str, Mapping[int, Count]]
    absent: Mapping[str, Count]
    slack: Mapping[str, float | None]
    nearest: float | None


@frozen
class DialSwing:
    """The zone as one dial moves alone; `start` is where the scenario begins, `sizes` by the dial's reading."""

    id: str
    name: str
    better: str
    start: float
    sizes: Mapping[int, Count]


def find_sensitivity(space: Space, near: Nearby, counts: Counts) -> Sensitivity:
    """Needs packages as far below the zone as the largest move."""
    everybody = np.ones_like(space.need) * POINT
    singly, absent, slack = {}, {}, {}
    inside = np.all(near.utilities >= space.need[:, None], axis=0)
    for number, party in enumerate(space.parties):
        alone = np.zeros_like(space.need)
        alone[number] = POINT
        singly[party] = {points: near.count(space.need + points * alone) for points in SINGLY}
        absent[party] = counts.without(party)
        over = near.utilities[number, inside] - space.need[number]
        slack[party] = int(over.max()) / POINT if over.size else None
    least = (near.utilities - space.need[:, None]).min(0) if near.utilities.size else np.zeros(0, np.int32)
    return Sensitivity(
        together={points: _size(near, space.need + points * everybody) for points in TOGETHER},
        singly=singly,
        absent=absent,
        slack=slack,
        nearest=int(least.max()) / POINT if least.size else None,
    )


def _size(near: Nearby, need: Whole) -> Count:
    """The size of the zone, counted exactly even where a sample stands for the packages nearby, if that can be done."""
    if not near.drawn:
        return near.count(need)
    try:
        return exactly(int(count_zone(near.space.moved(need)).sum()), near.space.size, Method.PRUNED)
    except TooManyError:
        return near.count(need)


def dial_swings(scenario: Scenario, near: Nearby, shift: float = 0.0) -> tuple[DialSwing, ...]:
    """What each dial that moves reservations does to the zone, alone, from 0 to 100, within the declared limit of drift."""
    sheets, parties = Sheets(scenario), near.space.parties
    found = []
    for dial in scenario.dials:
        if not any(scenario.drift.get(dial.id, {}).get(party) for party in parties):
            continue
        readings = sorted({*range(0, 101, DIAL_STEP), round(dial.start)})
        sizes = {}
        for reading in readings:
            needed = [sheets.reservation(party, {dial.id: reading}, {}, shift) for party in parties]
            sizes[reading] = near.count(np.array([round(points * POINT) for points in needed], np.int32))
        found.append(DialSwing(dial.id, dial.name, dial.better, dial.start, sizes))
    return tuple(found)


def difficulty_sizes(scenario: Scenario, near: Nearby) -> dict[str, Count]:
    """The size of the zone at each difficulty that comes within the margin."""
    found = {}
    base = np.array([Sheets(scenario).base[party] for party in near.space.parties], np.int32)
    for difficulty in scenario.difficulties:
        need = base + round(difficulty.shift * POINT)
        if not np.any(need < near.space.need - near.margin):
            found[difficulty.id] = near.count(need.astype(np.int32))
    return found
