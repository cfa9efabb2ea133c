"""What every screen and dialog shows, at two sizes, stands recorded in golden/; and every one of them has a record.

After a wanted change: `UPDATE_GOLDEN=1 pytest tests/ui/test_goldens.py -n 2`, and read the difference before committing it.
"""

import inspect
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from gallery import TOURS, Tour
from recorded import assert_recorded
from seats import run, shown
from textual.pilot import Pilot
from textual.screen import Screen

import exercise.ui
from exercise.plain.wrapping import width as columns_of
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.dialogs.doing import DoingDialog
from exercise.ui.home import Home
from exercise.ui.modal import Modal
from exercise.ui.rehearsal import Rehearsal
from exercise.ui.small import TooSmall

GOLDEN = Path(__file__).parent / "golden"
BASES = {Modal, Dialog, DoingDialog}
"""Screens that only other screens are made from."""
ELSEWHERE = {TooSmall, Rehearsal}
"""The first is below; the second counts what processes do, in real time, and has tests of its own."""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Transcripts of this test only, with places that are the same on every machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("exercise.transcript.naming.transcripts_folder", lambda: Path("transcripts"))


async def sized(pilot: Pilot[None], width: int, height: int) -> str:
    """The screen in a window of this size, once everything that it does by itself is done."""
    await pilot.resize_terminal(width, height)
    await pilot.pause(1)
    screen = shown(pilot.app)
    assert all(columns_of(line) <= width for line in screen.splitlines()), screen
    return screen + "\n"


@pytest.mark.parametrize("tour", TOURS, ids=[tour.id for tour in TOURS])
def test_every_screen_shows_what_is_recorded(tmp_path: Path, tour: Tour) -> None:
    seen: dict[str, str] = {}

    async def drive(pilot: Pilot[None]) -> None:
        async for stop in tour.walk(pilot):
            seen[f"{stop.name}-80x24"] = shown(pilot.app) + "\n"
            if stop.fleeting:
                continue
            seen[f"{stop.name}-120x40"] = await sized(pilot, 120, 40)
            await sized(pilot, 80, 24)

    run(tour.first(), drive, tmp_path)
    for name, screen in seen.items():
        assert_recorded(GOLDEN / f"{name}.txt", screen)
    assert list(seen) == [f"{stop.name}-{size}" for stop in tour.stops for size in stop.sizes]


def test_a_window_that_is_too_small_says_so(tmp_path: Path) -> None:
    seen = []

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(50, 8)
        assert isinstance(pilot.app.screen, TooSmall)
        seen.append(shown(pilot.app) + "\n")

    run(Home(), drive, tmp_path)
    assert_recorded(GOLDEN / "too-small-50x8.txt", seen[0])


def test_every_screen_of_the_interface_has_a_golden() -> None:
    screens = set()
    for found in walk_packages(exercise.ui.__path__, f"{exercise.ui.__name__}."):
        module = import_module(found.name)
        screens |= {
            c
            for _, c in inspect.getmembers(module, inspect.isclass)
            if issubclass(c, Screen) and c.__module__ == found.name
        }
    covered = {stop.screen for tour in TOURS for stop in tour.stops}
    assert screens - covered == BASES | ELSEWHERE


def test_names_are_given_once_and_no_golden_is_left_over() -> None:
    stops = [stop for tour in TOURS for stop in tour.stops]
    names = [stop.name for stop in stops]
    assert len(names) == len(set(names))
    wanted = {f"{stop.name}-{size}.txt" for stop in stops for size in stop.sizes} | {"too-small-50x8.txt"}
    assert {path.name for path in GOLDEN.glob("*.txt")} == wanted
