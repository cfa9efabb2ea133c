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
