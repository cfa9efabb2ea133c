"""A few screens as pictures, with their colours and styles: what a golden of letters cannot show."""

import re
from pathlib import Path
from typing import Final
from unittest.mock import patch

import pytest
from gallery import BALLOT, DELEGATE, HOME, PAPERS, Tour
from recorded import assert_recorded
from seats import run
from textual._compositor import Compositor, LayoutUpdate
from textual._context import visible_screen_stack
from textual.app import App
from textual.pilot import Pilot

GOLDEN: Final = Path(__file__).parent / "golden"
PICTURES: Final = {"home": HOME, "conference-first-turn": PAPERS, "conference-delegate": DELEGATE, "vote": BALLOT}
_MARK: Final = re.compile(r"terminal-\d+")
"""The library's own number for a picture, made from its content and its letters."""


def picture(app: App[None], title: str) -> str:
    """The screen as it is drawn at once, whatever the clock of the tests puts off."""

    def draw(compositor: Compositor, **_: object) -> LayoutUpdate:
        visible_screen_stack.set(app._background_screens)
        return compositor.render_full_update(simplify=True)

    with patch.object(Compositor, "render_update", draw):
        return app.export_screenshot(title=title)


@pytest.mark.parametrize("name", PICTURES)
def test_the_screen_looks_as_it_is_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("exercise.transcript.naming.transcripts_folder", lambda: Path("transcripts"))
    tour: Tour = PICTURES[name]
    drawn: list[str] = []

    async def drive(pilot: Pilot[None]) -> None:
        async for stop in tour.walk(pilot):
            if stop.name == name:
                await pilot.pause(1)
                drawn.append(_MARK.sub("terminal", picture(pilot.app, name)))
                return

    run(tour.first(), drive, tmp_path)
    lines = (line.rstrip() for line in drawn[0].splitlines())
    assert_recorded(GOLDEN / f"{name}-80x24.svg", "\n".join(line for line in lines if line) + "\n")
