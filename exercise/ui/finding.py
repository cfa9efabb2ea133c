"""Searching the floor: the line where it is typed, and the marks on the words that were found."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from exercise.ui.field import Field
from exercise.ui.line_view import Run

FOUND: Final = "+found"
"""Added to the style of what was searched for."""


class SearchField(Field):
    """`/` opens it, Escape closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Find the next", id="search.next", tooltip="To the next entry with these words"),
        Binding("escape", "screen.back_to_keys", "Close", id="search.close", tooltip="Close the search"),
    ]
    HELP = "Type words that were said. Enter goes to the next entry with them and marks them there, Escape closes the search."

    def open(self) -> None:
        """Show it and take the keys."""
        self.add_class("-open")
        self.screen.set_focus(self)

    def close(self) -> None:
        """Hide it; nothing that was typed stays."""
        self.remove_class("-open")
        self.value = ""


def marked(lines: Sequence[Sequence[Run]], words: str) -> list[list[Run]]:
    """Lines of an entry with the words marked wherever they stand, also where a line breaks between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    texts = ["".join(text for text, _ in runs) for runs in lines]
    spans = [found.span() for found in re.finditer(pattern, "\n".join(texts), re.IGNORECASE)] if pattern else []
    made, at = [], 0
    for text, runs in zip(texts, lines, strict=True):
        made.append(_marked_line(runs, at, spans))
        at += len(text) + 1
    return made


def _marked_line(runs: Sequence[Run], at: int, spans: Sequence[tuple[int, int]]) -> list[Run]:
    made: list[Run] = []
    for text, style in runs:
        cuts = {0, len(text), *(cut - at for span in spans for cut in span if at < cut < at + len(text))}
        edges = sorted(cuts)
        for start, end in pairwise(edges):
            inside = any(first <= at + start < last for first, last in spans)
            # What leads in a line that goes on is no part of the words.
            inside = inside and bool(text[start:end].strip())
            made.append((text[start:end], style + FOUND if inside else style))
        at += len(text)
    return made
