"""The package space of a scenario: every combination of one option an issue, and what each is worth to each party.

A package is a position in the product of the issues' options, the last issue counting fastest, as in `Sheets.packages`.
Utilities and reservations are whole hundredths of a point on each party's own scale; utilities of different parties are never
added or compared.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import prod
from typing import Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from exercise.engine.sheets import POINT, Sheets
from exercise.model.scenario import Coherence, Scenario

Whole = NDArray[np.int32]
Positions = NDArray[np.int64]
Flags = NDArray[np.bool_]

LISTED: Final = 4_000_000
"""Packages up to which a space is looked at one by one; larger ones are counted by pruning or estimated."""


@frozen(eq=False)
class Column:
    """An issue without the options that cross a red line of anybody.

    `least` and `most` are what it can add for each party, `stake` how much is at stake on it for all of them, and `stride`
    how many positions one option is from the next.
    """

    options: Positions
    worth: Whole
    least: Whole
    most: Whole
    stake: int
    stride: int


@frozen(slots=False, eq=False)
class Space:
    """A package space. The arrays have a row for each party; `worth` and `red` one array for each issue.

    `need` are the reservations and `weights` the percent of each issue, a column each. `clashes` holds, for two issues by
    number, the pairs of options that do not fit together.
    """

    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    parties: tuple[str, ...]
    worth: tuple[Whole, ...]
    red: tuple[Flags, ...]
    need: Whole
    weights: Whole
    clashes: Mapping[tuple[int, int], Flags]

    @cached_property
    def shape(self) -> tuple[int, ...]:
        return tuple(len(options) for options in self.options)

    @cached_property
    def size(self) -> int:
        """The number of packages."""
        return prod(self.shape)

    @property
    def listable(self) -> bool:
        """Whether the packages are few enough to be looked at one by one."""
        return self.size <= LISTED

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The issues as pruning takes them, which does not depend on reservations."""
        found = []
        for issue, (worth, red) in enumerate(zip(self.worth, self.red, strict=True)):
            options = np.flatnonzero(~red.any(0))
            clean = np.ascontiguousarray(worth[:, options])
            least, most = (clean.min(1), clean.max(1)) if options.size else (np.zeros_like(self.need),) * 2
            stride = prod(self.shape[issue + 1 :])
            found.append(Column(options, clean, least, most, int((most - least).sum()), stride))
        return tuple(found)

    @cached_property
    def coherent(self) -> Flags:
        """Of every package, whether its options fit together. For listable spaces."""
        fit = np.ones(self.shape, dtype=bool)
        for (first, second), clash in self.clashes.items():
            shape = [1] * len(self.shape)
            shape[first], shape[second] = clash.shape
            fit &= ~clash.reshape(shape)
        return fit.ravel()

    def utilities(self, party: int) -> Whole:
        """What every package is worth to a party. For listable spaces."""
        total = np.zeros(1, dtype=np.int32)
        for worth in self.worth:
            total = np.add.outer(total, worth[party]).ravel()
        return total

    def crossed(self, party: int) -> Flags:
        """Of every package, whether a red line of a party is in it. For listable spaces."""
        found = np.zeros(1, dtype=bool)
        for red in self.red:
            found = np.logical_or.outer(found, red[party]).ravel()
        return found

    def accepted(self, party: int, red_lines: bool = True) -> Flags:
        """Of every package, whether a party would rather sign it than go home. For listable spaces."""
        enough: Flags = self.utilities(party) >= self.need[party]
        return enough & ~self.crossed(party) if red_lines else enough

    def package(self, position: int) -> tuple[str, ...]:
        """The options at a position."""
        numbers = np.unravel_index(position, self.shape)
        return tuple(options[int(n)] for options, n in zip(self.options, numbers, strict=True))

    def numbers(self, package: Iterable[str]) -> tuple[int, ...]:
        """The number of each issue's option in a package; -1 for an issue that it leaves open."""
        chosen = set(package)
        return tuple(next((n for n, o in enumerate(options) if o in chosen), -1) for options in self.options)

    def moved(self, need: Whole) -> "Space":
        """The same space with other reservations."""
        return evolve(self, need=need)

    def without_red_lines(self) -> "Space":
        return evolve(self, red=tuple(np.zeros_like(red) for red in self.red))

    def unlinked(self) -> "Space":
        """The same space as if all options fitted together."""
        return evolve(self, clashes={})

    def of(self, parties: Sequence[str]) -> "Space":
        """The same space for some of its parties."""
        rows = [self.parties.index(party) for party in parties]
        return evolve(
            self,
            parties=tuple(parties),
            worth=tuple(worth[rows] for worth in self.worth),
            red=tuple(red[rows] for red in self.red),
            need=self.need[rows],
            weights=self.weights[rows],
        )


