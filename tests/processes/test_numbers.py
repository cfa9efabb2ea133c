"""Weighted seats: 138 of 275 govern, 137 do not."""

from playing import Playing


def test_138_of_275_name_the_cabinet() -> None:
    play = Playing("numbers")
    play.votes = {"OLD": "no"}
    for seat in ("LIST", "NAT", "FREE"):
        play.does(seat, "support CAB1")
    play.to_the_end()
    assert play.stages == ["counting", "division", "writ"]
    assert "138 votes for; 138 are needed" in play.reasons
    assert play.outcome == "W1"


def test_137_never_come_to_a_division() -> None:
    play = Playing("numbers")
    for seat in ("LIST", "NAT"):
        play.does(seat, "support CAB1")
    play.to_the_end()
    assert play.stages == ["counting"]
    assert play.outcome == "W2"


def test_one_vote_that_is_promised_and_not_given_is_enough_to_fail() -> None:
    play = Playing("numbers")
    play.votes = {"OLD": "no", "FREE": "abstain"}
    for seat in ("LIST", "NAT", "FREE"):
        play.does(seat, "support CAB1")
    play.to_the_end()
    assert play.stages == ["counting", "division"]
    assert play.outcome == "W2"


def test_a_cabinet_that_also_settles_the_law_governs() -> None:
    play = Playing("numbers")
    play.votes = {"OLD": "no"}
    for seat in ("LIST", "NAT", "FREE"):
        play.does(seat, "support CAB1")
    play.until("writ")
    play.does("LIST", "motion vote OIL1")
    play.at_once("NAT", "second")
    play.to_the_end()
    assert play.state.agreed["OIL"] == "OIL1"
    assert play.outcome == "W3"
