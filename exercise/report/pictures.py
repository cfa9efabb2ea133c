"""Charts as SVG that read in light and dark, in print, and without colour: every line has a letter and a dash of its own."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from exercise.review.history import Line

WIDTH: Final = 720
HEIGHT: Final = 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 30, 14, 30
_DASHES: Final = ("none", "7 4", "2 3", "10 3 2 3", "1 4", "14 4", "5 2 1 2")
_LETTER: Final = 12
"""Height of a letter."""
_HUES: Final = 7
"""Hues of the style sheet, told apart by colour-blind people."""


@frozen
class Stroke:
    """A line of a chart: its points for SVG, where its letter stands, and the hue and dash that it is drawn with."""

    letter: str
    title: str
    points: str
    x: float
    y: float
    hue: int
    dash: str


@frozen
class Chart:
    """A line chart ready to be drawn. `ticks` are values with their heights, `days` days with their places."""

    title: str
    says: str
    strokes: tuple[Stroke, ...]
    ticks: tuple[tuple[str, float], ...]
    days: tuple[tuple[int, float], ...]


def chart(title: str, says: str, days: Sequence[int], lines: Sequence[Line], top: float = 0.0) -> Chart | None:
    """A chart of lines over days; nothing where there is nothing to draw."""
    drawn = [line for line in lines if any(value is not None for value in line.values)]
    if not drawn or not days:
        return None
    most = top or max(1.0, *(value for line in drawn for value in line.values if value is not None))
    step = (WIDTH - _LEFT - _RIGHT) / max(1, len(days) - 1)

    def place(n: int, value: float) -> tuple[float, float]:
        return round(_LEFT + n * step, 1), round(_TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - value / most), 1)

    strokes = []
    for number, line in enumerate(drawn):
        points = [place(n, value) for n, value in enumerate(line.values) if value is not None]
        x, y = points[-1]
        strokes.append(
            Stroke(
                chr(97 + number % 26), line.title, " ".join(f"{x},{y}" for x, y in points), x + 5, y + 4,
                number % _HUES, _DASHES[number % len(_DASHES)],
            )
        )  # fmt: skip
    strokes = _apart(strokes)
    ticks = tuple((f"{most * share:g}", place(0, most * share)[1]) for share in (0, 0.5, 1))
    shown = max(1, -(-len(days) // 15))
    return Chart(
        title, says, tuple(strokes), ticks, tuple((d, place(n, 0)[0]) for n, d in enumerate(days) if n % shown == 0)
    )


def _apart(strokes: Sequence[Stroke]) -> list[Stroke]:
    """The same lines with letters that do not stand on each other: from above, each is at least its own height lower."""
    heights: dict[str, float] = {}
    lowest = 0.0
    for stroke in sorted(strokes, key=lambda stroke: (stroke.y, stroke.letter)):
        lowest = heights[stroke.letter] = max(stroke.y, lowest + _LETTER)
    over = max(0.0, lowest - HEIGHT + _BOTTOM)
    return [evolve(stroke, y=round(heights[stroke.letter] - over, 1)) for stroke in strokes]
