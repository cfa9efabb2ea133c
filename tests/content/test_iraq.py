"""The shipped content: it loads clean, says what it should, and its package space is the one that was authored."""

from collections import Counter

import pytest
from attrs import evolve

from exercise.commands.loading import load
from exercise.content import find_scenario
from exercise.engine.game import Table
from exercise.model.scenario import Scenario, SeatKind
from exercise.players.arguing import FITTING
from exercise.players.voice import alike

CORE = ("FED", "OIL", "SEC", "EXE", "REL")
PARTIES = ("KA", "SCIRI", "DAWA", "SADR", "IAF", "TRIB", "INL")


def shipped(name: str) -> Scenario:
    path = find_scenario(name)
    assert path is not None
    loaded = load(path)
    assert [str(d) for d in loaded.diagnostics] == []
    assert loaded.scenario is not None
    return loaded.scenario


@pytest.fixture(scope="module")
def iraq() -> Scenario:
    return shipped("iraq-2006")


def accepting(table: Table, package: tuple[str, ...]) -> tuple[str, ...]:
    sheets = table.sheets
    return tuple(p for p in PARTIES if sheets.accepts(p, package, table.scenario.roles[p].reservation))


def test_the_package_space_is_the_one_that_was_tuned(iraq: Scenario) -> None:
    table = Table(iraq)
    assert table.sheets.core == CORE
    assert len(table.sheets.packages) == 6480
    assert sum(table.sheets.coherent(p) for p in table.sheets.packages) == 3880
    by_number = Counter(len(accepting(table, p)) for p in table.sheets.packages)
    assert dict(sorted(by_number.items())) == {0: 604, 1: 1679, 2: 1872, 3: 1224, 4: 662, 5: 346, 6: 81, 7: 12}


def test_hold_outs_among_all_but_one(iraq: Scenario) -> None:
    table = Table(iraq)
    held: Counter[str] = Counter()
    for package in table.sheets.packages:
        yes = accepting(table, package)
        if len(yes) == len(PARTIES) - 1:
            held.update(set(PARTIES) - set(yes))
    assert dict(held) == {"KA": 26, "SCIRI": 27, "DAWA": 2, "SADR": 16, "IAF": 6, "TRIB": 2, "INL": 2}


def test_each_party_accepts_as_many_packages_as_authored(iraq: Scenario) -> None:
    table = Table(iraq)
    accepted = Counter(p for package in table.sheets.packages for p in accepting(table, package))
    assert dict(accepted) == {
        "KA": 2585, "SCIRI": 2686, "DAWA": 1947, "SADR": 1640, "IAF": 1620, "TRIB": 1680, "INL": 1885,
    }  # fmt: skip


def test_the_pruned_zone_is_the_enumerated_zone_at_every_drift(iraq: Scenario) -> None:
    table = Table(iraq)
    base = {p: float(iraq.roles[p].reservation) for p in PARTIES}
    sizes = {}
    for shift in range(-6, 7):
        moved = {p: need + shift for p, need in base.items()}
        sizes[shift] = len(table.sheets.zone(moved))
    authored = {-6: 101, -5: 68, -4: 57, -3: 40, -2: 32, -1: 21, 0: 12, 1: 8, 2: 6, 3: 2, 4: 0, 5: 0, 6: 0}
    assert sizes == authored


@pytest.mark.parametrize(
    ("package", "yes"),
    [
        ("FED4 OIL5 SEC4 EXE1 REL5", "KA SCIRI DAWA"),
        ("FED5 OIL3 SEC4 EXE3 REL3", "KA SCIRI"),
        ("FED6 OIL4 SEC6 EXE5 REL3", "KA"),
        ("FED2 OIL2 SEC2 EXE2 REL2", "DAWA SADR IAF TRIB INL"),
        ("FED3 OIL3 SEC3 EXE3 REL4", "KA SCIRI DAWA IAF TRIB INL"),
        ("FED4 OIL3 SEC5 EXE2 REL4", "KA SCIRI DAWA SADR"),
    ],
)
def test_reference_packages_behave_as_in_history(iraq: Scenario, package: str, yes: str) -> None:
    assert accepting(Table(iraq), tuple(package.split())) == tuple(yes.split())


