"""Conditions set what they name, in every combination, and say what is wrong with them."""

from functools import cache

import attrs
import pytest

from exercise.commands.loading import scenario
from exercise.model.setup import Setup
from exercise.rehearsal.conditions import ConditionError, variations
from exercise.rehearsal.playing import Case
from exercise.room.opening import usual_players


@cache
def case(name: str = "iraq-2006") -> Case:
    found = scenario(name)
    return Case(found, Setup(players=usual_players(found), left_out=("E01",)))


def only(text: str) -> Case:
    (variation,) = variations(case(), [text])
    return variation.case


def test_nothing_that_varies_is_the_case_itself() -> None:
    (variation,) = variations(case(), [])
    assert variation.case is case()
    assert variation.title == "as set up"


def test_every_condition_sets_what_it_names() -> None:
    assert only("dial.trust=80").dials == {"trust": 80.0}
    assert only("deck=QUIET").setup.deck == "quiet"
    assert only("difficulty=-2").setup.shift == -2
    assert only("difficulty=easier").setup.shift == {d.id: d.shift for d in case().scenario.difficulties}["easier"]
    assert only("red_lines=warn").setup.red_lines == "warn"
    assert only("card.E05=off").setup.left_out == ("E01", "E05")
    assert only("card.E01=on").setup.left_out == ()
    assert only("mediator=none").setup.players["MED"] == "absent"
    assert only("seat.KA=hard-liner").setup.players["KA"] == "bot:hard-liner"
    assert only("seat.KA=absent").setup.players["KA"] == "absent"
    assert {only("bots=follower").setup.players[seat] for seat in ("KA", "IAF")} == {"bot:follower"}
    assert only("bots=follower").setup.players["MED"] == case().setup.players["MED"]


def test_combinations_are_all_there_in_order() -> None:
    found = variations(case(), ["dial.trust=20,80", "mediator=bot,none"])
    assert [variation.title for variation in found] == [
        "dial.trust=20, mediator=bot",
        "dial.trust=20, mediator=none",
        "dial.trust=80, mediator=bot",
        "dial.trust=80, mediator=none",
    ]


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (["trust"], "write for example dial.trust=20,80"),
        (["dial.trust="], "does not say what to vary"),
        (["weather=good"], "cannot be varied"),
        (["dail.trust=3"], "did you mean dial?"),
        (["dial.trusst=3"], "did you mean trust?"),
        (["dial.trust=130"], "from 0 to 100"),
        (["dial.trust=nan"], "from 0 to 100"),
        (["dial.trust=high"], "not high"),
        (["deck=quite"], "did you mean quiet?"),
        (["difficulty=hardest"], "from -10 to 10"),
        (["card.E05=maybe"], "there are on, off"),
        (["seat.KA=human"], "no style human"),
        (["dial.trust=1,2", "dial.trust=3"], "varied twice"),
        (["dial.trust=1,2,3,4,5,6,7,8,9", "dial.violence=1,2,3,4,5,6,7,8"], "72 combinations"),
    ],
)
def test_what_cannot_be_set_is_refused_in_words(texts: list[str], says: str) -> None:
    with pytest.raises(ConditionError, match=says.replace("?", r"\?")):
        variations(case(), texts)


def test_a_scenario_without_a_mediator_says_so() -> None:
    found = scenario("first-steps")
    seats = tuple(seat for seat in found.seats if seat.kind != "mediator")
    bare = Case(attrs.evolve(found, seats=seats), Setup())
    with pytest.raises(ConditionError, match="has no mediator"):
        variations(bare, ["mediator=none"])
