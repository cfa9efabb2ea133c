"""The report for other tools and other readers: Markdown, plain text, JSON, and tables as CSV."""

import csv
import io
import json
from typing import Any

from exercise.handout.markdown import escaped, tidy
from exercise.plain.ending import HONESTY
from exercise.plain.narration import name
from exercise.plain.wrapping import wrap
from exercise.report.account import Account


def as_markdown(found: Account) -> str:
    """The report in short: outcome, timeline, who moved, predictions with their evidence."""
    desk = found.desk
    outcome = desk.assessment.outcome
    lines = [
        f"# After-action report: {escaped(desk.game.scenario.title)}",
        "",
        f"**{escaped(outcome.name)}.** {escaped(outcome.text)}",
        "",
    ]
    lines += ["## The questions", "", "| Issue | Settled as |", "|---|---|"]
    lines += [
        f"| {escaped(issue)} {escaped(desk.game.table.title(issue))} | {escaped(option)} |"
        for issue, option in found.issues
    ]
    lines += ["", "## Timeline", "", *(f"- {moment.n}: {escaped(moment.title)}" for moment in found.timeline)]
    lines += ["", "## Who moved", ""]
    lines += [
        f"- {m.n}: {escaped(name(desk.game, m.seat))}, {m.issue} from {m.old} to {m.new} ({m.cause})"
        for m in found.moves
    ]
    lines += ["", "## What was predicted", ""]
    for row in found.predicted:
        lines.append(f"- **{row.mode.id} {escaped(row.mode.name)}**: {row.verdict}")
        lines += [f"    - {escaped(text)}" for _, text in row.evidence]
        lines += [f"    - {escaped(note.author)} {note.kind}: {escaped(note.text)}" for note in row.reviewers]
    if found.scores:
        lines += ["", "## Scores, each on its own scale", "", "| Delegation | Worth | Needed |", "|---|---:|---:|"]
        lines += [f"| {escaped(row.name)} | {row.worth:.1f} | {row.needed:.1f} |" for row in found.scores]
    lines += ["", "## Honesty", "", f"{escaped(desk.game.scenario.honesty)} {HONESTY}"]
    return tidy("\n".join(lines))


def as_text(found: Account) -> str:
    """The report in short for readers without any markup."""
    desk = found.desk
    outcome = desk.assessment.outcome
    lines = [
        *wrap(f"After-action report: {desk.game.scenario.title}"),
        "",
        *wrap(f"{outcome.name}. {outcome.text}"),
        "",
    ]
    lines += [line for issue, option in found.issues for line in wrap(f"{issue}: {option}", "  ", "    ")]
    lines += ["", "Timeline", *(line for m in found.timeline for line in wrap(f"{m.n} {m.title}", "  ", "    "))]
    lines += ["", "Predictions"]
    for row in found.predicted:
        lines += wrap(f"{row.mode.id} {row.mode.name}: {row.verdict}", "  ", "    ")
        lines += [line for _, text in row.evidence for line in wrap(text, "      - ", "        ")]
    lines += ["", *wrap(HONESTY)]
    return "\n".join(lines) + "\n"


def as_json(found: Account) -> str:
    """The whole account for scripts."""
    desk = found.desk

    def lines(of: Any) -> dict[str, list[float | None]]:
        return {line.id: list(line.values) for line in of}

    whole = {
        "scenario": desk.game.scenario.id,
        "seed": desk.game.setup.seed,
        "outcome": {"id": desk.assessment.outcome.id, "name": desk.assessment.outcome.name},
        "issues": dict(found.issues),
        "days": list(found.days),
        "dials": lines(found.dials),
        "distance": lines(found.distance),
        "zone": list(found.zone.values),
        "support": {issue: lines(rows) for issue, rows in found.support},
        "timeline": [{"n": m.n, "kind": m.kind, "title": m.title} for m in found.timeline],
        "speech": [{"seat": s.seat, "turns": s.turns, "words": s.words} for s in found.speech],
        "moves": [
            {"n": m.n, "seat": m.seat, "issue": m.issue, "old": m.old, "new": m.new, "after": m.after}
            for m in found.moves
        ],
        "promises": [{"id": p.id, "seat": p.seat, "to": p.to, "verdict": p.verdict} for p in found.promises],
        "findings": [
            {"id": p.mode.id, "verdict": str(p.finding.verdict), "evidence": list(p.finding.evidence)}
            for p in found.predicted
        ],
        "scores": [{"seat": r.name, "worth": r.worth, "needed": r.needed} for r in found.scores],
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def as_csv(found: Account) -> str:
    """What a spreadsheet charts: a row a day, with dials, distances and the zone."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = [*found.dials, *found.distance, found.zone]
    writer.writerow(["day", *(line.id for line in columns)])
    for at, day in enumerate(found.days):
        writer.writerow([day, *("" if line.values[at] is None else line.values[at] for line in columns)])
    return out.getvalue()
