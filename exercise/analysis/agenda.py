"""The zone when all issues are on the table at once: what linking follow-on issues to the core opens."""

from collections.abc import Mapping
from math import prod
from typing import Final

import numpy as np
from attrs import evolve, frozen

from exercise.analysis.count import Count, Method, estimated, exactly
from exercise.analysis.pruning import TooManyError, Zone, count_zone
from exercise.analysis.sample import draw_sample
from exercise.analysis.space import Positions, Space, profile_for, space_of
from exercise.model.scenario import Scenario

MOST_OPEN: Final = 8
"""Core packages that are listed by how many ways they leave."""


@frozen
class Opening:
    """A core package and how many ways it leaves to settle all other issues so that everybody accepts."""

    options: tuple[str, ...]
    ways: int


@frozen
class WholeAgenda:
    """All issues together, under the weights `profile` that weighs them all.

    `clean_core` are coherent core packages that cross nobody's red line, `clean_rest` combinations of the other issues that
    cross none. `openings` is the number of core packages that can be part of a deal, `kept` how many of the deals on the core
    alone can, `core_options` in how many of the openings each option is. These four are None where the deals are estimated.
    """

    issues: tuple[str, ...]
    profile: str
    packages: int
    core_packages: int
    clean_core: int
    clean_rest: int
    deals: Count
    openings: int | None = None
    kept: int | None = None
    core_options: Mapping[str, int] | None = None
    most_open: tuple[Opening, ...] | None = None


def can_link(scenario: Scenario, core: Space) -> bool:
    """Whether there are issues beyond the core, and everybody values and weighs all of them."""
    issues = _all_issues(scenario, core)
    return len(issues) > len(core.issues) and core.listable and profile_for(scenario, issues) != ""


def _all_issues(scenario: Scenario, core: Space) -> tuple[str, ...]:
    """The core first, in its order, then the others."""
    return core.issues + tuple(issue.id for issue in scenario.issues if issue.id not in core.issues)


def whole_agenda(scenario: Scenario, core: Space, zone: Zone, shift: float = 0.0, seed: int = 1) -> WholeAgenda | None:
    """Count the deals over all issues; None where there are no others, or where not everybody values and weighs them."""
    if not can_link(scenario, core):
        return None
    issues = _all_issues(scenario, core)
    profile = profile_for(scenario, issues)
    space = space_of(scenario, core.parties, issues, profile, shift)
    clean = [red.shape[1] - int(red.any(0).sum()) for red in space.red]
    crossed = np.any([core.crossed(party) for party in range(len(core.parties))], axis=0)
    found = WholeAgenda(
        issues=issues,
        profile=profile,
        packages=space.size,
        core_packages=core.size,
        clean_core=int(np.count_nonzero(core.coherent & ~crossed)),
        clean_rest=prod(clean[len(core.issues) :]),
        deals=exactly(0, space.size, Method.PRUNED),
    )
    try:
        return _by_core(found, core, zone, count_zone(space, range(len(core.issues))))
    except TooManyError:
        sample = draw_sample(space, seed)
        near = np.all(sample.utilities >= space.need[:, None], axis=0) & ~sample.crossed.any(0) & sample.coherent
        return evolve(found, deals=estimated(int(near.sum()), near.size, space.size))


def _by_core(found: WholeAgenda, core: Space, zone: Zone, ways: Positions) -> WholeAgenda:
    """The same with what is known of each core package."""
    openings = np.flatnonzero(ways)
    chosen = np.unravel_index(openings, core.shape)
    options = {
        option: int(n)
        for line, numbers in zip(core.options, chosen, strict=True)
        for option, n in zip(line, np.bincount(numbers, minlength=len(line)), strict=True)
    }
    order = openings[np.argsort(-ways[openings], kind="stable")][:MOST_OPEN]
    return evolve(
        found,
        deals=exactly(int(ways.sum()), found.packages, Method.PRUNED),
        openings=len(openings),
        kept=int(np.count_nonzero(ways[zone.positions])),
        core_options=options,
        most_open=tuple(Opening(core.package(int(n)), int(ways[n])) for n in order),
    )
