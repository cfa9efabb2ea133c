"""A diagnostic as an author reads it: the message, the line, and a caret under the place."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from wcwidth import wcswidth

from exercise.authoring.nodes import BREAK, LIMIT
from exercise.model.diagnostic import Diagnostic

WIDTH: Final = 72
"""Columns of a source line that are shown: with the number before it, a terminal of 80 does not wrap it."""
_HIDDEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def explain(diagnostic: Diagnostic, read_line: Callable[[str, int], str], width: int = WIDTH) -> str:
    """The diagnostic with its source line. `read_line(file, line)` gives a line, or nothing where there is none.

    Of a long line `width` columns around the place are shown.
    """
    head = shown(str(diagnostic))
    line = read_line(diagnostic.file, diagnostic.line) if diagnostic.line else ""
    if not line or line.isspace():
        return head
    at = max(0, min(diagnostic.column - 1, len(line)))
    start = max(0, at - width // 2) if len(line) > width else 0
    part = shown(line[start : start + width])
    if not start:
        at += len(part.lstrip()) - len(part)
        part = part.lstrip()
    before = part[: max(0, at - start)]
    gutter = f"{diagnostic.line:>5} | "
    return f"{head}\n{gutter}{part}\n{' ' * (len(gutter) + max(0, wcswidth(before)))}^"


def shown(text: str) -> str:
    """Text from a file without signs that a terminal would obey."""
    return _HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def read_line(file: str, line: int) -> str:
    """A line of a file on disk; nothing where it cannot be read."""
    lines = lines_of(file)
    return lines[line - 1] if 0 < line <= len(lines) else ""


def lines_of(file: str) -> tuple[str, ...]:
    """The lines of a file on disk, as marks count them."""
    return tuple(BREAK.split(text_of(file)))


def text_of(file: str) -> str:
    """The text of a file on disk as far as it may be read; nothing where it cannot be."""
    try:
        if not Path(file).is_file():
            return ""
        with Path(file).open("rb") as stream:
            return stream.read(LIMIT).decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return ""
