"""The room writes, then counts, then tells; each seat hears what it may know, once and in order."""

import errno
import os
from pathlib import Path
from typing import Any

import attrs
import pytest
from ports import Ear
from small import SCENARIO, SEATS, TABLE
from steady import next_command

from exercise.engine.audience import sees
from exercise.engine.game import Game
from exercise.engine.replay import ReplayError, replay
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.series import Series
from exercise.model.setup import Setup
from exercise.model.state import Rejection, State
from exercise.room.room import UNSAVABLE, Room
from exercise.transcript.codec import Header
from exercise.transcript.problems import TranscriptError
from exercise.transcript.reader import read_transcript
from exercise.transcript.writer import TranscriptWriter

VIEWERS = (*SEATS, "observer", e.CONTROL)


def open_room(path: Path | None = None, seed: int = 1) -> Room:
    setup = Setup(seed=seed)
    writer = TranscriptWriter.create(path, Header(SCENARIO, setup)) if path else None
    return Room.open(Game(TABLE, setup), writer)


def play(room: Room, moves: int) -> None:
    for _ in range(moves):
        if command := next_command(room.game, room.state):
            assert not isinstance(room.submit(command), Rejection)


def flat(state: State) -> tuple[Any, ...]:
    """A state and its checkpoints, each without checkpoints of its own: comparing those would never end."""
    states = [state, *(past.state for past in state.checkpoints)]
    return tuple(attrs.astuple(one.but(checkpoints=Series()), recurse=False) for one in states)


def a_word(room: Room) -> m.Command:
    return m.Command(e.FACILITATOR, m.Announce(f"This is after event {room.state.n}."))


