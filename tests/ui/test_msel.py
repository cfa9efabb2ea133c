"""The list of cards in the drawer tells the truth about each: planned, waiting, too late, held, and how it comes back."""

from pathlib import Path

from drawers import at, control, opened, read, settle
from seats import run, shown
from textual.pilot import Pilot

from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.room.room import Room
from exercise.ui.conference import Conference
from exercise.ui.drawer.drawer import Drawer


def ask(room: Room, *moves: m.Move) -> None:
    for move in moves:
        room.submit(m.Command(FACILITATOR, move))


def test_a_card_that_waits_says_for_what(tmp_path: Path) -> None:
    room = control()
    ask(room, m.SetDial("violence", 40.0))

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot)
        await at(pilot, drawer, "E01")
        assert "Planned for day 6, " in shown(pilot.app)
        await pilot.press("escape", *["space"] * 22)
        drawer = await opened(pilot)
        assert room.state.day > 6
        await at(pilot, drawer, "E01")
        row = next(line for line in shown(pilot.app).splitlines() if " E01 " in line)
        assert "! E01" in row
        assert "waits" in row
        assert "Its day was 6. It waits: what it comes for is not so now. f plays it now." in read(pilot)

    run(Conference(room), drive, tmp_path)


def test_a_card_is_not_postponed_beyond_its_time_and_says_so_where_spacing_did_it(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot)
        await at(pilot, drawer, "E01")
        await pilot.press("p")
        await settle(pilot)
        assert "It is planned for day 6. It comes only between day 3 and 9." in read(pilot)
        for days, why in (("12", "day 18 is after the last day, 14"), ("5", "it comes only between day 3 and 9")):
            await pilot.press("ctrl+u", *days, "enter")
            await settle(pilot)
            assert f"Too far: {why}" in read(pilot)
        await pilot.press("ctrl+u", "3", "enter")
        await settle(pilot)
        assert room.state.plan["E01"] == 9
        ask(room, m.PostponeInject("E01", 9, spacing=True))
        drawer.tray.show(drawer.chair.look())
        await at(pilot, drawer, "E01")
        assert "Day 18, after the last day" in shown(pilot.app)
        assert "It does not come by itself any more: day 18 is after the last day, 14." in read(pilot)
        assert "too late" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)


def test_what_was_held_or_skipped_says_how_it_comes_back(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot)
        await at(pilot, drawer, "E07")
        for key, words in (
            ("h", "Held back: f plays it now, p puts it back"),
            ("s", "Skipped: f plays it all the same"),
        ):
            await pilot.press(key)
            await settle(pilot)
            assert words in read(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert "Days count from today, day 0." in read(pilot)
        await pilot.press("ctrl+u", "5", "enter")
        await settle(pilot)
        assert room.state.plan["E07"] == 5

    run(Conference(room), drive, tmp_path)


def test_a_played_card_tells_its_answer_and_its_rating_and_is_not_played_twice(tmp_path: Path) -> None:
    room = control()
    ask(room, m.FireInject("E19"))

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot)
        await at(pilot, drawer, "E19")
        assert "Played on day 0. Its question is open: c answers it for whoever has not." in read(pilot)
        ask(room, m.Choose("E19", "confirm"))
        drawer.tray.show(drawer.chair.look())
        await settle(pilot)
        assert "y or n notes whether the expected action was met." in read(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert "Played on day 0, answered: Confirm confidence. The expected action was met." in read(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Drawer)
        assert "✗ E19 was played; a card is used once." in read(pilot)

    run(Conference(room), drive, tmp_path)


def test_a_card_that_cannot_be_played_any_more_says_why(tmp_path: Path) -> None:
    room = control()
    ask(room, m.End("enough"))

    async def drive(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("escape")
        drawer = await opened(pilot)
        await at(pilot, drawer, "E01")
        assert "It does not come by itself any more: the talks are over." in read(pilot)
        for key in ("enter", "h"):
            await pilot.press("2", "1")
            await settle(pilot)
            await pilot.press(key)
            await settle(pilot)
            assert "✗ The exercise is over." in shown(pilot.app)

    run(Conference(room), drive, tmp_path)
