"""Weighted seats: 138 of 275 govern, 137 do not."""

from playing import Playing

ENOUGH = "138 votes for; 138 are needed"
ONE_SHORT = "137 votes for; 138 are needed"


def behind_it(*seats: str) -> Playing:
    """These seats are on record for a new cabinet; the old one votes against it."""
    play = Playing("numbers")
    play.votes = {"OLD": "no"}
    for seat in seats:
        play.does(seat, "support CAB1")
    return play


def test_138_of_275_name_the_cabinet() -> None:
    play = behind_it("LIST", "NAT", "FREE")
    play.to_the_end()
    assert play.stages == ["counting", "division", "writ"]
    assert play.reasons == [ENOUGH]
    assert play.state.agreed == {"CAB": "CAB1"}
    assert play.outcome == "W1"


def test_137_never_come_to_a_division() -> None:
    play = behind_it("LIST", "NAT")
    play.to_the_end()
    assert play.stages == ["counting"]
    assert play.reasons == []
    assert play.outcome == "W2"


def test_one_vote_that_is_promised_and_not_given_is_enough_to_fail() -> None:
    play = behind_it("LIST", "NAT", "FREE")
    play.votes |= {"FREE": "abstain"}
    play.to_the_end()
    assert play.stages == ["counting", "division"]
    assert play.reasons == [ONE_SHORT]
    assert play.state.agreed == {}
    assert play.outcome == "W2"


def test_the_largest_delegation_alone_is_one_short_too() -> None:
    play = behind_it("OLD")
    play.votes = dict.fromkeys(("LIST", "NAT", "FREE"), "no")
    play.does("OLD", "motion vote CAB2")
    play.at_once("NAT", "second")
    for seat in ("LIST", "NAT"):
        play.at_once(seat, "vote yes")
    play.wait(lambda: ONE_SHORT in play.reasons)
    assert play.state.agreed == {}


def test_a_cabinet_that_also_settles_the_law_governs() -> None:
    play = behind_it("LIST", "NAT", "FREE")
    play.until("writ")
    play.does("LIST", "motion vote OIL1")
    play.at_once("NAT", "second")
    play.to_the_end()
    assert play.reasons == [ENOUGH, "3 for, 1 against", ENOUGH]
    assert play.state.agreed == {"CAB": "CAB1", "OIL": "OIL1"}
    assert play.outcome == "W3"


def test_in_the_new_house_the_law_fails_by_one() -> None:
    play = behind_it("LIST", "NAT", "FREE")
    play.until("writ")
    play.votes |= {"FREE": "no"}
    play.does("LIST", "motion vote OIL1")
    play.at_once("NAT", "second", "vote yes")
    play.at_once("LIST", "vote yes")
    play.at_once("FREE", "vote yes")
    play.to_the_end()
    assert play.reasons[-1] == ONE_SHORT
    assert play.outcome == "W1"
