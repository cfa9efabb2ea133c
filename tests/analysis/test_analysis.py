"""The whole analysis of small scenarios: points, options, sensitivity, references, rules, remarks."""

from pathlib import Path

import attrs
import pytest
from small import SCENARIO

from exercise.analysis.analysis import Analysis, Asked, NoSheetsError, analyse
from exercise.analysis.verdict import Remark, Weight, judge
from exercise.commands.loading import load, locate
from exercise.engine.sheets import Sheets
from exercise.model.role import RedLine
from exercise.model.scenario import Coherence, ReferencePackage, Rule, RuleKind, Scenario

PROCESSES = Path(__file__).parent.parent / "processes" / "scenarios"


def made(name: str) -> Scenario:
    found = load(PROCESSES / f"{name}.yaml").scenario
    assert found is not None
    return found


def with_role(scenario: Scenario, seat: str, **changes: object) -> Scenario:
    role = attrs.evolve(scenario.roles[seat], **changes)
    return attrs.evolve(scenario, roles={**scenario.roles, seat: role})


def first_steps() -> Scenario:
    found = load(locate("first-steps")).scenario
    assert found is not None
    return found


def remarks(found: Analysis) -> dict[Remark, tuple[str, ...]]:
    return {finding.remark: finding.about for finding in judge(found)}


def test_every_package_is_judged_as_the_engine_judges_it() -> None:
    found, sheets = analyse(SCENARIO), Sheets(SCENARIO)
    content = {
        package: tuple(p for p in sheets.parties if sheets.accepts(p, package, SCENARIO.roles[p].reservation))
        for package in sheets.packages
    }
    tally: dict[tuple[str, ...], int] = {}
    for who in content.values():
        tally[who] = tally.get(who, 0) + 1
    assert found.counts.coalitions == tally
    assert found.counts.coherent == sum(sheets.coherent(package) for package in sheets.packages)
    deals = {p for p, who in content.items() if who == sheets.parties and sheets.coherent(p)}
    assert {deal.options for deal in found.deals} == deals
    for deal in found.deals:
        for party in sheets.parties:
            assert deal.utilities[party] == sheets.utility(party, deal.options) / 100


def test_first_steps() -> None:
    found = analyse(first_steps())
    assert (found.counts.total, found.counts.deals.value, len(found.deals)) == (9, 2, 2)
    assert {mark for deal in found.deals for mark in deal.marks} == {"nash", "kalai-smorodinsky", "maximin"}
    assert Remark.SMALL in remarks(found)
    assert all(f.weight is not Weight.PROBLEM for f in judge(found))


def test_difficulty_moves_every_reservation() -> None:
    easier, harder = analyse(SCENARIO, Asked(shift=-5)), analyse(SCENARIO, Asked(shift=5))
    assert easier.reservations == {party: n - 5 for party, n in analyse(SCENARIO).reservations.items()}
    assert easier.counts.deals.value > harder.counts.deals.value


def test_red_lines_that_only_warn_close_nothing() -> None:
    warned = attrs.evolve(SCENARIO, settings=attrs.evolve(SCENARIO.settings, red_lines="warn"))
    bound, free = analyse(SCENARIO), analyse(warned)
    assert free.red_lines == "warn"
    assert free.counts == bound.unbound
    assert analyse(SCENARIO, Asked(red_lines="warn")).counts == free.counts


def test_rules_of_the_vote() -> None:
    patrons, numbers, fiat = (analyse(made(name)) for name in ("patrons", "numbers", "fiat"))
    assert [(r.presumed, r.packages and r.packages.value) for r in patrons.rules] == [(("PATRON",), 5)]
    assert patrons.counts.accepted_by["ALFA"].value == 5
    assert numbers.counts.deals.value == 0 and numbers.rules[0].packages is not None
    assert numbers.rules[0].packages.value == 2
    assert [r.packages for r in fiat.rules if r.kind == "fiat"] == [None]


def test_an_empty_zone_is_a_problem_unless_somebody_can_be_outvoted() -> None:
    told = {f.remark: f for f in judge(analyse(made("numbers")))}[Remark.NO_ZONE]
    assert told.weight is Weight.ADVICE and "OLD" in told.advice
    hardened = with_role(first_steps(), "HILL", margin=60)
    found = analyse(hardened)
    told = {f.remark: f for f in judge(found)}[Remark.NO_ZONE]
    assert told.weight is Weight.PROBLEM and "HILL" in told.advice
    assert found.deals == () and found.sensitivity.slack == dict.fromkeys(found.parties)


def test_a_role_that_cannot_win_or_cannot_lose() -> None:
    assert remarks(analyse(with_role(first_steps(), "HILL", batna=100, margin=20)))[Remark.CANNOT_WIN] == ("HILL",)
    assert remarks(analyse(with_role(first_steps(), "MILL", batna=0, margin=0)))[Remark.ALWAYS_WINS] == ("MILL",)


def test_a_party_without_a_sheet_is_named() -> None:
    assert remarks(analyse(with_role(first_steps(), "MILL", sheet={}, weights={})))[Remark.UNSCORED] == ("MILL",)


def test_no_sheets_at_all() -> None:
    bare = first_steps()
    for seat in ("HILL", "MILL", "FERRY"):
        bare = with_role(bare, seat, sheet={}, weights={})
    with pytest.raises(NoSheetsError):
        analyse(bare)


