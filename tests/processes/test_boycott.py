"""Boycott and absence: who stays away is not counted, and the text is carried without a community."""

from playing import Playing

from exercise.findings.assess import assess
from exercise.findings.assessment import Verdict


def enrol(play: Playing, west: str) -> None:
    play.does("WEST", f"participate {west}")
    play.does("EAST", "participate take_part")
    play.does("PORT", "participate take_part")


def b1(play: Playing) -> Verdict:
    return assess(play.room.game, play.state).finding("B1").verdict


def test_a_text_is_carried_without_the_community_that_boycotts() -> None:
    play = Playing("boycott")
    enrol(play, "boycott")
    play.to_the_end()
    assert play.verdicts[-1].absent == ("WEST",)
    assert play.outcome == "O1"
    assert b1(play) is Verdict.OCCURRED


def test_who_contests_is_outvoted_and_counted() -> None:
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
    assert not play.verdicts[-1].passed
    assert play.outcome == "O4"


def test_all_who_take_part_may_carry_it_together() -> None:
    play = Playing("boycott")
    enrol(play, "take_part")
    play.to_the_end()
    assert play.outcome == "O3"
