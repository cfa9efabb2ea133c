"""Real time beside the clock of the exercise: a warning once a session, and nothing of it in the transcript."""

from typist import Typist, easy, open_room

from exercise.plain.pace import Pace


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_warning_comes_once_when_a_session_has_used_its_share() -> None:
    clock = Clock()
    pace = Pace(90, 45, clock)
    assert pace.warning(1) == ""
    clock.now = 119
    assert pace.warning(1) == ""
    clock.now = 150
    assert pace.warning(1) == "Pace: this session has used up its share of real time, 2 minutes."
    assert pace.warning(1) == ""


def test_every_session_starts_anew() -> None:
    clock = Clock()
    pace = Pace(45, 45, clock)
    assert pace.warning(1) == ""
    clock.now = 61
    assert pace.warning(2) == ""
    clock.now = 123
    assert "its share of real time, 1 minute." in pace.warning(2)


def test_the_session_says_it_and_the_transcript_does_not_know() -> None:
    clock = Clock()
    slow, quick = open_room("KA"), open_room("KA")

    def policy(room: object, seat: str) -> str:
        clock.now += 40
        return easy(slow, seat)

    warned = Typist(slow, policy, pace=Pace(45, 45, clock))
    warned.run()
    Typist(quick, easy).run()
    assert "Pace: this session has used up" in warned.text
    assert list(slow.events) == list(quick.events)
