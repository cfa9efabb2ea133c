"""Nobody at the keyboard plays: session by session, on its own, paused, faster, and to the end."""

from pathlib import Path

from seats import open_room, run, shown
from textual.pilot import Pilot

from exercise.model import moves as m
from exercise.ui.conference import Conference
from exercise.ui.ending import Ending
from exercise.ui.floor import Floor
from exercise.ui.watching import SPEEDS


async def until(pilot: Pilot[None], met: object) -> None:
    for _ in range(2_000):
        if met():  # type: ignore[operator]
            return
        await pilot.pause(0.005)
    raise AssertionError("it never came")


def test_space_shows_the_next_session(tmp_path: Path) -> None:
    room = open_room()

    async def drive(pilot: Pilot[None]) -> None:
        clock = room.state.clock
        await pilot.press("space")
        await pilot.pause()
        assert room.state.clock == clock + 1
        assert "Nobody here plays" in shown(pilot.app)
        for _ in range(6):
            await pilot.press("space")
            await pilot.pause()
        floor = pilot.app.screen.query_one(Floor)
        assert "─ New ─" in shown(pilot.app)
        assert floor.scroll_offset.y > 0, "what a session brought is in sight"

    run(Conference(room), drive, tmp_path)


def test_it_runs_on_pauses_changes_speed_and_waits_behind_a_window(tmp_path: Path) -> None:
    room = open_room()
    screen = Conference(room)

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("plus", "plus", "plus", "plus", "g")
        await pilot.pause()
        assert f"Running, {SPEEDS[-1]:g} s" in shown(pilot.app)
        clock = room.state.clock
        await until(pilot, lambda: room.state.clock >= clock + 2)
        await pilot.press("g")
        await pilot.pause()
        assert not screen.watch_on.running
        await pilot.press("g", "l")
        await pilot.pause()
        assert screen.watch_on.running
        assert not screen.is_active
        clock = room.state.clock
        await pilot.pause(2 * SPEEDS[-1])
        assert room.state.clock == clock
        await pilot.press("escape", "minus")
        await until(pilot, lambda: room.state.clock > clock)

    run(screen, drive, tmp_path)


def test_it_runs_to_the_end_and_the_end_is_shown(tmp_path: Path) -> None:
    room = open_room()
    screen = Conference(room)

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("e")
        await until(pilot, lambda: room.state.closed)
        await until(pilot, lambda: isinstance(pilot.app.screen, Ending))
        assert not screen.watch_on.running
        await pilot.press("escape", "g")
        await pilot.pause()
        assert not screen.watch_on.running

    run(screen, drive, tmp_path)


def test_a_watcher_makes_no_moves_for_a_bot(tmp_path: Path) -> None:
    room = open_room()
    screen = Conference(room, "KA")

    async def drive(pilot: Pilot[None]) -> None:
        n = room.state.n
        assert "Argue" not in shown(pilot.app).splitlines()[-1]
        screen.submit(m.Tell(("IAF",), "hello"))
        await pilot.pause()
        assert room.state.n == n
        assert "Nobody at this keyboard plays a seat." in shown(pilot.app)

    run(screen, drive, tmp_path)


def test_the_keys_are_not_there_for_somebody_who_plays(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        assert "Run on" not in shown(pilot.app)
        await pilot.press("e", "g")
        await pilot.pause()
        assert "You have the floor" in shown(pilot.app)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)
