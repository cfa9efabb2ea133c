"""Several tables with gates: a table opens when the one before it is done, and a break-up takes another way."""

from playing import Playing


def the_parties_agree(play: Playing) -> None:
    play.does("NORTH", "support FRM1")
    play.does("SOUTH", "support FRM1", "motion vote FRM1")
    play.at_once("NORTH", "second")


def test_each_table_opens_when_the_one_before_it_is_done() -> None:
    play = Playing("tiers")
    the_parties_agree(play)
    play.until("ring")
    assert play.state.agreed["FRM"] == "FRM1"
    play.does("EAST", "motion vote BRD1")
    play.at_once("WEST", "second")
    play.to_the_end()
    assert play.stages == ["inner", "ring", "inner_again", "support"]
    assert play.state.agreed == {"FRM": "FRM1", "BRD": "BRD1", "AID": "AID1"}
    assert play.outcome == "T1"


def test_a_table_that_reaches_nothing_keeps_the_next_one_shut() -> None:
    play = Playing("tiers")
    play.to_the_end()
    assert play.stages == ["inner", "contain"]
    assert play.outcome == "T2"


def test_neighbours_who_promise_nothing_send_the_question_to_containment() -> None:
    play = Playing("tiers")
    the_parties_agree(play)
    play.until("ring")
    play.does("EAST", "motion vote BRD2")
    play.at_once("WEST", "second")
    play.to_the_end()
    assert play.stages == ["inner", "ring", "contain"]


def test_nobody_acts_at_a_table_of_others() -> None:
    play = Playing("tiers")
    refused = play.tries("EAST", 'speak "We are next door."')
    assert refused is not None
    assert refused.code == "TABLE"


def test_an_option_waits_for_what_another_table_decides() -> None:
    play = Playing("tiers")
    assert play.refused("NORTH", "support FRM3") == "NOT_OPEN"
    the_parties_agree(play)
    play.until("ring")
    play.does("EAST", "motion vote BRD1")
    play.at_once("WEST", "second")
    play.until("inner_again")
    play.does("NORTH", "support FRM3")
    assert play.state.positions["NORTH"]["FRM"] == "FRM3"
