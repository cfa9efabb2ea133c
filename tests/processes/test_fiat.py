"""An outsider decides by fiat, and what follows has to be borne."""

from playing import Playing

from exercise.findings.assess import assess
from exercise.findings.assessment import Verdict


def test_the_ruler_decides_and_the_line_comes_later() -> None:
    play = Playing("fiat")
    play.until("decree")
    play.does("RULER", "impose STATE2 DATE2")
    play.until("lines")
    play.does("RULER", "impose LINE1")
    play.to_the_end()
    assert play.state.agreed == {"STATE": "STATE2", "DATE": "DATE2", "LINE": "LINE1"}
    assert play.state.ended == "imposed"
    assert play.stages == ["talk", "decree", "midnight", "lines"]
    assert play.outcome == "R1"
    assert assess(play.room.game, play.state).finding("X1").verdict is Verdict.OCCURRED


def test_nobody_else_decides() -> None:
    play = Playing("fiat")
    assert play.refused("UNION", "impose STATE1 DATE1") == "STAGE"
    play.until("decree")
    assert play.refused("UNION", "impose STATE1 DATE1") == "NO_FIAT"


def test_two_who_agree_leave_the_ruler_nothing_to_decide() -> None:
    play = Playing("fiat")
    for option in ("STATE1", "DATE1"):
        play.does("UNION", f"motion vote {option}")
        play.at_once("SPLIT", "second")
        play.wait(lambda: play.state.ballot is None)
    play.to_the_end()
    assert play.state.agreed["STATE"] == "STATE1"
    assert play.outcome == "R2"


def test_a_ruler_who_does_not_decide_stays() -> None:
    play = Playing("fiat")
    play.to_the_end()
    assert play.outcome == "R3"
