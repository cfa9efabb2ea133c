"""The package space: deals, frontier and counts, beside NegMAS's pareto_frontier and beside the barest NumPy for the same job.

Seven parties and 15,625 packages (six issues of five options), drawn once from a seed, with reservations such that a few
packages please everybody; then the shipped scenario: its thirteen issues counted, and its whole analysis without noise.
NegMAS gets the same utilities and reservations; its times hold the evaluation of every outcome, as its users pay for it.
"""

import json
from collections.abc import Callable
from functools import partial

import numpy as np
from measure import HERE, NEGMAS, Reading, alternate, cannot, print_target, reading, runs, shipped, timed, told

from exercise.analysis.analysis import analyse
from exercise.analysis.chance import below
from exercise.analysis.frontier import find_frontier, undominated
from exercise.analysis.pruning import count_zone, find_zone
from exercise.analysis.space import Space, Whole, profile_for, space_of

PARTIES, ISSUES, OPTIONS = 7, 6, 5
WEIGHTS = (30, 22, 18, 12, 10, 8)
NEED = 3_800
"""Reservations in hundredths of a point."""
SEED = 2006
OFTEN = {"zone": 200, "inside": 100, "whole": 3}
"""How often our sides repeat a job in one run, since a single one is too short to time."""


def drawn() -> Space:
    """Seven parties with their own order of the same weights and values drawn at random."""
    worth, weights = [], np.zeros((PARTIES, ISSUES), np.int32)
    for party in range(PARTIES):
        order = np.argsort(below(1 << 30, ISSUES, SEED, "order", party))
        weights[party] = np.array(WEIGHTS)[order]
    for issue in range(ISSUES):
        values = below(101, PARTIES * OPTIONS, SEED, "values", issue).reshape(PARTIES, OPTIONS)
        worth.append((values * weights[:, issue, None]).astype(np.int32))
    return Space(
        issues=tuple(f"I{n}" for n in range(ISSUES)),
        options=tuple(tuple(f"I{n}o{m}" for m in range(OPTIONS)) for n in range(ISSUES)),
        parties=tuple(f"P{n}" for n in range(PARTIES)),
        worth=tuple(worth),
        red=tuple(np.zeros((PARTIES, OPTIONS), bool) for _ in range(ISSUES)),
        need=np.full(PARTIES, NEED, np.int32),
        weights=weights,
        clashes={},
    )


def for_negmas(space: Space, reservations: bool) -> str:
    """The space as JSON for NegMAS: worth by issue and option, so that utilities are plain sums."""
    sheets = {
        party: {
            "worth": {
                issue: {option: int(worth[row, n]) for n, option in enumerate(options)}
                for issue, options, worth in zip(space.issues, space.options, space.worth, strict=True)
            },
            "reservation": int(space.need[row]) if reservations else float("-inf"),
        }
        for row, party in enumerate(space.parties)
    }
    return json.dumps({"issues": dict(zip(space.issues, space.options, strict=True)), "sheets": sheets})


# The barest NumPy: columns of small integers, no positions, no names, no red lines


def bare_zone(worth: list[Whole], need: Whole) -> Whole:
    """Utilities of the packages above all reservations."""
    hopes = [np.zeros_like(need)]
    for column in reversed(worth[1:]):
        hopes.append(hopes[-1] + column.max(1))
    values = np.zeros((len(need), 1), need.dtype)
    for column, hope in zip(worth, reversed(hopes), strict=True):
        values = (values[:, :, None] + column[:, None, :]).reshape(len(need), -1)
        values = values[:, (values >= (need - hope)[:, None]).all(0)]
    return values


def bare_frontier(values: Whole) -> Whole:
    """The columns that no other beats, by comparing blocks with all that is left."""
    sums = values.sum(0, dtype=np.int32)
    order = np.argsort(-sums)
    values, sums = values[:, order], sums[order]
    kept = []
    while sums.size:
        beaten = sums < sums[:64, None]
        for row in values:
            beaten &= row <= row[:64, None]
        alive = ~beaten.any(0)
        kept.append(values[:, :64][:, alive[:64]])
        alive[:64] = False
        values, sums = values[:, alive], sums[alive]
    return np.concatenate(kept, axis=1)


