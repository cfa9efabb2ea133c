"""The conference screen: what it shows, what its keys do, and what it refuses."""

from pathlib import Path

from seats import open_room, run, shown
from textual.pilot import Pilot

from exercise.ui.conference import Conference


def test_a_delegate_sees_time_agenda_hall_floor_and_what_to_do(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        screen = shown(pilot.app)
        for word in ("Day 0 of 14", "Agenda", "Delegations", "Floor", "min left"):
            assert word in screen

    run(Conference(open_room("KA=Ann")), drive, tmp_path)


def test_space_lets_the_floor_go_on(tmp_path: Path) -> None:
    room = open_room("KA=Ann")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.pause()
        before = len(room.events)
        await pilot.press("space")
        await pilot.pause()
        assert len(room.events) > before
        assert any(event.seat == "KA" and event.body.kind == "passed" for event in room.events)

    run(Conference(room), drive, tmp_path)


def test_a_typed_command_is_a_move_and_a_wrong_one_is_refused_in_words(tmp_path: Path) -> None:
    room = open_room("KA=Ann")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"speak we are here", "enter")
        await pilot.pause()
        assert any(event.body.kind == "spoke" and event.seat == "KA" for event in room.events)
        await pilot.press("colon", *"flib", "enter")
        await pilot.pause()
        assert "There is no command flib" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)
