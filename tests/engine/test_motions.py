"""Motions: they need a second, they lapse, and each has its effect."""

import pytest
from small import PLENARY, Play, hall

from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import Clock


def carry(play: Play, motion: str, *subject: str, choice: str = "yes") -> Play:
    play.take("N1", m.MoveMotion(motion, subject))
    play.do("S1", m.Second())
    play.vote(choice)
    return play


def test_a_motion_needs_a_second_by_somebody_else(plenary: Play) -> None:
    assert plenary.refused("S1", m.Second()).code == "NO_MOTION"
    plenary.take("N1", m.MoveMotion("close_debate"))
    assert plenary.refused("N1", m.Second()).code == "OWN_MOTION"
    assert plenary.refused("N1", m.MoveMotion("recess")).code == "MOTION"
    assert plenary.state.motion is not None
    assert not plenary.state.motion.seconded
    plenary.do("TOWN", m.Second())
    assert plenary.state.ballot is not None
    assert plenary.state.ballot.electors == ("N1", "N2", "S1", "L1")


def test_a_motion_falls_when_the_floor_goes_on(plenary: Play) -> None:
    plenary.take("N1", m.MoveMotion("recess"))
    plenary.do("N1", m.Speak("I explain."))
    assert plenary.state.motion is not None, "its mover may speak to it"
    plenary.do(plenary.state.queue[0], m.Speak("Something else."))
    assert plenary.state.motion is None
    assert plenary.last(e.MotionDecided) == e.MotionDecided("M1", "recess", False, ())


def test_a_motion_that_is_lost_does_nothing(plenary: Play) -> None:
    carry(plenary, "close_debate", choice="no")
    assert not plenary.state.debate_closed
    assert plenary.last(e.MotionDecided).passed is False


def test_close_debate_leaves_proposals_and_ends_with_the_session(plenary: Play) -> None:
    carry(plenary, "close_debate")
    plenary.floor("N2")
    assert plenary.refused("N2", m.Speak("But ...")).code == "DEBATE_CLOSED"
    plenary.do("N2", m.Propose(("a1", "b1")))
    plenary.sessions()
    assert not plenary.state.debate_closed


@pytest.mark.parametrize("motion", ["caucus", "recess"])
def test_the_hall_rises(plenary: Play, motion: str) -> None:
    carry(plenary, motion)
    assert plenary.bodies(e.SessionEnded) == [e.SessionEnded("recess")]
    assert plenary.state.session == 2


def test_stop_the_clock_adds_a_day_where_the_deadline_is_soft(plenary: Play) -> None:
    carry(plenary, "stop_clock")
    assert (plenary.state.added_sessions, plenary.state.extensions) == (3, 1)
    plenary.floor("N1")
    assert plenary.refused("N1", m.MoveMotion("stop_clock")).code == "NO_EXTENSION"
    hard = Play(hall(PLENARY, clock=Clock(5)))
    hard.floor("N1")
    assert hard.refused("N1", m.MoveMotion("stop_clock")).code == "HARD_DEADLINE"


def test_postpone_puts_an_issue_last(plenary: Play) -> None:
    carry(plenary, "postpone", "A")
    assert plenary.state.agenda == ("B", "C", "A")
    assert plenary.state.postponed == {"A"}
    plenary.floor("N1")
    assert plenary.refused("N1", m.MoveMotion("postpone")).code == "EMPTY"
    assert plenary.refused("N1", m.MoveMotion("postpone", ("R",))).code == "NOT_ON_AGENDA"


def test_reorder_names_each_issue_once(plenary: Play) -> None:
    plenary.floor("N1")
    assert plenary.refused("N1", m.MoveMotion("reorder", ("C", "C"))).code == "TWICE"
    carry(plenary, "reorder", "C", "A")
    assert plenary.state.agenda == ("C", "A", "B")


def test_a_vote_on_an_option_a_proposal_or_the_text(plenary: Play) -> None:
    carry(plenary, "vote", "a1")
    assert plenary.state.ballot is not None
    assert (plenary.state.ballot.what, plenary.state.ballot.options) == ("issue", ("a1",))
    plenary.vote()
    assert plenary.state.agreed == {"A": "a1"}
    plenary.floor("N1")
    assert plenary.refused("N1", m.MoveMotion("vote", ("a1",))).code == "AGREED"
    assert plenary.refused("N1", m.MoveMotion("vote")).code == "TARGET"
    plenary.do("MED", m.TableText(("a1", "b2")))
    carry(plenary, "vote", "text")
    assert plenary.state.ballot.subject == "T1", "the ballot names the text itself"
    plenary.vote()
    assert plenary.state.agreed == {"A": "a1", "B": "b2"}
    assert not plenary.state.ended, "only a final ballot ends the talks"


def test_suspend_takes_a_day(plenary: Play) -> None:
    carry(plenary, "suspend")
    assert (plenary.state.day, plenary.state.session) == (2, 1)


def test_appeal_needs_a_ruling(plenary: Play) -> None:
    plenary.floor("N1")
    assert plenary.refused("N1", m.MoveMotion("appeal")).code == "NO_RULING"
    assert plenary.refused("MED", m.RuleOnPoint(True)).code == "NO_POINT"
    plenary.do("S1", m.PointOfOrder("Is this in order?"))
    assert plenary.refused("L1", m.PointOfOrder("And this?")).code == "POINT_OPEN"
    plenary.do("MED", m.RuleOnPoint(False, "It is."))
    carry(plenary, "appeal")
    assert plenary.last(e.MotionDecided).passed


def test_reopen_takes_an_agreement_back(plenary: Play) -> None:
    plenary.floor("N1")
    assert plenary.refused("N1", m.MoveMotion("reopen", ("A",))).code == "NOT_AGREED"
    plenary.agree("a1")
    carry(plenary, "reopen", "A")
    assert plenary.state.agreed == {}
    assert plenary.last(e.Reopened) == e.Reopened("A", "a1")


def test_another_mediator_can_be_asked_for(plenary: Play) -> None:
    carry(plenary, "replace_mediator")
    assert plenary.last(e.MotionDecided) == e.MotionDecided("M1", "replace_mediator", True, ())


def test_no_motion_where_nobody_could_second_it(plenary: Play) -> None:
    for seat in ("N2", "S1", "L1"):
        plenary.ff(m.MarkAbsent(seat))
    plenary.floor("N1")
    assert plenary.refused("N1", m.MoveMotion("recess")).code == "NO_SECOND"
    assert plenary.refused("N1", m.MoveMotion("dance")).code == "MOTION_KIND"


def test_every_motion_has_a_test() -> None:
    tested = {
        "close_debate", "caucus", "recess", "stop_clock", "postpone", "reorder", "vote", "suspend", "appeal", "reopen",
        "replace_mediator",
    }  # fmt: skip
    assert set(m.MOTIONS) == tested
