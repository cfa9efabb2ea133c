"""Where the days carry the zone: reckoned as the engine plays an exercise in which nobody says a word."""

import attrs
import pytest
from small import PLENARY, Play, hall

from exercise.analysis.analysis import Analysis, analyse
from exercise.analysis.verdict import Remark, judge
from exercise.commands.loading import scenario as shipped
from exercise.engine.sheets import Sheets
from exercise.model.scenario import Choice, ChoiceOption, Deck, Effects, Inject, Scenario
from exercise.plain.balance.moving import drift
from exercise.plain.balance.record import record
from exercise.plain.balance.section import Paper


def asked(rule: str, **effects: Effects) -> Choice:
    options = tuple(ChoiceOption(id, id.title(), "", what) for id, what in effects.items())
    return Choice("What now?", ("parties",), rule, options, tuple(effects)[-1], within=1)


CARDS = (
    Inject(
        "FLOOD", "High water", "The river is over the meadow.", window=(1, 3),
        effects=Effects({"trust": -4}, {"calm": (50, 2)}, {"N1": 1.5, "@subject": 2}), subject=("N1", "S1"),
        choice=asked("majority", share=Effects({"trust": 9}), wait=Effects({"calm": -3}, reservations={"L1": -2})),
    ),
    Inject("THEFT", "A theft", "Grain is gone.", choice=asked("each", give=Effects({"trust": 2}), keep=Effects({"trust": -0.5}))),
    Inject("SPARE", "A spare card", "Nobody planned it.", effects=Effects({"trust": -10})),
)  # fmt: skip
REACTIONS = {
    "day_ended": Effects({"calm": -1}),
    "session_ended": Effects({"trust": 0.1}),
    "inject": Effects({"calm": 0.5}),
    "agreed": Effects({"trust": 30}),
}


def course(**changes: object) -> Scenario:
    deck = Deck("two", "Two cards", {"FLOOD": 1, "THEFT": 3})
    return hall(PLENARY, **{"injects": CARDS, "decks": (deck,), "deck": "two", "reactions": REACTIONS, **changes})


def remarks(found: Analysis) -> dict[Remark, str]:
    return {finding.remark: finding.says for finding in judge(found)}


def test_it_is_what_comes_of_silence() -> None:
    made = course(injects=tuple(attrs.evolve(card, subject=("N2",)) for card in CARDS))
    found, play = analyse(made).drift, Play(made)
    play.sessions(15)
    assert play.state.day == 5
    assert play.state.dials == {"trust": found.dials["trust"][1], "calm": found.dials["calm"][1]}
    dials, sheets = dict(play.state.dials), Sheets(made)
    for party, need in found.needs.items():
        drawn = 2.0 if party == "N2" else 0.0
        assert play.state.shifts.get(party, 0.0) == need.by_cards + drawn
        assert need.last == sheets.reservation(party, dials, {party: need.by_cards}, 0.0)
        assert need.first == made.roles[party].reservation
    assert (found.cards, found.open) == (2, ("FLOOD",))


def test_needs_keep_within_the_limit_of_drift() -> None:
    far = attrs.evolve(CARDS[0], effects=Effects(reservations={"N1": 40}), choice=None)
    found = analyse(course(injects=(far, *CARDS[1:]))).drift
    assert found.needs["N1"].by_cards == 40
    assert found.needs["N1"].last == found.needs["N1"].first + course().settings.drift_limit


def test_a_scenario_without_news_stays_where_it_is() -> None:
    found = analyse(course(decks=(), deck="", reactions={}))
    assert found.drift.deals == found.counts.deals
    assert found.drift.dials == {}
    assert "stay as they are written" in drift(found, Paper()).says
    assert not {Remark.CLOSES, Remark.MOVES} & set(remarks(found))


@pytest.mark.parametrize(
    ("points", "remark", "says"),
    [
        (3, Remark.MOVES, "The days narrow the zone: with the cards as planned and no answer to any, there are 5 deals on the last instead of 7."),
        (8, Remark.CLOSES, "The days close the zone: with the cards as planned and no answer to any, 3 of 7 deals are left on the last."),
    ],
)  # fmt: skip
def test_what_the_days_do_to_the_zone_is_a_remark(points: float, remark: Remark, says: str) -> None:
    everybody = Effects(reservations=dict.fromkeys(("N1", "N2", "S1", "L1"), points))
    news = attrs.evolve(CARDS[0], effects=everybody, choice=None)
    wide = attrs.evolve(course().settings, drift_limit=8)
    found = analyse(course(injects=(news, *CARDS[1:]), reactions={}, settings=wide))
    assert remarks(found)[remark] == says


def test_the_conference_of_2006_loses_half_of_its_deals() -> None:
    found = analyse(shipped("iraq-2006"))
    assert (found.counts.deals.value, found.drift.deals.value) == (12, 6)
    assert found.drift.open == ("E25",)
    told = record(found)["drift"]
    assert told["dials"]["violence"] == {"first": 70.0, "last": 88.0}
    assert told["needs"]["IAF"]["last"] == found.drift.needs["IAF"].last
