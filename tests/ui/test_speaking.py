"""Statements, questions and decisions of a stage: each can be made from a window, without a command."""

import sys
from pathlib import Path

from reaching import has_floor, last, reach
from seats import open_room, run, shown
from textual.pilot import Pilot
from waiting import until, until_shown

from exercise.model import events as e
from exercise.model import moves as m
from exercise.ui.chair import Chair
from exercise.ui.conference import Conference
from exercise.ui.dialogs.argue import ArgueDialog
from exercise.ui.dialogs.decide import DecideDialog
from exercise.ui.dialogs.doing import Doing, DoingDialog

sys.path.insert(0, str(Path(__file__).parent.parent / "processes"))


async def choose(pilot: Pilot[None], label: str) -> DoingDialog:
    """Put the cursor on a line of the list."""
    dialog = pilot.app.screen
    assert isinstance(dialog, DoingDialog)
    at = next(n for n, item in enumerate(dialog.items) if isinstance(item, Doing) and item.label.startswith(label))
    dialog.list.highlighted = dialog.list.get_option_index(str(at))
    await pilot.pause()
    return dialog


def test_a_statement_and_a_question_need_no_command_and_one_enter_after_the_words(tmp_path: Path) -> None:
    room = reach(open_room("KA=Ann"), lambda room: has_floor(room, "KA"))

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArgueDialog))
        await choose(pilot, "Make a statement on nothing")
        await pilot.press("enter")
        await until_shown(pilot, "type them and press Enter")
        await pilot.press(*"We came to listen.", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Conference))
        assert last(room, "spoke") == e.Spoke("We came to listen.")

    run(Conference(room), drive, tmp_path)

    async def ask(pilot: Pilot[None]) -> None:
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArgueDialog))
        await choose(pilot, "Dawa")
        await pilot.press("enter", *"What do you need?", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Conference))
        asked = last(room, "asked")
        assert isinstance(asked, e.Asked)
        assert (asked.to, asked.text) == ("DAWA", "What do you need?")

    reach(room, lambda room: has_floor(room, "KA"))
    run(Conference(room), ask, tmp_path)


def test_words_that_nobody_asked_for_only_go_back_to_the_list(tmp_path: Path) -> None:
    room = reach(open_room("KA=Ann"), lambda room: has_floor(room, "KA"))

    async def drive(pilot: Pilot[None]) -> None:
        before = len(room.events)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArgueDialog))
        dialog = pilot.app.screen
        assert isinstance(dialog, ArgueDialog)
        await pilot.press("tab", *"Only a draft", "enter")
        await pilot.pause()
        assert pilot.app.screen is dialog
        assert dialog.focused is dialog.list
        assert len(room.events) == before

    run(Conference(room), drive, tmp_path)


def test_a_stage_that_asks_how_one_takes_part_has_a_key_for_it(tmp_path: Path) -> None:
    from playing import Playing

    playing = Playing("boycott")
    room = playing.room
    seat = ""
    for _ in range(200):
        due = Conference(room).sitting.due()
        if due and "participate" in Chair(room, due).look().legal:
            seat = due
            break
        view = Chair(room, due).look().view
        room.submit(m.Command(due, m.Vote("yes") if view.state.ballot else m.Pass()))
    assert seat, "nobody was ever asked"

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await until_shown(pilot, "press y")
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, DecideDialog))
        assert "Boycott it" in shown(pilot.app)
        await choose(pilot, "Boycott it")
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, DecideDialog))
        said = last(room, "participation", seat)
        assert isinstance(said, e.Participated)
        assert said.choice == "boycott"

    run(Conference(room), drive, tmp_path)
