"""Whole exercises by keys alone, from the first screen to the scene of the end: in every chair, and with three people at one keyboard."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from seats import open_room, run, shown
from textual.pilot import Pilot

from exercise.engine.views import OBSERVER
from exercise.plain.wrapping import width as columns_of
from exercise.room.room import Room
from exercise.transcript.reader import read_transcript
from exercise.ui.conference import Conference
from exercise.ui.curtain import Curtain
from exercise.ui.ending import Ending

Turn = Callable[[Pilot[None], Conference], Awaitable[None]]
LONGEST: Final = 600
"""Turns after which an exercise that does not end is given up."""


async def say(pilot: Pilot[None], line: str) -> None:
    """Type a command."""
    await pilot.press("colon", *line, "enter")
    await pilot.pause()
    await pilot.press("escape")


async def to_the_end(pilot: Pilot[None], room: Room, turn: Turn) -> None:
    """Sit through an exercise: what a chair does when it is asked is `turn`, then Space lets the others go on."""
    for _ in range(LONGEST):
        screen = pilot.app.screen
        match screen:
            case Ending():
                assert room.state.closed
                return
            case Curtain():
                await pilot.press("enter")
            case Conference():
                assert all(columns_of(line) <= pilot.app.size.width for line in shown(pilot.app).splitlines())
                if not room.state.closed:
                    await turn(pilot, screen)
                if pilot.app.screen is screen:
                    await pilot.press("space")
            case _:
                # A vote that is due, or a card that asks.
                await pilot.press(*(("y", "enter") if room.state.ballot is not None else ("enter",)))
                await pilot.pause()
                if pilot.app.screen is screen:
                    await pilot.press("escape")
        await pilot.pause()
    raise AssertionError(shown(pilot.app))


def whole(room: Room, turn: Turn, folder: Path, size: tuple[int, int] = (80, 24)) -> set[tuple[str, str]]:
    """Play an exercise to its end; who did what."""

    async def drive(pilot: Pilot[None]) -> None:
        await to_the_end(pilot, room, turn)
        screen = shown(pilot.app)
        await pilot.press("2", "3", "6")
        await pilot.pause()
        assert shown(pilot.app) != screen

    run(Conference(room, OBSERVER), drive, folder, size)
    assert room.transcript is not None
    recording = read_transcript(room.transcript)
    assert not recording.problems
    assert list(recording.events) == list(room.events)
    return {(event.seat, event.body.kind) for event in room.events}


def test_the_mediator_keeps_one_text_to_the_end(tmp_path: Path) -> None:
    room = open_room(mediator="human", name="first-steps", path=tmp_path / "x.jsonl")

    async def turn(pilot: Pilot[None], conference: Conference) -> None:
        if conference.chair.seat != "MED" or not conference.glance.turn:
            return
        if "table_text" in conference.glance.legal and not room.state.text:
            await pilot.press("o", "enter", "right", "space", "down", "right", "space", "t", "escape", "escape")
        elif "shuttle" in conference.glance.legal:
            await say(pilot, 'shuttle HILL "what would you need?"')
        await pilot.pause()

    done = whole(room, turn, tmp_path)
    assert ("MED", "text_tabled") in done


def test_the_facilitator_runs_an_exercise_from_the_drawer(tmp_path: Path) -> None:
    room = open_room(facilitator="Fay", name="first-steps", path=tmp_path / "x.jsonl")
    looked: list[int] = []

    async def turn(pilot: Pilot[None], conference: Conference) -> None:
        if conference.chair.seat == "facilitator" and not looked:
            looked.append(room.state.day)
            await pilot.press("d", "2", "3", "4", "5", "6", "1", "escape")
            await pilot.pause()
            await say(pilot, 'announce "Lunch is at one."')

    done = whole(room, turn, tmp_path)
    assert looked
    assert ("facilitator", "announced") in done


def test_three_people_at_one_keyboard_come_to_the_end(tmp_path: Path) -> None:
    room = open_room("HILL=Ann", "MILL=Bea", "FERRY=Cy", name="first-steps", path=tmp_path / "x.jsonl")
    argued: set[str] = set()

    async def turn(pilot: Pilot[None], conference: Conference) -> None:
        seat = conference.chair.seat
        if conference.glance.turn and "argue" in conference.glance.legal and seat not in argued:
            argued.add(seat)
            await pilot.press("a", "enter")
            await pilot.pause()

    done = whole(room, turn, tmp_path)
    assert {(seat, "argued") for seat in ("HILL", "MILL", "FERRY")} <= done
