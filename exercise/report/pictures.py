"""Charts as SVG that read in light and dark, in print, and without colour: small panels, one line each, side by side.

A panel says its first and last value in figures, and a sentence tells what the line does to whoever cannot see it.
"""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from exercise.review.history import Line

SMALL: Final = (200, 64)
WIDE: Final = (720, 180)
"""Width and height of a panel among others, and of one that stands alone with its axes."""
_EDGE: Final = 6
_LEFT, _BOTTOM = 40, 24
"""Room for the figures of the axes."""
_DAYS: Final = 15
"""Days that are named on an axis."""


@frozen
class Panel:
    """One line over days, ready to be drawn: `line` and `area` are SVG points, `marks` the figures of the axes with their places.

    `first` and `last` are the values at its ends as figures, and `says` describes the line in a sentence.
    """

    title: str
    says: str
    first: str
    last: str
    size: tuple[int, int]
    line: str
    area: str
    end: tuple[float, float]
    levels: tuple[tuple[str, float], ...]
    days: tuple[tuple[int, float], ...]


def panels(days: Sequence[int], lines: Sequence[Line], top: float = 0.0, unit: str = "") -> tuple[Panel, ...]:
    """A small panel for each line, all on the same scale; lines without any value are left out."""
    drawn = [line for line in lines if _known(days, line)]
    most = top or max([1.0, *(value for line in drawn for _, value in _known(days, line))])
    return tuple(_panel(days, line, most, SMALL, unit) for line in drawn)


def panel(days: Sequence[int], line: Line, unit: str = "") -> Panel | None:
    """A wide panel with axes; nothing where there is nothing to draw."""
    known = _known(days, line)
    return _panel(days, line, _even(max(value for _, value in known)), WIDE, unit) if known else None


def figure(value: float) -> str:
    """A value as people write it: at most one decimal."""
    return f"{round(value, 1):g}"


def _known(days: Sequence[int], line: Line) -> list[tuple[int, float]]:
    return [(day, value) for day, value in zip(days, line.values, strict=True) if value is not None]


def _panel(days: Sequence[int], line: Line, most: float, size: tuple[int, int], unit: str) -> Panel:
    known = _known(days, line)
    width, height = size
    left, bottom = (_LEFT, _BOTTOM) if size == WIDE else (_EDGE, _EDGE)
    step = (width - left - _EDGE) / max(1, len(days) - 1)

    def across(day: int) -> float:
        return round(left + (day - days[0]) * step, 1)

    def down(value: float) -> float:
        return round(_EDGE + (height - _EDGE - bottom) * (1 - value / most), 1)

    points = [(across(day), down(value)) for day, value in known]
    shown = max(1, -(-len(days) // _DAYS))
    return Panel(
        title=line.title,
        says=_sentence(known, unit),
        first=figure(known[0][1]),
        last=figure(known[-1][1]),
        size=size,
        line=" ".join(f"{x},{y}" for x, y in points),
        area=" ".join(f"{x},{y}" for x, y in [(points[0][0], down(0)), *points, (points[-1][0], down(0))]),
        end=points[-1],
        levels=tuple((figure(most * share), down(most * share)) for share in (0, 0.5, 1)) if size == WIDE else (),
        days=tuple((day, across(day)) for n, day in enumerate(days) if n % shown == 0) if size == WIDE else (),
    )


def _sentence(known: Sequence[tuple[int, float]], unit: str) -> str:
    """What a line does: where it begins and ends, and where it was highest and lowest in between."""
    (first, start), (last, end) = known[0], known[-1]
    if len({value for _, value in known}) == 1:
        return f"{figure(start)}{unit} on every day from {first} to {last}."
    high, low = max(known, key=lambda place: place[1]), min(known, key=lambda place: place[1])
    return (
        f"{figure(start)}{unit} on day {first}, {figure(end)}{unit} on day {last}; "
        f"highest {figure(high[1])} on day {high[0]}, lowest {figure(low[1])} on day {low[0]}."
    )


def _even(value: float) -> float:
    """The next even number, so that the middle of an axis is a whole one."""
    return 2.0 * max(1, -(-int(value) // 2))
