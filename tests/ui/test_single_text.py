"""The mediator's text in a small window: the versions, who objects to what, and room for an answer; and the mouse."""

from pathlib import Path

import pytest
from reaching import has_floor, reach
from seats import open_room, run, shown
from textual.pilot import Pilot
from waiting import until

from exercise.engine.views import OBSERVER
from exercise.room.room import Room
from exercise.ui.chair import Chair
from exercise.ui.conference import Conference
from exercise.ui.dialogs.brief import BriefDialog
from exercise.ui.dialogs.single_text import SingleTextDialog
from exercise.ui.footer import Keys


def objected(room: Room) -> bool:
    return has_floor(room, "KA") and bool(room.state.text) and bool(room.state.proposals[room.state.text].opposed)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
def test_the_text_and_what_one_can_answer_fit_together(tmp_path: Path, size: tuple[int, int]) -> None:
    room = reach(open_room("KA=Ann"), objected)

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, SingleTextDialog))
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, SingleTextDialog)
        assert "Against it as a whole" in shown(pilot.app)
        clauses = dialog._clauses(room.state.text)
        assert set(room.state.proposals[room.state.text].opposed) <= set(clauses)
        named = next(clause for clause in clauses.values() if clause)
        assert f"because of {named}" in str(dialog.about())
        await pilot.press("shift+tab")
        assert dialog.focused is dialog.query_one("#reading"), "a text that does not fit can be scrolled by keys"
        for _ in range(12):
            if "needed" in shown(pilot.app):
                return
            await pilot.press("down")
            await pilot.pause()
        raise AssertionError(shown(pilot.app))

    run(Conference(room), drive, tmp_path, size)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (140, 45)])
def test_the_mediator_sees_who_objects_to_what_and_the_shuttle_notes(tmp_path: Path, size: tuple[int, int]) -> None:
    """There is nothing to answer in this window, so that the whole of it is for reading."""

    def ready(room: Room) -> bool:
        text = room.state.proposals.get(room.state.text)
        return has_floor(room, "KA") and text is not None and len(text.opposed) >= 2

    room = reach(open_room("KA=Ann"), ready)

    async def drive(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(dialog := SingleTextDialog(Chair(room, "MED")))
        await until(pilot, lambda: pilot.app.screen is dialog)
        await pilot.pause()
        lines = [
            line for line in str(dialog.about()).splitlines() if line.startswith(("FED", "Against:", "Shuttle notes"))
        ]
        assert len(lines) >= 4
        reading = dialog.query_one("#reading")
        assert all(line[:30].strip() in shown(pilot.app) for line in lines) or reading.can_focus
        if size[1] >= 40:
            assert all(line[:30].strip() in shown(pilot.app) for line in lines)
        assert reading.size.height > size[1] // 2, "it takes the room that there is"

    run(Conference(room), drive, tmp_path, size)


def test_a_window_without_anything_to_do_offers_no_key_for_it(tmp_path: Path) -> None:
    room = reach(open_room("KA=Ann"), objected)

    async def drive(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(SingleTextDialog(Chair(room, OBSERVER)))
        await until(pilot, lambda: isinstance(pilot.app.screen, SingleTextDialog))
        await pilot.pause()
        assert "Do it" not in shown(pilot.app)
        assert "Words to go with it" not in shown(pilot.app)

    run(Conference(room), drive, tmp_path)


def test_the_mouse_chooses_an_entry_and_presses_the_keys_of_the_footer(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        await pilot.click("#floor", offset=(6, 4))
        await pilot.pause()
        assert conference.floor.cursor is not None
        await pilot.click(Keys, offset=(shown(pilot.app).splitlines()[-1].index("Brief"), 0))
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefDialog))

    run(Conference(open_room("KA=Ann")), drive, tmp_path)