def test_options_that_are_no_choice() -> None:
    scenario = first_steps()
    issue = scenario.issues[0].id
    for seat in ("HILL", "MILL", "FERRY"):
        line = scenario.roles[seat].sheet[issue]
        worse = attrs.evolve(line, values={**line.values, "BRG3": 0})
        scenario = with_role(scenario, seat, sheet={**scenario.roles[seat].sheet, issue: worse})
    uses = {use.id: use for use in analyse(scenario).options}
    assert uses["BRG3"].unvalued and uses["BRG3"].dominated_by == "BRG1" and uses["BRG3"].deals == 0
    assert not uses["BRG1"].unvalued and not uses["BRG1"].dominated_by
    barred = scenario
    for option in ("BRG1", "BRG2", "BRG3"):
        lines = (*barred.roles["HILL"].red_lines, RedLine(option, "no"))
        barred = with_role(barred, "HILL", red_lines=lines)
    found = analyse(barred)
    assert remarks(found)[Remark.BARRED] == (issue,)
    assert {use.id for use in found.options if use.barred_by == ("HILL",)} >= {"BRG1", "BRG2", "BRG3"}


def test_reference_packages_and_their_distance() -> None:
    deal = analyse(SCENARIO, Asked(shift=-10)).deals[0].options
    packages = (
        ReferencePackage("DEAL", "a deal", deal),
        ReferencePackage("HALF", "half of it", deal[:1]),
        ReferencePackage("ODD", "does not fit", ("a3", "b1", "c1")),
    )
    found = {r.id: r for r in analyse(attrs.evolve(SCENARIO, reference_packages=packages), Asked(shift=-10)).references}
    assert (found["DEAL"].changes, found["DEAL"].steps, found["DEAL"].accepted_by) == (0, 0, ("N1", "N2", "S1", "L1"))
    assert found["HALF"].open == ("B", "C") and found["HALF"].changes == 2
    assert not found["ODD"].coherent and found["ODD"].red_lines == {"N1": ("a3",)}
    assert analyse(attrs.evolve(SCENARIO, reference_packages=packages), Asked(shift=40)).references[0].nearest == ()


def test_each_dial_moves_the_zone_as_the_engine_moves_reservations() -> None:
    found, sheets = analyse(SCENARIO), Sheets(SCENARIO)
    swings = {swing.id: swing for swing in found.dials}
    assert set(swings) == {"trust", "calm"}
    for swing in swings.values():
        for reading, size in swing.sizes.items():
            need = {p: sheets.reservation(p, {swing.id: reading}, {}, 0.0) for p in sheets.parties}
            assert size.value == sum(sheets.coherent(package) for package in sheets.zone(need)), (swing.id, reading)
        assert swing.sizes[round(swing.start)].value == found.counts.deals.value


def test_noise_is_stable_and_follows_the_deals() -> None:
    first = analyse(first_steps(), Asked(noise=40, seed=9))
    assert first.noise is not None and first == analyse(first_steps(), Asked(noise=40, seed=9))
    assert analyse(first_steps(), Asked(noise=40, seed=10)).noise != first.noise
    assert first.noise.low <= first.noise.median <= first.noise.high
    assert [deal.kept for deal in first.deals] == list(first.noise.kept)


def test_a_majority_can_pass_what_not_everybody_accepts() -> None:
    rules = (Rule("most", RuleKind.MAJORITY),)
    found = analyse(attrs.evolve(SCENARIO, rules=rules, stages=()))
    count = found.rules[0].packages
    assert count is not None
    assert count.value == sum(n for c, n in found.counts.fitting.items() if len(c) > 2)


@pytest.mark.parametrize(
    ("shift", "red_lines", "remark"),
    [
        (-30, "warn", Remark.TOO_WIDE),
        (-15, "bind", Remark.EASY),
        (-9, "bind", Remark.COMFORTABLE),
        (-6, "bind", Remark.DEMANDING),
        (0, "bind", Remark.HARD),
        (4, "bind", Remark.NO_ZONE),
    ],
)
def test_the_size_of_the_zone_is_judged(shift: float, red_lines: str, remark: Remark) -> None:
    iraq = load(locate("iraq-2006")).scenario
    assert iraq is not None
    sizes = {
        Remark.TOO_WIDE,
        Remark.EASY,
        Remark.COMFORTABLE,
        Remark.DEMANDING,
        Remark.HARD,
        Remark.NO_ZONE,
        Remark.SMALL,
    }
    assert sizes & set(remarks(analyse(iraq, Asked(shift=shift, red_lines=red_lines)))) == {remark}


def test_rules_that_speak_of_their_own_issue_change_nothing_but_what_the_engine_refuses() -> None:
    rules = (
        Coherence("a1", "a1 is not a2 anyway", excluded=("a2",)),
        Coherence("b1", "b1 is shut", allowed={"B": ("b2", "b3")}),
    )
    scenario = attrs.evolve(SCENARIO, coherence=rules)
    sheets = Sheets(scenario)
    found = analyse(scenario)
    assert found.counts.coherent == sum(sheets.coherent(package) for package in sheets.packages) == 18
    deals = {
        p for p in sheets.packages if sheets.coherent(p) and all(sheets.accepts(s, p, 45.0) for s in sheets.parties)
    }
    assert {deal.options for deal in found.deals} == deals
