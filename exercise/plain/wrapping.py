"""Lines of text for a terminal without boxes: wrapped by what characters really take up."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from exercise.model.text import printable

WIDTH: Final = 78
_JOINER: Final = "\u200d"
_SPACE: Final = re.compile(r"[^\S\u00a0]+")
"""Where a line may be broken: at every space but one that says not to."""
_HANG: Final = 4
"""Columns that the rest of a line that was too long is moved in."""


_columns: Final = ContextVar("columns", default=WIDTH)


@contextmanager
def wrapped_to(columns: int) -> Iterator[None]:
    """Within it, lines for which nothing else is said have so many columns: a window may have fewer than a terminal."""
    before = _columns.set(columns)
    try:
        yield
    finally:
        _columns.reset(before)


def width(text: str) -> int:
    """Columns that a text takes; wide characters count two, marks none."""
    if text.isascii() and text.isprintable():
        return len(text)
    # Most text is plain, and the first screen need not wait for the tables of all other characters.
    from wcwidth import wcswidth

    columns = wcswidth(text)
    return columns if columns >= 0 else len(text)


def pad(text: str, columns: int) -> str:
    """The text filled up with spaces, by what it takes up on the screen."""
    return text + " " * max(0, columns - width(text))


def wrap(text: str, first: str = "", rest: str = "", columns: int = 0) -> list[str]:
    """The text in lines of at most `columns`, each paragraph on its own; a word longer than a line is cut."""
    lines: list[str] = []
    columns = columns or _columns.get()
    for paragraph in printable(text).split("\n"):
        lines += _wrapped(paragraph, rest if lines else first, rest, columns)
    return lines


def fit(line: str, columns: int = WIDTH) -> list[str]:
    """A line as it may reach a terminal: without control codes, and wrapped under itself where it is too long."""
    shown = printable(line, lines=False).rstrip()
    if width(shown) <= columns:
        return [shown]
    indent = " " * min(columns // 2, len(shown) - len(shown.lstrip()))
    return wrap(shown, indent, indent + " " * _HANG, columns)


def _wrapped(paragraph: str, first: str, rest: str, columns: int) -> Iterator[str]:
    line, empty = first, True
    room = max(8, columns - max(width(first), width(rest)))
    plain = paragraph.isascii() and first.isascii() and rest.isascii()
    measure = len if plain else width
    for word in filter(None, _SPACE.split(paragraph)):
        pieces = (word,) if plain and len(word) <= room else _pieces(word, room)
        for number, piece in enumerate(pieces):
            gap = "" if empty or number else " "
            if not empty and measure(line) + len(gap) + measure(piece) > columns:
                yield line
                line, gap = rest, ""
            line += gap + piece
            empty = False
    yield line.rstrip()


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word in pieces that fit; no piece begins with a mark or in the middle of a joined sign."""
    if len(word) <= room and width(word) <= room:
        if word:
            yield word
        return
    from wcwidth import wcwidth

    while len(word) > room or width(word) > room:
        cut = min(len(word), room)
        while cut > 1 and width(word[:cut]) > room:
            cut -= 1
        whole = cut
        while whole > 1 and whole < len(word) and (wcwidth(word[whole]) == 0 or word[whole - 1] == _JOINER):
            whole -= 1
        cut = whole if whole > 1 else cut
        yield word[:cut]
        word = word[cut:]
    if word:
        yield word
