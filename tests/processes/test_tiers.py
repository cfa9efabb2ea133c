"""Several tables with gates: a table opens when the one before it is done, and a break-up takes another way."""

from playing import Playing


def agree(play: Playing, first: str, second: str, option: str) -> None:
    play.does(first, f"motion vote {option}")
    play.at_once(second, "second")
    play.wait(lambda: option in play.state.agreed.values())


def at_the_ring() -> Playing:
    """The parties have agreed on a frame, and the neighbours meet."""
    play = Playing("tiers")
    agree(play, "NORTH", "SOUTH", "FRM1")
    play.until("ring")
    return play


def test_each_table_opens_when_the_one_before_it_is_done() -> None:
    play = at_the_ring()
    agree(play, "EAST", "WEST", "BRD1")
    play.to_the_end()
    assert play.stages == ["inner", "ring", "inner_again", "support"]
    assert play.state.agreed == {"FRM": "FRM1", "BRD": "BRD1", "AID": "AID1"}
    assert play.outcome == "T1"


def test_a_table_that_reaches_nothing_keeps_the_next_one_shut() -> None:
    play = Playing("tiers")
    play.to_the_end()
    assert play.stages == ["inner", "contain"]
    assert play.state.agreed == {"AID": "AID2"}
    assert play.outcome == "T2"


def test_one_party_that_refuses_the_frame_keeps_the_neighbours_waiting() -> None:
    play = Playing("tiers")
    play.does("NORTH", "motion vote FRM1")
    play.at_once("SOUTH", "second", "vote yes")
    play.at_once("NORTH", "vote yes", "vote yes")
    play.at_once("SOUTH", "vote no")
    play.to_the_end()
    assert "ring" not in play.stages
    assert play.outcome == "T2"


def test_neighbours_who_promise_nothing_send_the_question_to_containment() -> None:
    play = at_the_ring()
    agree(play, "EAST", "WEST", "BRD2")
    play.to_the_end()
    assert play.stages == ["inner", "ring", "contain"]
    assert play.state.agreed == {"FRM": "FRM1", "BRD": "BRD2", "AID": "AID2"}
    assert play.outcome == "T2"


def test_a_power_that_will_not_pay_leaves_it_at_talk() -> None:
    play = at_the_ring()
    play.votes = {"POWER": "no"}
    agree(play, "EAST", "WEST", "BRD1")
    play.to_the_end()
    assert play.stages[-1] == "support"
    assert play.state.agreed == {"FRM": "FRM1", "BRD": "BRD1"}
    assert play.outcome == "T3"


def test_a_table_waits_for_its_turn() -> None:
    play = Playing("tiers")
    for line in ('speak "We are next door."', "support BRD1", "second"):
        assert play.refused_now("EAST", line) == "TABLE", line
    play = at_the_ring()
    play.does("EAST", 'speak "Now it is our turn."')
    assert play.refused_now("NORTH", 'speak "One more word."') == "TABLE"


def test_the_issue_of_another_table_is_not_open_yet() -> None:
    assert Playing("tiers").refused("NORTH", "support BRD1") == "NOT_ON_AGENDA"


def test_an_option_waits_for_what_another_table_decides() -> None:
    play = Playing("tiers")
    assert play.refused("NORTH", "support FRM3") == "NOT_OPEN"
    play = at_the_ring()
    agree(play, "EAST", "WEST", "BRD1")
    play.until("inner_again")
    agree(play, "NORTH", "SOUTH", "FRM3")
    play.to_the_end()
    assert play.state.agreed == {"FRM": "FRM3", "BRD": "BRD1", "AID": "AID1"}
    assert play.outcome == "T1"
