"""The proposal builder: packages put together by keys, weighed, compared, kept, proposed, amended, supported, refused."""

from pathlib import Path

import msgspec
import pytest
from reaching import has_floor, last, reach
from seats import open_room, run, shown
from test_hostile_text import HOSTILE, clean
from textual.pilot import Pilot
from waiting import until_shown

from exercise.engine.views import View
from exercise.model import events as e
from exercise.model import moves as m
from exercise.room.room import Room
from exercise.ui.chair import Chair
from exercise.ui.conference import Conference
from exercise.ui.dialogs.propose import ProposalDialog
from exercise.ui.package_grid import PackageGrid
from exercise.ui.packages import appraise, differences

PACKAGE = ("FED2", "OIL2", "SEC2", "EXE1", "REL1")


def bargaining() -> Room:
    """A room with a text and proposals on the table, and the floor with KA."""
    return reach(open_room("KA=Ann"), lambda room: bool(room.state.text) and has_floor(room, "KA"))


async def builder(pilot: Pilot[None]) -> ProposalDialog:
    await pilot.press("p")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ProposalDialog)
    return screen


def test_a_package_is_picked_by_keys_and_proposed_with_words(tmp_path: Path) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        dialog = await builder(pilot)
        await pilot.press("c", "2", "down", "2", "down", "end", "space", "space", "home", "right", "right", "enter")
        assert dialog.grid.options == ("FED2", "OIL2", "SEC3")
        assert "Still open: EXE, REL" in shown(pilot.app)
        await pilot.press("tab", *"let us begin here", "enter")
        await pilot.press("p")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Conference)
        made = last(room, "proposed")
        assert isinstance(made, e.Proposed)
        assert (made.options, made.text) == (("FED2", "OIL2", "SEC3"), "let us begin here")

    run(Conference(room), drive, tmp_path)


def test_what_does_not_fit_together_is_said_before_and_refused_after(tmp_path: Path) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        dialog = await builder(pilot)
        before = len(room.events)
        await pilot.press("c", "6", "down", "1")
        assert dialog.grid.options == ("FED6", "OIL1")
        assert "They do not fit together" in shown(pilot.app)
        assert "Red lines in it: OIL1" in shown(pilot.app)
        await pilot.press("p")
        await pilot.pause()
        assert pilot.app.screen is dialog
        assert "These options do not fit together" in shown(pilot.app)
        assert ".." not in shown(pilot.app)
        assert len(room.events) == before

    run(Conference(room), drive, tmp_path, (120, 40))


def test_a_key_that_is_dimmed_says_why(tmp_path: Path) -> None:
    """In the opening session nothing can be proposed yet, and the window is open to go on record or to try packages out."""
    room = reach(open_room("KA=Ann"), lambda room: has_floor(room, "KA"))
    why = Chair(room, "KA").look().why_not("propose")[1:]

    async def drive(pilot: Pilot[None]) -> None:
        dialog = await builder(pilot)
        assert why not in shown(pilot.app)
        await pilot.press("2", "p")
        assert why
        assert why in shown(pilot.app)
        assert pilot.app.screen is dialog
        await pilot.press("tab", "p")
        assert dialog.words.value == "p"

    run(Conference(room), drive, tmp_path, (140, 40))


def test_worth_against_reservation_and_difference_to_the_text_are_on_the_screen(tmp_path: Path) -> None:
    room = bargaining()
    text = room.state.proposals[room.state.text]

    async def drive(pilot: Pilot[None]) -> None:
        dialog = await builder(pilot)
        assert dialog.grid.options == text.options
        assert f"{text.id} by Mediator" in shown(pilot.app)
        worth = appraise(dialog.view, text.options)
        assert f"{worth.total:.1f} for you, {worth.need:g} needed" in shown(pilot.app)
        assert "private" in shown(pilot.app)
        await pilot.press("6")
        assert f"Against the text {text.id}: FED6 for {text.options[0]}" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)


@pytest.mark.parametrize(("key", "kind"), [("s", "supported"), ("o", "opposed")])
def test_one_key_goes_on_record_for_or_against_what_was_loaded(tmp_path: Path, key: str, kind: str) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        dialog = await builder(pilot)
        await pilot.press("l")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        wanted = dialog.loaded
        assert wanted.startswith("P")
        assert dialog.grid.options == room.state.proposals[wanted].options
        await pilot.press(key)
        await pilot.pause()
        assert getattr(last(room, kind), "target", "") == wanted

    run(Conference(room), drive, tmp_path)


def test_a_loaded_proposal_is_amended_by_what_changed(tmp_path: Path) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        dialog = await builder(pilot)
        await pilot.press("l")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        wanted = dialog.loaded
        options = room.state.proposals[wanted].options
        await pilot.press(options[0][-1], "a")
        await pilot.pause()
        assert pilot.app.screen is dialog
        assert f"{wanted} settles FED too" in shown(pilot.app)
        other = next(o for o in ("FED3", "FED4") if o not in options)
        await pilot.press(other[-1], "a")
        await pilot.pause()
        made = last(room, "amended")
        assert isinstance(made, e.Amended)
        assert made.parent == wanted
        assert other in made.options
        assert made.options[1:] == options[1:]

    run(Conference(room), drive, tmp_path)


