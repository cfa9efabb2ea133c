"""What has the focus and what the cursor rests on can be told without colours, and rows keep their words while they fill."""

from pathlib import Path

import pytest
from seats import interface, open_room, run, shown
from swift import swiftly
from textual.pilot import Pilot

from exercise.authoring.load import find_scenarios
from exercise.content import scenario_folders
from exercise.ui.conference import Conference
from exercise.ui.curtain import Curtain, Pins
from exercise.ui.home import Home
from exercise.ui.shelf import found_row, loaded_row


def test_the_frame_of_what_has_the_focus_is_of_another_kind_and_both_boxes_have_a_title(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.pause(1)
        frames = shown(pilot.app).splitlines()[1]
        assert frames.startswith("┏━ Exercises ━")
        assert "╭─ What is chosen ─" in frames
        await pilot.press("tab")
        await pilot.pause()
        frames = shown(pilot.app).splitlines()[1]
        assert frames.startswith("╭─ Exercises ─")
        assert "┏━ What is chosen ━" in frames

    run(Home(), drive, tmp_path)


def test_the_panel_of_the_conference_that_has_the_focus_stands_out(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.pause()
        assert "┏━ Floor ━" in shown(pilot.app)
        await pilot.press("colon")
        await pilot.pause()
        assert "╭─ Floor ─" in shown(pilot.app)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_without_colour_the_row_under_the_cursor_is_reversed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    home = Home()

    async def whole() -> None:
        async with interface(home, tmp_path).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert home.shelf.get_component_rich_style("option-list--option-highlighted").reverse
            await pilot.press("tab")
            await pilot.pause()
            assert home.shelf.get_component_rich_style("option-list--option-highlighted").reverse

    swiftly(whole())


def test_a_row_of_home_only_grows_while_it_is_read() -> None:
    found = next(f for f in find_scenarios(scenario_folders()) if f.path.stem == "iraq-2006")
    row = found_row(found)
    loaded = loaded_row(row, Home()._load(row.path))
    assert row.facts == "105 min"
    assert loaded.facts == "105 min · 7 parties · 14 days"
    assert loaded.title == row.title


def test_a_person_who_is_called_as_the_seat_is_named_once(tmp_path: Path) -> None:
    game = open_room("KA=Ann").game
    assert Curtain(game, "MED", "mediator", Pins())._who == "Mediator"
    assert Curtain(game, "MED", "Ann", Pins())._who == "Mediator (Ann)"
