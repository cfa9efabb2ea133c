"""The report for other tools: JSON, and tables as CSV."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import asdict
from msgspec import structs

from exercise.engine.flow import FlowRow
from exercise.model.text import printable
from exercise.plain.narration import name
from exercise.report.account import Account
from exercise.review.history import Line

FORMAT: Final = 1
"""The format of the JSON report; a field that goes or changes its meaning needs a new number."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def as_json(found: Account) -> str:
    """The whole account for scripts; docs/report-formats.md tells the fields."""
    return json.dumps(_hidden(_whole(found), found.hide), indent=1, ensure_ascii=False) + "\n"


def _hidden(value: Any, hide: Callable[[str], str]) -> Any:
    """The same value with every text as it may be shown."""
    match value:
        case str():
            return printable(hide(value))
        case Mapping():
            return {_hidden(key, hide): _hidden(inner, hide) for key, inner in value.items()}
        case list() | tuple():
            return [_hidden(inner, hide) for inner in value]
        case _:
            return value


def _whole(found: Account) -> dict[str, Any]:
    desk, package = found.desk, found.package
    return {
        "format": FORMAT,
        "scenario": desk.game.scenario.id,
        "title": desk.game.scenario.title,
        "transcript": found.source,
        "redacted": found.redacted,
        "seed": desk.game.setup.seed,
        "events": len(desk.events),
        "over": desk.over,
        "outcome": {"id": desk.assessment.outcome.id, "name": desk.assessment.outcome.name},
        "issues": dict(found.issues),
        "package": None if package is None else {
            "event": package.n, "adopted": package.adopted,
            "options": [option for _, option in package.options], "votes": dict(package.votes),
        },
        "players": [{"player": who, "seats": seats} for who, seats in found.players],
        "days": list(found.days),
        "dials": _values(found.dials),
        "distance": _values(found.distance),
        "zone": list(found.zone.values) if found.zone is not None else [],
        "support": {issue: _values(rows) for issue, rows in found.support},
        "timeline": [asdict(moment) for moment in found.timeline],
        "speech": [asdict(speech) for speech in found.speech],
        "moves": [asdict(move) for move in found.moves],
        "promises": [{**asdict(promise), "verdict": promise.verdict} for promise in found.promises],
        "arguments": [_argument(issue, row) for issue, rows in found.flow for row in rows],
        "findings": [
            {
                "id": p.mode.id, "name": p.mode.name, "kind": p.mode.kind, "claims": list(p.mode.claims),
                "verdict": str(p.finding.verdict), "evidence": list(p.evidence), "kept_back": p.kept_back,
                "reviewers": [{"author": n.author, "verdict": n.kind, "text": n.text} for n in p.reviewers],
            }
            for p in found.predicted
        ],
        "scoreboard": [
            {"id": r.id, "question": r.question, "borne_out": list(r.borne_out), "evidence": list(r.evidence)}
            for r in found.scoreboard
        ],
        "notes": [structs.asdict(note) for note in found.notes],
        "scores": [asdict(row) for row in found.scores],
        "cited": [asdict(cited) for cited in found.cited],
        "honesty": desk.game.scenario.honesty,
    }  # fmt: skip


def _values(lines: Sequence[Line]) -> dict[str, list[float | None]]:
    return {line.id: list(line.values) for line in lines}


def _argument(issue: str, row: FlowRow) -> dict[str, Any]:
    return {
        "issue": issue,
        **structs.asdict(row.argument),
        "dropped": row.dropped,
        "conceded_by": list(row.conceded_by),
        "answers": [structs.asdict(answer) for answer in row.answers],
    }


def _days(found: Account) -> Iterator[Sequence[object]]:
    columns = [*found.dials, *found.distance, *([found.zone] if found.zone is not None else [])]
    yield ("day", *(line.id for line in columns))
    for at, day in enumerate(found.days):
        yield (day, *("" if line.values[at] is None else line.values[at] for line in columns))


def _timeline(found: Account) -> Iterator[Sequence[object]]:
    yield ("event", "kind", "title")
    yield from ((moment.n, moment.kind, moment.title) for moment in found.timeline)


def _moves(found: Account) -> Iterator[Sequence[object]]:
    yield ("event", "seat", "issue", "from", "to", "how", "after_event")
    yield from (
        (m.n, name(found.desk.game, m.seat), m.issue, m.old, m.new, m.cause, m.after or "") for m in found.moves
    )


def _speech(found: Account) -> Iterator[Sequence[object]]:
    yield ("seat", "turns", "words", "minutes")
    yield from ((name(found.desk.game, s.seat), s.turns, s.words, s.minutes) for s in found.speech)


def _findings(found: Account) -> Iterator[Sequence[object]]:
    yield ("id", "name", "kind", "verdict", "evidence")
    yield from (
        (p.mode.id, p.mode.name, p.mode.kind, p.verdict, " ".join(map(str, p.evidence))) for p in found.predicted
    )


TABLES: Final[Mapping[str, Callable[[Account], Iterator[Sequence[object]]]]] = {
    "days": _days, "timeline": _timeline, "moves": _moves, "speech": _speech, "findings": _findings,
}  # fmt: skip
"""What can be had as CSV."""


def as_csv(found: Account, table: str = "days") -> str:
    """One table of the report for a spreadsheet. No cell begins like a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_cell(value, found.hide) for value in row] for row in TABLES[table](found))
    return out.getvalue()


def _cell(value: object, hide: Callable[[str], str]) -> object:
    if not isinstance(value, str):
        return value
    shown = printable(hide(value), lines=False)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
