"""Boycott and absence: who stays away leaves the denominator, so that its vote decides only where it comes to give it."""

from playing import Playing

from exercise.findings.assess import assess
from exercise.findings.assessment import Verdict


def enrol(play: Playing, west: str) -> None:
    play.does("WEST", f"participate {west}")
    play.does("EAST", "participate take_part")
    play.does("PORT", "participate take_part")


def b1(play: Playing) -> Verdict:
    return assess(play.room.game, play.state).finding("B1").verdict


def test_one_yes_is_enough_where_the_west_boycotts() -> None:
    play = Playing("boycott")
    play.votes = {"PORT": "abstain"}
    enrol(play, "boycott")
    play.to_the_end()
    assert play.verdicts[-1].absent == ("WEST",)
    assert play.reasons == ["1 for, 0 against"]
    assert play.state.agreed == {"CON": "CON1"}
    assert play.outcome == "O1"
    assert b1(play) is Verdict.OCCURRED


def test_the_same_votes_are_not_enough_where_the_west_comes_and_votes_no() -> None:
    play = Playing("boycott")
    play.votes = {"PORT": "abstain", "WEST": "no"}
    enrol(play, "contest")
    play.to_the_end()
    assert play.reasons == ["1 for, 1 against"]
    assert play.state.agreed == {}
    assert play.outcome == "O4"
    assert b1(play) is Verdict.AVERTED


def test_who_contests_may_be_outvoted_and_is_counted() -> None:
    play = Playing("boycott")
    play.votes = {"WEST": "no"}
    enrol(play, "contest")
    play.to_the_end()
    assert play.verdicts[-1].no == ("WEST",)
    assert play.outcome == "O2"
    assert b1(play) is Verdict.AVERTED


def test_two_who_stay_away_leave_no_quorum() -> None:
    play = Playing("boycott", PORT="absent")
    play.does("WEST", "participate boycott")
    play.does("EAST", "participate take_part")
    play.to_the_end()
    assert play.verdicts[-1].absent == ("WEST", "PORT")
    assert play.reasons == ["no quorum: 1 of 2 voted"]
    assert play.outcome == "O4"


def test_all_who_take_part_may_carry_it_together() -> None:
    play = Playing("boycott")
    enrol(play, "take_part")
    play.to_the_end()
    assert play.verdicts[-1].absent == ()
    assert play.outcome == "O3"


def test_who_boycotts_has_no_word_until_it_comes_back() -> None:
    play = Playing("boycott")
    play.votes = {"WEST": "no", "PORT": "abstain"}
    enrol(play, "boycott")
    play.until("house")
    assert play.refused_now("WEST", 'speak "This is not our law."') == "AWAY"
    play.at_once("WEST", "return")
    play.to_the_end()
    assert play.verdicts[-1].no == ("WEST",)
    assert play.outcome == "O4"
