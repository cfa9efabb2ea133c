"""The issue in full and the record of who stands for what."""

from pathlib import Path

import pytest
from reaching import has_floor, last, reach
from seats import open_room, run, shown
from test_hostile_text import HOSTILE, clean
from textual.pilot import Pilot

from exercise.model import events as e
from exercise.model import moves as m
from exercise.room.room import Room
from exercise.ui.chair import Chair
from exercise.ui.conference import Conference
from exercise.ui.dialogs.issue import IssueDialog
from exercise.ui.dialogs.propose import ProposalDialog
from exercise.ui.dialogs.record import RecordDialog

SIZES = [(60, 20), (80, 24), (120, 40)]


def bargaining() -> Room:
    return reach(open_room("KA=Ann"), lambda room: bool(room.state.text) and has_floor(room, "KA"))


@pytest.mark.parametrize("size", SIZES)
def test_an_issue_shows_text_standing_value_and_red_line(tmp_path: Path, size: tuple[int, int]) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(IssueDialog(Chair(room, "KA"), "SEC"))
        await pilot.pause()
        screen = shown(pilot.app)
        words = " ".join(screen.replace("│", " ").split())
        for part in ("SEC How many security forces", "SEC1 One national force", "worth 0 of 100", "On record for it"):
            assert part in words
        assert "Your red line" in words
        assert all(len(line) <= size[0] for line in screen.splitlines())

    run(Conference(room), drive, tmp_path, size)


def test_what_does_not_fit_is_scrolled_with_the_keyboard(tmp_path: Path) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(IssueDialog(Chair(room, "KA"), "SEC"))
        await pilot.pause()
        assert "Your interest" not in shown(pilot.app)
        await pilot.press("shift+tab", "end")
        await pilot.pause()
        assert "Your interest" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)


def test_left_and_right_turn_to_other_issues(tmp_path: Path) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("i", "right")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, IssueDialog)
        assert dialog.issue == "OIL"
        await pilot.press("left", "left")
        assert dialog.issue == dialog.issues[-1]
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(room), drive, tmp_path)


@pytest.mark.parametrize(("key", "kind"), [("s", "supported"), ("o", "opposed"), ("g", "conceded")])
def test_one_key_goes_on_record_for_or_against_an_option_or_gives_way(tmp_path: Path, key: str, kind: str) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("i", "home", "down", "tab", *"so be it", "enter", key)
        await pilot.pause()
        body = last(room, kind)
        assert isinstance(body, e.Supported | e.Opposed | e.Conceded)
        assert (body.target, body.text) == ("FED2", "so be it")

    run(Conference(room), drive, tmp_path)


def test_an_option_of_a_later_issue_is_refused_in_words(tmp_path: Path) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("i", "left", "s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, IssueDialog)
        assert "is not on the agenda" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)


def test_help_is_a_key_away_in_every_window(tmp_path: Path) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        for key in ("p", "i", "r"):
            await pilot.press(key, "question_mark")
            await pilot.pause()
            assert "Help: " in shown(pilot.app)
            await pilot.press("escape", "escape")
            await pilot.pause()

    run(Conference(room), drive, tmp_path)


@pytest.mark.parametrize("size", SIZES)
def test_the_record_is_a_matrix_that_scrolls_and_says_the_cell_in_full(tmp_path: Path, size: tuple[int, int]) -> None:
    room = bargaining()
    held = room.state.positions["SCIRI"]["FED"]

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("r")
        await pilot.pause()
        screen = shown(pilot.app)
        assert "■ text" in screen and "KA you" in screen and "SCIRI" in screen
        assert all(len(line) <= size[0] for line in screen.splitlines())
        await pilot.press("down", "down", "right")
        await pilot.pause()
        assert f"Supreme Council on FED: on record for {held}" in " ".join(shown(pilot.app).split())
        await pilot.press("end")
        await pilot.pause()
        assert "P1" in shown(pilot.app)
        assert "SCIRI" in shown(pilot.app)

    run(Conference(room), drive, tmp_path, size)


def test_enter_in_the_record_opens_what_the_column_is_about_and_a_move_there_is_made(tmp_path: Path) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("r", "right", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, IssueDialog)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, RecordDialog)
        await pilot.press("end", "enter")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, ProposalDialog)
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Conference)
        assert getattr(last(room, "supported"), "target", "") == dialog.loaded

    run(Conference(room), drive, tmp_path)


def test_before_anybody_is_on_record_the_windows_are_calm(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        for key in ("r", "i", "p"):
            await pilot.press(key, "down", "right", "enter")
            await pilot.pause()
            await pilot.press("escape", "escape")
            await pilot.pause()
            if not isinstance(pilot.app.screen, Conference):
                await pilot.press("escape")
                await pilot.pause()
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


@pytest.mark.parametrize("seat", ["MED=Med", "US=Una", "MINOR=Min"])
def test_seats_without_a_sheet_and_observers_see_them_too(tmp_path: Path, seat: str) -> None:
    id = seat.split("=")[0]
    room = reach(open_room(seat, mediator="human" if id == "MED" else "bot"), lambda room: room.state.day > 6)

    async def drive(pilot: Pilot[None]) -> None:
        for window in (IssueDialog, RecordDialog, ProposalDialog):
            for who in (id, "observer", "facilitator"):
                pilot.app.push_screen(window(Chair(room, who)))
                await pilot.pause()
                await pilot.press("down", "right", "space")
                await pilot.pause()
                pilot.app.pop_screen()
                await pilot.pause()
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(room), drive, tmp_path)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_text(tmp_path: Path, text: str) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("i")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, IssueDialog)
        dialog.words.value = text
        await pilot.press("home", "s")
        await pilot.pause()
        assert clean(shown(pilot.app))
        room.submit(m.Command("KA", m.Oppose("FED1", text)))
        await pilot.press("escape", "escape", "r", "right", "down")
        await pilot.pause()
        assert clean(shown(pilot.app))

    run(Conference(room), drive, tmp_path)
