"""What the drawer says: the time in its frame, what a key cannot do, what is asked before it is done, what would be lost."""

import re
from pathlib import Path

import pytest
from drawers import at, control, opened, read, settle
from gallery import SECOND
from seats import run, shown
from textual.pilot import Pilot

from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.ui.conference import Conference
from exercise.ui.dialogs.entry import EntryDialog
from exercise.ui.drawer.asking import Ask
from exercise.ui.drawer.drawer import TRAYS, Drawer


def frame(pilot: Pilot[None]) -> str:
    """The lower line of the drawer's frame."""
    return next(line for line in reversed(shown(pilot.app).splitlines()) if "╰" in line)


def read_detail(drawer: Drawer) -> str:
    """What is told about the chosen row, also where it is scrolled out of sight."""
    return " ".join(str(drawer.tray.detail(drawer.tray.chosen)).split())


def test_the_frame_tells_the_time_that_it_hides(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        await opened(pilot, 5)
        assert "Day 0 of 14, morning · 75 min left" in frame(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert "Day 0 of 14, afternoon · 75 min left" in frame(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert "Day 0 of 14, afternoon · the clock is stopped" in frame(pilot)
        await pilot.press("g")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Drawer)
        assert "✗ Not possible: the clock is stopped." in read(pilot)

    run(Conference(room), drive, tmp_path)


@pytest.mark.parametrize(("width", "numbered"), [(60, False), (80, True)])
def test_every_tab_is_named_at_every_width(tmp_path: Path, width: int, numbered: bool) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await opened(pilot, 2)
        names = shown(pilot.app).splitlines()[1].strip("│ ").split()
        assert [name for name in names if not name.isdigit()] == [tray.TITLE for tray in TRAYS]
        assert ("8" in names) is numbered
        assert all(line.count("▲") + line.count("▼") <= 1 for line in shown(pilot.app).splitlines())
        await pilot.press("8")
        await settle(pilot)
        assert "Private: only you see notes." in shown(pilot.app)

    run(Conference(control()), drive, tmp_path, (width, 20))


def test_another_stage_is_gone_to_after_a_question(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot, 5)
        stage = room.state.stage
        way = next(row.id for row in drawer.tray.rows() if row.id.startswith("to-"))
        await at(pilot, drawer, way)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Ask)
        assert "This session ends at once" in read(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert room.state.stage == stage
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert room.state.stage == way.removeprefix("to-")

    run(Conference(room), drive, tmp_path)


def test_a_rewind_counts_what_still_counts(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot, 6, sessions=6)
        await at(pilot, drawer, "at-0-2")
        assert re.search(r"\(\d+ events\) no longer counts", read(pilot))
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert (room.state.day, room.state.session) == (0, 2)
        await at(pilot, drawer, "at-0-2")
        assert "Nothing has happened since then." in read(pilot)

    run(Conference(room), drive, tmp_path)


def test_findings_are_so_far_and_one_without_evidence_says_so(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        await opened(pilot, 3)
        await pilot.press("enter")
        await settle(pilot)
        assert "✗ No event bears on F01 so far." in shown(pilot.app)
        await pilot.press("down", "v")
        await settle(pilot)
        assert "✗ No event bears on F02 so far." in shown(pilot.app)
        await pilot.press("escape", *["space"] * 16)
        await opened(pilot, 3)
        assert "averted so far" in shown(pilot.app)
        room.submit(m.Command(FACILITATOR, m.End("enough")))
        await pilot.press("escape")
        await opened(pilot, 3)
        assert "so far" not in shown(pilot.app)

    run(Conference(room), drive, tmp_path, (120, 40))


def test_an_expression_on_dials_is_told_with_how_they_stand(tmp_path: Path) -> None:
    room = control()
    room.submit(m.Command(FACILITATOR, m.FireInject("E03")))

    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot)
        await at(pilot, drawer, "E01")
        now = f"{room.state.dials['violence']:g}"
        assert f"(so now) Dials now: Violence {now}" in read_detail(drawer)
        await pilot.press("2")
        await settle(pilot)
        assert f"day 0: 70 to {now} E03: An attack on a market" in read_detail(drawer)
        await pilot.press("3")
        await settle(pilot)
        await at(pilot, drawer, "F08")
        assert "Dials now: Exhaustion of fighters 25" in read_detail(drawer)

    run(Conference(room), drive, tmp_path)


def test_a_finding_stands_in_one_place(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        drawer = await opened(pilot, 3, sessions=24)
        rows = [row.id for row in drawer.tray.rows() if row.id]
        assert len(rows) == len(set(rows)) == len(drawer.chair.look().view.game.scenario.findings)

    run(Conference(control()), drive, tmp_path)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_dial_that_moved_says_whether_that_is_better(tmp_path: Path, width: int) -> None:
    room = control()
    for dial, value in (("violence", 60.0), ("displacement", 60.0), ("trust", 30.0)):
        room.submit(m.Command(FACILITATOR, m.SetDial(dial, value)))

    async def drive(pilot: Pilot[None]) -> None:
        await opened(pilot, 2)
        rows = {line.split()[1]: line for line in shown(pilot.app).splitlines() if "█" in line}
        assert (" start 70" in rows["Violence"]) is (width > 60)
        assert "▼10.0 better" in rows["Violence"]
        assert "▲10.0 worse" in rows["Displacement"]
        assert "▲10.0 better" in rows["Trust"]

    run(Conference(room), drive, tmp_path, (width, 24))


def test_what_was_written_is_not_dropped_by_one_key(tmp_path: Path) -> None:
    room = control()

    async def drive(pilot: Pilot[None]) -> None:
        await opened(pilot, 7)
        await pilot.press(*"Lunch", "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Drawer)
        assert "✗ Not sent yet: Enter sends what you wrote, Escape drops it" in shown(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
        assert room.events[-1].body.kind == "announced"
        await pilot.press(*"Tea", "escape")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Conference)
        assert room.events[-1].body.kind == "announced"

    run(Conference(room), drive, tmp_path)


def test_the_facilitator_reads_an_entry_and_is_told_how_to_act_on_it(tmp_path: Path) -> None:
    room = control("KA=Ann")

    async def drive(pilot: Pilot[None]) -> None:
        assert "to the facilitator (Fay)" in shown(pilot.app)
        await pilot.press(SECOND, "enter")
        await settle(pilot)
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        said = next(event for event in reversed(room.events) if event.body.kind == "announced")
        conference.floor.go_to_event(said.n)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EntryDialog)
        assert "Tea is ready." in shown(pilot.app)
        assert "To act on it, take over a seat" in shown(pilot.app)
        assert not pilot.app.screen.list.display
        assert not pilot.app.screen.words.display

    room.submit(m.Command(FACILITATOR, m.Announce("Tea is ready.")))
    run(Conference(room), drive, tmp_path)
