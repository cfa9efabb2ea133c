"""What if: a new transcript that shares the beginning of another one and remembers it, to be played on otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

import attrs

from exercise.model.events import FACILITATOR, Closed, Event, Rewound
from exercise.model.moves import Command, Replace
from exercise.model.state import Rejection
from exercise.room.room import Room
from exercise.transcript.codec import Header, LineError, decode_event
from exercise.transcript.glimpse import Glimpse, glimpse, transcript_files
from exercise.transcript.problems import TranscriptError, TranscriptExistsError
from exercise.transcript.reader import read_transcript
from exercise.transcript.writer import TranscriptWriter


def branch(
    path: Path, n: int, target: Path | None = None, players: Mapping[str, str] | None = None
) -> tuple[Path, int]:
    """Begin a branch after event `n`: the decision that `n` belongs to is kept whole. Gives its file and its last shared event.

    `players` change hands at once (`human:Ann`, `bot:trader`), so that somebody can play on. Raises TranscriptError.
    """
    recording = read_transcript(path)
    if recording.header is None or recording.damaged:
        raise TranscriptError(
            f"{path} is damaged: it can be reviewed, and nothing can branch off it.", recording.problems
        )
    every = _decisions(path, recording.header.format)
    decisions = [decision for decision in every if decision[0].n <= max(1, n)]
    if not decisions:
        raise TranscriptError(f"{path} holds no event that a branch could begin with.")
    if _closed(decisions):
        raise TranscriptError("The exercise is over there and nothing can be played on from it: pick an earlier event.")
    shared = decisions[-1][-1].n
    setup = attrs.evolve(recording.header.setup, parent=path.name, parent_event=shared)
    # A branch is a transcript of this program: what an older one wrote is written in today's format.
    writer = _create(path, target, Header(recording.header.scenario, setup))
    try:
        for decision in decisions:
            writer.append(decision)
    finally:
        writer.close()
    if players:
        _hand_over(writer.path, players)
    return writer.path, shared


def _decisions(path: Path, format: int) -> Iterator[Sequence[Event]]:
    """The events of a sound transcript, decision by decision."""
    decision: list[Event] = []
    with path.open("rb") as lines:
        next(lines)
        for line in lines:
            try:
                event, more = decode_event(line, format)
            except LineError:
                return
            decision.append(event)
            if not more:
                yield decision
                decision = []


def _closed(decisions: Sequence[Sequence[Event]]) -> bool:
    """Whether the exercise is over after these decisions."""
    ends = (event.body for decision in reversed(decisions) for event in reversed(decision))
    return isinstance(next((body for body in ends if isinstance(body, Closed | Rewound)), None), Closed)


def _create(path: Path, target: Path | None, header: Header) -> TranscriptWriter:
    """A new file: the one named, or the first free name beside the parent."""
    if target is not None:
        return TranscriptWriter.create(target, header)
    for number in count(1):
        try:
            return TranscriptWriter.create(path.with_name(f"{path.stem}-branch{number}.jsonl"), header)
        except TranscriptExistsError:
            continue
    raise AssertionError("names never end")


def _hand_over(path: Path, players: Mapping[str, str]) -> None:
    room = Room.resume(path)
    try:
        for seat, player in players.items():
            result = room.submit(Command(FACILITATOR, Replace(seat, player)))
            if isinstance(result, Rejection):
                raise TranscriptError(f"{seat} cannot be played by {player}: {result.reason}.")
    finally:
        room.close()


@attrs.frozen
class Twig:
    """A transcript in a tree of branches, with what branched off it."""

    glimpse: Glimpse
    branches: tuple["Twig", ...]


def tree(path: Path) -> Twig:
    """The whole tree that a transcript belongs to, from its root, as far as its folder holds it."""
    known = {found.name: glimpse(found) for found in transcript_files(path.parent)}
    known.setdefault(path.name, glimpse(path))
    root, seen = path.name, {path.name}
    while (parent := known[root].parent) in known and parent not in seen:
        seen.add(parent)
        root = parent
    return _twig(root, known, frozenset())


def _twig(name: str, known: Mapping[str, Glimpse], above: frozenset[str]) -> Twig:
    above = above | {name}
    below = sorted(
        (child.parent_event, each) for each, child in known.items() if child.parent == name and each not in above
    )
    return Twig(known[name], tuple(_twig(each, known, above) for _, each in below))
