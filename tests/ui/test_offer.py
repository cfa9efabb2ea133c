"""A side deal put together by keys: what each option is worth is never cut, and the one under the cursor is told in full."""

from pathlib import Path

from reaching import has_floor, reach
from seats import open_room, run, shown
from textual.pilot import Pilot

from exercise.ui.conference import Conference
from exercise.ui.dialogs.offer import OfferDialog


def test_a_deal_is_offered_by_keys(tmp_path: Path) -> None:
    room = reach(open_room("KA=Ann"), lambda room: has_floor(room, "KA") and bool(room.state.focus))

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("c", "home", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, OfferDialog)
        screen = shown(pilot.app)
        assert "FED1   0 ✗" in screen
        assert "FED6 100   " in screen
        await pilot.press("enter", "down", "down", "space", "tab", "down", "space")
        await pilot.pause()
        assert "FED2 (Kurdistan as the only region): on record for it" in shown(pilot.app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        deal = next(iter(room.state.deals.values()))
        assert (deal.to, deal.give, deal.get) == ("SCIRI", ("FED3",), ("FED2",))

    run(Conference(room), drive, tmp_path)
