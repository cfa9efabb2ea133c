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
    assert play.stages == ["proclaim", "debts"]
    assert play.state.agreed == {"STATE": "STATE2"}
    assert play.state.ended == "recognition"
    assert play.outcome == "S1"


def test_one_recognition_does_not() -> None:
    play = Playing("separation")
    declared(play, NEAR="yes", FAR="no")
    play.to_the_end()
    assert play.stages == ["proclaim"]
    assert play.state.agreed == {}
    assert play.outcome == "S2"


def test_only_those_who_are_asked_are_counted() -> None:
    play = Playing("separation")
    declared(play, NEAR="yes", LOWER="yes")
    play.to_the_end()
    assert play.state.agreed == {}
    assert play.outcome == "S2"


def test_the_big_neighbour_blocks_what_two_others_recognise() -> None:
    play = Playing("separation")
    declared(play, BIG="no", NEAR="yes", FAR="yes")
    play.to_the_end()
    assert play.state.agreed == {}
    assert play.outcome == "S2"


def test_the_big_neighbour_that_relents_lets_it_pass() -> None:
    play = Playing("separation")
    declared(play, BIG="no", NEAR="yes", FAR="yes")
    play.at_once("BIG", "acknowledge N1 yes")
    assert play.state.agreed == {"STATE": "STATE2"}


def test_two_refusals_lead_into_the_cold() -> None:
    play = Playing("separation")
    declared(play, NEAR="no", FAR="no")
    play.to_the_end()
    assert play.stages == ["proclaim", "cold"]
    assert play.outcome == "S2"


def test_a_rival_declaration_that_is_recognised_later_holds() -> None:
    play = Playing("separation")
    declared(play, NEAR="yes", FAR="yes")
    play.does("LOWER", "declare STATE1")
    play.at_once("NEAR", "acknowledge N2 yes")
    assert play.state.agreed == {"STATE": "STATE2"}
    play.at_once("FAR", "acknowledge N2 yes")
    assert play.state.agreed == {"STATE": "STATE1"}
    play.to_the_end()
    assert play.state.ended == "recognition"


def test_without_a_declaration_there_is_nothing_to_recognise() -> None:
    play = Playing("separation")
    assert play.refused_now("NEAR", "acknowledge N1 yes") == "DECLARATION"
    play.to_the_end()
    assert play.outcome == "S3"


def test_nobody_recognises_itself() -> None:
    play = Playing("separation")
    play.does("UPPER", "declare STATE2")
    assert play.refused("UPPER", "acknowledge N1 yes") == "OWN_DECLARATION"
