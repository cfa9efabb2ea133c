"""The interface from the command line: whether there is a terminal for it, and what is left when it ends."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from exercise.commands.farewell import farewell
from exercise.model.uncollected import keep

if TYPE_CHECKING:
    from textual.screen import Screen

    from exercise.model.setup import Setup
    from exercise.review.desk import Desk
    from exercise.room.room import Room


def at_screen(plain: bool, script: Path | None, as_json: bool) -> bool:
    """Whether the interface can be shown and nothing else was asked for."""
    if plain or script is not None or as_json or os.environ.get("TERM") == "dumb":
        return False
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def home() -> None:
    """The first screen."""
    from exercise.ui.home import Home

    _show(Home)


def set_up(scenario: Path, given: "Setup | None", transcript: Path | None, view: str) -> None:
    """The set-up of a scenario, with what was given filled in."""
    from exercise.ui.setup import SetUp

    _show(lambda: SetUp(scenario, given, transcript, view))


def look_back(desk: "Desk", author: str, eyes: str) -> None:
    """The reviewer's desk with a transcript on it."""
    from exercise.ui.review import Review

    _show(lambda: Review(desk, author, eyes))


def sit_down(room: "Room", path: Path, view: str, pace: float) -> None:
    """The conference itself, until it is left."""
    keep()
    from exercise.ui.conference import Conference

    try:
        _show(lambda: Conference(room, view, pace))
    finally:
        room.close()
        farewell(path, room.state.closed)


def _show(first: "Callable[[], Screen[None]]") -> None:
    from exercise.ui.app import Interface

    interface = Interface(lambda _: first())
    interface.run()
    for played in interface.played:
        farewell(played.path, played.over)
    if interface.return_code:
        sys.exit(interface.return_code)
