"""A comparison as a page and as a picture of the predictions: self-contained, without scripts, for screen, phone and printer."""

from collections.abc import Sequence
from typing import Any, Final

from attrs import frozen

from exercise.model.scenario import Scenario
from exercise.report.comparison import Group
from exercise.report.matrices import HONESTY, LEGEND, SIGNS, Matrix, matrices, predictions
from exercise.report.page import style, templates
from exercise.report.redaction import Redaction

_ROW: Final = 22
_COLUMN: Final = 24
_LABELS: Final = 250
_TOP: Final = 30
_LABEL: Final = 38
"""Letters of a label in the picture; the table below it has all of them."""
_SHAPES: Final = {sign: verdict.value for verdict, sign in SIGNS.items()}


@frozen
class Cell:
    """A sign of the picture: where it stands, and the verdict that it shows."""

    x: int
    y: int
    verdict: str


@frozen
class Picture:
    """The predictions as a picture: rows with their heights, columns with their places, signs, and the same in words."""

    width: int
    height: int
    rows: tuple[tuple[str, int], ...]
    columns: tuple[tuple[int, int], ...]
    cells: tuple[Cell, ...]
    says: str


def picture(matrix: Matrix, count: int) -> Picture:
    """A matrix of predictions, ready to be drawn."""
    rows = [(_short(label), _TOP + _ROW * n + _ROW // 2) for n, (label, _) in enumerate(matrix.rows)]
    columns = [(number + 1, _LABELS + _COLUMN * number + _COLUMN // 2) for number in range(count)]
    cells = tuple(
        Cell(x, y, _SHAPES[sign])
        for (_, signs), (_, y) in zip(matrix.rows, rows, strict=True)
        for (_, x), sign in zip(columns, signs, strict=True)
    )
    occurred = sum(cell.verdict == "occurred" for cell in cells)
    says = f"{len(rows)} predictions in {count} exercises: {occurred} of {len(cells)} occurred or were met."
    return Picture(_LABELS + _COLUMN * count + 8, _TOP + _ROW * len(rows) + 8, tuple(rows), tuple(columns), cells, says)


def _short(label: str) -> str:
    return label if len(label) <= _LABEL else f"{label[: _LABEL - 1].rstrip()}…"


def as_html(scenario: Scenario, groups: Sequence[Group]) -> str:
    """The comparison as one page."""
    return templates(Redaction()).get_template("comparison.html.j2").render(**_context(scenario, groups))


def as_svg(scenario: Scenario, groups: Sequence[Group]) -> str:
    """The predictions as a picture of their own."""
    return templates(Redaction()).get_template("matrix.svg.j2").render(**_context(scenario, groups))


def _context(scenario: Scenario, groups: Sequence[Group]) -> dict[str, Any]:
    return {
        "scenario": scenario,
        "groups": groups,
        "matrices": [matrix for matrix in matrices(scenario, groups) if matrix.rows],
        "picture": picture(predictions(scenario, groups), len(groups)),
        "words": {"●": "occurred or met", "○": "averted or not met", "·": "not observable", "-": "none"},
        "legend": LEGEND,
        "honesty": HONESTY,
        "style": style(),
    }