def bare_whole(worth: list[Whole]) -> Whole:
    """The frontier of all packages, pruned after each issue."""
    values = np.zeros((len(worth[0]), 1), worth[0].dtype)
    for column in worth:
        values = bare_frontier((values[:, :, None] + column[:, None, :]).reshape(len(column), -1))
    return values


def often(times: int, work: Callable[[], int]) -> Reading:
    """A job done several times: the seconds of one."""
    found = timed(lambda: sum(work() for _ in range(times)))
    return Reading(found.count / times, found.wall / times, found.cpu / times)


def compared(space: Space, times: int) -> None:
    """Our times beside the floor and beside NegMAS, for each job."""
    small = [worth.astype(np.int16) for worth in space.worth]
    need = space.need.astype(np.int16)
    jobs: dict[str, tuple[Callable[[], int], Callable[[], int], str]] = {
        "zone": (lambda: len(find_zone(space)), lambda: bare_zone(small, need).shape[1], ""),
        "inside": (
            lambda: len(undominated(find_zone(space).utilities)),
            lambda: bare_frontier(bare_zone(small, need)).shape[1],
            for_negmas(space, True),
        ),
        "whole": (lambda: len(find_frontier(space)), lambda: bare_whole(small).shape[1], for_negmas(space, False)),
    }
    titles = {"zone": "deals", "inside": "frontier inside the zone", "whole": "whole frontier"}
    for name, (ours, floor, given) in jobs.items():
        sides = {"ours": partial(often, OFTEN[name], ours), "NumPy alone": partial(often, OFTEN[name], floor)}
        if given:
            sides["NegMAS"] = partial(lambda given: reading(told([NEGMAS, HERE / "frontier.py"], given)), given)
        found = alternate(sides, times)
        if len({round(r.count) for r in found.values()}) != 1:
            cannot(f"the sides do not find the same: { ({n: r.count for n, r in found.items()}) }")
        print(f"\n{titles[name]}: {found['ours'].count:,.0f} of {space.size:,} packages")
        for side, r in found.items():
            print(f"  {side:12} {1000 * r.cpu:10.3f} ms of processor  {1000 * r.wall:10.3f} ms by the clock")
        over = found["ours"].cpu / found["NumPy alone"].cpu
        print(f"  {over:.2f} times the floor", end="")
        if "NegMAS" in found:
            print(f", NegMAS takes {found['NegMAS'].cpu / found['ours'].cpu:,.0f} times as long")
            print_target("at least 10 times NegMAS", found["NegMAS"].cpu >= 10 * found["ours"].cpu)
        else:
            print()
        print_target("within twice the floor", over <= 2)


def scenario_times(times: int) -> None:
    """The shipped scenario: thirteen issues counted, and the whole analysis."""
    scenario = shipped()
    issues = [issue.id for issue in scenario.issues]
    full = space_of(scenario, issues=issues, profile=profile_for(scenario, issues))
    found = alternate(
        {
            "thirteen issues counted": lambda: timed(lambda: int(count_zone(full).sum())),
            "whole analysis": lambda: often(5, lambda: analyse(scenario).counts.deals.value),
        },
        times,
    )
    print(f"\n{scenario.id}: {full.size:,} packages of thirteen issues")
    for name, r in found.items():
        print(f"  {name:24} {1000 * r.cpu:8.1f} ms of processor  {1000 * r.wall:8.1f} ms by the clock")
    print_target("thirteen issues in less than a second", found["thirteen issues counted"].wall < 1)
    print_target("whole analysis in less than 0.2 s", found["whole analysis"].wall < 0.2)


def main() -> None:
    times = runs(__doc__)
    compared(drawn(), times)
    scenario_times(times)


if __name__ == "__main__":
    main()
