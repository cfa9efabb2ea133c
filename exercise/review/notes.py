"""Notes of reviewers on a transcript, kept in a file of their own beside it: `talks.jsonl` has `talks.notes.jsonl`.

The transcript is never touched. A notes file is one JSON object a line: a head that says which transcript it belongs to, then
notes, each with its author and number. A note is taken back by a line that says so; nothing is erased. Files of several
reviewers merge into one, because author and number name a note everywhere.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, Literal

import msgspec

from exercise.model.text import printable
from exercise.transcript.codec import Header
from exercise.transcript.glimpse import NOTES
from exercise.transcript.problems import TranscriptError

Kind = Literal["note", "good", "mistake", "turning", "question", "agree", "disagree", "unseen", "rating"]
GLYPHS: Final[Mapping[str, str]] = {
    "note": "·", "good": "!", "mistake": "?", "turning": "↺", "question": "¿",
    "agree": "✓", "disagree": "✗", "unseen": "○", "rating": "★",
}  # fmt: skip
MEANINGS: Final[Mapping[str, str]] = {
    "note": "a remark",
    "good": "a good move",
    "mistake": "a mistake",
    "turning": "a turning point",
    "question": "a question for the debrief",
    "agree": "agrees with a finding",
    "disagree": "disagrees with a finding",
    "unseen": "holds a finding for not observable",
    "rating": "rates an objective",
}
RATINGS: Final = ("performed", "some difficulty", "major difficulty", "unable", "not observable")
VERDICTS: Final = ("agree", "disagree", "unseen")
FORMAT: Final = 1
LONGEST: Final = 10_000
"""Characters of one note."""


class Note(msgspec.Struct, frozen=True, omit_defaults=True):
    """A note on the events `first` to `last` (0: on the whole), or on the finding `about`; `rating` is one of RATINGS."""

    author: str
    number: int
    kind: Kind
    text: str = ""
    first: int = 0
    last: int = 0
    about: str = ""
    rating: str = ""

    @property
    def id(self) -> str:
        return f"{self.author}-{self.number}"


class _Head(msgspec.Struct, frozen=True):
    notes_on: str
    digest: str
    seed: int
    format: int = FORMAT


class _Gone(msgspec.Struct, frozen=True):
    gone: str


_line = msgspec.json.Encoder().encode
_note = msgspec.json.Decoder(Note).decode
_gone = msgspec.json.Decoder(_Gone).decode
_head = msgspec.json.Decoder(_Head).decode


def notes_path(transcript: Path) -> Path:
    """Where the notes on a transcript are kept."""
    return transcript.with_name(f"{transcript.stem}{NOTES}")


def checked(note: Note) -> Note:
    """The note, if it says something. Raises ValueError with a sentence."""
    if not note.author.strip() or note.author != printable(note.author, lines=False).strip():
        raise ValueError("a note needs an author: a handle without control codes")
    if len(note.text) > LONGEST:
        raise ValueError(f"a note has at most {LONGEST:,} characters")
    if note.kind in (*VERDICTS, "rating") and not note.about:
        raise ValueError(f"a note that {MEANINGS[note.kind]} has to say which one")
    if note.kind in VERDICTS and not note.text.strip():
        raise ValueError("give a reason: a verdict without one helps nobody")
    if (note.kind == "rating") != bool(note.rating) or (note.rating and note.rating not in RATINGS):
        raise ValueError(f"a rating is one of {', '.join(RATINGS)}")
    if note.first > note.last:
        raise ValueError("a note ends where it begins or later")
    return note


class Notebook:
    """The notes on one transcript. Every change is on disk when it returns."""

    def __init__(self, transcript: Path, header: Header) -> None:
        self.path = notes_path(transcript)
        self._head = _Head(transcript.name, header.digest, header.setup.seed)
        self._notes: dict[str, Note] = {}
        self.problems: list[str] = []
        if self.path.exists():
            self._take(self.path)

    @property
    def notes(self) -> list[Note]:
        """All notes that stand, in the order of the events they are on."""
        return sorted(self._notes.values(), key=lambda note: (note.first, note.author, note.number))

    def add(
        self, author: str, kind: Kind, text: str = "", first: int = 0, last: int = 0, about: str = "", rating: str = ""
    ) -> Note:
        """Write a note down. Raises ValueError for one that says nothing, TranscriptError where it cannot be written."""
        number = 1 + max((note.number for note in self._notes.values() if note.author == author), default=0)
        note = checked(Note(author, number, kind, text, first, max(first, last), about, rating))
        self._write([_line(note)])
        self._notes[note.id] = note
        return note

    def withdraw(self, id: str) -> Note:
        """Take a note back. Raises KeyError where there is none of that name."""
        note = self._notes[id]
        self._write([_line(_Gone(id))])
        del self._notes[id]
        return note

    def merge(self, path: Path) -> list[Note]:
        """Take in the notes of another file; gives those that are new. Raises TranscriptError where it is on another exercise."""
        other = Notebook.__new__(Notebook)
        other.path, other._head, other._notes, other.problems = path, self._head, {}, []
        other._take(path)
        if other.problems and not other._notes:
            raise TranscriptError(f"{path} holds no notes on this exercise: {other.problems[0]}")
        self.problems += other.problems
        return self.take(other.notes)

    def take(self, notes: Iterable[Note]) -> list[Note]:
        """Write down notes that already have an author and a number; gives those that are new."""
        new = [note for note in {note.id: note for note in notes}.values() if note.id not in self._notes]
        if new:
            self._write([_line(note) for note in new])
        self._notes.update({note.id: note for note in new})
        return new

    def text(self, notes: Iterable[Note]) -> str:
        """The file that holds these notes and no others."""
        return "".join(line.decode() + "\n" for line in (_line(self._head), *map(_line, notes)))

    def on(self, n: int) -> list[Note]:
        """The notes on an event, or on a range of events that it lies in."""
        return [note for note in self.notes if note.first <= n <= note.last]

    def verdict(self, finding: str) -> list[Note]:
        """What reviewers hold of a finding."""
        return [note for note in self.notes if note.about == finding and note.kind in VERDICTS]

    def _take(self, path: Path) -> None:
        """Read a file as far as it can be read; a line that cannot be read is a problem and no more."""
        try:
            lines = path.read_bytes().splitlines()
        except OSError as error:
            self.problems.append(f"{path}: {error.strerror}")
            return
        for number, line in enumerate(lines, 1):
            try:
                self._take_line(line, number == 1)
            except (ValueError, KeyError) as error:
                self.problems.append(f"{path}:{number}:1: {printable(str(error), lines=False)}")
                if number == 1:
                    return

    def _take_line(self, line: bytes, first: bool) -> None:
        if first:
            head = _head(line)
            if (head.digest, head.seed) != (self._head.digest, self._head.seed):
                raise ValueError(f"these are notes on another exercise ({head.notes_on})")
        elif b'"gone"' in line and b'"author"' not in line:
            del self._notes[_gone(line).gone]
        else:
            note = checked(_note(line))
            self._notes[note.id] = note

    def _write(self, lines: Iterable[bytes]) -> None:
        """Append lines, and the head before the first; on disk before anybody is told."""
        try:
            with self.path.open("ab") as file:
                if not file.tell():
                    file.write(_line(self._head) + b"\n")
                for line in lines:
                    file.write(line + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise TranscriptError(f"The notes {self.path} cannot be written: {error.strerror}.") from error
