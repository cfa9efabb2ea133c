"""The whole balance of a scenario as plain values: numbers without arrays, ready to be shown or written as JSON."""

from collections.abc import Generator, Mapping
from typing import Final

import numpy as np
from attrs import field, frozen

from exercise.analysis.agenda import WholeAgenda, can_link, whole_agenda
from exercise.analysis.count import Count
from exercise.analysis.counts import Coalition, Counts, boycotts, count_packages
from exercise.analysis.drift import Drift, find_drift
from exercise.analysis.frontier import find_frontier, undominated
from exercise.analysis.nearby import HELD, find_nearby
from exercise.analysis.noise import Noise, Step, find_noise, reach
from exercise.analysis.options import OptionUse, option_use
from exercise.analysis.points import Points, find_points
from exercise.analysis.pruning import TooManyError, Zone, find_zone
from exercise.analysis.references import Reference, measure
from exercise.analysis.rules import RuleCount, count_by_rule
from exercise.analysis.sensitivity import (
    TOGETHER,
    DialSwing,
    Sensitivity,
    dial_swings,
    difficulty_sizes,
    find_sensitivity,
)
from exercise.analysis.space import Space, space_of
from exercise.engine.sheets import POINT, Sheets
from exercise.model.scenario import Scenario, SeatKind

DEALS: Final = 1_000
"""Deals that are listed, those first that leave most to the party that gets least."""
FRONTIER: Final = 20_000
"""Packages, or deals, of which the frontier is found without being asked for."""


class NoSheetsError(Exception):
    """No voting party of the scenario has a score sheet, so that nothing can be said about its balance."""


@frozen
class Asked:
    """What an analysis is to cover. `shift` moves every reservation by points; `red_lines` is bind, warn or the scenario's."""

    shift: float = 0.0
    red_lines: str = ""
    noise: int = 0
    seed: int = 1
    agenda: bool = False
    frontier: bool = False


@frozen
class Deal:
    """A package that all parties accept, in points of each party's own scale.

    `best` says that no other package is better for one party and worse for none; None where that was not looked for. `marks`
    names the points of theory that it is; `welcome` are advisers with a sheet who would accept it too; `kept` is the share of
    noisy runs in which it still is a deal.
    """

    options: tuple[str, ...]
    utilities: Mapping[str, float]
    surplus: Mapping[str, float]
    least: float
    best: bool | None
    marks: tuple[str, ...] = ()
    welcome: tuple[str, ...] = ()
    kept: float | None = None


@frozen
class Analysis:
    """The balance of a scenario.

    `counts` are with red lines as the scenario has them, `unbound` without any. `deals` hold at most DEALS of them, and none
    where there are too many to list (`listed` is False). `frontier_inside` counts the deals that are `best`, and `frontier`
    all packages on the frontier, None where it was not looked for. `unscored` are voting parties without a score sheet, taken
    to accept everything; `linkable` says that there are issues beyond the core whose deals can be counted.
    """

    scenario: str
    title: str
    honesty: str
    asked: Asked
    red_lines: str
    profile: str
    parties: Mapping[str, str]
    advisers: Mapping[str, str]
    unscored: tuple[str, ...]
    reservations: Mapping[str, float]
    ranges: Mapping[str, tuple[float, float]]
    issues: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, str]
    counts: Counts
    unbound: Counts
    boycotts: Mapping[tuple[str, str, str], int]
    rules: tuple[RuleCount, ...]
    listed: bool
    deals: tuple[Deal, ...]
    frontier_inside: int | None
    frontier: int | None
    options: tuple[OptionUse, ...]
    sensitivity: Sensitivity
    dials: tuple[DialSwing, ...]
    drift: Drift
    difficulties: Mapping[str, Count]
    references: tuple[Reference, ...]
    linkable: bool
    noise: Noise | None = None
    agenda: WholeAgenda | None = None
    communities: Mapping[str, str] = field(factory=dict)


def analyse(scenario: Scenario, asked: Asked = Asked()) -> Analysis:
    """Everything about the balance of a scenario; raises NoSheetsError where no voting party has a score sheet."""
    steps = analysing(scenario, asked)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: Analysis = done.value
            return found


