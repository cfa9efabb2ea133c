"""The zone of the shipped conference is as it was tuned. The figures are those with which the sheets were made."""

from functools import cache

from exercise.analysis.counts import boycotts, count_packages
from exercise.analysis.pruning import count_zone, find_zone
from exercise.analysis.space import Space, profile_for, space_of
from exercise.commands.loading import load, locate
from exercise.model.scenario import Scenario

EIGHT = (604, 1679, 1872, 1224, 662, 346, 81, 12)
WITHOUT_RED_LINES = (64, 690, 1925, 1951, 1118, 590, 128, 14)


@cache
def iraq() -> Scenario:
    found = load(locate("iraq-2006")).scenario
    assert found is not None
    return found


def space() -> Space:
    return space_of(iraq())


def test_packages_by_who_accepts_them() -> None:
    counts = count_packages(space())
    assert (counts.total, counts.coherent, counts.zone, counts.deals) == (6480, 3880, 12, 12)
    assert counts.by_number == EIGHT
    assert counts.hold_outs == {"KA": 26, "SCIRI": 27, "DAWA": 2, "SADR": 16, "IAF": 6, "TRIB": 2, "INL": 2}
    assert counts.accepted_by == {
        "KA": 2585, "SCIRI": 2686, "DAWA": 1947, "SADR": 1640, "IAF": 1620, "TRIB": 1680, "INL": 1885
    }  # fmt: skip


def test_packages_by_who_accepts_them_when_red_lines_do_not_bind() -> None:
    counts = count_packages(space(), red_lines=False)
    assert counts.by_number == WITHOUT_RED_LINES
    assert counts.deals == 14
    assert counts.hold_outs == {"KA": 54, "SCIRI": 30, "DAWA": 2, "SADR": 28, "IAF": 8, "TRIB": 4, "INL": 2}
    assert counts.accepted_by == {
        "KA": 3394, "SCIRI": 2999, "DAWA": 2425, "SADR": 2079, "IAF": 2511, "TRIB": 2420, "INL": 2853
    }  # fmt: skip


def test_boycott_patterns() -> None:
    wanted = {
        ("kurd", "shia", "sunni"): (293, 649),
        ("shia", "sunni", "kurd"): (281, 518),
        ("kurd", "sunni", "shia"): (136, 223),
    }
    bound, free = (boycotts(iraq(), count_packages(space(), red)) for red in (True, False))
    assert {pattern: (bound[pattern], free[pattern]) for pattern in wanted} == wanted


def test_the_zone_moves_with_all_reservations() -> None:
    sizes = [len(find_zone(space().moved(space().need + 100 * d))) for d in range(-6, 7)]
    assert sizes == [101, 68, 57, 40, 32, 21, 12, 8, 6, 2, 0, 0, 0]


def test_thirteen_issues_are_counted_exactly() -> None:
    issues = [issue.id for issue in iraq().issues]
    full = space_of(iraq(), issues=issues, profile=profile_for(iraq(), issues))
    assert full.size == 2_531_250_000
    by_core = count_zone(full, [n for n, issue in enumerate(iraq().issues) if issue.core])
    assert (int(by_core.sum()), int((by_core > 0).sum())) == (604_226, 488)
    assert sorted(by_core.tolist())[-3:] == [9_310, 9_784, 10_232]