@pytest.mark.parametrize("seed", range(4))
def test_replaying_a_transcript_gives_the_live_state(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "one"
    room = open_room(path, seed)
    while command := next_command(room.game, room.state):
        room.submit(command)
        if room.state.n % 50 == 0:
            recording = read_transcript(path)
            assert list(recording.events) == list(room.events)
            assert flat(replay(room.game, recording.events)) == flat(room.state)
    room.close()
    again = Room.resume(path)
    assert flat(again.state) == flat(room.state)
    assert again.game.setup == room.game.setup
    assert again.game.scenario == room.game.scenario
    again.close()


def test_what_is_told_is_on_disk_already(tmp_path: Path) -> None:
    path = tmp_path / "one"
    room = open_room(path)
    seen: list[int] = []

    def look(events: tuple[e.Event, ...]) -> None:
        assert read_transcript(path).events[-1] == events[-1] == room.events[-1]
        assert room.state.n == events[-1].n
        seen.extend(event.n for event in events)

    room.watch(look)
    play(room, 40)
    assert seen == list(range(1, room.state.n + 1))
    room.close()


def test_every_seat_hears_what_it_may_know_and_nothing_else() -> None:
    room = open_room()
    ears = [Ear(viewer) for viewer in VIEWERS]
    for ear in ears:
        room.attach(ear)
    play(room, 300)
    for word in ("N1", "S1"):
        room.submit(m.Command(e.FACILITATOR, m.Note(f"Only for control: {word}")))
    for ear in ears:
        assert ear.heard == [event for event in room.events if sees(event, ear.seat)]
        assert all(ear.batches), "nobody is told that there is nothing to tell"
    observer, control = ears[-2:]
    assert {event.to for event in observer.heard} == {e.ALL}
    assert control.heard == list(room.events)
    assert any(event.to != e.ALL for event in room.events)


def test_no_port_hears_what_is_in_another_roles_brief_or_a_note_of_control() -> None:
    room = open_room(seed=3)
    ears = [Ear(viewer) for viewer in (*SEATS, "observer")]
    for ear in ears:
        room.attach(ear)
    room.submit(m.Command(e.FACILITATOR, m.Note("CANARY[note]")))
    play(room, 400)
    for ear in ears:
        told = str(ear.heard)
        assert "CANARY[note]" not in told
        assert not [seat for seat in SEATS if seat != ear.seat and f"CANARY[{seat}:" in told]


def test_a_port_that_comes_later_hears_what_it_missed_once() -> None:
    room = open_room()
    play(room, 10)
    everything, rest = Ear(e.CONTROL), Ear(e.CONTROL)
    room.attach(everything)
    room.attach(rest, since=7)
    play(room, 5)
    assert [event.n for event in everything.heard] == list(range(1, room.state.n + 1))
    assert [event.n for event in rest.heard] == list(range(8, room.state.n + 1))


def test_a_port_that_has_left_hears_nothing() -> None:
    room = open_room()
    stays, goes = Ear(e.CONTROL), Ear(e.CONTROL)
    room.attach(stays)
    room.attach(goes)
    before = list(goes.heard)
    room.detach(goes)
    play(room, 3)
    assert goes.heard == before
    assert stays.heard == list(room.events)


def test_ports_that_submit_while_they_are_told_keep_everybody_in_order() -> None:
    room = open_room()

    class Eager(Ear):
        inside = False

        def receive(self, events: tuple[e.Event, ...]) -> None:
            assert not self.inside, "told while it is being told"
            self.inside = True
            self.hear(events)
            self.inside = False

        def hear(self, events: tuple[e.Event, ...]) -> None:
            super().receive(events)
            if len(self.heard) < 60 and (command := next_command(room.game, room.state)):
                assert not isinstance(room.submit(command), Rejection)

    ears = [Ear(e.CONTROL), Eager(e.CONTROL), Eager(e.CONTROL), Ear(e.CONTROL)]
    for ear in ears:
        room.attach(ear)
    play(room, 3)
    assert room.state.n > 40
    for ear in ears:
        assert ear.heard == list(room.events)


def test_a_port_that_fails_is_heard_of_and_keeps_nobody_from_hearing(tmp_path: Path) -> None:
    room = open_room(tmp_path / "one")

    class Broken(Ear):
        def receive(self, events: tuple[e.Event, ...]) -> None:
            super().receive(events)
            if len(self.batches) > 1:
                raise RuntimeError("gone")

    before, broken, after = Ear(e.CONTROL), Broken(e.CONTROL), Ear(e.CONTROL)
    for ear in (before, broken, after):
        room.attach(ear)
    with pytest.raises(RuntimeError, match="gone"):
        room.submit(a_word(room))
    room.detach(broken)
    room.submit(a_word(room))
    assert before.heard == after.heard == list(room.events) == list(read_transcript(tmp_path / "one").events)
    room.close()


def test_a_refused_move_changes_nothing(tmp_path: Path) -> None:
    room = open_room(tmp_path / "one")
    before, bytes_before = room.state, (tmp_path / "one").read_bytes()
    ear = Ear(e.CONTROL)
    room.attach(ear)
    told = len(ear.batches)
    result = room.submit(m.Command("N1", m.CallVote("zz")))
    assert isinstance(result, Rejection)
    assert room.state is before
    assert (tmp_path / "one").read_bytes() == bytes_before
    assert len(ear.batches) == told
    room.close()


def test_what_cannot_be_written_has_not_happened_and_may_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one"
    room = open_room(path)
    ear = Ear(e.CONTROL)
    room.attach(ear)
    state, events, told, data = room.state, list(room.events), list(ear.heard), path.read_bytes()
    command = a_word(room)
    real = os.write

    def full(fd: int, data: bytes) -> int:
        if len(data) > 20:
            return real(fd, data[:20])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(TranscriptError, match="No space left"):
        room.submit(command)
    monkeypatch.undo()
    assert room.state is state
    assert (list(room.events), ear.heard, path.read_bytes()) == (events, told, data)
    made = room.submit(command)
    assert isinstance(made, tuple)
    assert ear.heard[-len(made) :] == list(made)
    assert read_transcript(path).events == tuple(room.events)
    room.close()


@pytest.mark.parametrize("text", ["\ud800", "it was \udcff here"])
def test_text_that_no_file_can_hold_is_refused_with_a_reason(tmp_path: Path, text: str) -> None:
    room = open_room(tmp_path / "one")
    before = room.state
    result = room.submit(m.Command(e.FACILITATOR, m.Announce(text)))
    assert isinstance(result, Rejection)
    assert result.legal
    assert room.state is before
    room.submit(a_word(room))
    room.close()
    assert result.code in (UNSAVABLE, "TEXT")


HOSTILE = [
    "\x1b]0;owned\x07\x1b[2J",
    '"}\n{"n":1}',
    "\x00\x9b31m\u202e",
    "[/red] {braces} %s",
    "\r\nTRN",
    "\U0001f642" * 50,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_it_was_and_breaks_no_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "one"
    room = open_room(path)
    made = room.submit(m.Command(e.FACILITATOR, m.Announce(text)))
    assert isinstance(made, tuple)
    room.close()
    recording = read_transcript(path)
    assert recording.problems == ()
    assert recording.events == tuple(room.events)
    assert not set(path.read_bytes()) & (set(range(32)) - {10})


def test_a_room_killed_before_its_first_event_starts_when_it_is_resumed(tmp_path: Path) -> None:
    setup = Setup(seed=1)
    TranscriptWriter.create(tmp_path / "one", Header(SCENARIO, setup)).close()
    room = Room.resume(tmp_path / "one")
    assert list(room.events) == list(open_room().events)
    assert read_transcript(tmp_path / "one").events == tuple(room.events)
    room.close()


def test_a_transcript_that_does_not_play_is_not_resumed_and_not_locked(tmp_path: Path) -> None:
    path = tmp_path / "one"
    impossible = e.Event(1, 1, 1, "N1", e.ALL, e.Voted("B1", "yes"))
    with TranscriptWriter.create(path, Header(SCENARIO, Setup())) as writer:
        writer.append([impossible])
    with pytest.raises(TranscriptError, match=r"event 1 \(voted\) does not follow"):
        Room.resume(path)
    TranscriptWriter.reopen(path)[0].close()
    with pytest.raises(ReplayError) as caught:
        replay(Game(TABLE), [impossible])
    assert caught.value.event == impossible
    assert caught.value.state == State()


def test_an_exercise_is_run_once_at_a_time(tmp_path: Path) -> None:
    room = open_room(tmp_path / "one")
    with pytest.raises(TranscriptError, match="another exercise"):
        Room.resume(tmp_path / "one")
    room.close()
    Room.resume(tmp_path / "one").close()


def test_a_closed_room_refuses_in_words(tmp_path: Path) -> None:
    room = open_room(tmp_path / "one")
    room.close()
    room.close()
    with pytest.raises(TranscriptError, match="closed"):
        room.submit(a_word(room))


def test_replay_goes_on_from_a_state() -> None:
    room = open_room()
    play(room, 20)
    half = replay(room.game, room.events[:9])
    assert flat(replay(room.game, room.events[9:], half)) == flat(room.state)


def test_a_simulation_keeps_nothing_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    room = open_room()
    play(room, 30)
    room.close()
    assert list(tmp_path.iterdir()) == []