def analysing(scenario: Scenario, asked: Asked) -> Generator[Step, None, Analysis]:
    """The same, telling before each step what is done next, so that something else can be done in between."""
    sheets = Sheets(scenario)
    if not sheets.parties or not sheets.core:
        raise NoSheetsError
    written = space_of(scenario, shift=asked.shift)
    red_lines = asked.red_lines or scenario.settings.red_lines
    space = written if red_lines == "bind" else written.without_red_lines()
    yield Step(f"counting {space.size:,} packages")
    counts = count_packages(space, seed=asked.seed)
    unbound = counts
    if red_lines == "bind":
        yield Step("counting as if no red line were drawn")
        unbound = count_packages(written, red_lines=False, seed=asked.seed)
    yield Step("looking for deals")
    try:
        zone, listed = find_zone(space, HELD), True
    except TooManyError:
        zone, listed = Zone(np.zeros(0, np.int64), np.zeros((len(space.parties), 0), np.int32)), False
    margin = max(-TOGETHER[0] * POINT, round(scenario.settings.drift_limit * POINT), reach(space) if asked.noise else 0)
    near = find_nearby(space, margin, asked.seed, HELD)
    best = undominated(zone.utilities) if len(zone) <= FRONTIER or asked.frontier else None
    order = _by_least(space, zone)[:DEALS]
    noise = None
    if asked.noise and not near.drawn:
        noise = yield from find_noise(space, near, zone.positions[order].tolist(), asked.noise, asked.seed)
    if asked.agenda:
        yield Step("counting the packages of all issues")
    agenda = whole_agenda(scenario, space, zone, asked.shift, asked.seed) if asked.agenda else None
    yield Step("looking for the frontier and what moves the zone")
    return Analysis(
        scenario=scenario.id,
        title=scenario.title,
        honesty=scenario.honesty,
        asked=asked,
        red_lines=red_lines,
        profile=scenario.settings.weights,
        parties=_names(scenario, space.parties),
        advisers=_names(scenario, _advisers(scenario, sheets)),
        unscored=tuple(s.id for s in scenario.seats if s.kind is SeatKind.PARTY and s.id not in sheets.parties),
        reservations={party: int(n) / POINT for party, n in zip(space.parties, space.need, strict=True)},
        ranges=_ranges(space),
        issues=dict(zip(space.issues, space.options, strict=True)),
        titles=_titles(scenario),
        communities={community.id: community.name for community in scenario.communities},
        counts=counts,
        unbound=unbound,
        boycotts=boycotts(scenario, counts),
        rules=count_by_rule(scenario, counts),
        listed=listed,
        deals=_deals(scenario, space, zone, order, None if best is None else set(best.tolist()), noise),
        frontier_inside=len(best) if listed and best is not None else None,
        frontier=_whole_frontier(space, asked.frontier),
        options=option_use(space, zone),
        sensitivity=find_sensitivity(space, near, counts),
        dials=dial_swings(scenario, near, asked.shift),
        drift=find_drift(scenario, near, asked.shift),
        difficulties=difficulty_sizes(scenario, near),
        references=tuple(measure(space, zone, package) for package in scenario.reference_packages),
        linkable=can_link(scenario, space),
        noise=noise,
        agenda=agenda,
    )


def _titles(scenario: Scenario) -> dict[str, str]:
    """Titles of issues and options by id."""
    issues = {issue.id: issue.title for issue in scenario.issues}
    return issues | {option.id: option.title for issue in scenario.issues for option in issue.options}


def _names(scenario: Scenario, seats: tuple[str, ...]) -> dict[str, str]:
    return {seat.id: seat.name for seat in scenario.seats if seat.id in seats}


def _advisers(scenario: Scenario, sheets: Sheets) -> tuple[str, ...]:
    """Seats that have a score sheet and no vote."""
    return tuple(seat for seat in sheets.scored if seat not in sheets.parties)


def _ranges(space: Space) -> dict[str, tuple[float, float]]:
    """What the worst and the best package without an own red line are worth to each party."""
    found = {}
    for row, party in enumerate(space.parties):
        low = high = 0
        for worth, red in zip(space.worth, space.red, strict=True):
            clean = worth[row][~red[row]]
            low += int(clean.min()) if clean.size else 0
            high += int(clean.max()) if clean.size else 0
        found[party] = (low / POINT, high / POINT)
    return found


def _by_least(space: Space, zone: Zone) -> list[int]:
    """The deals, those first that leave most to the party that gets least; equals as they stand in the space."""
    least = (zone.utilities - space.need[:, None]).min(0) if len(zone) else np.zeros(0, np.int32)
    return [int(n) for n in np.argsort(-least, kind="stable")]


def _deals(
    scenario: Scenario, space: Space, zone: Zone, order: list[int], best: set[int] | None, noise: Noise | None
) -> tuple[Deal, ...]:
    if not order:
        return ()
    surplus = zone.utilities - space.need[:, None]
    marks = _marks(find_points(surplus))
    welcome = _welcome(scenario, space, zone, order)
    return tuple(
        Deal(
            options=space.package(int(zone.positions[n])),
            utilities={party: int(u) / POINT for party, u in zip(space.parties, zone.utilities[:, n], strict=True)},
            surplus={party: int(u) / POINT for party, u in zip(space.parties, surplus[:, n], strict=True)},
            least=int(surplus[:, n].min()) / POINT,
            best=None if best is None else n in best,
            marks=marks.get(n, ()),
            welcome=welcome[place],
            kept=noise.kept[place] if noise else None,
        )
        for place, n in enumerate(order)
    )


def _marks(points: Points) -> dict[int, tuple[str, ...]]:
    named = {"nash": points.nash, "kalai-smorodinsky": points.kalai_smorodinsky, "maximin": points.maximin}
    deals = sorted({n for numbers in named.values() for n in numbers})
    return {n: tuple(name for name, numbers in named.items() if n in numbers) for n in deals}


def _welcome(scenario: Scenario, space: Space, zone: Zone, order: list[int]) -> list[Coalition]:
    """For each deal, the advisers with a sheet who would accept it."""
    seats = _advisers(scenario, Sheets(scenario))
    if not seats:
        return [()] * len(order)
    theirs = space_of(scenario, seats, space.issues)
    chosen = np.unravel_index(zone.positions[order], space.shape)
    worth = sum((w[:, n] for w, n in zip(theirs.worth, chosen, strict=True)), start=np.zeros(1, np.int32))
    crossed = np.any([red[:, n] for red, n in zip(theirs.red, chosen, strict=True)], axis=0)
    content = (worth >= theirs.need[:, None]) & ~crossed
    return [tuple(seat for seat, ok in zip(seats, column, strict=True) if ok) for column in content.T]


def _whole_frontier(space: Space, asked: bool) -> int | None:
    if not space.listable or (space.size > FRONTIER and not asked):
        return None
    return len(find_frontier(space))
