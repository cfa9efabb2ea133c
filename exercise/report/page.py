"""The report as one self-contained page: no network, no scripts, for the screen, the phone and the printer."""

import re
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from exercise.model.text import printable
from exercise.plain.debrief import STEPS
from exercise.plain.ending import HONESTY
from exercise.plain.narration import name
from exercise.report.account import Account
from exercise.report.pictures import chart


def as_html(found: Account) -> str:
    """The whole report. Text from people is escaped wherever it stands, and shows no control codes."""
    environment = Environment(
        loader=PackageLoader("exercise.report", "sheets"), autoescape=True, undefined=StrictUndefined, finalize=_safe
    )
    environment.filters["slug"] = lambda text: re.sub(r"\W+", "-", str(text)).lower()
    return environment.get_template("report.html.j2").render(**_context(found))


def _safe(value: object) -> object:
    """What a template puts out: text without control codes; what is markup already stays."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else printable(value)


def _context(found: Account) -> dict[str, Any]:
    desk, days = found.desk, found.days
    style = (files("exercise.report") / "sheets" / "report.css").read_text(encoding="utf-8")
    final = desk.last.final
    sections = {
        "outcome": "What came of it", "timeline": "Timeline", "charts": "Over the days", "speech": "Who spoke",
        "moves": "Who moved", "flow": "The debate", "findings": "What was predicted", "notes": "Notes",
        "lessons": "Lessons", "scores": "Scores",
    }  # fmt: skip
    left_out = {"notes": not found.notes, "scores": not found.scores}
    return {
        "a": found,
        "scenario": desk.game.scenario,
        "setup": desk.game.setup,
        "events": f"{len(desk.events):,}",
        "outcome": desk.assessment.outcome,
        "final": final,
        "votes": []
        if final is None
        else [
            (w, ", ".join(name(desk.game, s) for s in getattr(final, w))) for w in ("yes", "no", "abstain", "absent")
        ],
        "title": desk.game.table.title,
        "name": lambda seat: name(desk.game, seat),
        "words": sum(row.words for row in found.speech) or 1,
        "contents": [(id, title) for id, title in sections.items() if not left_out.get(id)],
        "steps": STEPS,
        "honesty": HONESTY,
        "style": Markup(style),
        "dials": chart("Dials", "How the pressures on the talks moved, from 0 to 100.", days, found.dials, 100),
        "distance": chart(
            "Distance between the parties",
            "0: all for the same option; 100: at the two ends.",
            days,
            found.distance,
            100,
        ),
        "zone": chart("Zone of agreement", "Packages that all parties could have signed.", days, [found.zone]),
        "support": [
            (chart(f"Support on {issue}", "Seats on record for each option.", days, lines), issue, lines)
            for issue, lines in found.support
            if lines
        ],
    }
