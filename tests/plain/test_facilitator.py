"""The facilitator's chair: the clock, the cards, the dials and the people are run by typed lines, and nobody else may."""

from typist import Typist, open_room

from exercise.model import events as e
from exercise.model.events import FACILITATOR
from exercise.room.room import Room


def run(*lines: str, seats: tuple[str, ...] = ()) -> tuple[Typist, Room]:
    room = open_room(*seats, facilitator="Bob")
    typist = Typist(room, lines)
    typist.run()
    return typist, room


def bodies(room: Room, kind: type) -> list[e.Event]:
    return [event for event in room.events if isinstance(event.body, kind)]


def test_is_asked_before_the_first_word_is_spoken() -> None:
    typist, room = run()
    assert "You run the exercise. Day 0 of 14, morning" in typist.text
    assert "An empty line lets it go on to the next session, go 5 for five sessions" in typist.text
    assert not bodies(room, e.Spoke)


def test_an_empty_line_is_one_session_and_go_is_several() -> None:
    _, room = run("")
    assert room.state.clock == 2
    _, room = run("go 4")
    assert room.state.clock == 5


def test_a_card_is_played_held_postponed_and_skipped() -> None:
    typist, room = run("inject E05", "hold E10", "postpone E13 by 2", "skip E15", "msel")
    assert [event.body.inject for event in bodies(room, e.Injected)] == ["E05"]  # type: ignore[attr-defined]
    assert "[E05] News" in typist.text
    listed = {line.split()[0]: line for line in typist.said if line.startswith("  E")}
    assert "played on day 0" in listed["E05"]
    assert "held" in listed["E10"]
    assert "planned for day 11" in listed["E13"]
    assert "skipped" in listed["E15"]


def test_a_dial_is_set_and_shown() -> None:
    typist, room = run('dial trust 55 "A good week."', "dials")
    assert room.state.dials["trust"] == 55
    assert 'Done: dial trust 55 "A good week."' in typist.text
    assert "Trust ########### 55.0 start 20" in typist.text


def test_the_clock_stops_and_runs_again() -> None:
    typist, room = run("pause", "", "go 2", "resume", "")
    assert [event.body.change for event in bodies(room, e.ClockChanged)] == ["paused", "resumed"]  # type: ignore[attr-defined]
    assert typist.text.count("The clock is stopped; resume starts it again.") == 2
    assert room.state.clock == 2


def test_a_rewind_goes_back_and_erases_nothing() -> None:
    typist, room = run("go 4", "rewind 0.2")
    assert bodies(room, e.Rewound)
    assert (room.state.day, room.state.session) == (0, 2)
    assert "The exercise goes back to day 0, afternoon. What came after stays in the log only." in typist.text
    assert any(event.day == 1 for event in room.events)


def test_a_person_takes_over_a_seat_and_a_bot_takes_it_back() -> None:
    typist, room = run("replace KA human:Ann", "", "", 'speak "Ann speaks."', "", "replace KA bot:hard-liner")
    assert "Pass the keyboard to Kurdistan Alliance (Ann)" in typist.text
    assert any(event.seat == "KA" and event.body.text == "Ann speaks." for event in bodies(room, e.Spoke))  # type: ignore[attr-defined]


def test_an_announcement_is_heard_and_a_note_is_not() -> None:
    room = open_room("KA=Ann", facilitator="Bob")
    holders: list[str] = []

    def policy(room: Room, seat: str) -> str | None:
        holders.append(seat)
        if seat == FACILITATOR:
            typed = [line for line in ('announce "Lunch is served."', 'note "KA is quiet."') if line not in given]
            given.extend(typed[:1])
            return typed[0] if typed else ""
        return "pass" if holders.count("KA") < 3 else "quit"

    given: list[str] = []
    typist = Typist(room, policy)
    typist.run()
    assert "KA" in holders
    assert "The facilitator announces: Lunch is served." in typist.text
    assert {holder for holder, line in typist.by if "KA is quiet." in line} == {FACILITATOR}


def test_a_whole_exercise_is_run_to_its_end() -> None:
    typist, room = run("findings", "go 400", *[""] * 200)
    assert room.state.closed
    assert "No early warnings." in typist.text
    assert not typist.session.errors


def test_a_players_questions_and_moves_are_not_for_the_facilitator() -> None:
    typist, _ = run('speak "May I?"', "propose FED3", "sheet", "go soon")
    assert typist.text.count("Refused (") == 2
    assert "This seat has no score sheet." in typist.text
    assert "go takes a number of sessions, not soon." in typist.text
