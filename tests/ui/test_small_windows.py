"""Windows of every size: too small says so, and what was there is there again when the window grows."""

from pathlib import Path

import pytest
from seats import open_room, run, shown
from textual.pilot import Pilot

from exercise.ui.conference import Conference
from exercise.ui.small import TooSmall


def test_a_window_that_is_too_small_asks_for_more_and_gives_everything_back(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert isinstance(pilot.app.screen, TooSmall)
        assert "60 columns by 20 lines" in " ".join(shown(pilot.app).split())
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert isinstance(pilot.app.screen, Conference)
        assert "Agenda" in shown(pilot.app)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


@pytest.mark.parametrize("size", [(60, 20), (76, 20), (80, 24), (110, 30), (140, 45), (220, 60)])
def test_the_conference_fits_in_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        screen = shown(pilot.app)
        assert screen.splitlines()[-1].endswith("? Help" if size[0] >= 80 else "? All")
        assert "You have the floor" in screen
        assert all(len(line) <= size[0] for line in screen.splitlines())

    run(Conference(open_room("KA=Ann")), drive, tmp_path, size)


def test_resizing_while_playing_changes_nothing(tmp_path: Path) -> None:
    room = open_room("KA=Ann")

    async def drive(pilot: Pilot[None]) -> None:
        for number in range(30):
            await pilot.resize_terminal(60 + 7 * number % 90, 20 + 3 * number % 30)
            await pilot.press("space", "up")
            await pilot.pause()
        assert "Floor" in shown(pilot.app)
        assert room.state.day > 3

    run(Conference(room), drive, tmp_path)


@pytest.mark.parametrize(
    ("width", "begins"), [(80, " Day 0 of 14, morning   Credentials"), (140, "  The fourteen-day conference")]
)
def test_the_day_stands_at_the_left_where_the_title_has_no_room(tmp_path: Path, width: int, begins: str) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        line = next(line for line in shown(pilot.app).splitlines() if "min left" in line)
        assert line.startswith(begins)
        assert line.endswith("min left")

    run(Conference(open_room("KA=Ann")), drive, tmp_path, (width, 24 if width == 80 else 40))


def test_what_a_key_does_hangs_under_its_beginning(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("p")
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        lines = shown(pilot.app).splitlines()
        second = next(n for n, line in enumerate(lines) if "option in full to scroll" in line) + 1
        assert lines[second].index("it  ") == lines[second - 1].index("To the words")

    run(Conference(open_room("KA=Ann")), drive, tmp_path)
