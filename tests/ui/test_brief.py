"""One's papers: every page is there, private ones only for their seat, and words are found wherever they stand."""

from pathlib import Path

import pytest
from seats import open_room, run, shown
from textual.pilot import Pilot
from textual.widgets import Input
from waiting import until, until_shown

from exercise.ui.conference import Conference
from exercise.ui.dialogs.brief import BriefDialog


async def opened(pilot: Pilot[None]) -> BriefDialog:
    await pilot.press("b")
    await until(pilot, lambda: isinstance(pilot.app.screen, BriefDialog))
    brief = pilot.app.screen
    assert isinstance(brief, BriefDialog)
    await pilot.pause()
    return brief


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_every_page_has_a_key(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await until_shown(pilot, "Your instructions")
        for key, words in (
            ("1", "joint list"),
            ("3", "Your red lines"),
            ("4", "You sign from"),
            ("5", "FED"),
            ("6", "May 2006"),
        ):
            await pilot.press(key)
            await until_shown(pilot, words)
        await pilot.press("right")
        await until_shown(pilot, "joint list")
        await pilot.press("left", "left")
        await until_shown(pilot, "For your eyes only")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(open_room("KA=Ann")), drive, tmp_path, size)


def test_words_are_found_on_every_page_and_across_lines(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        brief = await opened(pilot)
        await pilot.press("slash", *"peshmerga belong", "space", *"together")
        await until_shown(pilot, "1 place.")
        await pilot.press("enter", "escape")
        assert pilot.app.screen is brief
        await pilot.press("slash", *"zzz")
        await until_shown(pilot, "Nothing of that")

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


@pytest.mark.parametrize("text", ["[/", "[b", "(", "\x1b[2J", "x" * 10_000, "\u202eمرحبا", "\\"])
def test_hostile_searches_find_nothing_and_harm_nothing(tmp_path: Path, text: str) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        brief = await opened(pilot)
        await pilot.press("slash")
        brief.query_one(Input).value = text
        await pilot.pause()
        assert "\x1b" not in shown(pilot.app)
        await pilot.press("escape", "escape")
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_the_mediator_has_a_mandate_and_no_sheet(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        brief = await opened(pilot)
        assert [page.id for page in brief.pages] == ["public", "brief", "scenario"]

    run(Conference(open_room(mediator="human")), drive, tmp_path)


def test_somebody_without_a_seat_reads_the_scenario(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        brief = await opened(pilot)
        assert [page.id for page in brief.pages] == ["scenario"]
        await until_shown(pilot, "May 2006")

    run(Conference(open_room()), drive, tmp_path)
