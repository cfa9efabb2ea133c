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
