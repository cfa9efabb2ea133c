"""Notes as files for other programs, and back: JSON, CSV and Markdown, or the notes format itself."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import msgspec

from exercise.model.text import printable
from exercise.review.notes import GLYPHS, Note, Notebook, checked
from exercise.transcript.problems import TranscriptError

FORMATS: Final = (".jsonl", ".json", ".csv", ".md")
_COLUMNS: Final = ("author", "number", "kind", "first", "last", "about", "rating", "text")
_FORMULA: Final = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for the beginning of a formula; such a text gets an apostrophe before it."""
_LARGEST: Final = 16 * 1024 * 1024
"""Bytes of a file of notes that is taken in."""


def export(book: Notebook, path: Path) -> int:
    """Write the notes that stand to a new file, in the format that its name ends in; gives their number.

    Raises TranscriptError for a name of another format, and where a file of that name exists or cannot be written.
    """
    notes = book.notes
    match path.suffix:
        case ".jsonl":
            text = book.text(notes)
        case ".json":
            text = json.dumps({"notes": [msgspec.to_builtins(note) for note in notes]}, indent=1, ensure_ascii=False)
        case ".csv":
            text = _csv(notes)
        case ".md":
            text = _markdown(book.path, notes)
        case _:
            raise TranscriptError(f"Notes are exported to a file that ends in {', '.join(FORMATS)}, not to {path}.")
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise TranscriptError(f"{path} exists already; nothing is ever overwritten.") from None
    except (OSError, ValueError) as error:
        raise TranscriptError(f"{path} cannot be written: {getattr(error, 'strerror', None) or error}.") from None
    return len(notes)


def take_in(book: Notebook, path: Path) -> list[Note]:
    """Take in the notes of a file that was exported or that another reviewer wrote; gives those that are new.

    Raises TranscriptError for a file that holds no notes on this exercise.
    """
    if path.suffix not in (".json", ".csv"):
        return book.merge(path)
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError(f"it has more than {_LARGEST // 1024 // 1024} MiB")
        text = path.read_text(encoding="utf-8")
        notes = [checked(note) for note in (_from_json(text) if path.suffix == ".json" else _from_csv(text))]
    except OSError as error:
        raise TranscriptError(f"{path} cannot be read: {error.strerror or error}.") from None
    except (ValueError, KeyError, TypeError, RecursionError, csv.Error) as error:
        raise TranscriptError(f"{path} holds no notes: {printable(str(error), lines=False)}.") from None
    return book.take(notes)


def _from_json(text: str) -> list[Note]:
    return msgspec.json.decode(text, type=dict[str, list[Note]])["notes"]


def _csv(notes: Iterable[Note]) -> str:
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for note in notes:
        cells = [getattr(note, column) for column in _COLUMNS]
        writer.writerow([f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in cells])
    return table.getvalue()


def _from_csv(text: str) -> list[Note]:
    notes = []
    for row in csv.DictReader(io.StringIO(text)):
        cells = {key: value or "" for key, value in row.items() if key in _COLUMNS}
        bare = {key: cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULA else cell for key, cell in cells.items()}
        numbers = {key: int(bare.get(key) or 0) for key in ("number", "first", "last")}
        notes.append(msgspec.convert({**bare, **numbers}, Note))
    return notes


def _markdown(path: Path, notes: Sequence[Note]) -> str:
    """A table that a report or a class can read."""
    lines = [f"# Notes: {_cell(path.name)}", "", "| Events | By | | About | Note |", "|---|---|---|---|---|"]
    for note in notes:
        where = f"{note.first}-{note.last}" if note.last > note.first else str(note.first or "")
        said = f"{note.rating}: {note.text}" if note.rating else note.text
        sign = f"{GLYPHS[note.kind]} {note.kind}"
        lines.append("| " + " | ".join(map(_cell, (where, note.author, sign, note.about, said))) + " |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """A text that is nothing but text in a table of Markdown."""
    shown = printable(text, lines=False)
    for sign in "\\`*_[]<>|#&":
        shown = shown.replace(sign, f"\\{sign}")
    return shown
