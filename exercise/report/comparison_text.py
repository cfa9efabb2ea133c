"""A comparison for a terminal of 80 columns, and for scripts."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import asdict

from exercise.model.scenario import Scenario
from exercise.model.text import printable
from exercise.plain.wrapping import WIDTH, pad, width, wrap
from exercise.report.comparison import Group
from exercise.report.matrices import HONESTY, Matrix, matrices

_LABEL: Final = 30
"""Columns of the labels of rows; what is longer is cut."""


def as_lines(scenario: Scenario, groups: Sequence[Group]) -> list[str]:
    """The whole comparison as text, at most 78 columns wide however many groups there are."""
    lines = [*wrap(f"{scenario.title}: {len(groups)} exercises"), "", *_groups(groups)]
    for matrix in matrices(scenario, groups):
        if matrix.rows:
            lines += ["", matrix.title, *wrap(matrix.says, "  ", "  "), *_matrix(matrix, len(groups))]
    marked = [(number, group) for number, group in enumerate(groups, 1) if group.turning]
    if marked:
        lines += ["", "Turning points that reviewers marked"]
        for number, group in marked:
            lines += wrap(f"event {', '.join(map(str, group.turning))}", f"  {number:>2}  ", "      ")
    return [*lines, "", *wrap(HONESTY)]


def _groups(groups: Sequence[Group]) -> Iterator[str]:
    """Which number is which exercise, how it ended, and the reference package that it came nearest to."""
    for number, group in enumerate(groups, 1):
        nearest = f", {group.references[group.nearest]} from {group.nearest}" if group.nearest else ""
        text = f"{group.name}: {group.outcome}, day {group.day}, {group.events:,} events{nearest}"
        yield from wrap(printable(text, lines=False), f"{number:>2}  ", "      ")


def _matrix(matrix: Matrix, count: int) -> Iterator[str]:
    """A matrix in as many blocks of columns as it takes."""
    rows = [(_cut(label), [printable(cell, lines=False) for cell in cells]) for label, cells in matrix.rows]
    room = max(width(label) for label, _ in rows)
    column = 1 + max(len(str(count)), *(width(cell) for _, cells in rows for cell in cells))
    block = max(1, (WIDTH - 2 - room) // column)
    for start in range(0, count, block):
        numbers = [str(number + 1) for number in range(start, min(count, start + block))]
        yield f"  {pad('', room)}{''.join(number.rjust(column) for number in numbers)}"
        for label, cells in rows:
            shown = "".join(" " * (column - width(cell)) + cell for cell in cells[start : start + block])
            yield f"  {pad(label, room)}{shown}"


def _cut(label: str) -> str:
    shown = printable(label, lines=False)
    if width(shown) <= _LABEL:
        return shown
    while width(shown) >= _LABEL:
        shown = shown[:-1]
    return f"{shown.rstrip()}…"


def as_json(scenario: Scenario, groups: Sequence[Group]) -> dict[str, Any]:
    """The comparison for scripts."""
    return {"scenario": scenario.id, "title": scenario.title, "groups": [asdict(group) for group in groups]}
