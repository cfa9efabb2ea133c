"""Verdicts, outcomes, scoreboard and warnings over whole exercises."""

import re
from collections.abc import Callable

import pytest
from plays import NEARLY, SHOWS
from plays_success import c06_shows
from stand_in import CORE, MIDDLE, Play, shipped, table

from exercise.engine.expressions import Expressions
from exercise.engine.vocabulary import known
from exercise.findings.assess import MOST_EVIDENCE, assess, warnings
from exercise.model import events as e

FED6 = ("FED6", *MIDDLE[1:])


def declared() -> Play:
    play = Play()
    play.add("KA", e.Declared("N1", "FED6"))
    return play.failure()


def partition(fed: str) -> Play:
    """All three communities say yes, one party in one of them no, and no core question stays open."""
    return Play().day(14).vote((fed, *MIDDLE[1:]), no=("SADR",), passed=True).end(True)


OUTCOMES: dict[str, Callable[[], Play]] = {
    "settlement": c06_shows,
    "settlement_role_open": lambda: Play().settlement(),
    "stopped_by_community": lambda: Play().day(14).vote(no=("IAF", "TRIB"), passed=False).end(False),
    "deal_without_community": SHOWS["F01"],
    "cosmetic_cabinet": SHOWS["F04"],
    "partial_agreement": lambda: Play().agrees("FED3", "OIL3").failure(),
    "union": lambda: partition("FED6"),
    "three_regions": lambda: partition("FED5"),
    "break_up": declared,
    "collapse": lambda: Play().dials(fragmentation=75.0).failure(),
    "expiry": lambda: Play().failure(),
    "broken_off": lambda: Play().day(11).end(False, "deadlock"),
}


def test_every_outcome_is_reached_here() -> None:
    assert set(OUTCOMES) == {entry["id"] for entry in shipped()["outcomes"]}


@pytest.mark.parametrize("id", OUTCOMES)
def test_the_first_outcome_that_fits_is_taken(id: str) -> None:
    play = OUTCOMES[id]()
    assert assess(play.game, play.state).outcome.id == id


@pytest.mark.parametrize("id", OUTCOMES)
def test_verdicts_are_the_same_where_nobody_asks_for_evidence(id: str) -> None:
    play = OUTCOMES[id]()
    proven, bare = assess(play.game, play.state), assess(play.game, play.state, evidence=False)
    assert any(finding.evidence for finding in proven.findings) or id == "broken_off"
    assert not any(finding.evidence for finding in bare.findings)
    assert not any(score.evidence for score in bare.scoreboard)
    assert bare.outcome == proven.outcome
    assert [(f.id, f.verdict, f.warning) for f in bare.findings] == [
        (f.id, f.verdict, f.warning) for f in proven.findings
    ]
    assert [score.sources for score in bare.scoreboard] == [score.sources for score in proven.scoreboard]


def test_while_the_talks_go_on_there_is_no_outcome_and_no_score() -> None:
    play = Play().agrees("FED3")
    found = assess(play.game, play.state)
    assert found.outcome.id == "going_on"
    assert not any(score.sources for score in found.scoreboard)


def test_every_answer_of_a_source_is_borne_out_somewhere_and_not_everywhere() -> None:
    plays = [build() for build in (*SHOWS.values(), *NEARLY.values(), *OUTCOMES.values(), *BORNE_OUT)]
    boards = [{score.id: score.sources for score in assess(p.game, p.state).scoreboard} for p in plays]
    for row in shipped()["scoreboard"]:
        for source in row["borne_out"]:
            seen = {source in board[row["id"]] for board in boards}
            assert seen == {True, False}, (row["id"], source)


def _troops(role: str, fed: str = "FED5", violence: float = 50.0) -> Callable[[], Play]:
    def build() -> Play:
        play = Play().opens("INT", "MIL", "NBR", "MIN").settlement("MIL2", "NBR4", "MIN3", fed=fed)
        play.add("clock", e.RoleDecided(role))
        return play.epilogue(violence=violence)

    return build


def _exhausted() -> Play:
    return Play().dials(fighter_exhaustion=60.0).settlement()


def _tired_public() -> Play:
    return Play().dials(fighter_exhaustion=30.0, war_weariness=80.0).failure()


def _obeyed() -> Play:
    play = Play()
    play.add("US", e.Pressed("US", "DAWA", "FED3", True))
    return play.settlement()


def _neighbours() -> Play:
    play = Play().opens("NBR")
    play.add("KA", e.Argued("A1", "for", "NBR4", "Each of them gains.", "NBR", "NBR4", ("S1.26",)))
    for day in (2, 6, 10, 13):
        play.day(day).add("US", e.Pledged(f"G{day}", "enforcement", "money"))
    return play.settlement("NBR4")


