"""Law: every failure mode and success condition has one play that shows it and one that nearly does."""

import pytest
from plays import NEARLY, SHOWS, Builder
from plays_success import c07_no_drift
from stand_in import Play, shipped

from exercise.findings.assess import assess
from exercise.findings.assessment import Finding, Verdict
from exercise.model import events as e

FINDINGS = [entry["id"] for entry in shipped()["findings"]]


def finding(build: Builder, id: str) -> tuple[Play, Finding]:
    play = build()
    return play, assess(play.game, play.state).finding(id)


def test_no_finding_is_without_plays() -> None:
    missing = [id for id in FINDINGS if id not in SHOWS or id not in NEARLY]
    assert not missing, f"write a play that shows and one that nearly shows: {', '.join(missing)}"


def test_no_play_is_without_a_finding() -> None:
    assert set(SHOWS) == set(NEARLY) == set(FINDINGS)


@pytest.mark.parametrize("id", FINDINGS)
def test_one_play_shows_it_and_proves_it(id: str) -> None:
    play, found = finding(SHOWS[id], id)
    assert found.verdict is Verdict.OCCURRED
    assert found.evidence, "a verdict is never without its evidence"
    assert set(found.evidence) <= {event.n for event in play.events}


@pytest.mark.parametrize("id", FINDINGS)
def test_one_play_nearly_shows_it(id: str) -> None:
    _, found = finding(NEARLY[id], id)
    assert found.verdict is Verdict.AVERTED


def test_the_drift_of_a_quiet_day_is_no_ripeness() -> None:
    _, found = finding(c07_no_drift, "C07")
    assert found.verdict is Verdict.AVERTED


@pytest.mark.parametrize("id", FINDINGS)
def test_a_conference_that_has_hardly_begun_shows_nothing(id: str) -> None:
    _, found = finding(Play, id)
    assert found.verdict is Verdict.NOT_OBSERVABLE


def offices_shared() -> Play:
    play = Play().opens("REL")
    play.add("control", e.Noted("Late in the evening: offices shared by three blocs."))
    return play.failure()


def test_a_facilitators_note_shows_that_offices_were_shared() -> None:
    play, found = finding(offices_shared, "F04")
    assert found.verdict is Verdict.OCCURRED
    assert [type(play.events[n - 1].body) for n in found.evidence] == [e.Noted]


def test_forces_without_disarmament_on_the_agenda_show_nothing_about_arms() -> None:
    _, found = finding(lambda: Play().settlement(), "F16")
    assert found.verdict is Verdict.NOT_OBSERVABLE
    _, found = finding(lambda: Play().opens("MIL").settlement(), "F16")
    assert found.verdict is Verdict.OCCURRED


@pytest.mark.parametrize(
    ("answer", "ownership", "verdict"),
    [
        ("confirm", 50.0, Verdict.OCCURRED),
        ("confirm", 51.0, Verdict.AVERTED),
        ("silent", 50.0, Verdict.NOT_OBSERVABLE),
    ],
)
def test_confidence_in_the_prime_minister_is_a_way_of_picking_a_winner(
    answer: str, ownership: float, verdict: Verdict
) -> None:
    def build() -> Play:
        play = Play().day(3)
        play.card("E19", answer)
        return play.dials(ownership=ownership).failure()

    assert finding(build, "F19")[1].verdict is verdict
