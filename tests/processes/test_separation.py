"""A declaration is worth what those are worth who recognise it."""

from playing import Playing


def declared(play: Playing, **answers: str) -> None:
    play.does("UPPER", "declare STATE2")
    for seat, answer in answers.items():
        play.at_once(seat, f"acknowledge N1 {answer}")


def test_two_recognitions_make_a_state() -> None:
    play = Playing("separation")
    declared(play, NEAR="yes", FAR="yes")
    play.to_the_end()
    assert play.stages[:2] == ["proclaim", "debts"]
    assert play.state.agreed["STATE"] == "STATE2"
    assert play.state.ended == "recognition"
    assert play.outcome == "S1"


def test_one_recognition_does_not() -> None:
    play = Playing("separation")
    declared(play, NEAR="yes", FAR="no")
    play.to_the_end()
    assert play.state.agreed == {}
    assert play.outcome == "S2"


def test_the_big_neighbour_blocks_what_two_others_recognise() -> None:
    play = Playing("separation")
    declared(play, BIG="no", NEAR="yes", FAR="yes")
    play.to_the_end()
    assert play.state.agreed == {}
    assert play.outcome == "S2"


def test_two_refusals_lead_into_the_cold() -> None:
    play = Playing("separation")
    declared(play, NEAR="no", FAR="no")
    play.to_the_end()
    assert play.stages == ["proclaim", "cold"]


def test_nobody_recognises_itself() -> None:
    play = Playing("separation")
    play.does("UPPER", "declare STATE2")
    assert play.refused("UPPER", "acknowledge N1 yes") == "OWN_DECLARATION"
