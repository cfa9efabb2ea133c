"""Lists of what can be done: a vote says what it would be about, and pressing goes by delegation."""

from pathlib import Path

import pytest
from reaching import reach
from seats import open_room, run, shown
from textual.pilot import Pilot

from exercise.model import moves as m
from exercise.room.room import Room
from exercise.ui.chair import Chair
from exercise.ui.conference import Conference
from exercise.ui.dialogs.corridor import CorridorDialog, PressDialog, not_held
from exercise.ui.dialogs.doing import DoingDialog
from exercise.ui.dialogs.mediate import MediateDialog
from exercise.ui.dialogs.motion import MotionDialog
from exercise.ui.packages import voted_on


def reading(pilot: Pilot[None]) -> str:
    return " ".join(shown(pilot.app).replace("│", " ").split())


def late(*seats: str, mediator: str = "bot") -> Room:
    """A room with several proposals on the table."""
    return reach(
        open_room(*seats, mediator=mediator), lambda room: len(room.state.proposals) > 2 and room.state.day > 8
    )


async def highlight(pilot: Pilot[None], dialog: DoingDialog, label: str) -> None:
    number = next(n for n, o in enumerate(dialog.list.options) if str(o.prompt).strip().startswith(label))
    dialog.list.highlighted = number
    await pilot.pause()
    await pilot.pause()


def test_a_motion_to_vote_shows_the_clauses_both_sides_and_the_worth(tmp_path: Path) -> None:
    room = late("KA=Ann")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("m")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, MotionDialog)
        proposal = next(p for p in dialog.glance.at.live_proposals() if p.support)
        await highlight(pilot, dialog, f"{proposal.id} by")
        screen = reading(pilot)
        assert all(f"{option} (" in screen for option in proposal.options)
        assert f"For {', '.join(proposal.support)}" in screen
        assert "needed: " in screen

    run(Conference(room), drive, tmp_path)


def test_the_mediator_sees_what_a_vote_would_be_about_and_no_worth(tmp_path: Path) -> None:
    room = late(mediator="human")

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("o")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, MediateDialog)
        proposal = next(iter(dialog.glance.at.live_proposals()))
        await highlight(pilot, dialog, f"{proposal.id} by")
        screen = reading(pilot)
        assert all(f"{option} (" in screen for option in proposal.options)
        assert "needed: " not in screen

    run(Conference(room), drive, tmp_path)


def test_a_vote_on_an_option_names_who_is_against_it() -> None:
    room = late("KA=Ann")
    view = Chair(room, "KA").look().view
    option, seats = next(
        (o, s) for o, s in view.state.stances.items() if False in s.values() and o in view.game.table.options
    )
    said = voted_on(view, option)
    assert "against: " in said
    assert all(seat in said for seat, stance in seats.items() if stance is False)
    assert "of 100 to you, private" in said


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_a_client_is_chosen_first_and_then_what_it_should_accept(tmp_path: Path, size: tuple[int, int]) -> None:
    room = reach(open_room("US=Una"), lambda room: "press" in Chair(room, "US").look().legal)
    view = Chair(room, "US").look().view

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("o")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, CorridorDialog)
        assert "Make a promise" in shown(pilot.app) or size[1] < 24
        assert "accept" not in shown(pilot.app)
        await highlight(pilot, dialog, "Dawa")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PressDialog)
        assert "Press Dawa" in shown(pilot.app)
        wanted = not_held(view, "DAWA")[0]
        assert f"{wanted} (" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        pressed = next(iter(room.state.record["pressed"])).body
        assert (pressed.client, pressed.option) == ("DAWA", wanted)
        assert Chair(room, "US").check(m.Press("KA", wanted)) is not None

    run(Conference(room), drive, tmp_path, size)
