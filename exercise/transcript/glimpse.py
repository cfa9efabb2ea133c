"""What a list of transcripts shows of each: read from its two ends, so that many long files cost little."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
from attrs import field, frozen

from exercise.model.setup import is_person
from exercise.model.text import printable
from exercise.transcript.formats import FORMAT

NOTES: Final = ".notes.jsonl"
"""How the files end in which reviewers' notes lie beside transcripts."""
_LONGEST_HEADER: Final = 16 * 1024 * 1024
_TAIL: Final = 64 * 1024


@frozen
class Glimpse:
    """A transcript as a list shows it. `problem` says why it cannot be shown better, or cannot be gone on with.

    `players` maps seats to players, `day` is that of the last event, `over` says that the exercise was closed; `parent` is the
    transcript that this one branched off, after event `parent_event`.
    """

    path: Path
    scenario: str = ""
    title: str = ""
    seed: int = 0
    players: Mapping[str, str] = field(factory=dict)
    facilitator: str = ""
    parent: str = ""
    parent_event: int = 0
    changed: float = 0.0
    day: int = 0
    days: int = 0
    events: int = 0
    over: bool = False
    problem: str = ""

    @property
    def people(self) -> Mapping[str, str]:
        """Seats that people play, with their names."""
        return {seat: who.partition(":")[2] for seat, who in self.players.items() if is_person(who)}


class _Clock(msgspec.Struct):
    days: int = 0


class _Scenario(msgspec.Struct):
    id: str
    title: str
    clock: _Clock


class _Setup(msgspec.Struct):
    seed: int = 1
    players: dict[str, str] = {}
    facilitator: str = ""
    parent: str = ""
    parent_event: int = 0


class _Header(msgspec.Struct):
    format: int
    scenario: _Scenario
    setup: _Setup


class _Event(msgspec.Struct):
    n: int
    day: int
    kind: str


_header = msgspec.json.Decoder(_Header).decode
_event = msgspec.json.Decoder(_Event).decode


def transcript_files(folder: Path) -> list[Path]:
    """The transcripts of a folder, the newest first; none where the folder cannot be read."""
    found = []
    try:
        for path in folder.glob("*.jsonl"):
            if not path.name.endswith(NOTES):
                found.append((-_changed(path), path))
    except OSError:
        return []
    return [path for _, path in sorted(found)]


def glimpse(path: Path) -> Glimpse:
    """What can be said of a transcript without reading all of it. Never raises for what is in a file."""
    changed = _changed(path)
    try:
        head, tail = _ends(path)
        found = _header(head)
    except OSError as error:
        return Glimpse(path, changed=changed, problem=f"it cannot be read: {error.strerror or error}")
    except (ValueError, RecursionError):
        return Glimpse(path, changed=changed, problem="it does not begin with the header of a transcript")
    scenario, setup = found.scenario, found.setup
    last, over, broken = _last(tail)
    problem = "what stands at its end is no event" if broken else ""
    if found.format > FORMAT:
        problem = f"a newer program wrote it: format {found.format}, this one reads up to {FORMAT}"
    return Glimpse(
        path,
        scenario=printable(scenario.id, lines=False),
        title=printable(scenario.title, lines=False),
        seed=setup.seed,
        players={seat: printable(who, lines=False) for seat, who in setup.players.items()},
        facilitator=printable(setup.facilitator, lines=False),
        parent=printable(setup.parent, lines=False),
        parent_event=setup.parent_event,
        changed=changed,
        day=last.day if last else 0,
        days=scenario.clock.days,
        events=last.n if last else 0,
        over=over,
        problem=problem,
    )


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _ends(path: Path) -> tuple[bytes, bytes]:
    """The first line, and the last lines of the rest."""
    # A device or a pipe may never end.
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(0, "it is not a file")
    with path.open("rb") as file:
        head = file.readline(_LONGEST_HEADER)
        start = file.tell()
        end = file.seek(0, os.SEEK_END)
        file.seek(max(start, end - _TAIL))
        return head, file.read()


def _last(tail: bytes) -> tuple[_Event | None, bool, bool]:
    """The last whole event, whether the exercise was closed then, and whether lines before the last are no events.

    A last line that is merely cut off is no damage.
    """
    lines = tail.splitlines()
    last = None
    for number, line in enumerate(reversed(lines)):
        try:
            event = _event(line)
        except (ValueError, RecursionError):
            if number and last is None:
                return None, False, True
            continue
        last = last or event
        if event.kind in ("closed", "rewound"):
            return last, event.kind == "closed", False
    return last, False, False
