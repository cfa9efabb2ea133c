"""Counts the packages that every party could accept, as the sheets stand.

Small spaces, which is what most scenarios have, are counted here without NumPy, whose import costs more than the whole check.
"""

from math import prod
from operator import add, ge, sub
from typing import Final

from attrs import frozen

from exercise.engine.sheets import Sheets
from exercise.model.scenario import Scenario

STEPS: Final = 60_000
"""Starts of packages that are looked at here before the counting is left to the analysis."""
STARTS: Final = 200_000
"""Starts that the analysis may hold at a time for a check, which takes little memory; `exercise analyse` takes more."""

Row = tuple[int, ...]


@frozen
class Zone:
    """How many packages please every party and have options that fit together, out of how many combinations."""

    packages: int
    total: int


def zone_of(scenario: Scenario, sheets: Sheets) -> Zone | None:
    """The size of the zone of agreement; None where it cannot be counted exactly."""
    total = prod(len(issue.options) for issue in scenario.issues if issue.core)
    try:
        return Zone(_Count(scenario, sheets).packages(), total)
    except _TooManyError:
        return _counted_by_analysis(scenario, total)


def _counted_by_analysis(scenario: Scenario, total: int) -> Zone | None:
    from exercise.analysis.pruning import TooManyError, count_zone  # imports NumPy
    from exercise.analysis.space import space_of

    try:
        return Zone(int(count_zone(space_of(scenario), limit=STARTS).sum()), total)
    except TooManyError:
        return None


class _TooManyError(Exception):
    """The space is too large to be counted here."""


class _Count:
    """Takes the issues one at a time and drops a start that even the best rest cannot save."""

    def __init__(self, scenario: Scenario, sheets: Sheets) -> None:
        self._sheets = sheets
        self._need = tuple(sheets.base[p] for p in sheets.parties)
        red = frozenset().union(*(sheets.red_lines[p] for p in sheets.parties))
        self._columns = [
            [
                (o.id, tuple(sheets.worth[p].get(o.id, 0) for p in sheets.parties))
                for o in issue.options
                if o.id not in red
            ]
            for issue in scenario.issues
            if issue.core
        ]
        self._hope = self._rest()
        self._steps = 0

    def _rest(self) -> list[Row]:
        """The most that the issues from each one on can add, party by party."""
        rest: list[Row] = [(0,) * len(self._need)]
        for column in reversed(self._columns):
            best = tuple(max((row[k] for _, row in column), default=0) for k in range(len(self._need)))
            rest.insert(0, tuple(map(add, rest[0], best)))
        return rest

    def packages(self) -> int:
        starts: list[tuple[tuple[str, ...], Row]] = [((), (0,) * len(self._need))]
        for column, hope in zip(self._columns, self._hope[1:], strict=True):
            self._steps += len(starts) * len(column)
            if self._steps > STEPS:
                raise _TooManyError
            floor = tuple(map(sub, self._need, hope))
            starts = [
                ((*chosen, option), total)
                for chosen, values in starts
                for option, row in column
                if all(map(ge, total := tuple(map(add, values, row)), floor))
            ]
        return sum(self._sheets.coherent(chosen) for chosen, _ in starts)
