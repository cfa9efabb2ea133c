"""Predictions held against an exercise, as lines of text: verdicts, evidence, early warnings, the scoreboard of the articles."""

from collections.abc import Sequence
from typing import Final

from exercise.model.scenario import FailureMode, ScoreboardRow
from exercise.plain.wrapping import pad, width, wrap
from exercise.review.desk import Desk
from exercise.review.notes import Note
from exercise.review.telling import glyphs, note_text, row, summary_of, verdict_of
from exercise.review.warned import Warned, warnings_of

_NAMES: Final = 50
"""Columns of a prediction's name."""


def told_findings(desk: Desk, notes: Sequence[Note] = ()) -> list[str]:
    """Every prediction with its verdict and what reviewers say of it."""
    lines: list[str] = []
    for kind, title in (("failure", "Predicted failures"), ("success", "Conditions of success")):
        rows = [(desk.assessment.finding(mode.id), mode) for mode in desk.game.scenario.findings if mode.kind == kind]
        if rows:
            lines += ["", title] if lines else [title]
        for finding, mode in rows:
            said = f"{verdict_of(mode, finding)} {glyphs(note for note in notes if note.about == finding.id)}".rstrip()
            label = f"{mode.id} {mode.name}"
            lines += [f"  {pad(label, _NAMES)} {said}"] if width(label) <= _NAMES else _below(label, said)
    return lines or ["This scenario predicts nothing."]


def _below(label: str, said: str) -> list[str]:
    """A name that is too long for its column, with the verdict in its column below."""
    return [*wrap(label, "  ", "      "), f"  {pad('', _NAMES)} {said}"]


Part = tuple[str, str]
"""A paragraph: what it begins with, and the rest of it."""


def parts_of_finding(desk: Desk, viewer: str, mode: FailureMode, notes: Sequence[Note] = ()) -> list[Part]:
    """One prediction in paragraphs: the claims and their line of reasoning, warnings, evidence, and what reviewers hold of it."""
    parts = [("", mode.says)] + ([("Counted: ", mode.counts)] if mode.counts else []) + _reasoning(desk, mode)
    if mode.mitigates:
        parts.append(("What helps: ", mode.mitigates))
    for warned in warnings_of(desk).stood if mode.warning else ():
        if warned.finding == mode.id:
            parts.append(("Early warning ", _stood(desk, warned)))
    parts += parts_of_evidence(desk, viewer, desk.assessment.finding(mode.id).evidence)
    return parts + [("", note_text(note)) for note in notes if note.about == mode.id]


def told_finding(desk: Desk, viewer: str, mode: FailureMode, notes: Sequence[Note] = ()) -> list[str]:
    """One prediction as lines: its verdict, and everything that can be said of it."""
    lines = [f"{mode.id} {mode.name}: {verdict_of(mode, desk.assessment.finding(mode.id))}"]
    return lines + _told(parts_of_finding(desk, viewer, mode, notes))


def _told(parts: Sequence[Part]) -> list[str]:
    return [line for lead, text in parts for line in wrap(text, f"  {lead}", "      " if lead else "  ")]


def _reasoning(desk: Desk, mode: FailureMode) -> list[Part]:
    """The claims that predict something, each with the article that makes it."""
    claims = {claim.id: claim for claim in desk.game.scenario.claims}
    sources = {source.id: source.title for source in desk.game.scenario.sources}
    parts = []
    for id in mode.claims:
        claim = claims.get(id)
        where = f" ({sources.get(claim.source, claim.source)})" if claim and claim.source else ""
        parts.append(("predicted by ", f"{id}: {claim.text}{where}" if claim else id))
    return parts


def parts_of_evidence(desk: Desk, viewer: str, evidence: Sequence[int]) -> list[Part]:
    """The events of some evidence, as far as the viewer may know of them."""
    if not evidence:
        return [("", "No event bears on it.")]
    known = {event.n for event in desk.seen(viewer)}
    proof = [event for n in evidence if n in known and (event := desk.event(n))]
    parts = [("", "Evidence")] + [
        (f"{event.n:>4}  ", f"day {event.day}: {summary_of(desk, event)[0]}") for event in proof
    ]
    hidden = len(evidence) - len(proof)
    return parts + ([("", f"{hidden} more cannot be seen with these eyes.")] if hidden else [])


def told_warnings(desk: Desk) -> list[str]:
    """Early warnings where they stood, and whether what they warned of came."""
    found = warnings_of(desk)
    names = {mode.id: mode for mode in desk.game.scenario.findings}
    lines: list[str] = []
    for warned in found.stood:
        mode = names[warned.finding]
        verdict = verdict_of(mode, desk.assessment.finding(mode.id))
        lines += row(warned.first, f"{mode.id} {mode.name}, {_stood(desk, warned)}: {verdict} in the end")
    if lines and found.looked < found.sessions:
        lines += ["", *wrap(f"Looked for at the start of {found.looked} of {found.sessions:,} sessions.")]
    return lines or ["No early warning stood at the start of any session."]


def _stood(desk: Desk, warned: Warned) -> str:
    first, last = desk.event(warned.first), desk.event(warned.last)
    since = f"from day {first.day} (event {first.n})" if first else ""
    return f"{since} to day {last.day} (event {last.n})" if last else f"{since} on"


def told_scoreboard(desk: Desk, viewer: str, only: str = "") -> list[str]:
    """Which article the exercise bears out, question by question, with the events behind it."""
    rows = {row.id: row for row in desk.game.scenario.scoreboard}
    sources = {source.id: source.title for source in desk.game.scenario.sources}
    lines: list[str] = []
    for score in desk.assessment.scoreboard:
        if only and score.id != only:
            continue
        lines += ([""] if lines else []) + wrap(f"{score.id} {rows[score.id].question}", "", "    ")
        lines += _says(rows[score.id], sources, score.sources)
        if only or score.evidence:
            lines += (
                _told(parts_of_evidence(desk, viewer, score.evidence))
                if only
                else _numbers(desk, viewer, score.evidence)
            )
    return lines or ["This scenario has no questions on which its sources differ."]


def _says(asked: ScoreboardRow, sources: dict[str, str], borne: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for source, answer in asked.says.items():
        mark = "✓" if source in borne else " "
        lines += wrap(
            f"{mark} {asked.verdict(source, borne)}: {source} {sources.get(source, '')}: {answer}".replace("  ", " "),
            "  ",
            "      ",
        )
    return lines


def _numbers(desk: Desk, viewer: str, evidence: Sequence[int]) -> list[str]:
    known = {event.n for event in desk.seen(viewer)}
    shown = [str(n) for n in evidence if n in known]
    return wrap(f"events {', '.join(shown)}", "  ", "      ") if shown else []
