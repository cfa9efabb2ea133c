"""One person in the line mode: told whose turn it is, what is legal and how much time is left; every refusal says why."""

import re
from pathlib import Path

from typist import Typist, easy, open_room

from exercise.room.room import Room
from exercise.transcript.reader import read_transcript


def test_the_first_prompt_comes_after_a_reminder_of_turn_time_and_moves() -> None:
    typist = Typist(open_room("KA"), [])
    assert not typist.run()
    assert "You have the floor, Kurdistan Alliance. Day 0 of 14, morning" in typist.text
    assert re.search(r"\d+ minutes left in this session, then \d+ more sessions before the deadline", typist.text)
    assert "You can: speak, argue" in typist.text
    assert typist.prompts[0].startswith("KA (day 0.1, ")
    assert "The input has ended; the exercise is saved as far as it went." in typist.text


def test_a_refused_move_says_why_and_what_is_legal_and_the_turn_stays() -> None:
    room = open_room("KA")
    typist = Typist(room, ["propose FED3", "support FED99", "supprt FED3", 'speak "We are here."'])
    typist.run()
    assert "Refused (STAGE): propose is not possible in the stage" in typist.text
    assert "Did you mean FED" in typist.text
    assert "Legal now: speak, argue" in typist.text
    assert "There is no command supprt (did you mean support?)." in typist.text
    assert [error.line for error in typist.session.errors] == [1, 2, 3]
    assert any(event.seat == "KA" and event.body.kind == "spoke" for event in room.events)


def test_every_question_gets_an_answer_and_costs_no_turn() -> None:
    asked = [
        "help", "help argue", "why propose", "time", "brief", "sheet", "sheet OIL", "cards", "cards FED", "value FED3 OIL3",
        "agenda", "agenda FED", "parties", "floor", "proposals", "flow", "deals", "claim S0.12", "log 5",
    ]  # fmt: skip
    room = open_room("KA")
    typist = Typist(room, [*asked, "msel", "dials", "findings", "go"])
    before = len(room.events)
    typist.run()
    assert sum(event.seat == "KA" for event in room.events) == sum(e.seat == "KA" for e in room.events[:before])
    for expected in ("You can do now", "argue OPTION|ARGUMENT", "propose: not now", "minutes left", "For your eyes only",
                     "Your score sheet (private)", "weight", "they will say", "you need", "on record",
                     "The floor is with", "Nothing is on the table", "No side deals of yours"):  # fmt: skip
        assert expected in typist.text, expected
    assert "msel is for the facilitator." in typist.text
    assert "go is for the facilitator; pass lets the floor go on." in typist.text


def test_a_whole_conference_with_one_seat_comes_to_its_end_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    room = open_room("IAF", path=path)

    typist = Typist(room, easy)
    assert typist.run()
    room.close()
    assert room.state.closed
    recording = read_transcript(path)
    assert recording.problems == ()
    assert list(recording.events) == list(room.events)
    assert sum(event.seat == "IAF" for event in room.events) > 20


def test_the_mediators_seat() -> None:
    room = open_room(mediator="human")
    wanted = [
        ("working_groups", "take SEC OIL"),
        ("working_groups", "recognise IAF"),
        ("proximity", 'shuttle KA "What could you live with?"'),
        ("proximity", 'bridge KA IAF FED3 "Half way."'),
        ("single_text", 'draft FED3 OIL3 SEC3 EXE3 REL3 "A text to work on."'),
        ("single_text", 'warn "Time is short."'),
        ("single_text", 'revise REL4 "One clause less to fear."'),
        ("single_text", "call FED3"),
    ]

    def policy(room: Room, seat: str) -> str:
        if wanted and wanted[0][0] == room.state.stage and seat == "MED" and room.state.ballot is None:
            return wanted.pop(0)[1]
        return easy(room, seat)

    typist = Typist(room, policy)
    assert typist.run()
    assert not wanted
    assert not typist.session.errors
    kinds = {event.body.kind for event in room.events if event.seat == "MED"}
    assert {"agenda", "shuttled", "bridged", "text_tabled", "warned"} <= kinds
    assert "You are Mediator (MED). Type brief for what you alone know" in typist.text
    assert "Mediator puts version 2 of the text on the table" in typist.text
    assert "You have a vote" not in typist.text
