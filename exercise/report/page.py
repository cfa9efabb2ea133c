"""The report as one self-contained page: no network, no scripts, for the screen, the phone and the printer."""

from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from exercise.findings.assessment import Verdict
from exercise.model.text import printable
from exercise.plain.ending import HONESTY
from exercise.plain.narration import label, name
from exercise.report.account import Account, Predicted
from exercise.report.cited import by_number
from exercise.report.pictures import figure, panel, panels
from exercise.report.redaction import Redaction
from exercise.review.moments import Moment
from exercise.review.notes import VERDICTS

_BLANK_ROWS: Final = 3
"""Rows of the improvement plan that begin empty."""
_SECTIONS: Final = {
    "outcome": "What came of it", "timeline": "Timeline", "charts": "Over the days", "speech": "Who spoke",
    "moves": "Who moved", "flow": "The debate", "findings": "What was predicted", "notes": "Notes",
    "lessons": "Lessons", "plan": "Improvement plan", "scores": "Scores", "events": "Events",
}  # fmt: skip
_KINDS: Final = {
    "note": "Note", "good": "Good move", "mistake": "Mistake", "turning": "Turning point", "question": "Question",
    "rating": "Rating",
}  # fmt: skip
_HOLDS: Final = {"agree": "agrees", "disagree": "disagrees", "unseen": "holds it for not observable"}


def as_html(found: Account) -> str:
    """The whole report. Text from people is escaped wherever it stands, and shows no control codes."""
    return templates(found.hide).get_template("report.html.j2").render(**_context(found))


def templates(hide: Redaction) -> Environment:
    """The templates of pages: whatever they put out is escaped, without control codes, and without what is hidden."""

    def shown(value: object) -> object:
        return value if isinstance(value, Markup) or not isinstance(value, str) else printable(hide(value))

    return Environment(
        loader=PackageLoader("exercise.report", "sheets"), autoescape=True, undefined=StrictUndefined, finalize=shown
    )


def style() -> Markup:
    """The style sheet, which is ours and markup already."""
    return Markup((files("exercise.report") / "sheets" / "report.css").read_text(encoding="utf-8"))


def _context(found: Account) -> dict[str, Any]:
    desk, game = found.desk, found.desk.game
    remarks = [note for note in found.notes if note.kind not in VERDICTS]
    left_out = {"notes": not remarks, "scores": not found.scores, "events": not found.cited}
    words = [row.words for row in found.speech]
    return {
        "a": found,
        "scenario": game.scenario,
        "setup": game.setup,
        "problems": [] if found.redacted else [str(problem) for problem in desk.problems],
        "events": f"{len(desk.events):,}",
        "outcome": desk.assessment.outcome,
        "contents": [(id, title) for id, title in _SECTIONS.items() if not left_out.get(id)],
        "timeline": _by_day(found.timeline),
        "told": by_number(found.cited),
        "label": lambda n: label(game, desk.events[desk.index(n) - 1]),
        "speaker": lambda n: desk.events[desk.index(n) - 1].seat,
        "anchor": _anchors(found),
        "title": game.table.title,
        "name": lambda seat: name(game, seat),
        "words": sum(words) or 1,
        "most_words": max(words, default=0) or 1,
        "debated": [(issue, rows) for issue, rows in found.flow if rows],
        "occurred": [p for p in found.predicted if p.mode.kind == "failure" and p.finding.verdict is Verdict.OCCURRED],
        "predicted": [
            (heading, *_ordered([p for p in found.predicted if p.mode.kind == kind]))
            for kind, heading in (("failure", "Predicted failures"), ("success", "Conditions of success"))
        ],
        "remarks": remarks,
        "kinds": _KINDS,
        "verdicts": _HOLDS,
        "plan": [*found.plan, *[None] * _BLANK_ROWS],
        "honesty": HONESTY,
        "style": style(),
        "figure": figure,
        **_charts(found),
    }


def _charts(found: Account) -> dict[str, Any]:
    days = found.days
    return {
        "dials": panels(days, found.dials, 100),
        "distance": panels(days, found.distance, 100, " %"),
        "zone": panel(days, found.zone, " packages") if found.zone is not None else None,
        "support": [(panels(days, lines), issue, lines) for issue, lines in found.support if lines],
    }


def _by_day(timeline: Sequence[Moment]) -> list[tuple[str, list[Moment]]]:
    """The moments under the headings of their days; what comes before the first day has none."""
    days: list[tuple[str, list[Moment]]] = []
    for is_day, group in groupby(timeline, key=lambda moment: moment.kind == "day"):
        found = list(group)
        if is_day:
            days += [(moment.title, []) for moment in found]
        elif days:
            days[-1][1].extend(found)
        else:
            days.append(("", found))
    return [(title, found) for title, found in days if found]


def _ordered(rows: Sequence[Predicted]) -> tuple[list[Predicted], list[Predicted]]:
    """Predictions that could be seen, those that came true first, and those that could not."""
    seen = [row for row in rows if row.finding.verdict is not Verdict.NOT_OBSERVABLE]
    seen.sort(key=lambda row: row.finding.verdict is not Verdict.OCCURRED)
    return seen, [row for row in rows if row.finding.verdict is Verdict.NOT_OBSERVABLE]


def _anchors(found: Account) -> Callable[[str], str]:
    """Where on the page findings, questions of the scoreboard and tables are; ids of a transcript may hold anything."""
    ids = [row.mode.id for row in found.predicted] + [row.id for row in found.scoreboard]
    anchors: Mapping[str, str] = {
        "moves": "moves", "deals": "moves", "notes": "notes", **{id: f"finding-{n}" for n, id in enumerate(ids, 1)}
    }  # fmt: skip
    return lambda id: anchors.get(id, "findings")
