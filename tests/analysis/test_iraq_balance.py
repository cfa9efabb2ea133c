"""The zone of the shipped conference is as it was tuned. The figures are those with which the sheets were made."""

from collections.abc import Iterable, Mapping
from functools import cache

import pytest

from exercise.analysis.analysis import Analysis, Asked, analyse
from exercise.analysis.count import Count
from exercise.analysis.counts import boycotts, count_packages
from exercise.analysis.pruning import count_zone, find_zone
from exercise.analysis.space import Space, profile_for, space_of
from exercise.commands.loading import load, locate
from exercise.model.scenario import Scenario
from exercise.plain.balance.whole import told
from exercise.plain.wrapping import WIDTH, width

EIGHT = (604, 1679, 1872, 1224, 662, 346, 81, 12)
WITHOUT_RED_LINES = (64, 690, 1925, 1951, 1118, 590, 128, 14)


@cache
def iraq() -> Scenario:
    found = load(locate("iraq-2006")).scenario
    assert found is not None
    return found


def values(counts: Iterable[Count]) -> tuple[int, ...]:
    return tuple(count.value for count in counts)


def named(counts: Mapping[str, Count]) -> dict[str, int]:
    return {name: count.value for name, count in counts.items()}


def space() -> Space:
    return space_of(iraq())


def test_packages_by_who_accepts_them() -> None:
    counts = count_packages(space())
    assert (counts.total, counts.coherent, counts.zone.value, counts.deals.value) == (6480, 3880, 12, 12)
    assert values(counts.by_number) == EIGHT
    assert named(counts.hold_outs) == {"KA": 26, "SCIRI": 27, "DAWA": 2, "SADR": 16, "IAF": 6, "TRIB": 2, "INL": 2}
    assert named(counts.accepted_by) == {
        "KA": 2585, "SCIRI": 2686, "DAWA": 1947, "SADR": 1640, "IAF": 1620, "TRIB": 1680, "INL": 1885
    }  # fmt: skip


