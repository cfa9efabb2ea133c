"""Several people at one keyboard: behind the curtain and in front of the next seat nothing of the last one is left."""

from pathlib import Path

import pytest
from seats import open_room, run, shown
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from exercise.ui.conference import Conference
from exercise.ui.curtain import Curtain
from exercise.ui.floor import Floor

SECRET = "our-secret-canary"


def test_the_curtain_hides_everything_and_the_next_seat_finds_nothing(tmp_path: Path) -> None:
    room = open_room("KA=Ann", "DAWA=Bea")

    async def drive(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app.screen, Curtain)
        assert "Kurdistan Alliance (Ann)" in shown(pilot.app)
        assert "Agenda" not in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        await pilot.press("colon", *f'tell IAF "{SECRET}"', "enter")
        await pilot.pause()
        assert SECRET in shown(pilot.app)
        await pilot.press("escape", "space")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Curtain)
        assert SECRET not in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert conference.chair.seat == "DAWA"
        assert SECRET not in shown(pilot.app)
        floor = conference.query_one(Floor)
        assert not any(SECRET in floor.entry_of(event).words for event in floor.items)
        await pilot.press("colon", "up")
        assert conference.bar.value == ""

    run(Conference(room), drive, tmp_path, (120, 40))


def test_a_seat_with_a_pin_opens_only_with_it(tmp_path: Path) -> None:
    room = open_room("KA=Ann", "DAWA=Bea")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press(*"1234", "enter", *"1243", "enter")
        await pilot.pause()
        assert "two different PINs" in shown(pilot.app)
        await pilot.press(*"1234", "enter")
        await pilot.pause()
        assert "once more" in shown(pilot.app)
        await pilot.press(*"1234", "enter")
        await pilot.pause()
        await pilot.press("space")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        for _ in range(40):
            if isinstance(pilot.app.screen, Curtain):
                break
            await pilot.press("space")
            await pilot.pause()
        assert "Ann" in shown(pilot.app)
        await pilot.press(*"9999", "enter")
        await pilot.pause()
        assert "not the PIN" in shown(pilot.app)
        assert isinstance(pilot.app.screen, Curtain)
        await pilot.press(*"1234", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(room), drive, tmp_path)


def test_nothing_of_a_search_a_filter_or_a_note_in_the_corner_is_left_and_drafts_wait_for_their_owner(
    tmp_path: Path,
) -> None:
    room = open_room("KA=Ann", "DAWA=Bea")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await pilot.pause()
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        conference.chair.drafts.append(("FED3",))
        conference.notify(SECRET, timeout=600)
        await pilot.press("f", "slash", *SECRET)
        await pilot.pause()
        conference.action_act("go")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Curtain)
        assert SECRET not in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert conference.chair.seat == "DAWA"
        assert SECRET not in shown(pilot.app)
        assert conference.query_one("#search", Input).value == ""
        assert conference.floor.family == "all"
        assert conference.focused is conference.floor
        assert conference.chair.drafts == []
        assert conference._chair("KA").drafts == [("FED3",)]

    run(Conference(room), drive, tmp_path, (120, 40))


def test_the_exercise_can_be_left_from_the_curtain(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app.screen, Curtain)
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert not any(isinstance(screen, Curtain | Conference) for screen in pilot.app.screen_stack)

    run(Conference(open_room("KA=Ann", "DAWA=Bea")), drive, tmp_path)


def test_a_key_pressed_once_too_often_neither_lifts_the_curtain_nor_becomes_a_pin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room("KA=Ann", "DAWA=Bea")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await pilot.pause()
        monkeypatch.setattr("exercise.ui.curtain.HUSH", 0.5)
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Curtain)
        await pilot.press("enter", "space", "x", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Curtain)
        await pilot.pause(1)
        await pilot.press("space", "enter")
        await pilot.pause()
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        assert not conference.pins.has("DAWA")

    run(Conference(room), drive, tmp_path)


def test_what_was_copied_cannot_be_pasted_by_the_next_seat(tmp_path: Path) -> None:
    room = open_room("KA=Ann", "DAWA=Bea")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("colon", *SECRET, "shift+home", "ctrl+c")
        await pilot.pause()
        assert pilot.app.clipboard == SECRET
        await pilot.press("escape", "space")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Curtain)
        assert pilot.app.clipboard == ""

    run(Conference(room), drive, tmp_path)


def test_a_pin_is_read_to_its_end_however_fast_it_is_typed(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        curtain = pilot.app.screen
        for _ in range(2):
            for key in (*"1234", "enter"):
                pilot.app.post_message(Key(key, key if len(key) == 1 else None))
            await pilot.pause()
        conference = pilot.app.screen
        assert isinstance(curtain, Curtain)
        assert isinstance(conference, Conference)
        assert conference.pins.opens("KA", "1234")
        assert not conference.pins.opens("KA", "123")

    run(Conference(open_room("KA=Ann", "DAWA=Bea")), drive, tmp_path)


def test_everybody_at_the_keyboard_is_asked_once_to_second_a_motion(tmp_path: Path) -> None:
    """The floor may not come to them before it goes on, and then the motion falls."""
    room = open_room("KA=Ann", "DAWA=Bea")

    async def drive(pilot: Pilot[None]) -> None:
        conference = pilot.app.screen
        for _ in range(300):
            match pilot.app.screen:
                case Curtain():
                    await pilot.press("enter")
                case Conference() as conference:
                    if conference.glance.turn and "motion" in conference.glance.legal:
                        break
                    await pilot.press("space")
                case _:
                    await pilot.press("enter")
                    await pilot.pause()
                    await pilot.press("escape")
            await pilot.pause()
        assert isinstance(conference, Conference)
        mover = conference.chair.seat
        await pilot.press("colon", *"motion recess", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Curtain)
        await pilot.press("enter")
        await pilot.pause()
        assert conference.chair.seat == ({"KA", "DAWA"} - {mover}).pop()
        assert "Press m to second it" in shown(pilot.app)
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Curtain), "once, and the floor goes on"
        await pilot.press("enter")
        await pilot.pause()
        assert conference.chair.seat == mover
        assert "waits for somebody to second it" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)
