"""Protocols that lock: what is signed stays signed, even when the rest fails."""

from playing import Playing


def sign(play: Playing, option: str) -> None:
    play.does("GOV", f"motion vote {option}")
    play.at_once("MOVE", "second")


def test_a_signed_protocol_cannot_be_proposed_against_or_reopened() -> None:
    play = Playing("protocols")
    sign(play, "SELF1")
    play.until("second")
    assert play.state.locked == {"SELF"}
    for line in ("propose SELF2 ARMS1", "motion reopen SELF", "motion vote SELF2"):
        assert play.refused("MOVE", line) == "LOCKED"
    play.does("MOVE", "propose SELF1 ARMS1")
    assert play.refused("GOV", "amend P1 SELF2") == "LOCKED"


def test_what_was_signed_stays_when_the_rest_fails() -> None:
    play = Playing("protocols")
    sign(play, "SELF1")
    play.to_the_end()
    assert play.stages == ["first", "second"]
    assert play.state.agreed == {"SELF": "SELF1"}
    assert play.outcome == "L2"


def test_what_was_signed_stays_when_the_whole_is_refused() -> None:
    play = Playing("protocols")
    for option, after in (("SELF1", "second"), ("ARMS1", "third"), ("RENT1", "signature")):
        sign(play, option)
        play.until(after)
    play.votes = {"MOVE": "no"}
    play.to_the_end()
    assert not play.verdicts[-1].passed
    assert play.state.locked == {"SELF", "ARMS"}
    assert {"SELF": "SELF1", "ARMS": "ARMS1"}.items() <= play.state.agreed.items()
    assert play.outcome == "L2"


def test_a_protocol_that_is_agreed_in_a_stage_without_lock_can_be_opened_again() -> None:
    play = Playing("protocols")
    for option, after in (("SELF1", "second"), ("ARMS1", "third")):
        sign(play, option)
        play.until(after)
    sign(play, "RENT1")
    play.wait(lambda: "RENT" in play.state.agreed)
    play.does("GOV", "motion reopen RENT")
    play.at_once("MOVE", "second")
    play.wait(lambda: play.state.ballot is None)
    assert play.state.agreed == {"SELF": "SELF1", "ARMS": "ARMS1"}


def test_one_protocol_after_another_and_then_the_whole() -> None:
    play = Playing("protocols")
    sign(play, "SELF1")
    play.until("second")
    sign(play, "ARMS1")
    play.until("third")
    sign(play, "RENT1")
    play.to_the_end()
    assert play.stages == ["first", "second", "third", "signature"]
    assert play.state.agreed == {"SELF": "SELF1", "ARMS": "ARMS1", "RENT": "RENT1"}
    assert play.outcome == "L1"
    assert play.state.dials["calm"] < 50, "who was left out is heard of"


def test_nothing_signed_is_nothing_locked() -> None:
    play = Playing("protocols")
    play.to_the_end()
    assert play.stages == ["first"]
    assert play.state.locked == set()
    assert play.outcome == "L3"


def test_who_was_not_admitted_cannot_speak() -> None:
    assert Playing("protocols").refused_now("COAST", 'speak "And we?"') == "NOT_PRESENT"