def test_packages_by_who_accepts_them_when_red_lines_do_not_bind() -> None:
    counts = count_packages(space(), red_lines=False)
    assert values(counts.by_number) == WITHOUT_RED_LINES
    assert counts.deals.value == 14
    assert named(counts.hold_outs) == {"KA": 54, "SCIRI": 30, "DAWA": 2, "SADR": 28, "IAF": 8, "TRIB": 4, "INL": 2}
    assert named(counts.accepted_by) == {
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


# The whole analysis


@cache
def analysed() -> Analysis:
    return analyse(iraq(), Asked(noise=300, agenda=True))


ZONE = """
FED3 OIL3 SEC3 EXE3 REL5  70.0 63.25 69.75 60.75 66.0 68.5 63.0  3.75
FED3 OIL3 SEC4 EXE3 REL4  71.75 68.75 59.0 62.75 62.25 70.0 59.75  3.0
FED3 OIL3 SEC3 EXE2 REL5  65.5 64.25 75.75 65.25 61.0 64.5 69.25  2.5
FED3 OIL2 SEC4 EXE2 REL3  64.25 64.5 64.0 66.0 62.0 69.0 67.25  2.25
FED3 OIL2 SEC4 EXE3 REL4  64.25 65.0 62.0 69.5 69.75 74.0 62.0  2.25
FED3 OIL2 SEC4 EXE3 REL3  68.75 63.5 58.0 61.5 67.0 73.0 61.0  2.0
FED3 OIL3 SEC3 EXE2 REL4  68.5 59.75 73.75 61.25 64.25 67.75 77.25  1.75
FED3 OIL2 SEC4 EXE2 REL2  63.75 59.25 63.5 64.0 62.75 69.5 76.25  1.25
FED3 OIL2 SEC3 EXE3 REL5  62.5 59.5 72.75 67.5 73.5 72.5 65.25  0.5
FED3 OIL4 SEC3 EXE2 REL5  66.75 61.25 66.75 60.0 58.5 66.5 62.5  0.5
FED2 OIL3 SEC4 EXE3 REL4  65.75 58.25 57.5 68.75 67.25 73.0 62.75  0.25
FED3 OIL2 SEC4 EXE3 REL2  68.25 58.25 57.5 59.5 67.75 73.5 70.0  0.25
"""


def test_the_twelve_deals() -> None:
    told = [
        f"{' '.join(deal.options)}  {' '.join(map(str, deal.utilities.values()))}  {deal.least}"
        for deal in analysed().deals
    ]
    assert told == ZONE.strip().splitlines()
    assert (analysed().frontier_inside, sum("MINOR" in deal.welcome for deal in analysed().deals)) == (11, 8)


def test_options_of_the_deals() -> None:
    used = {use.id: use.deals for use in analysed().options if use.deals}
    assert used == {
        "FED2": 1, "FED3": 11, "OIL2": 6, "OIL3": 5, "OIL4": 1, "SEC3": 5, "SEC4": 7, "EXE2": 5, "EXE3": 7,
        "REL2": 2, "REL3": 2, "REL4": 4, "REL5": 4,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("package", "worth", "stands"),
    [
        ("P2005", (73.75, 98.5, 64.75, 56.0, 12.75, 31.75, 21.0), "+++----"),
        ("PBG", (83.75, 79.25, 46.0, 41.75, 45.75, 59.0, 49.0), "++-----"),
        ("PUNION", (88.5, 48.75, 17.0, 20.5, 40.5, 50.25, 23.75), "+------"),
        ("PNAT", (41.5, 39.75, 78.25, 67.0, 79.75, 83.0, 96.75), "--+++++"),
        ("PREV", (73.0, 58.75, 67.75, 56.75, 69.25, 71.75, 71.0), "+++-+++"),
        ("PFREEZE", (68.0, 78.75, 57.5, 67.75, 39.75, 48.0, 54.25), "++++---"),
    ],
)
def test_reference_packages(package: str, worth: tuple[float, ...], stands: str) -> None:
    found = next(r for r in analysed().references if r.id == package)
    assert tuple(found.utilities.values()) == worth
    assert "".join("+" if party in found.accepted_by else "-" for party in found.utilities) == stands


def test_sensitivity() -> None:
    moves = analysed().sensitivity
    assert [count.value for count in moves.together.values()] == [101, 68, 57, 40, 32, 21, 12, 8, 6, 2, 0, 0, 0]
    assert {party: values(sizes.values()) for party, sizes in moves.singly.items()} == {
        "KA": (17, 14, 10, 6), "SCIRI": (16, 14, 7, 6), "DAWA": (13, 12, 10, 8), "SADR": (18, 14, 12, 9),
        "IAF": (18, 14, 11, 10), "TRIB": (14, 14, 12, 11), "INL": (14, 13, 12, 12),
    }  # fmt: skip
    assert named(moves.absent) == {"KA": 38, "SCIRI": 39, "DAWA": 14, "SADR": 28, "IAF": 18, "TRIB": 14, "INL": 14}


def test_noise_leaves_the_zone_about_as_large() -> None:
    # Other draws than those of the recorded figures (12; 7 to 17; never empty), so the middle may differ a little.
    noise = analysed().noise
    assert noise is not None
    assert 10 <= noise.median <= 14
    assert (6 <= noise.low <= 8) and (15 <= noise.high <= 19)
    assert noise.empty == 0


def test_thirteen_issues_in_detail() -> None:
    whole = analysed().agenda
    assert whole is not None
    assert (whole.packages, whole.clean_core, whole.clean_rest) == (2_531_250_000, 768, 43_200)
    assert (whole.deals.value, whole.deals.exact, whole.openings, whole.kept) == (604_226, True, 488, 12)
    assert whole.core_options is not None and whole.most_open is not None
    assert {option: n for option, n in whole.core_options.items() if n} == {
        "EXE2": 142, "EXE3": 152, "EXE4": 96, "EXE5": 98, "FED2": 161, "FED3": 212, "FED4": 115, "OIL2": 150, "OIL3": 153,
        "OIL4": 97, "OIL5": 88, "REL2": 87, "REL3": 111, "REL4": 151, "REL5": 139, "SEC2": 112, "SEC3": 133, "SEC4": 139,
        "SEC5": 104,
    }  # fmt: skip
    assert [f"{' '.join(opening.options)} {opening.ways}" for opening in whole.most_open] == [
        "FED3 OIL2 SEC4 EXE2 REL4 10232", "FED3 OIL2 SEC4 EXE3 REL4 9784", "FED3 OIL3 SEC3 EXE3 REL5 9310",
        "FED3 OIL3 SEC4 EXE3 REL4 9230", "FED3 OIL3 SEC4 EXE2 REL4 8493", "FED3 OIL2 SEC4 EXE3 REL5 8348",
        "FED3 OIL2 SEC4 EXE2 REL5 8159", "FED3 OIL3 SEC5 EXE3 REL4 7765",
    ]  # fmt: skip


def test_a_space_too_large_to_look_at_gives_the_same_deals_and_says_what_is_estimated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exact = analysed()
    monkeypatch.setattr("exercise.analysis.space.LISTED", 100)
    found = analyse(iraq())
    assert found.deals and [deal.options for deal in found.deals] == [deal.options for deal in exact.deals]
    assert (found.counts.deals.value, str(found.counts.deals.method)) == (12, "pruned")
    assert values(found.counts.hold_outs.values()) == values(exact.counts.hold_outs.values())
    assert values(found.sensitivity.together.values()) == values(exact.sensitivity.together.values())
    assert found.frontier is None
    for estimate, true in zip(found.counts.by_number[:-1], exact.counts.by_number, strict=False):
        assert not estimate.exact
        assert estimate.low <= true.value <= estimate.high
    lines = told(found)
    assert max(map(width, lines)) <= WIDTH
    text = " ".join(" ".join(lines).split())
    assert "Counted exactly, issue by issue" in text and "Estimated from a sample" in text and "about" in text
    assert "The whole frontier was not looked for" in text


def test_where_there_are_too_many_deals_near_a_sample_stands_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exercise.analysis.analysis.HELD", 5)
    found = analyse(iraq(), Asked(noise=10))
    assert not found.listed and found.deals == () and found.noise is None
    assert found.counts.deals.value == 12
    text = " ".join(" ".join(told(found)).split())
    assert "There are 12 deals, too many to list." in text and "too many packages near the zone" in text
