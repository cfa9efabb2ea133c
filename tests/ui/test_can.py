"""Help: what can be done now and why not the rest, the palette, jumping, and keys of one's own."""

from pathlib import Path

import pytest
from seats import interface, open_room, run
from swift import swiftly
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Static
from waiting import until, until_shown

from exercise.ui.app import Interface
from exercise.ui.conference import Conference
from exercise.ui.dialogs.argue import ArgueDialog
from exercise.ui.dialogs.brief import BriefDialog
from exercise.ui.dialogs.can import CanDialog
from exercise.ui.jump import Jump
from exercise.ui.panels.agenda import Agenda
from exercise.ui.reading import Reading


async def opened(pilot: Pilot[None]) -> CanDialog:
    await pilot.press("question_mark")
    await until(pilot, lambda: isinstance(pilot.app.screen, CanDialog))
    can = pilot.app.screen
    assert isinstance(can, CanDialog)
    await until(pilot, lambda: can.possible.option_count > 0)
    return can


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_four_pages_say_what_can_be_done_and_why_not_the_rest(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await until_shown(pilot, "speak")
        await pilot.press("2")
        await until_shown(pilot, "not possible in the stage")
        await pilot.press("right")
        await until_shown(pilot, "At the conference")
        await pilot.press("4")
        await until_shown(pilot, "What was said and done")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(open_room("KA=Ann")), drive, tmp_path, size)


def test_enter_opens_the_window_of_a_command(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        can = await opened(pilot)
        while not (chosen := can._chosen()) or chosen[0].act != "argue":
            await pilot.press("down")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArgueDialog))

    room = open_room("KA=Ann")

    async def to_debate(pilot: Pilot[None]) -> None:
        for _ in range(60):
            if "argue" in pilot.app.screen.glance.legal:  # type: ignore[attr-defined]
                break
            await pilot.press("space")
            await pilot.pause()
        await drive(pilot)

    run(Conference(room), to_debate, tmp_path)


def test_i_puts_a_line_into_the_bar_to_be_changed(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        can = await opened(pilot)
        chosen = can._chosen()
        assert chosen is not None
        await pilot.press("i")
        await pilot.pause()
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        assert conference.bar.value == chosen[1]
        assert conference.focused is conference.bar

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_f1_helps_with_what_has_the_focus(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, Reading))
        await until_shown(pilot, "What was said and done, oldest first")
        await pilot.press("f1", "escape", "tab", "f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, Reading))

    run(Conference(open_room("KA=Ann")), drive, tmp_path, (120, 40))


def test_a_letter_jumps_to_a_place(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(pilot.app.screen, Jump))
        jump = pilot.app.screen
        assert isinstance(jump, Jump)
        letter = next(letter for letter, widget in jump._places.items() if isinstance(widget, Agenda))
        await pilot.press(letter)
        await until(pilot, lambda: isinstance(conference.focused, Agenda))
        await pilot.press("ctrl+o", "escape", "ctrl+o", "0")
        await until(pilot, lambda: pilot.app.screen is conference)
        assert isinstance(conference.focused, Agenda)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_enter_on_a_panel_opens_it_in_full(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one("#own").focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefDialog))

    run(Conference(open_room("KA=Ann")), drive, tmp_path, (120, 40))


def test_the_palette_knows_the_keys_of_the_conference_and_the_themes(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        await pilot.press(*"brief")
        await until_shown(pilot, "Your brief, score sheet")
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefDialog))
        await pilot.press("escape", "ctrl+p", *"high-contrast")
        await until_shown(pilot, "Theme: high-contrast")
        await pilot.press("down", "enter")
        await until(pilot, lambda: pilot.app.theme == "high-contrast")

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_behind_the_curtain_the_palette_knows_nothing_of_the_conference(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, Interface)
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert "Brief" not in titles
        assert "Theme: high-contrast" in titles

    run(Conference(open_room("KA=Ann", "DAWA=Bea")), drive, tmp_path)


def test_keys_can_be_changed_by_their_id(tmp_path: Path) -> None:
    room = open_room("KA=Ann")
    conference = Conference(room)
    app = interface(conference, tmp_path)
    app.preferences.keys = {
        "conference.brief": "z",
        "conference.nothing": "y",
        "conference.walk": "no such key",
        "conference.record": "",
    }

    async def whole() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press("b")
            assert pilot.app.screen is conference
            await pilot.press("z")
            await until(pilot, lambda: isinstance(pilot.app.screen, BriefDialog))
            await pilot.press("escape", "question_mark", "3")
            await until_shown(pilot, "z         Your brief")

    swiftly(whole())


def titles(app: object) -> list[str]:
    assert isinstance(app, Interface)
    return [command.title for command in app.get_system_commands(app.screen)]


def test_at_home_the_palette_knows_everything_that_can_be_done_with_the_row_and_does_it(tmp_path: Path) -> None:
    from exercise.ui.home import Home

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.pause(1)
        named = titles(pilot.app)
        assert set(named) >= {"New", "Check", "Balance", "Briefs", "Rehearse", "First steps", "Themes", "Quit", "Help"}
        assert "Resume" not in named, "there is nothing to go on with in this row"
        assert len(named) == len(set(named))
        await pilot.press("ctrl+p", *"balance")
        await until_shown(pilot, "Who can agree on what")
        await pilot.press("down", "enter")
        await until(pilot, lambda: type(pilot.app.screen).__name__ == "Balance")

    run(Home(), drive, tmp_path)


def test_no_two_commands_of_the_conference_have_one_name(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        named = titles(pilot.app)
        assert {"What you can do", "Help", "To what is new", "Record"} <= set(named)
        assert len(named) == len(set(named))

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_every_command_has_a_key_and_keys_are_written_in_one_way(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        can = await opened(pilot)
        prompts = [str(can.possible.get_option_at_index(n).prompt) for n in range(len(can.glance.examples))]
        assert all(prompt[:5].strip() for prompt in prompts), prompts
        assert any(prompt.startswith("space pass") for prompt in prompts)
        await pilot.press("3")
        await pilot.pause()
        page = str(can.query_one("#page", Static).content)
        for line in ("ctrl+l    Leave", "ctrl+p    The command", "↑ ↓       Choose", "enter     Act on it"):
            assert line in page
        assert "^" not in page
        assert "⏎" not in page

    run(Conference(open_room("KA=Ann")), drive, tmp_path)