def test_only_ones_own_proposal_can_be_withdrawn(tmp_path: Path) -> None:
    room = bargaining()
    room.submit(m.Command("KA", m.Propose(("FED4",))))
    mine = next(p.id for p in room.state.proposals.values() if p.seat == "KA")
    reach(room, lambda room: has_floor(room, "KA"))

    async def drive(pilot: Pilot[None]) -> None:
        dialog = await builder(pilot)
        assert "w Withdraw" not in shown(pilot.app)
        await pilot.press("escape")
        dialog = ProposalDialog(Chair(room, "KA"), load=mine)
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        pilot.app.push_screen(dialog, conference.submit)
        await pilot.pause()
        assert "w Withdraw" in shown(pilot.app)
        await pilot.press("w")
        await pilot.pause()
        assert room.state.proposals[mine].withdrawn

    run(Conference(room), drive, tmp_path)


def test_drafts_are_kept_compared_and_dropped_and_the_last_package_stays(tmp_path: Path) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        dialog = await builder(pilot)
        await pilot.press("c", "4", "k", "k")
        assert "This is draft 1 already" in shown(pilot.app)
        await pilot.press("down", "3", "k")
        await pilot.press("l")
        await pilot.pause()
        await until_shown(pilot, "Draft 2")
        await pilot.press("home", "x", "enter")
        await pilot.pause()
        assert dialog.chair.drafts == [("FED4", "OIL3")]
        assert dialog.grid.options == ("FED4", "OIL3")
        await pilot.press("escape")
        await pilot.pause()
        again = await builder(pilot)
        assert again.grid.options == ("FED4", "OIL3")
        assert "as you left it" in shown(pilot.app)

    run(Conference(room), drive, tmp_path)


def test_the_mediator_tables_and_revises_a_text(tmp_path: Path) -> None:
    legal = lambda room: "table_text" in Chair(room, "MED").look().legal and room.state.queue[:1] == ("MED",)  # noqa: E731
    room = reach(open_room(mediator="human"), lambda room: room.state.day >= 10 and legal(room))

    async def drive(pilot: Pilot[None]) -> None:
        conference = pilot.app.screen
        assert isinstance(conference, Conference)
        dialog = ProposalDialog(conference.chair, drafting=True)
        pilot.app.push_screen(dialog, conference.submit)
        await pilot.pause()
        assert "for you" not in shown(pilot.app)
        assert "p Propose" not in shown(pilot.app)
        for number, _ in enumerate(PACKAGE):
            await pilot.press(*(["down"] if number else []), PACKAGE[number][-1])
        assert dialog.grid.options == PACKAGE
        await pilot.press("t")
        await pilot.pause()
        made = last(room, "text_tabled", "MED")
        assert isinstance(made, e.TextTabled)
        assert made.options == PACKAGE

    run(Conference(room), drive, tmp_path)


def agreed_view() -> View:
    seen = Chair(bargaining(), "KA").look().view
    return msgspec.structs.replace(seen, state=seen.state.but(agreed={"FED": "FED3"}))


def test_an_agreed_issue_is_in_the_package_as_agreed_or_not_at_all() -> None:
    grid = PackageGrid(agreed_view(), ("FED4", "OIL3"))
    assert grid.options == ("FED3", "OIL3")
    grid.pick()
    assert grid.options == ("FED3", "OIL3")


def test_differences_are_said_as_changes_additions_and_gaps() -> None:
    view = agreed_view()
    assert differences(view, ("FED4", "OIL3"), ("FED3", "SEC1")) == "FED3 for FED4; adds SEC1; leaves OIL open"
    assert differences(view, ("FED4",), ("FED4",)) == ""


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
def test_it_fits_in_every_size_and_a_click_picks(tmp_path: Path, size: tuple[int, int]) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        dialog = await builder(pilot)
        screen = shown(pilot.app)
        assert "p Propose" in screen
        assert "for you" in screen
        assert all(len(line) <= size[0] for line in screen.splitlines())
        await pilot.press("c")
        await pilot.click("#grid", offset=(5, 0))
        await pilot.pause()
        assert dialog.grid.options == ("FED1",)
        await pilot.resize_terminal(70, 22)
        await pilot.pause()
        await pilot.press("end", "down", "down", "down", "space")
        assert len(dialog.grid.options) >= 1

    run(Conference(room), drive, tmp_path, size)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_shown_as_text_and_proposed_or_refused(tmp_path: Path, text: str) -> None:
    room = bargaining()

    async def drive(pilot: Pilot[None]) -> None:
        dialog = await builder(pilot)
        dialog.words.value = text
        await pilot.press("c", "4", "p")
        await pilot.pause()
        assert clean(shown(pilot.app))
        assert isinstance(pilot.app.screen, Conference | ProposalDialog)

    run(Conference(room), drive, tmp_path)


def test_a_key_that_the_stage_does_not_allow_says_why(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("p", "3", "p")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ProposalDialog)
        assert "Propose is not possible in the stage" in shown(pilot.app)
        await pilot.press("tab", *"p")
        await pilot.pause()
        assert pilot.app.screen.words.value == "p"

    run(Conference(open_room("KA=Ann")), drive, tmp_path)
