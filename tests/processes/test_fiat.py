"""An outsider decides by fiat, and what follows has to be borne."""

import pytest
from playing import Playing

from exercise.findings.assess import assess
from exercise.findings.assessment import Verdict
from exercise.model.events import FACILITATOR


def decreed() -> Playing:
    """The ruler fixes two states and a day; the line comes later."""
    play = Playing("fiat")
    play.until("decree")
    play.does("RULER", "impose STATE2 DATE2")
    play.until("lines")
    play.does("RULER", "impose LINE1")
    return play


def agreed_between_them() -> Playing:
    play = Playing("fiat")
    for option in ("STATE1", "DATE1"):
        play.does("UNION", f"motion vote {option}")
        play.at_once("SPLIT", "second")
        play.wait(lambda: play.state.ballot is None)
    return play


def x1(play: Playing) -> Verdict:
    return assess(play.room.game, play.state).finding("X1").verdict


def test_the_ruler_decides_and_the_line_comes_later() -> None:
    play = decreed()
    play.to_the_end()
    assert play.state.agreed == {"STATE": "STATE2", "DATE": "DATE2", "LINE": "LINE1"}
    assert play.state.ended == "imposed"
    assert play.stages == ["talk", "decree", "midnight", "lines"]
    assert play.outcome == "R1"


def test_with_nobody_on_the_roads_people_flee_without_escort() -> None:
    play = decreed()
    play.to_the_end()
    assert {"ROADS", "CARTS"} <= set(play.state.fired)
    assert play.state.dials["flight"] >= 45
    assert x1(play) is Verdict.OCCURRED


def test_with_somebody_on_the_roads_they_do_not() -> None:
    play = Playing("fiat")
    play.at_once(FACILITATOR, "dial enforcement 20")
    play.until("decree")
    play.does("RULER", "impose STATE2 DATE2")
    play.to_the_end()
    assert play.outcome == "R1"
    assert "ROADS" in play.state.fired
    assert "CARTS" not in play.state.fired
    assert x1(play) is Verdict.AVERTED


def test_nobody_else_decides() -> None:
    play = Playing("fiat")
    assert play.refused("UNION", "impose STATE1 DATE1") == "STAGE"
    play.until("decree")
    assert play.refused("UNION", "impose STATE1 DATE1") == "NO_FIAT"


@pytest.mark.parametrize(("ruler", "agreed"), [("no", {}), ("abstain", {}), ("yes", {"STATE": "STATE1"})])
def test_both_movements_together_cannot_outvote_the_ruler(ruler: str, agreed: dict[str, str]) -> None:
    play = Playing("fiat")
    play.votes = {"RULER": ruler}
    play.until("decree")
    play.does("UNION", "motion vote STATE1")
    play.at_once("SPLIT", "second")
    play.wait(lambda: len(play.reasons) == 2)
    assert play.state.agreed == agreed


def test_two_who_agree_leave_the_ruler_nothing_to_decide() -> None:
    play = agreed_between_them()
    play.until("decree")
    assert play.refused("RULER", "impose STATE1 DATE1") == "SAME"
    play.to_the_end()
    assert play.state.agreed == {"STATE": "STATE1", "DATE": "DATE1"}
    assert play.state.ended == "agreement"
    assert play.outcome == "R2"
    assert x1(play) is Verdict.AVERTED


def test_a_ruler_who_does_not_decide_stays() -> None:
    play = Playing("fiat")
    play.to_the_end()
    assert play.stages == ["talk", "decree"]
    assert play.state.agreed == {}
    assert play.outcome == "R3"
