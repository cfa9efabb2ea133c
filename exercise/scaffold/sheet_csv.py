"""A score sheet from a spreadsheet.

The first row is `issue, option` and then a name for each delegation. A row with an issue and an option holds values from 0 to
100, a row with an issue alone what it weighs, and the row `reservation` the least that each signs for.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from attrs import define, field

from exercise.scaffold.draft import Draft, DraftError, DraftIssue, DraftParty, checked, ids, listed_issue, rounded, slug
from exercise.scaffold.source import text_of

RESERVATION: Final = "reservation"
_USUAL: Final = 50


@define
class _Rows:
    """What has been read so far; numbers of the delegations in the order of the columns."""

    names: list[str]
    weights: dict[str, list[float]] = field(factory=dict)
    values: dict[str, dict[str, list[float]]] = field(factory=dict)
    reservation: list[float] = field(factory=list)


def from_csv(path: Path, title: str, days: int) -> Draft:
    """A draft from a score sheet. Raises DraftError with the place of what is wrong."""
    rows = _read(path)
    if not rows.values:
        raise DraftError("there is no row with an issue and an option", f"{path}:1:1")
    issue_ids = dict(zip(rows.values, ids(list(rows.values), 3), strict=True))
    issues = tuple(listed_issue(issue_ids[name], name, list(options)) for name, options in rows.values.items())
    party_ids = ids(rows.names, 6, ("MED",))
    parties = tuple(_party(rows, n, id, issues) for n, id in enumerate(party_ids))
    return checked(Draft(slug(title), title, days, issues, parties, path.name))


def _party(rows: _Rows, n: int, id: str, issues: Sequence[DraftIssue]) -> DraftParty:
    weights = rounded([rows.weights.get(issue.title, [1.0] * (n + 1))[n] for issue in issues])
    values = {
        issue.id: {option.id: round(rows.values[issue.title][option.title][n]) for option in issue.options}
        for issue in issues
    }
    needed = round(rows.reservation[n]) if rows.reservation else _USUAL
    return DraftParty(
        id, rows.names[n], dict(zip((issue.id for issue in issues), weights, strict=True)), values, needed
    )


def _read(path: Path) -> _Rows:
    lines = csv.reader(text_of(path).splitlines())
    try:
        numbered = [(lines.line_num, [cell.strip() for cell in line]) for line in lines if any(map(str.strip, line))]
    except csv.Error as error:
        raise DraftError(f"this is no CSV: {error}", f"{path}:{lines.line_num}:1") from None
    if (
        not numbered
        or [cell.casefold() for cell in numbered[0][1][:2]] != ["issue", "option"]
        or len(numbered[0][1]) < 4
    ):
        raise DraftError("the first row has to be: issue, option, and two or more delegations", f"{path}:1:1")
    names = numbered[0][1][2:]
    if len({name.casefold() for name in names}) < len(names) or not all(names):
        raise DraftError("every delegation needs a name of its own", f"{path}:1:1")
    rows = _Rows(names)
    for line, cells in numbered[1:]:
        _take(rows, cells, f"{path}:{line}")
    return rows


def _take(rows: _Rows, cells: list[str], place: str) -> None:
    issue, option, *numbers = [*cells, "", ""][: max(2, len(cells))]
    if len(numbers) != len(rows.names):
        raise DraftError(f"this row has {len(numbers)} numbers for {len(rows.names)} delegations", f"{place}:1")
    if RESERVATION in (issue.casefold(), option.casefold()):
        rows.reservation = list(_numbers(numbers, 100, place))
    elif not issue:
        raise DraftError("this row names no issue", f"{place}:1")
    elif not option:
        rows.weights[issue] = list(_numbers(numbers, 1_000_000, place))
    elif option in rows.values.setdefault(issue, {}):
        raise DraftError(f"the option {option} of {issue} stands twice", f"{place}:1")
    else:
        rows.values[issue][option] = list(_numbers(numbers, 100, place))


def _numbers(cells: Sequence[str], most: int, place: str) -> Iterator[float]:
    for column, cell in enumerate(cells, 3):
        try:
            value = float(cell.replace(",", "."))
        except ValueError:
            value = float("nan")
        if not 0 <= value <= most:
            raise DraftError(f"`{cell}` is no number from 0 to {most} (cell {column} of the row)", f"{place}:{column}")
        yield value
