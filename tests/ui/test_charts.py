"""Charts: a picture first, numbers on request, only what the seat may see, and words where there is nothing."""

from pathlib import Path

import pytest
from seats import open_room, run, shown
from textual.pilot import Pilot
from textual.widgets import Static

from exercise.ui.charts import Charts
from exercise.ui.conference import Conference

SIZES = [(60, 20), (80, 24), (120, 40)]


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
def test_the_facilitator_sees_dials_support_and_distance(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press(*["space"] * 9, "h")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Charts)
        assert "less is better" in shown(pilot.app)
        assert "Violence" in shown(pilot.app)
        await pilot.press("right")
        await settle(pilot)
        assert "Trust" in shown(pilot.app)
        await pilot.press("2")
        await settle(pilot)
        assert "for each option" in shown(pilot.app)
        before = str(pilot.app.screen.query_one("#subject", Static).content)
        await pilot.press("right")
        await settle(pilot)
        assert str(pilot.app.screen.query_one("#subject", Static).content) != before
        await pilot.press("3")
        await settle(pilot)
        assert "how far apart" in shown(pilot.app)
        assert all(len(line) <= size[0] for line in shown(pilot.app).splitlines())
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(open_room(facilitator="Fay")), drive, tmp_path, size)


def test_the_numbers_come_on_request_and_go_again(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press(*["space"] * 9, "h", "n")
        await settle(pilot)
        screen = shown(pilot.app)
        assert "Day " in screen
        assert "70" in screen
        assert not pilot.app.screen.query_one("#picture").display
        await pilot.press("n")
        await settle(pilot)
        assert pilot.app.screen.query_one("#picture").display

    run(Conference(open_room(facilitator="Fay")), drive, tmp_path)


def test_a_delegate_sees_no_dials_and_is_told_where_there_is_nothing_yet(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("h")
        await settle(pilot)
        assert "is on record on" in shown(pilot.app)
        await pilot.press("1")
        await settle(pilot)
        assert "Only the facilitator sees the dials." in shown(pilot.app)
        assert "Violence" not in shown(pilot.app)
        await pilot.press("3")
        await settle(pilot)
        assert "No two parties" in shown(pilot.app)
        await pilot.press("question_mark")
        await settle(pilot)
        assert "Lines over the days" in shown(pilot.app)

    run(Conference(open_room("KA=Ann")), drive, tmp_path)
