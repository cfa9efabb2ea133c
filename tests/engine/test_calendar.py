"""Days, sessions and what is left of them."""

import pytest
from attrs import evolve
from small import PLENARY, Play, hall

from exercise.engine import calendar
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import Clock, Gate, Stage, StageKind
from exercise.model.state import Rejection


@pytest.mark.parametrize(("clock", "place"), [(1, (0, 1)), (2, (0, 2)), (3, (1, 1)), (8, (3, 2))])
def test_place(clock: int, place: tuple[int, int]) -> None:
    play = Play(hall(PLENARY, clock=Clock(5, 0, ("am", "pm"))))
    assert calendar.place(play.game, clock) == place
    assert calendar.session_name(play.game, place[1]) == ("am", "pm")[place[1] - 1]
    assert calendar.session_name(play.game, 9) == ""


def test_sessions_left_and_the_last_day_grow_with_the_clock() -> None:
    play = Play(hall(PLENARY, clock=Clock(2, 1, ("am", "pm"), 60, "soft", 1)))
    assert calendar.total_sessions(play.game, play.state) == 4
    assert calendar.sessions_left(play.game, play.state) == 3
    play.ff(m.Extend(1))
    assert calendar.sessions_left(play.game, play.state) == 4
    assert calendar.last_day(play.game, play.state) == 3
    assert not calendar.is_last_of_day(play.game, play.state)
    play.sessions()
    assert calendar.is_last_of_day(play.game, play.state)


def test_moves_take_time_and_an_empty_clock_ends_the_session() -> None:
    play = Play(hall(PLENARY, clock=Clock(5, 1, ("am",), 20, costs={"speak": 15})))
    assert play.state.minutes == 20
    play.take("N1", m.Speak("First."))
    assert play.state.minutes == 20 - 1 - 15
    events = play.take("N2", m.Speak("Second."))
    assert play.bodies(e.SessionEnded, events) == [e.SessionEnded("time")]
    assert (play.state.day, play.state.minutes) == (2, 20)


def test_the_facilitator_takes_no_time(plenary: Play) -> None:
    before = plenary.state.minutes
    plenary.ff(m.Announce("Coffee is served."))
    assert plenary.state.minutes == before


def test_a_session_ends_when_nobody_wishes_to_speak(plenary: Play) -> None:
    first = plenary.state.queue
    for seat in first:
        events = plenary.do(seat, m.Pass())
    assert plenary.bodies(e.SessionEnded, events) == [e.SessionEnded("nobody wishes to speak")]
    assert plenary.state.queue != first, "the order moves on by one each session"
    assert sorted(plenary.state.queue) == sorted(first)


def test_stages_last_for_sessions_or_until_a_day() -> None:
    play = Play(
        hall(
            Stage("one", StageKind.OPENING, "One", sessions=2, next=(Gate("two"),)),
            Stage("two", StageKind.PLENARY, "Two", until_day=2, next=(Gate("three"),)),
            Stage("three", StageKind.DRAFTING, "Three", next=(Gate("four"),)),
            Stage("four", StageKind.PLENARY, "Four", until_day=5),
        )
    )
    seen = []
    for _ in range(8):
        seen.append((play.state.day, play.state.session, play.state.stage))
        play.sessions()
    assert [place[2] for place in seen] == ["one"] * 2 + ["two"] * 4 + ["three", "four"]
    assert seen[5] == (2, 3, "two")


TURNS = Stage("hall", StageKind.PLENARY, "The hall", until_day=5, rotate=True)


def test_a_forecast_of_what_the_time_does_not_reach(plenary: Play) -> None:
    assert calendar.unreachable_issues(plenary.game, plenary.state) == ()
    plenary.sessions(13)
    assert calendar.unreachable_issues(plenary.game, plenary.state) == ("A", "B", "C")
    plenary.agree("a1", "b1", "c1")
    assert calendar.unreachable_issues(plenary.game, plenary.state) == ()


def test_what_is_in_debate_has_been_reached() -> None:
    play = Play(hall(TURNS))
    play.sessions(13)
    assert play.state.focus == "B"
    assert calendar.unreachable_issues(play.game, play.state) == ("A", "C")


@pytest.mark.parametrize("kind", [StageKind.DRAFTING, StageKind.BALLOT, StageKind.RATIFICATION])
def test_all_is_reached_where_everything_is_before_the_table(kind: StageKind) -> None:
    play = Play(
        hall(evolve(TURNS, until_day=4, next=(Gate("end"),)), Stage("end", kind, "End", rule="all", until_day=5))
    )
    play.sessions(11)
    assert calendar.unreachable_issues(play.game, play.state)
    play.sessions()
    assert play.state.stage == "end"
    assert calendar.unreachable_issues(play.game, play.state) == ()


def test_nothing_is_left_to_be_reached_after_the_talks() -> None:
    play = Play(hall(TURNS, Stage("after", StageKind.EPILOGUE, "After"), failure_stage="after"))
    play.sessions(15)
    assert play.state.ended
    assert calendar.unreachable_issues(play.game, play.state) == ()


def test_lost_sessions_are_lost_from_the_present_one_on() -> None:
    play = Play(hall(PLENARY))
    play.take("N1", m.MoveMotion("suspend"))
    play.do("N2", m.Second())
    play.vote()
    assert (play.state.day, play.state.session) == (2, 1), "a day has three sessions"
    ended = play.bodies(e.SessionEnded)
    assert [x.why for x in ended] == ["lost"] * 3


@pytest.mark.parametrize("kind", ["hard", "soft", "none"])
def test_the_deadline(kind: str) -> None:
    stage = Stage("hall", StageKind.PLENARY, "Hall", sessions=5)
    play = Play(hall(stage, clock=Clock(2, 1, ("am",), 60, kind, 1)))
    assert isinstance(play.ask(e.FACILITATOR, m.Extend(1)), Rejection) is (kind == "hard")
    play.sessions(2)
    assert play.state.deadline is (kind != "none")
    assert play.state.closed is (kind != "none")
    if kind == "none":
        play.sessions(3)
        assert play.state.ended == "the procedure has run its course"


def test_the_clock_can_be_extended_by_a_day_in_all() -> None:
    play = Play(hall(PLENARY))
    play.ff(m.Extend(9))
    assert play.refused(e.FACILITATOR, m.Extend(1)).code == "SESSIONS"
