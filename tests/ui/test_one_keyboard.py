"""Several people at one keyboard: behind the curtain and in front of the next seat nothing of the last one is left."""

from pathlib import Path

from seats import open_room, run, shown
from textual.pilot import Pilot

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
        assert not any(SECRET in made.words for made in conference.query_one(Floor).items)
        await pilot.press("colon", "up")
        assert conference.bar.value == ""

    run(Conference(room), drive, tmp_path, (120, 40))


def test_a_seat_with_a_pin_opens_only_with_it(tmp_path: Path) -> None:
    room = open_room("KA=Ann", "DAWA=Bea")

    async def drive(pilot: Pilot[None]) -> None:
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
        await pilot.press(*["backspace"] * 4, *"1234", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(room), drive, tmp_path)
