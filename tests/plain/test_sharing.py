"""Several people at one keyboard: private matters are printed only to whoever holds it, and an exercise may be left and taken up."""

from pathlib import Path

from typist import Typist, easy, open_room

from exercise.model import moves as m
from exercise.room.room import Room

PEOPLE = ("KA", "SCIRI", "IAF")


def canary(seat: str) -> str:
    return f"canary-of-{seat.lower()}"


def three(path: Path | None = None) -> Room:
    return open_room("KA=Ann", "SCIRI=Bea", "IAF=Cem", path=path)


def chatty(room: Room, seat: str) -> str | None:
    """Each writes the mediator one private word, looks at its own papers, and gets on."""
    sent = [e for e in room.events if e.seat == seat and e.body.kind == "told"]
    if not sent and seat in PEOPLE and not room.state.ballot:
        return f'tell MED "{canary(seat)}"'
    if room.state.day >= 3:
        return "quit"
    return easy(room, seat)


def test_no_secret_of_one_seat_is_printed_while_another_holds_the_keyboard() -> None:
    typist = Typist(three(), chatty)
    typist.run()
    for seat in PEOPLE:
        heard = {holder for holder, line in typist.by if canary(seat) in line}
        assert heard == {seat}


def test_briefs_and_values_are_shown_to_their_seat_only() -> None:
    room = three()
    brief = {seat: room.game.scenario.roles[seat].brief.split(".")[0][:40] for seat in PEOPLE}

    def policy(room: Room, seat: str) -> str | None:
        readers = {holder for holder, line in typist.by if "For your eyes only" in line}
        if len(readers) == len(PEOPLE):
            return "quit"
        return easy(room, seat) if seat in readers else "brief"

    typist = Typist(room, policy)
    typist.run()
    for seat in PEOPLE:
        whole = {holder: " ".join(line.strip() for h, line in typist.by if h == holder) for holder in PEOPLE}
        assert brief[seat] in whole[seat]
        assert all(brief[seat] not in text for holder, text in whole.items() if holder != seat)


def test_the_keyboard_is_passed_by_name() -> None:
    typist = Typist(three(), chatty)
    typist.run()
    assert "---- Pass the keyboard to Kurdistan Alliance (Ann). ----" in typist.text
    assert "---- Pass the keyboard to Accord Front (Cem). ----" in typist.text
    assert "Press Enter when you have it and nobody else can see the screen. " in typist.prompts


def test_a_private_word_to_a_person_is_read_when_that_person_has_the_keyboard() -> None:
    room = three()
    assert not hasattr(room.submit(m.Command("DAWA", m.Tell(("IAF",), "for-iaf-only"))), "code")
    typist = Typist(room, chatty)
    typist.run()
    assert {holder for holder, line in typist.by if "for-iaf-only" in line} == {"IAF"}


def test_left_and_taken_up_again_it_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    first = three(path)
    Typist(first, chatty).run()
    first.close()
    room = Room.resume(path)
    assert room.state == first.state
    typist = Typist(room, easy, since=len(room.events))
    assert typist.run()
    room.close()
    assert "The exercise goes on. Day 3 of 14" in typist.text
    assert "The last entries were (log 30 shows more):" in typist.text
    assert room.state.closed


def test_the_screen_is_cleared_before_the_next_person_looks() -> None:
    cleared: list[int] = []

    def hide() -> None:
        cleared.append(len(typist.said))

    typist = Typist(three(), chatty, hide=hide)
    typist.run()
    passed = [n for n, line in enumerate(typist.said) if "Pass the keyboard" in line]
    assert len(cleared) >= len(passed) - 1
    assert all(any(at <= n for at in cleared) for n in passed[1:])
