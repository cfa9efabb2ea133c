"""A comparison as lines: a table of groups, a matrix of predictions, and who gained what."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from exercise.findings.assessment import Verdict
from exercise.model.scenario import Scenario
from exercise.model.text import printable
from exercise.plain.wrapping import pad, width, wrap
from exercise.report.comparison import Group

_SIGNS: Final[Mapping[Verdict, str]] = {Verdict.OCCURRED: "●", Verdict.AVERTED: "○", Verdict.NOT_OBSERVABLE: "·"}
_NOTE: Final = (
    "Gains are above what each party needed, on its own scale: they cannot be compared between parties. Scores are "
    "judgements of the authors, and a class of groups is no experiment."
)


def as_lines(scenario: Scenario, groups: Sequence[Group]) -> list[str]:
    """The whole comparison as text."""
    lines = [f"{scenario.title}: {len(groups)} exercises", ""]
    for number, group in enumerate(groups, 1):
        lines += _group(number, group)
    lines += ["", *_matrix(scenario, groups)]
    return [*lines, "", *wrap(_NOTE)]


def _group(number: int, group: Group) -> list[str]:
    settled = [f"{issue}: {option}" for issue, option in group.agreed.items() if option]
    moved = ", ".join(f"{seat} {count}" for seat, count in group.moved) or "nobody"
    lines = [
        f"{number:>2}  {printable(group.name, lines=False)}: {group.outcome}, day {group.day}, {group.events:,} events"
    ]
    lines += wrap(f"settled {', '.join(settled) or 'nothing'}", "      ", "        ")
    lines += wrap(f"moved most: {moved}; spoke most: {group.loudest[0]} ({group.loudest[1]} %)", "      ", "        ")
    lines += (
        wrap(f"side deals kept {group.kept}, broken {group.broken}", "      ", "        ")
        if group.kept + group.broken
        else []
    )
    if group.nearest[0]:
        lines += wrap(
            f"nearest reference package {group.nearest[0]}, {group.nearest[1]} issues away", "      ", "        "
        )
    if group.gains:
        gains = ", ".join(f"{party} {gain:+.1f}" for party, gain in group.gains.items())
        lines += wrap(f"last package: {gains}", "      ", "        ")
    if group.missed is not None:
        left = _left(group)
        lines += wrap(left, "      ", "        ")
    if group.turning:
        lines += wrap(f"turning points marked at {', '.join(map(str, group.turning))}", "      ", "        ")
    return lines


def _left(group: Group) -> str:
    """What was left on the table."""
    count = group.missed or 0
    some = f"{count} {'package' if count == 1 else 'packages'}"
    if group.success:
        return (
            f"{some} would have been better for some and worse for none" if count else "nothing was left on the table"
        )
    return (
        f"{some} would have pleased everybody, and none was signed"
        if count
        else "no package pleased everybody at the end"
    )


def _matrix(scenario: Scenario, groups: Sequence[Group]) -> list[str]:
    """A row for each prediction that is not the same everywhere or not observable everywhere, a column for each group."""
    head = " ".join(f"{number:>2}" for number in range(1, len(groups) + 1))
    room = max([width(f"{mode.id} {mode.name}") for mode in scenario.findings] or [0])
    lines = [f"{pad('Predictions', room)}  {head}"]
    for mode in scenario.findings:
        verdicts = [group.verdicts.get(mode.id, Verdict.NOT_OBSERVABLE) for group in groups]
        if set(verdicts) != {Verdict.NOT_OBSERVABLE}:
            lines.append(f"{pad(f'{mode.id} {mode.name}', room)}  {' '.join(f' {_SIGNS[v]}' for v in verdicts)}")
    return [*lines, "● occurred or met   ○ averted or missed   · not observable"]


def as_json(scenario: Scenario, groups: Sequence[Group]) -> dict[str, Any]:
    """The comparison for scripts."""
    return {
        "scenario": scenario.id,
        "groups": [
            {
                "name": g.name,
                "outcome": g.outcome,
                "day": g.day,
                "events": g.events,
                "agreed": g.agreed,
                "moved": dict(g.moved),
                "loudest": list(g.loudest),
                "deals": {"kept": g.kept, "broken": g.broken},
                "nearest": list(g.nearest),
                "success": g.success,
                "missed": g.missed,
                "gains": g.gains,
                "turning": list(g.turning),
                "findings": {id: str(verdict) for id, verdict in g.verdicts.items()},
            }
            for g in groups
        ],
    }
