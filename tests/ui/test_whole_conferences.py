"""The fourteen-day conference by keys alone: a delegate to the end, and three people who lose the program on day 6 and go on."""

import shutil
from pathlib import Path
from typing import Final

from seats import open_room, run, shown
from test_whole_exercises import say, to_the_end, whole
from textual.pilot import Pilot

from exercise.room.room import Room
from exercise.transcript.reader import read_transcript
from exercise.ui.conference import Conference
from exercise.ui.ending import Ending

PROPOSE: Final = ("p", "c", "2", "down", "2", "down", "2", "down", "1", "down", "1", "p")
"""A package for every issue: one that fits together and crosses no red line of the Kurdish delegation."""
LOST: Final = 6
SEATS: Final = ("KA", "DAWA", "INL")


async def closed(pilot: Pilot[None], conference: Conference) -> None:
    """Close whatever is still open, also where a move was refused."""
    for _ in range(3):
        await pilot.pause()
        if pilot.app.screen is conference or isinstance(pilot.app.screen, Ending):
            return
        await pilot.press("escape")


def test_a_delegate_argues_proposes_promises_and_votes_to_the_end(tmp_path: Path) -> None:
    room = open_room("KA=Ann", path=tmp_path / "x.jsonl")
    done: set[str] = set()

    async def turn(pilot: Pilot[None], conference: Conference) -> None:
        legal = conference.glance.legal
        if not conference.glance.turn:
            return
        if "argue" in legal and "argue" not in done:
            done.add("argue")
            await pilot.press("a", "enter")
        elif "propose" in legal and "propose" not in done:
            done.add("propose")
            await pilot.press(*PROPOSE)
        elif "offer_deal" in legal and "offer_deal" not in done:
            done.add("offer_deal")
            await say(pilot, "deal DAWA give REL2 get FED2")
        elif "motion" in legal and "motion" not in done:
            done.add("motion")
            await pilot.press("m", "enter")
        elif "speak" in legal and len(done) == 4:
            done.add("speak")
            await say(pilot, 'speak "What we signed, our people will read."')
        await closed(pilot, conference)

    kinds = {kind for seat, kind in whole(room, turn, tmp_path) if seat == "KA"}
    assert kinds >= {"argued", "proposed", "deal_offered", "motion", "spoke", "voted"}, kinds


def test_three_people_lose_the_program_on_day_6_and_go_on_to_the_end(tmp_path: Path) -> None:
    """What was on the disk at that moment is all that there is: it is read by another room."""
    before, after = tmp_path / "before.jsonl", tmp_path / "after.jsonl"
    first = open_room("KA=Ann", "DAWA=Bea", "INL=Cy", path=before)
    argued: set[str] = set()

    class LostError(Exception):
        """Stands for the end of the program."""

    async def turn(pilot: Pilot[None], conference: Conference) -> None:
        seat = conference.chair.seat
        if conference.room is first and first.state.day >= LOST:
            shutil.copy(before, after)
            raise LostError
        if conference.glance.turn and "argue" in conference.glance.legal and seat not in argued:
            argued.add(seat)
            await pilot.press("a", "enter")
            await closed(pilot, conference)

    async def until_lost(pilot: Pilot[None]) -> None:
        try:
            await to_the_end(pilot, first, turn)
        except LostError:
            return
        raise AssertionError("nothing was lost")

    run(Conference(first), until_lost, tmp_path)
    assert argued == set(SEATS)
    second = Room.resume(after)
    assert second.state == first.state
    argued.clear()

    async def goes_on(pilot: Pilot[None]) -> None:
        assert "Day 6" not in shown(pilot.app), "a curtain stands before the first of them"
        await to_the_end(pilot, second, turn)

    run(Conference(second), goes_on, tmp_path, (140, 45))
    assert argued == set(SEATS)
    assert list(read_transcript(after).events)[: len(first.events)] == list(first.events)
    assert {event.seat for event in second.events if event.body.kind == "voted"} >= set(SEATS)