def test_every_party_brings_a_whole_brief(iraq: Scenario) -> None:
    issue_of = Table(iraq).issue_of
    seats = [s.id for s in iraq.seats if s.kind is SeatKind.PARTY] + ["MINOR"]
    for seat in seats:
        role = iraq.roles[seat]
        for part in (
            role.summary,
            role.brief,
            role.no_deal,
            role.split,
            role.opening,
            role.margin_why,
            role.weights_why,
        ):
            assert len(part.split()) > 5, seat
        assert role.walks_out_if
        assert role.positions
        assert set(role.sheet) == {issue.id for issue in iraq.issues}
        assert all(line.why for line in role.sheet.values())
        for issue in CORE:
            cards = [card for card in role.cards if issue_of[card.option] == issue]
            assert sum(card.side == "for" for card in cards) >= 3, (seat, issue)
            assert sum(card.side == "against" for card in cards) >= 2, (seat, issue)
            assert all(card.reply and card.answer for card in cards), (seat, issue)
            assert role.interests[issue]
            assert role.stances[issue]


def test_arguments_are_not_repeated_within_a_role(iraq: Scenario) -> None:
    for seat, role in iraq.roles.items():
        texts = [card.text for card in role.cards]
        assert len(set(texts)) == len(texts), seat


def test_every_large_community_can_argue_with_the_exit(iraq: Scenario) -> None:
    issue_of = Table(iraq).issue_of
    exits = {"S0.23", "S0.27", "S0.28"}
    sides = {
        seat.community
        for seat in iraq.seats
        for card in iraq.roles[seat.id].cards
        if issue_of.get(card.option) in CORE and not exits.isdisjoint(card.cites)
    }
    assert sides >= {"kurd", "shia", "sunni"}


def test_all_cards_and_decks_are_there(iraq: Scenario) -> None:
    later = shipped("iraq-2007")
    assert {card.id for card in later.injects} == {f"E{n:02}" for n in range(1, 40)}
    assert {card.id for card in iraq.injects} == {f"E{n:02}" for n in range(1, 40)} - {"E30"}
    assert {deck.id for deck in iraq.decks} >= {"quiet", "standard", "pressure"}


def test_all_predictions_are_there(iraq: Scenario) -> None:
    assert [f.id for f in iraq.findings if f.kind == "failure"] == [f"F{n:02}" for n in range(1, 32)]
    assert [f.id for f in iraq.findings if f.kind == "success"] == [f"C{n:02}" for n in range(1, 18)]
    assert [row.id for row in iraq.scoreboard] == [f"X{n:02}" for n in range(1, 12)]


def test_the_variant_says_only_what_differs() -> None:
    first, later = shipped("iraq-2006"), shipped("iraq-2007")
    assert later.roles == first.roles
    assert later.stages == first.stages
    assert {d.id: d.start for d in later.dials} != {d.id: d.start for d in first.dials}
    names = {s.id: s.name for s in first.seats}
    assert {s.id for s in later.seats if s.name != names[s.id]} == {"SCIRI", "TRIB"}
    assert [evolve(s, name=names[s.id]) for s in later.seats] == list(first.seats)
    assert later.issues == first.issues
    assert later.coherence == first.coherence
    assert [f.test for f in later.findings] == [f.test for f in first.findings]
    assert [card for card in later.injects if card.id != "E30"] == list(first.injects)


def test_every_question_of_a_role_has_an_answer_that_fits_in_the_role_it_is_put_to(iraq: Scenario) -> None:
    asked = {(seat, q.to, q.issue): q.text for seat, role in iraq.roles.items() for q in role.questions}
    ready = {(a.asker, seat, a.issue): a.text for seat, role in iraq.roles.items() for a in role.answers}
    assert set(ready) == set(asked)
    misfits = [key for key, text in asked.items() if alike(text, ready[key]) < FITTING]
    assert misfits == []
