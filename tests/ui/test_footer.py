"""The last line of every screen shows whole keys only, and the way to those that have no room."""

from pathlib import Path

import pytest
from reaching import reach
from seats import Conference, open_room, run, shown
from textual.binding import Binding
from textual.pilot import Pilot

from exercise.ui.chair import Chair
from exercise.ui.footer import CLOSE, WIDE, Key, Keys, fitting
from exercise.ui.home import Home


def key(letter: str, label: str, alive: bool = True) -> Key:
    return Key(Binding(letter, f"do_{letter}", label), letter, alive, "")


KEYS = [key("a", "Argue"), key("b", "Brief", alive=False), key("c", "Caucus")]


@pytest.mark.parametrize(
    ("columns", "letters", "gap"),
    [(26, "abc", WIDE), (25, "abc", CLOSE), (24, "abc", CLOSE), (23, "ac", CLOSE), (16, "ac", CLOSE), (15, "a", CLOSE), (6, "", CLOSE)],
)  # fmt: skip
def test_keys_give_way_whole_and_dimmed_ones_first(columns: int, letters: str, gap: int) -> None:
    kept, between = fitting(KEYS, columns)
    assert ("".join(key.shown for key in kept), between) == (letters, gap)


@pytest.mark.parametrize("width", [60, 70, 80, 100, 120])
def test_the_conference_shows_whole_keys_at_every_width_and_help_at_the_right(tmp_path: Path, width: int) -> None:
    lines = []

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.pause()
        lines.append(shown(pilot.app).splitlines()[-1])
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        lines.append(shown(pilot.app).splitlines()[-1])

    run(Conference(open_room("KA", name="iraq-2006")), drive, tmp_path, (width, 24))
    every = ["space Go on", "b Brief", "a Argue", "p Propose", "t Text", "c Caucus", "m Motion", "w Walk"]
    there = [words for words in every if words in lines[0]]
    help = "? Help" if there == every else "? All"
    assert lines[0].rstrip().endswith(help)
    assert lines[0].removesuffix(help).split() == " ".join(there).split()
    assert "w Walk" in lines[1]


def test_a_screen_without_a_key_for_help_says_how_to_find_the_others(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.pause(1)
        assert shown(pilot.app).splitlines()[-1].endswith("f1 All")
        await pilot.press("f1")
        await pilot.pause()
        assert "Leave the program" in shown(pilot.app)

    run(Home(), drive, tmp_path, (70, 24))


def test_the_mouse_is_told_what_a_key_does_and_presses_it_also_where_it_is_dimmed(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.pause()
        keys = pilot.app.screen.query_one(Keys)
        there = shown(pilot.app).splitlines()[-1].index
        await pilot.hover(Keys, offset=(there("Brief"), 0))
        assert keys.tooltip == "Your brief, score sheet and argument cards"
        await pilot.click(Keys, offset=(there("Text"), 0))
        await pilot.pause()
        assert "Not now: there is no text on the table yet" in shown(pilot.app)
        await pilot.hover(Keys, offset=(0, 0))
        assert keys.tooltip is None, "before the first key"

    run(Conference(open_room("KA", name="iraq-2006")), drive, tmp_path)


def test_a_long_sitting_leaves_no_widgets_behind(tmp_path: Path) -> None:
    """A footer whose keys are made anew at each turn, and remembered, makes every further turn slower."""

    async def drive(pilot: Pilot[None]) -> None:
        made: list[int] = []
        for _ in range(6):
            await pilot.press("question_mark", "escape", "b", "escape", "space")
            await pilot.pause()
            made.append(len(pilot.app._registry))
        assert len(set(made[1:])) == 1, made

    run(Conference(open_room("KA", name="iraq-2006")), drive, tmp_path)


def last_line(pilot: Pilot[None]) -> str:
    return " ".join(shown(pilot.app).splitlines()[-1].split())


@pytest.mark.parametrize("width", [60, 80])
def test_where_one_types_the_keys_of_typing_are_named(tmp_path: Path, width: int) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("colon")
        await pilot.pause()
        assert last_line(pilot) == "enter Do it tab Complete esc Back f1 Help"
        await pilot.press(*"time", "enter")
        await pilot.pause()
        await pilot.press("escape", "colon")
        await pilot.pause()
        assert last_line(pilot) == "enter Do it tab Complete ↑ Earlier esc Back f1 Help"
        await pilot.press("escape", "slash")
        await pilot.pause()
        assert last_line(pilot) == "enter Find the next esc Close f1 Help"
        await pilot.press("escape")
        await pilot.pause()
        assert last_line(pilot).startswith("space Go on b Brief")

    run(Conference(open_room("KA", name="iraq-2006")), drive, tmp_path, (width, 24))


def test_the_proposal_builder_names_the_keys_of_its_table(tmp_path: Path) -> None:
    room = open_room("KA")
    reach(room, lambda room: "propose" in Chair(room, "KA").look().legal)

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("p")
        await pilot.pause()
        assert last_line(pilot).startswith("←↑↓→ space Pick esc Back p Propose")

    run(Conference(room), drive, tmp_path)


def test_home_names_the_key_of_help_at_80_columns(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.pause(1)
        assert last_line(pilot).endswith("q Quit f1 All")

    run(Home(), drive, tmp_path)
