"""The ballot and the card that asks: what they say, what their keys do, and that nothing is voted by accident."""

from pathlib import Path

import pytest
from reaching import has_floor, last, reach
from seats import open_room, run, shown
from test_hostile_text import HOSTILE, clean
from textual.pilot import Pilot

from exercise.model import events as e
from exercise.model import moves as m
from exercise.room.room import Room
from exercise.ui.chair import Chair
from exercise.ui.conference import Conference
from exercise.ui.dialogs.choose import ChooseDialog
from exercise.ui.dialogs.vote import VoteDialog

SIZES = [(60, 20), (80, 24), (120, 40)]


def voting(final: bool = False) -> Room:
    """A room with an open ballot in which KA has a vote."""
    return reach(open_room("KA=Ann"), lambda room: room.state.ballot is not None and room.state.ballot.final >= final)


def asked() -> Room:
    """A room in which a card asks KA."""
    return reach(open_room("KA=Ann"), lambda room: bool(Chair(room, "KA").look().view.asked))


@pytest.mark.parametrize(("key", "choice"), [("y", "yes"), ("n", "no"), ("a", "abstain")])
def test_one_key_votes_with_the_reason_that_was_typed(tmp_path: Path, key: str, choice: str) -> None:
    room = voting()

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("v")
        await pilot.pause()
        await pilot.press("tab", *"say no more", "enter", key)
        await pilot.pause()
        mine = next(event.body for event in reversed(room.events) if event.body.kind == "voted" and event.seat == "KA")
        assert isinstance(mine, e.Voted)
        assert (mine.choice, mine.text) == (choice, "say no more")
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(room), drive, tmp_path)


@pytest.mark.parametrize("size", SIZES)
def test_the_ballot_says_what_it_is_worth_what_carries_it_and_how_it_stands(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    room = voting(final=True)

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("v")
        await pilot.pause()
        screen = shown(pilot.app)
        words = " ".join(screen.split())
        assert "it ends the talks" in words
        assert "for you" in words
        assert "private" in words
        assert "all who vote must be for it" in words
        assert "● Yes" in screen and "○ No" in screen and "y Yes" in screen
        assert all(len(line) <= size[0] for line in screen.splitlines())

    run(Conference(room), drive, tmp_path, size)


def test_enter_and_space_vote_for_nothing_by_accident_and_a_button_votes(tmp_path: Path) -> None:
    room = voting()

    async def drive(pilot: Pilot[None]) -> None:
        before = len(room.events)
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(pilot.app.screen, VoteDialog)
        await pilot.press("enter", "space", "tab", "enter", "enter", "space")
        await pilot.pause()
        assert len(room.events) == before
        await pilot.click("#no")
        await pilot.pause()
        mine = next(event.body for event in room.events[before:] if event.seat == "KA")
        assert isinstance(mine, e.Voted)
        assert mine.choice == "no"

    run(Conference(room), drive, tmp_path)


def test_without_a_vote_the_window_says_why_and_the_keys_are_dim(tmp_path: Path) -> None:
    room = reach(open_room("KA=Ann"), lambda room: has_floor(room, "KA"))

    async def drive(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(VoteDialog(Chair(room, "KA")))
        await pilot.pause()
        assert "No ballot is open" in shown(pilot.app)
        await pilot.press("y")
        await pilot.pause()
        assert isinstance(pilot.app.screen, VoteDialog)

    run(Conference(room), drive, tmp_path)


@pytest.mark.parametrize("size", SIZES)
def test_a_card_is_answered_and_its_default_is_marked(tmp_path: Path, size: tuple[int, int]) -> None:
    room = asked()
    card = Chair(room, "KA").look().view.asked[0]

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ChooseDialog)
        assert card.options[0][1] in shown(pilot.app)
        await pilot.press("end")
        assert "the default" in " ".join(shown(pilot.app).split())
        await pilot.press("home", "tab", *"for the peace", "enter")
        await pilot.press("enter")
        await pilot.pause()
        given = last(room, "answer_given")
        assert isinstance(given, e.AnswerGiven)
        assert given.option == card.options[0][0]

    run(Conference(room), drive, tmp_path, size)


def test_space_opens_the_card_that_waits_while_somebody_else_has_the_floor(tmp_path: Path) -> None:
    room = asked()
    assert room.state.queue[:1] != ("KA",)

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ChooseDialog)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Conference)

    run(Conference(room), drive, tmp_path)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_reasons_are_text(tmp_path: Path, text: str) -> None:
    room = voting()

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("v")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, VoteDialog)
        dialog.words.value = text
        await pilot.pause()
        assert clean(shown(pilot.app))
        await pilot.press("n")
        await pilot.pause()
        assert clean(shown(pilot.app))

    run(Conference(room), drive, tmp_path)


def test_a_motion_to_vote_says_on_what_and_that_the_vote_follows(tmp_path: Path) -> None:
    room = reach(open_room("KA=Ann", "SCIRI=Bo"), lambda room: has_floor(room, "SCIRI") and bool(room.state.focus))
    option = room.game.table.issues[room.state.focus].options[0]
    for move in (m.Support(option.id, ""), m.MoveMotion("vote", (option.id,), "Now.")):
        room.submit(m.Command("SCIRI", move))
    assert room.state.motion is not None
    room.submit(m.Command("KA", m.Second()))
    assert room.state.ballot is not None

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        screen = " ".join(shown(pilot.app).split())
        assert f"moves to vote now on {option.id}" in screen
        assert "If it passes, the vote on that follows." in screen
        assert "of 100 to you" in screen

    run(Conference(room), drive, tmp_path)
