"""What the balance of a scenario is shown with: sections of a sentence, a picture and figures, and bars that line up."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import frozen

from exercise.analysis.count import Count
from exercise.model.text import printable
from exercise.plain.wrapping import WIDTH, fit, pad, width, wrap

BAR: Final = 40
"""Columns of the longest bar."""


@frozen
class Section:
    """One notion: its title, a sentence or two that explain it, a picture in lines of text, and the figures behind it.

    Lines of picture and figures fit the paper and hold no control codes. `missing` names what was not asked for.
    """

    id: str
    title: str
    says: str
    picture: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    missing: str = ""


@frozen
class Row:
    """A line of a bar chart: a label, how long the bar is, and what stands behind it."""

    label: str
    value: float
    note: str


@frozen
class Paper:
    """What sections are written on: so many columns."""

    columns: int = WIDTH

    def wrap(self, text: str, first: str = "  ", rest: str = "  ") -> list[str]:
        """A paragraph, moved in by two columns unless said otherwise."""
        return wrap(text, first, rest, self.columns)

    def bars(self, rows: Sequence[Row], longest: int = BAR) -> list[str]:
        """A bar chart; the longest bar takes `longest` columns at most, and what is not nothing can be seen."""
        if not rows:
            return []
        most = max(row.value for row in rows) or 1.0
        labels = [printable(row.label, lines=False) for row in rows]
        room = min(max(map(width, labels)), self.columns // 2)
        longest = max(4, min(longest, self.columns - room - 4 - max(width(row.note) for row in rows)))
        lines = []
        for label, row in zip(labels, rows, strict=True):
            full = round(longest * row.value / most)
            drawn = "█" * full if full or not row.value else "▏"
            lines += fit(f"  {pad(clip(label, room), room)} {pad(drawn, longest)} {row.note}", self.columns)
        return lines

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
        """Columns that line up: the first to the left, the others to the right; in several parts where they are too many."""
        cells = [[printable(cell, lines=False) for cell in row] for row in (heads, *rows)]
        rooms = [max(width(row[column]) for row in cells) for column in range(len(heads))]
        rooms[0] = min(rooms[0], self.columns // 2)
        lines: list[str] = []
        for part in _parts(rooms, self.columns):
            for row in cells:
                rest = (" " * (rooms[n] - width(row[n])) + row[n] for n in part)
                lines.append(("  " + "  ".join([pad(clip(row[0], rooms[0]), rooms[0]), *rest])).rstrip())
        return lines


def _parts(rooms: Sequence[int], columns: int) -> list[list[int]]:
    """The columns after the first in runs that fit beside it."""
    parts: list[list[int]] = [[]]
    taken = start = 2 + rooms[0]
    for column, room in enumerate(rooms[1:], 1):
        if parts[-1] and taken + 2 + room > columns:
            parts.append([])
            taken = start
        parts[-1].append(column)
        taken += 2 + room
    return parts


def clip(text: str, columns: int) -> str:
    """The text, cut where it takes more than so many columns."""
    if width(text) <= columns:
        return text
    while text and width(text) > columns - 1:
        text = text[:-1]
    return text + "…"


def number(count: Count) -> str:
    """A number of packages with its interval where it is estimated."""
    if count.exact:
        return f"{count.value:,}"
    return f"about {count.value:,} ({count.low:,} to {count.high:,})"


def brief(count: Count) -> str:
    """A number of packages for a narrow column; an estimate has a wave before it."""
    wave = "" if count.exact else "~"
    for from_, unit, size in ((10**10, "G", 10**9), (10**7, "M", 10**6), (10**5, "k", 1000)):
        if count.value >= from_:
            return f"{wave}{count.value / size:.0f}{unit}"
    return f"{wave}{count.value:,}"


def percent(share: float) -> str:
    """A share in percent with as many places as say something; no line breaks within it."""
    if share == 0 or share >= 10:
        told = f"{share:.0f}"
    elif share >= 0.1:
        told = f"{share:.2f}"
    else:
        told = f"{share:.2g}" if share >= 0.0001 else f"{share:.1e}"
    return f"{told}\u00a0%"


def counted(counts: Mapping[str, Count]) -> list[Row]:
    """A bar for each count."""
    return [Row(name, count.value, f"{number(count)}  {percent(count.share)}") for name, count in counts.items()]
