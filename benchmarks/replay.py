"""Events per second from a transcript's file to the state, beside boardgame.io's reducer, json with cattrs, and msgspec.

Ours: the file read, header and chain checked, every event built and applied. boardgame.io: its reducer on moves already in
memory. json with cattrs: the same lines to events as frozen attrs classes, unchecked and not applied. msgspec: the same lines
taken apart only, which is the limit for anything that reads JSON from Python.
"""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import cattrs
import msgspec
from long import commands, endless
from measure import BOARDGAME, HERE, alternate, cannot, print_rates, print_target, reading, runs, shipped, timed, told

from exercise.engine.game import Game, Table
from exercise.engine.replay import replay
from exercise.model.events import EVENTS, Event
from exercise.model.state import Rejection
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.reader import read_transcript
from exercise.transcript.writer import TranscriptWriter

LENGTH = 100_000
THEIR_MOVES = 10_000
TARGET = 150_000


class Line(msgspec.Struct):
    """The envelope of an event; what it holds stays JSON."""

    n: int
    day: int
    session: int
    by: str
    to: str | tuple[str, ...]
    min: int
    kind: str
    what: msgspec.Raw


def write(game: Game, path: Path, length: int = LENGTH) -> int:
    """A transcript of so many events; gives their number."""
    room = Room.open(game, TranscriptWriter.create(path, Header(game.scenario, game.setup)))
    for command in commands(game, length):
        if isinstance(room.submit(command), Rejection):
            cannot(f"{command} was refused")
    room.close()
    return len(room.events)


def ours(path: Path) -> int:
    recording = read_transcript(path)
    if recording.header is None or recording.problems:
        cannot(f"{path} does not read: {recording.problems}")
    return replay(Game(Table(recording.header.scenario), recording.header.setup), recording.events).n


def twin(cls: type[msgspec.Struct]) -> type:
    """The frozen attrs class with the fields of an event, for cattrs to build."""
    fields = {
        field.name: attrs.field(type=field.type, default=attrs.NOTHING if field.required else field.default)
        for field in msgspec.structs.fields(cls)
    }
    return attrs.make_class(cls.__name__, fields, frozen=True, slots=True)


def with_cattrs(path: Path) -> int:
    structure = cattrs.Converter().structure
    twins, event = {kind: twin(body) for kind, body in EVENTS.items()}, twin(Event)
    events = []
    with path.open("rb") as lines:
        next(lines)
        for line in lines:
            raw: dict[str, Any] = json.loads(line)
            body = structure(raw["what"], twins[raw["kind"]])
            to = raw["to"] if isinstance(raw["to"], str) else tuple(raw["to"])
            events.append(event(raw["n"], raw["day"], raw["session"], raw["by"], to, body, raw["min"]))
    return len(events)


def with_msgspec(path: Path) -> int:
    decode: Callable[[bytes], Line] = msgspec.json.Decoder(Line).decode
    with path.open("rb") as lines:
        next(lines)
        return len([decode(line) for line in lines])


def main() -> None:
    times = runs(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "replay.jsonl"
        events = write(endless(shipped()), path)
        found = alternate(
            {
                "Fourteen Days": lambda: timed(lambda: ours(path)),
                "boardgame.io's reducer": lambda: reading(
                    told(["node", HERE / "boardgame.mjs", BOARDGAME, "reduce", str(THEIR_MOVES)])
                ),
                "json and cattrs": lambda: timed(lambda: with_cattrs(path)),
                "msgspec, lines only": lambda: timed(lambda: with_msgspec(path)),
            },
            times,
        )
    print_rates("events", found)
    mine = found["Fourteen Days"]
    if mine.count != events:
        cannot(f"{mine.count} of {events} events were replayed")
    print_target(f"at least {TARGET:,} events/s", mine.count / mine.cpu >= TARGET)


if __name__ == "__main__":
    main()
