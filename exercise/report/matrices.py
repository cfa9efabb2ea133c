"""A comparison as matrices: rows of what is compared, a column for each group. Text, page and picture show the same ones."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from exercise.engine.game import Table
from exercise.findings.assessment import Verdict
from exercise.model.scenario import Scenario
from exercise.report.comparison import Group

SIGNS: Final[Mapping[Verdict, str]] = {Verdict.OCCURRED: "●", Verdict.AVERTED: "○", Verdict.NOT_OBSERVABLE: "·"}
LEGEND: Final = "● occurred or met   ○ averted or not met   · not observable"
HONESTY: Final = (
    "Gains are above what each party needed at the end, on its own scale: they cannot be compared between parties. Scores are "
    "judgements of the authors, and a class of groups is no experiment."
)
NOTHING: Final = "-"


@frozen
class Matrix:
    """A matrix: each row has a label and a cell for each group. `says` is a sentence on how to read it."""

    title: str
    says: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def matrices(scenario: Scenario, groups: Sequence[Group]) -> Iterator[Matrix]:
    """Everything that is compared, in the order of a debrief; what is the same nothing for all is left out."""
    table = Table(scenario)
    seats = {seat.id: table.short(seat.id) for seat in scenario.seats}
    yield Matrix(
        "How the issues were settled", "Options by their number; - was not settled.", tuple(_issues(scenario, groups))
    )
    yield Matrix("When", "Days; - never happened.", tuple(_days(groups)))
    yield Matrix(
        "Who moved", "Changes of position.",
        tuple(_counted(groups, seats, lambda group: group.moved)),
    )  # fmt: skip
    yield Matrix(
        "Who spoke", "Percent of the words on the floor.", tuple(_counted(groups, seats, lambda group: group.words))
    )
    yield predictions(scenario, groups)
    names = {reference.id: f"{reference.id} {reference.name}" for reference in scenario.reference_packages}
    yield Matrix(
        "Distance to reference packages", "Issues on which the last package differs.",
        tuple(_counted(groups, names, lambda group: group.references, zero="0")),
    )  # fmt: skip
    yield Matrix("What was gained and what was left", _LEFT, tuple(_left(groups, seats)))


_LEFT: Final = (
    "Gains in points of each party's own scale. Joint surplus: the Nash product in percent of the best deal's. Missed: after an "
    "agreement, packages better for somebody and worse for nobody (0: on the Pareto frontier); after talks that failed, packages "
    "that all would have signed."
)


def predictions(scenario: Scenario, groups: Sequence[Group]) -> Matrix:
    """A row for each prediction that could be seen in some group."""
    rows = []
    for mode in scenario.findings:
        verdicts = [group.verdicts.get(mode.id, Verdict.NOT_OBSERVABLE) for group in groups]
        if set(verdicts) != {Verdict.NOT_OBSERVABLE}:
            rows.append((f"{mode.id} {mode.name}", tuple(SIGNS[verdict] for verdict in verdicts)))
    return Matrix("What was predicted", LEGEND, tuple(rows))


def _issues(scenario: Scenario, groups: Sequence[Group]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for issue in scenario.issues:
        if issue.core:
            cells = (group.agreed.get(issue.id, "").removeprefix(issue.id) or NOTHING for group in groups)
            yield f"{issue.id} {issue.short or issue.title}", tuple(cells)


def _days(groups: Sequence[Group]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for what in groups[0].days if groups else ():
        yield what, tuple(NOTHING if (day := group.days[what]) is None else str(day) for group in groups)
    if any(group.walkouts for group in groups):
        yield "walk-outs (number)", tuple(str(group.walkouts) for group in groups)


def _counted(
    groups: Sequence[Group], names: Mapping[str, str], of: Callable[[Group], Mapping[str, int]], zero: str = NOTHING
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A row for each of the names that some group has a number for."""
    for id, name in names.items():
        if any(of(group).get(id) or (zero != NOTHING and id in of(group)) for group in groups):
            yield (
                name,
                tuple(str(n) if (n := of(group).get(id)) else NOTHING if n is None else zero for group in groups),
            )


def _left(groups: Sequence[Group], seats: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for party in next((group.left.gains for group in groups if group.left.gains), {}):
        gains = (group.left.gains.get(party) for group in groups)
        yield (
            f"gain of {seats.get(party, party)}",
            tuple(NOTHING if gain is None else f"{round(gain):+d}" for gain in gains),
        )
    yield "joint surplus, %", tuple(_or_nothing(group.left.joint) for group in groups)
    yield "packages missed", tuple(_or_nothing(group.left.missed) for group in groups)
    if any(group.kept or group.broken for group in groups):
        yield "side deals kept", tuple(str(group.kept) for group in groups)
        yield "side deals broken", tuple(str(group.broken) for group in groups)


def _or_nothing(value: int | None) -> str:
    return NOTHING if value is None else str(value)
