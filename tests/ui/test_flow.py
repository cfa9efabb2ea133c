"""The flow of the debate on the screen: by option and side, answers under what they answer, and what was dropped."""

from pathlib import Path

import pytest
from seats import open_room, run, shown
from textual.pilot import Pilot
from textual.widgets import OptionList

from exercise.engine.flow import flow
from exercise.model import moves as m
from exercise.room.conductor import Conductor
from exercise.room.room import Room
from exercise.ui.conference import Conference
from exercise.ui.dialogs.flow import FlowDialog
from exercise.ui.reading import Reading


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()


def played(day: int) -> Room:
    room = open_room("KA=Ann")
    conductor = Conductor(room)
    while room.state.day < day and not room.state.closed:
        if "KA" in conductor.run():
            room.submit(m.Command("KA", m.Pass() if room.state.ballot is None else m.Vote("abstain")))
    return room


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_arguments_stand_by_issue_and_dropped_ones_are_marked_in_words(tmp_path: Path, size: tuple[int, int]) -> None:
    room = played(5)

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("l")
        await settle(pilot)
        dialog = pilot.app.screen
        assert isinstance(dialog, FlowDialog)
        told = set()
        for _ in room.state.issues:
            listed = dialog.query_one("#arguments", OptionList)
            told |= {listed.get_option_at_index(n).id for n in range(listed.option_count)}
            dropped = any(row.dropped for row in flow(room.state, shown(pilot.app).split("‹ ")[1].split()[0]))
            assert ("never answered" in shown(pilot.app)) or not dropped
            await pilot.press("right")
            await settle(pilot)
        assert set(room.state.arguments) <= told
        assert all(len(line) <= size[0] for line in shown(pilot.app).splitlines())

    run(Conference(room), drive, tmp_path, size)


def test_enter_opens_an_argument_in_full_and_u_shows_only_what_was_dropped(tmp_path: Path) -> None:
    room = played(5)

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("l")
        await settle(pilot)
        dialog = pilot.app.screen
        listed = dialog.query_one("#arguments", OptionList)
        for _ in room.state.issues:
            if listed.option_count:
                break
            await pilot.press("right")
            await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Reading)
        await pilot.press("escape", "u")
        await settle(pilot)
        rows = {row.argument.id for row in flow(room.state) if row.dropped}
        ids = {option.id for n in range(listed.option_count) if (option := listed.get_option_at_index(n)).id}
        assert ids <= rows

    run(Conference(room), drive, tmp_path)


def test_nothing_said_yet_is_said(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("l")
        await settle(pilot)
        assert "No arguments on this issue yet." in shown(pilot.app)
        await pilot.press("enter", "u", "left")
        await settle(pilot)
        assert isinstance(pilot.app.screen, FlowDialog)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_hostile_arguments_are_shown_as_text(tmp_path: Path) -> None:
    room = played(2)
    text = "[/ [b]x \x1b[2J \u202eevil " + "y" * 9_000
    conductor = Conductor(room)
    while not any(event.body.kind == "argued" and event.seat == "KA" for event in room.events):
        conductor.run()
        room.submit(m.Command("KA", m.Argue("for", "FED3", text)))
        room.submit(m.Command("KA", m.Pass()))

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("l")
        await settle(pilot)
        dialog = pilot.app.screen
        assert isinstance(dialog, FlowDialog)
        mine = next(argument for argument in room.state.arguments.values() if argument.seat == "KA")
        listed = dialog.query_one("#arguments", OptionList)
        for _ in room.state.issues:
            if any(listed.get_option_at_index(n).id == mine.id for n in range(listed.option_count)):
                break
            await pilot.press("right")
            await settle(pilot)
        listed.highlighted = listed.get_option_index(mine.id)
        await settle(pilot)
        assert "[/ [b]x" in shown(pilot.app)
        assert "\x1b" not in shown(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
        assert "\u202e" not in shown(pilot.app)

    run(Conference(room), drive, tmp_path)
