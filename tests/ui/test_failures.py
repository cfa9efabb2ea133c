"""A mistake in the program is a sentence on the screen: nothing that was acknowledged is lost, and play can go on."""

from pathlib import Path

import pytest
from gallery import kept
from reaching import has_floor, reach
from seats import interface, open_room, run, shown
from textual.events import Paste
from textual.pilot import Pilot
from waiting import until, until_shown

from exercise.content import scenario_files
from exercise.room.room import Room
from exercise.transcript.reader import read_transcript
from exercise.ui.conference import Conference
from exercise.ui.ending import Ending
from exercise.ui.home import Home
from exercise.ui.reading import Reading
from exercise.ui.setup import SetUp

SECRET = "our-secret-canary"


class MistakeError(Exception):
    """Stands for any error of a programmer."""


def fails(*_: object, **__: object) -> None:
    """A function with a mistake in it, which knows a secret."""
    known = SECRET
    raise MistakeError("[/] a mistake\x1b[2J")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "transcripts").mkdir()
    monkeypatch.chdir(tmp_path)


def on_disk(room: Room) -> bool:
    """Whether everything that happened stands in the transcript, and nothing is wrong with it."""
    assert room.transcript is not None
    recording = read_transcript(room.transcript)
    return list(recording.events) == list(room.events) and not recording.problems


def test_a_bot_that_fails_passes_and_the_exercise_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = reach(open_room("KA=Ann", path=tmp_path / "x.jsonl"), lambda room: has_floor(room, "KA"))

    async def drive(pilot: Pilot[None]) -> None:
        broken = iter((True, True))
        conductor = conference.sitting.conductor
        plays = conductor.bot
        monkeypatch.setattr(conductor, "bot", lambda seat: fails if next(broken, False) else plays(seat))
        for _ in range(2):
            await pilot.press("space")
            await until(pilot, lambda: isinstance(pilot.app.screen, Reading))
            words = " ".join(shown(pilot.app).split())
            assert "A bot failed" in words and "a mistake" in words and "Space goes on" in words
            assert "\x1b" not in words and SECRET not in words
            assert on_disk(room)
            await pilot.press("escape")
        before = len(room.events)
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Conference)
        assert len(room.events) > before
        assert on_disk(room)

    conference = Conference(room)
    run(conference, drive, tmp_path)


def test_a_move_that_the_engine_fails_at_can_be_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = reach(open_room("KA=Ann", path=tmp_path / "x.jsonl"), lambda room: has_floor(room, "KA"))

    async def drive(pilot: Pilot[None]) -> None:
        with monkeypatch.context() as broken:
            broken.setattr("exercise.room.room.decide", fails)
            await pilot.press("colon", *'speak "we are here"', "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, Reading))
            assert "A part of the program failed" in shown(pilot.app)
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert any(event.seat == "KA" and event.body.kind == "spoke" for event in room.events)
        assert on_disk(room)

    run(Conference(room), drive, tmp_path)


def test_a_watcher_is_told_and_the_clock_stops_running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = open_room(path=tmp_path / "x.jsonl")
    screen = Conference(room)

    async def drive(pilot: Pilot[None]) -> None:
        with monkeypatch.context() as broken:
            broken.setattr("exercise.room.room.decide", fails)
            await pilot.press("e")
            await until(pilot, lambda: isinstance(pilot.app.screen, Reading))
            assert not screen.watch_on.running
        await pilot.press("escape", "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ending))
        assert on_disk(room)

    run(screen, drive, tmp_path)


def test_findings_that_fail_do_not_take_the_end_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = open_room(path=tmp_path / "x.jsonl")

    async def drive(pilot: Pilot[None]) -> None:
        with monkeypatch.context() as broken:
            broken.setattr("exercise.ui.ending.assess", fails)
            await pilot.press("e")
            await until(pilot, lambda: isinstance(pilot.app.screen, Reading))
            assert "a mistake" in shown(pilot.app)
        await pilot.press("escape", "space")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ending))

    run(Conference(room), drive, tmp_path)


def test_an_analysis_that_fails_is_said_beside_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept("finished", open_room())

    async def drive(pilot: Pilot[None]) -> None:
        with monkeypatch.context() as broken:
            broken.setattr("exercise.ui.previews.transcript_in_full", fails)
            await pilot.press("wait:1000", "down", "down", "down")
            await until_shown(pilot, "This could not be shown")
        await pilot.press("up", "down")
        await until_shown(pilot, "finished.jsonl")
        await pilot.press("wait:1000")
        assert "could not be shown" not in shown(pilot.app)

    run(Home(), drive, tmp_path, (120, 40))


def test_a_scenario_whose_reading_fails_is_said_in_the_set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exercise.ui.setup.load", fails)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "This scenario could not be read")
        await pilot.press("s", "x", "enter", "r")
        assert isinstance(pilot.app.screen, SetUp)

    run(SetUp(scenario_files()["first-steps"]), drive, tmp_path, (120, 40))


def test_what_nobody_caught_ends_in_a_sentence_that_tells_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    room = open_room("KA=Ann", path=tmp_path / "x.jsonl")
    monkeypatch.setattr("exercise.ui.panels.agenda.Agenda.drawn", fails)
    app = interface(Conference(room), tmp_path)
    app.run(headless=True)
    said = capsys.readouterr().err
    assert "The interface had to close" in said and "a mistake" in said
    assert SECRET not in said and "\x1b[2J" not in said
    assert app.return_code == 1
    assert on_disk(room)


def test_what_is_pasted_where_nothing_takes_it_goes_nowhere(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.pause()
        pilot.app.post_message(Paste("\x1b[2J words"))
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        assert "\x1b" not in shown(pilot.app)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)
