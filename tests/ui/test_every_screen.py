"""Every screen of the gallery: whatever is put into any of its fields is shown as text, and it bears every size of the window."""

from pathlib import Path
from typing import Final

import pytest
from gallery import TOURS, Tour
from seats import run, shown
from test_hostile_text import HOSTILE, clean
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from exercise.plain.wrapping import width as columns_of
from exercise.ui.reading import Reading
from exercise.ui.small import TooSmall

FIELDS: Final = {
    "ArgueDialog": {"cites", "words"},
    "Ask": {"blank-days", "blank-text", "blank-value", "blank-why"},
    "BriefDialog": {"brief-search"},
    "ChooseDialog": {"words"},
    "CommandPalette": {"CommandInput"},
    "Conference": {"bar", "search"},
    "CorridorDialog": {"words"},
    "Curtain": {"pin"},
    "DealsDialog": {"words"},
    "DecideDialog": {"words"},
    "Drawer": {"write-announced", "write-noted"},
    "EntryDialog": {"words"},
    "GuidedConference": {"bar"},
    "HowMany": {"number"},
    "IssueDialog": {"words"},
    "MediateDialog": {"words"},
    "MotionDialog": {"words"},
    "OfferDialog": {"words"},
    "Pick": {"pick-line"},
    "PressDialog": {"words"},
    "ProposalDialog": {"words"},
    "Replacing": {"person"},
    "Review": {"ask"},
    "SingleTextDialog": {"words"},
    "VoteDialog": {"words"},
    "WalkDialog": {"words"},
}
"""The fields of every screen that has any, by their ids; one that is not named here fails."""
SIZES: Final = ((60, 20), (140, 45), (30, 8), (80, 24))
"""The windows that every screen goes through; the third is too small for any."""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("exercise.transcript.naming.transcripts_folder", lambda: Path("transcripts"))


def fields(pilot: Pilot[None]) -> list[Input | TextArea]:
    """The fields of the screen that can be typed in now."""
    found = pilot.app.screen.query("Input, TextArea")
    return [f for f in found if isinstance(f, Input | TextArea) and f.focusable and f.region.area]


async def fill(pilot: Pilot[None], field: Input | TextArea) -> None:
    """Put every hostile text into a field, and leave it as it was."""
    before, focused = field.screen.focused, pilot.app.screen
    field.focus()
    kept = field.value if isinstance(field, Input) else field.text
    for text in HOSTILE:
        pilot.app.post_message(Paste(text))
        await pilot.pause()
        screen = shown(pilot.app)
        assert clean(screen), (field.id, text[:40])
        assert all(columns_of(line) <= pilot.app.size.width for line in screen.splitlines()), (field.id, text[:40])
        assert pilot.app.screen is focused
        if isinstance(field, Input):
            field.value = kept
        else:
            field.text = kept
    field.screen.set_focus(before)
    await pilot.pause()


async def resize(pilot: Pilot[None]) -> None:
    """Make the window smaller and larger, and then what it was."""
    for width, height in SIZES:
        await pilot.resize_terminal(width, height)
        await pilot.pause()
        screen = shown(pilot.app)
        assert all(columns_of(line) <= width for line in screen.splitlines()), screen
        assert isinstance(pilot.app.screen, TooSmall) == (width < 60), screen


async def ask_for_help(pilot: Pilot[None]) -> None:
    """F1 says what the window shows, whatever it is."""
    asked = pilot.app.screen
    if type(asked).__name__ in ("Reading", "CommandPalette"):
        return
    await pilot.press("f1")
    await pilot.pause()
    assert isinstance(pilot.app.screen, Reading), f"no help in {type(asked).__name__}"
    assert len(" ".join(shown(pilot.app).split())) > 100
    await pilot.press("escape")
    await pilot.pause()
    assert pilot.app.screen is asked


@pytest.mark.parametrize("tour", TOURS, ids=[tour.id for tour in TOURS])
def test_fields_hold_any_text_and_screens_bear_any_size(tmp_path: Path, tour: Tour) -> None:
    done: set[tuple[str, str]] = set()

    async def drive(pilot: Pilot[None]) -> None:
        async for stop in tour.walk(pilot):
            if stop.fleeting:
                continue
            await ask_for_help(pilot)
            for field in fields(pilot):
                place = (stop.screen.__name__, field.id or type(field).__name__)
                if place not in done:
                    done.add(place)
                    await fill(pilot, field)
            await resize(pilot)
            assert type(pilot.app.screen) is stop.screen

    run(tour.first(), drive, tmp_path)
    unknown = sorted((screen, id) for screen, id in done if id not in FIELDS.get(screen, ()))
    assert not unknown, f"fields that stand in no list: {unknown}"
