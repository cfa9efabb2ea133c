"""Sitting down in a room and leaving it again: the transcript is let go of, and where it lies is remembered."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen
from textual.app import App

from exercise.room.room import Room
from exercise.ui.conference import Conference


@frozen
class Played:
    """An exercise that was left: its transcript, and whether it is over."""

    path: Path
    over: bool


def sit_down(app: App[object], conference: Conference, path: Path, then: Callable[[], object] = lambda: None) -> None:
    """Open a conference; when it is left, close its room and do what comes then."""
    room: Room = conference.room

    def left(_: None) -> None:
        room.close()
        played = getattr(app, "played", None)
        if isinstance(played, list):
            played.append(Played(path, room.state.closed))
        then()

    app.push_screen(conference, left)
