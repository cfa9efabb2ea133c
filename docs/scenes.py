"""Moments of real exercises to draw: each begins with a screen of the interface and presses the keys that lead on from there.

Everything follows from seeds and keys, so that drawing again gives the same pictures.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen
from textual.screen import Screen

from exercise.commands.loading import locate, scenario
from exercise.commands.seating import seating
from exercise.engine.game import Game, Table
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.model.setup import Setup
from exercise.model.state import Rejection
from exercise.plain.parse import parse
from exercise.room.room import Room
from exercise.room.sitting import Sitting
from exercise.transcript.codec import Header
from exercise.transcript.writer import TranscriptWriter
from exercise.ui.chair import Chair
from exercise.ui.conference import Conference
from exercise.ui.home import Home
from exercise.ui.setup import SetUp

SCENARIO = "iraq-2006"
SAVED = 1_792_310_400
"""When the transcripts of the pictures were saved, in seconds since 1970."""
ANN = (
    'speak "We came to listen as well as to ask."',
    'argue FED3 for "Three governorates are enough to share a port, and too few to frighten anybody." cite V08',
    'ask SCIRI "What would make a limit of three governorates bearable?" on FED',
    'support FED3 "Three governorates are enough to share a port."',
    'support OIL3 "If the council has our seat."',
    'propose FED3 OIL3 SEC3 EXE3 REL4 "Each of us gives something."',
    'argue OIL5 for "New fields carry our risk. Let the regions sign for them, and everybody share in the proceeds."',
)
"""What the delegate of the pictures does, one after the other, as soon as the rules allow it."""

Holds = Callable[[Room], bool]


@frozen
class Scene:
    """A screen to begin with, the keys from there, and what then stands on the screen."""

    begin: Callable[[], Screen[None]]
    keys: Sequence[str]
    until: str
    title: str


def _quiet(room: Room, seat: str) -> m.Move:
    """What somebody does who has nothing to say: no to every vote, the default to every card, else nothing."""
    seen = Chair(room, seat).look().view
    if seen.state.ballot is not None:
        return m.Vote("no")
    return m.Choose(seen.asked[0].inject, seen.asked[0].default) if seen.asked else m.Pass()


def _played(room: Room, holds: Holds) -> Room:
    """Let bots and Ann play until something holds when somebody is asked."""
    sitting, lines = Sitting(room), list(ANN)
    while (seat := sitting.due()) and not holds(room):
        if seat == FACILITATOR:
            continue
        planned = [parse(line) for line in lines]
        for line, move in zip(tuple(lines), planned, strict=True):
            if isinstance(move, m.Move) and Chair(room, seat).check(move) is None:
                lines.remove(line)
                break
        else:
            move = _quiet(room, seat)
        assert not isinstance(room.submit(m.Command(seat, move)), Rejection)
    return room


def _room(
    seats: tuple[str, ...] = ("KA=Ann",), *, mediator: str = "bot", facilitator: str = "", path: Path | None = None
) -> Room:
    found = scenario(SCENARIO)
    players = seating(found, seats, (), (), mediator)
    game = Game(Table(found), Setup(seed=7, players=players, facilitator=facilitator))
    return Room.open(game, TranscriptWriter.create(path, Header(game.scenario, game.setup)) if path else None)


def _speaking_on(day: int) -> Holds:
    """Ann has the floor on this day or a later one, and a text is on the table."""
    return lambda room: (
        room.state.day >= day and bool(room.state.text) and room.state.queue[:1] == ("KA",) and not room.state.ballot
    )


def _debate() -> Conference:
    """An issue is in debate, and Ann has the floor."""
    return Conference(
        _played(
            _room(), lambda room: room.state.day >= 5 and bool(room.state.focus) and room.state.queue[:1] == ("KA",)
        )
    )


def _conference() -> Conference:
    return Conference(_played(_room(), _speaking_on(6)))


def _ballot() -> Conference:
    return Conference(
        _played(_room(), lambda room: room.state.ballot is not None and len(room.state.ballot.options) > 1)
    )


def _mediating() -> Conference:
    return Conference(_played(_room((), mediator="human"), lambda room: room.state.day >= 6))


def _facilitating() -> Conference:
    return Conference(_played(_room((), facilitator="Fay"), lambda room: room.state.day >= 7))


def _over() -> Conference:
    path = Path("transcripts", "iraq-2006-seed7.jsonl")
    path.unlink(missing_ok=True)
    return Conference(_played(_room(path=path), lambda room: False))


SCENES = {
    "home": Scene(Home, ("down",), "At the table", "exercise"),
    "set-up": Scene(lambda: SetUp(locate(SCENARIO)), ("p",), "Content advisory", "exercise play iraq-2006"),
    "conference": Scene(_debate, (), "You have the floor", "exercise play iraq-2006 --seat KA=Ann"),
    "proposal": Scene(_conference, ("p",), "needed:", "p: the proposal builder"),
    "single-text": Scene(_conference, ("t",), "Hold back", "t: the mediator's single text"),
    "ballot": Scene(_ballot, ("v",), "To carry it", "v: the vote"),
    "mediator": Scene(_mediating, ("o",), "Visit in private", "o: the mediator's desk"),
    "drawer": Scene(_facilitating, ("d",), "Expected:", "d: the facilitator's drawer"),
    "charts": Scene(_conference, ("h", "2"), "Seats on record", "h: charts"),
    "ending": Scene(_over, (), "final vote", "the end"),
}  # fmt: skip
"""The pictures by name."""


@contextmanager
def shelf() -> Iterator[None]:
    """A folder to stand in, with transcripts of the pictures on the shelf, in a time zone of its own."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TZ"] = "UTC"
        time.tzset()
        os.chdir(folder)
        Path("transcripts").mkdir()
        for number, holds in enumerate((_speaking_on(6), lambda room: False)):
            path = Path("transcripts", f"iraq-2006-{number}.jsonl")
            _played(_room(path=path), holds).close()
            os.utime(path, (SAVED - 90_000 * number,) * 2)
        try:
            yield
        finally:
            os.chdir(here)
