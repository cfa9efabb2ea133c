"""Rooms and applications for tests of the interface."""

from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path

from swift import swiftly
from textual._context import visible_screen_stack
from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen

from exercise.commands.loading import scenario
from exercise.commands.seating import seating
from exercise.engine.game import Game, Table
from exercise.model.setup import Setup
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.writer import TranscriptWriter
from exercise.ui.app import Interface
from exercise.ui.conference import Conference
from exercise.ui.preferences import Preferences

Drive = Callable[[Pilot[None]], Awaitable[None]]


@cache
def table(name: str = "iraq-2006") -> Table:
    return Table(scenario(name))


def open_room(
    *seats: str,
    mediator: str = "bot",
    facilitator: str = "",
    seed: int = 7,
    name: str = "iraq-2006",
    path: Path | None = None,
) -> Room:
    """A room with people in these seats (`KA` or `KA=Ann`) and bots in the others."""
    players = seating(table(name).scenario, seats, (), (), mediator)
    game = Game(table(name), Setup(seed=seed, players=players, facilitator=facilitator))
    writer = TranscriptWriter.create(path, Header(game.scenario, game.setup), durable=False) if path else None
    return Room.open(game, writer)


def interface(first: Screen[None], folder: Path) -> Interface:
    """The application on one screen, with preferences of its own."""
    return Interface(lambda _: first, Preferences(folder / "interface.json"))


def run(first: Screen[None], drive: Drive, folder: Path, size: tuple[int, int] = (80, 24)) -> None:
    """Run the interface without a terminal and drive it."""

    async def whole() -> None:
        async with interface(first, folder).run_test(size=size) as pilot:
            await pilot.pause()
            await drive(pilot)

    swiftly(whole())


def burst(pilot: Pilot[None], text: str) -> None:
    """Keys all at once, as a terminal hands over what was typed fast."""
    for letter in text:
        key = "enter" if letter == "\r" else _character_to_key(letter)
        pilot.app.post_message(Key(key, letter))


def shown(app: App[None]) -> str:
    """What is on the screen, as lines of text."""
    width, height = app.size
    visible_screen_stack.set(app._background_screens)
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines[:height]) if width else ""


__all__ = ["Conference", "Drive", "burst", "interface", "open_room", "run", "shown", "table"]