def _closing_window() -> Play:
    return Play().day(6).shift(35.0, "KA").failure()


def _split_vote() -> Play:
    return Play().day(14).vote(no=("SADR",), passed=True).end(True)


BORNE_OUT = [
    _troops("INT2"), _troops("INT5"), _troops("INT3", "FED3"), _exhausted, _tired_public, _obeyed, _neighbours, _closing_window,
    _split_vote,
]  # fmt: skip


def test_evidence_is_sorted_and_the_newest_of_much() -> None:
    play = Play()
    numbers = [play.add("clock", e.DialMoved("fighter_exhaustion", 50.0, float(n))) for n in range(100)]
    finding = assess(play.game, play.failure().state).finding("F08")
    assert finding.evidence == tuple(numbers[-MOST_EVIDENCE:])


def test_old_evidence_is_found_in_a_long_log() -> None:
    play = Play()
    proof = play.add("clock", e.DialMoved("fighter_exhaustion", 50.0, 30.0))
    for n in range(150):
        play.add("clock", e.DialMoved("violence", 50.0, float(n % 50)))
    assert assess(play.game, play.failure().state).finding("F08").evidence == (proof,)


def test_warnings_come_early_and_end_with_the_talks() -> None:
    play = Play().day(10)
    assert {"F02", "F18", "F31"} <= set(warnings(play.game, play.state))
    found = assess(play.game, play.state)
    assert {f.id for f in found.findings if f.warning} == set(warnings(play.game, play.state))
    play.failure()
    assert warnings(play.game, play.state) == ()


def test_every_warning_can_come_and_can_stay_away() -> None:
    warned = {entry["id"] for entry in shipped()["findings"] if entry.get("warning")}
    quiet = Play()
    assert not warnings(quiet.game, quiet.state)
    play = Play().opens("NBR").focus(*CORE)
    play.text("FED1", "SEC5", "MIL5", "NBR5")
    play.refuses("FED1", "KA", "IAF")
    play.dials(
        ownership=30.0, patron_alignment=20.0, fighter_exhaustion=20.0, trust=10.0, fragmentation=74.0, spoilers=80.0,
        displacement=80.0,
    )  # fmt: skip
    play.day(10)
    play.add("US", e.Endorsed("INL"))
    play.dials(ownership=20.0)
    play.card("E26", "let_run")
    play.card("E17", "play_down")
    play.add("IAF", e.WalkedOut())
    play.add("TRIB", e.WalkedOut())
    play.add("SADR", e.Moved("M1", "replace_mediator"))
    play.shift(40.0)
    found = set(warnings(play.game, play.state))
    play.text("FED5", "OIL4")
    play.dials(public_support=20.0, enforcement=10.0)
    play.agrees("FED3", "OIL3", "REL3")
    assert found | set(warnings(play.game, play.state)) == warned


def test_a_broken_test_is_not_observable() -> None:
    play = Play(violence=50.0).failure()
    broken = next(mode for mode in play.game.scenario.findings if mode.id == "F08")
    facts = play.facts
    assert play.game.table.expressions.ask(broken.test.replace("fighter_exhaustion", "weather"), facts) is None


def test_the_shipped_expressions_are_sound() -> None:
    scenario, cel = table().scenario, Expressions()
    names = {kind: ids for kind, ids in known(scenario).items() if kind not in ("claims", "choice")}
    for mode in scenario.findings:
        for source in filter(None, (mode.test, mode.observable, mode.warning)):
            assert cel.check(source, names) == [], (mode.id, source)
        assert mode.observable
        assert mode.evidence
    for source in [o.when for o in scenario.outcomes] + [w for r in scenario.scoreboard for w in r.borne_out.values()]:
        assert cel.check(source, names) == []
    for one in (*scenario.findings, *scenario.scoreboard):
        assert [cel.check_evidence(entry, names) for entry in one.evidence] == [[]] * len(one.evidence), one.id


def test_all_predictions_of_the_sources_are_there_in_plain_words() -> None:
    found = shipped()["findings"]
    assert [f["id"] for f in found] == [f"F{n:02}" for n in range(1, 32)] + [f"C{n:02}" for n in range(1, 18)]
    assert [row["id"] for row in shipped()["scoreboard"]] == [f"X{n:02}" for n in range(1, 12)]
    for entry in found:
        assert 15 <= len(entry["says"].split()) <= 40, entry["id"]
        assert entry["kind"] == ("failure" if entry["id"].startswith("F") else "success")
        assert (entry.get("severity", 0) in (1, 2, 3, 4)) is entry["id"].startswith("F")
        assert all(re.fullmatch(r"S[012]\.\d+", claim) for claim in entry["claims"])