def space_of(
    scenario: Scenario, seats: Sequence[str] = (), issues: Sequence[str] = (), profile: str = "", shift: float = 0.0
) -> Space:
    """The package space of a scenario as its sheets have it.

    `seats` are the voting parties with a score sheet where none are named, `issues` the core issues, `profile` the weights
    that the scenario uses; `shift` moves every reservation by points, as a difficulty does.
    """
    sheets = Sheets(scenario)
    parties = tuple(seats) or sheets.parties
    asked = tuple(issues) or sheets.core
    options = {issue.id: tuple(option.id for option in issue.options) for issue in scenario.issues}
    named = profile or scenario.settings.weights
    worth = {seat: sheets.worth_under(seat, named) for seat in parties}
    chosen = tuple(options[issue] for issue in asked)
    return Space(
        issues=asked,
        options=chosen,
        parties=parties,
        worth=tuple(
            np.array([[worth[p].get(o, 0) for o in line] for p in parties], np.int32).reshape(len(parties), len(line))
            for line in chosen
        ),
        red=tuple(
            np.array([[o in sheets.red_lines[p] for o in line] for p in parties], bool).reshape(len(parties), len(line))
            for line in chosen
        ),
        weights=np.array(
            [[sheets.weights_under(p, named).get(i, 0) for i in asked] for p in parties], np.int32
        ).reshape(len(parties), len(asked)),
        need=np.array([sheets.base[p] + round(shift * POINT) for p in parties], np.int32),
        clashes=_clashes(scenario.coherence, chosen, asked),
    )


def profile_for(scenario: Scenario, issues: Sequence[str]) -> str:
    """The weights profile in which every scored party weighs all these issues; empty where there is none."""
    roles = [scenario.roles[seat] for seat in Sheets(scenario).parties]
    if not roles or any(issue not in role.sheet for role in roles for issue in issues):
        return ""
    names = (scenario.settings.weights, *roles[0].weights)
    return next((n for n in names if all(set(issues) <= set(role.weights.get(n, ())) for role in roles)), "")


def _clashes(
    rules: Iterable[Coherence], options: Sequence[Sequence[str]], issues: Sequence[str]
) -> dict[tuple[int, int], Flags]:
    place = {option: (i, n) for i, line in enumerate(options) for n, option in enumerate(line)}
    found: dict[tuple[int, int], Flags] = {}
    for rule in rules:
        if rule.given not in place:
            continue
        barred = set(rule.excluded)
        for issue, allowed in rule.allowed.items():
            barred |= set(options[issues.index(issue)]) - set(allowed) if issue in issues else set()
        if rule.given in barred:  # An option that fits nothing at all fits no option of the issue beside it.
            here = place[rule.given][0]
            barred |= set(options[here - 1 if here else min(1, len(options) - 1)])
        for other in barred & place.keys():
            (i, n), (j, m) = sorted((place[rule.given], place[other]))
            if i == j:
                continue
            clash = found.setdefault((i, j), np.zeros((len(options[i]), len(options[j])), dtype=bool))
            clash[n, m] = True
    return found
