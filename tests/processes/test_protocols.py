"""Protocols that lock: what is signed stays signed, even when the rest fails."""

from playing import Playing


def sign(play: Playing, option: str) -> None:
    play.does("GOV", f"motion vote {option}")
    play.at_once("MOVE", "second")


def test_a_signed_protocol_cannot_be_proposed_against_or_reopened() -> None:
    play = Playing("protocols")
    sign(play, "SELF1")
    play.until("second")
    assert "SELF" in play.state.locked
    assert play.refused("MOVE", "propose SELF2 ARMS1") == "LOCKED"
    assert play.refused("GOV", "motion reopen SELF") == "LOCKED"


def test_what_was_signed_stays_when_the_rest_fails() -> None:
    play = Playing("protocols")
    sign(play, "SELF1")
    play.to_the_end()
    assert play.stages == ["first", "second"]
    assert play.state.agreed == {"SELF": "SELF1"}
    assert not play.state.success


def test_one_protocol_after_another_and_then_the_whole() -> None:
    play = Playing("protocols")
    sign(play, "SELF1")
    play.until("second")
    sign(play, "ARMS1")
    play.until("third")
    sign(play, "RENT1")
    play.to_the_end()
    assert play.stages == ["first", "second", "third", "signature"]
    assert play.state.success
    assert play.state.agreed == {"SELF": "SELF1", "ARMS": "ARMS1", "RENT": "RENT1"}
    assert play.state.dials["calm"] < 50, "who was left out is heard of"


def test_who_was_not_admitted_cannot_speak() -> None:
    refused = Playing("protocols").tries("COAST", 'speak "And we?"')
    assert refused is not None
    assert refused.code == "NOT_PRESENT"
