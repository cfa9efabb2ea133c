"""Everything about a transcript that a script may want to know, as the chosen eyes see it."""

from typing import Any

from exercise.review import stood
from exercise.review.branch import Twig, tree
from exercise.review.debate import citations, flow, questions
from exercise.review.evaluation import objectives, ratings
from exercise.review.ledger import followers, moves, promises, speeches
from exercise.review.moments import moments
from exercise.review.notes import Note
from exercise.review.session import Session
from exercise.review.warned import warnings_of


def summary(session: Session) -> dict[str, Any]:
    """The transcript, how things stood at the cursor, the ledgers, notes and branches; findings where they are open."""
    desk = session.desk
    events = desk.seen(session.viewer)
    said = flow(events)
    found: dict[str, Any] = {
        "transcript": desk.path.name,
        "scenario": desk.game.scenario.id,
        "seed": desk.game.setup.seed,
        "eyes": session.viewer,
        "events": len(desk.events),
        "seen": len(events),
        "shown": [event.n for event in session.shown()] if str(session.only) else None,
        "over": desk.over,
        "problems": [str(problem) for problem in desk.problems],
        "state": stood.as_json(session),
        "moments": [{"n": m.n, "kind": m.kind, "title": m.title} for m in moments(desk, session.viewer)],
        "moves": [
            {"n": m.n, "seat": m.seat, "issue": m.issue, "old": m.old, "new": m.new, "cause": m.cause, "after": m.after}
            for m in moves(desk.game, events)
        ],
        "speech": [
            {"seat": s.seat, "turns": s.turns, "words": s.words, "minutes": s.minutes} for s in speeches(desk.game, events)
        ],
        "turns": [{"before": a, "after": b, "times": n} for (a, b), n in followers(events).items()],
        "questions": [
            {"n": q.n, "id": q.id, "seat": q.seat, "to": q.to, "issue": q.issue, "answered": q.answered}
            for q in questions(events)
        ],
        "flow": [
            {
                "n": s.n, "id": s.id, "seat": s.seat, "side": s.side, "target": s.target, "issue": s.issue, "option": s.option,
                "cites": list(s.claims), "answered_by": list(s.answered_by), "conceded_by": list(s.conceded_by),
                "dropped": s.dropped,
            }
            for s in said
        ],
        "cited": [
            {"claim": c.claim, "times": len(c.arguments), "answered": c.answered, "arguments": [s.id for s in c.arguments]}
            for c in citations(said)
        ],
        "promises": [
            {
                "id": p.id, "n": p.n, "seat": p.seat, "to": p.to, "give": list(p.give), "get": list(p.get), "verdict": p.verdict,
                "kept": list(p.kept), "broken": list(p.broken),
            }
            for p in promises(events)
        ],
        "notes": [note_of(note) for note in session.notes.notes],
        "guide": _guide(session),
        "branches": _twig(tree(desk.path)),
    }  # fmt: skip
    return found | (_findings(session) if session.open else {})


def note_of(note: Note) -> dict[str, Any]:
    """A note with all its fields, whatever they hold."""
    return {"id": note.id, **{field: getattr(note, field) for field in note.__struct_fields__}}


def _findings(session: Session) -> dict[str, Any]:
    """What is open to control, and to everybody after the end: outcome, verdicts, warnings, scoreboard."""
    desk = session.desk
    seen = {event.n for event in desk.seen(session.viewer)}
    found = desk.assessment
    return {
        "outcome": found.outcome.id,
        "findings": [
            {"id": f.id, "verdict": str(f.verdict), "evidence": [n for n in f.evidence if n in seen]} for f in found.findings
        ],
        "warnings": [{"id": w.finding, "from": w.first, "to": w.last} for w in warnings_of(desk).stood],
        "scoreboard": [
            {"id": s.id, "sources": list(s.sources), "evidence": [n for n in s.evidence if n in seen]} for s in found.scoreboard
        ],
    }  # fmt: skip


def _guide(session: Session) -> list[dict[str, Any]]:
    given = ratings(session.notes.notes)
    return [
        {"id": o.id, "part": o.part, "name": o.name, "ratings": {a: n.rating for a, n in given.get(o.id, {}).items()}}
        for o in objectives(session.desk.game.scenario)
    ]


def _twig(twig: Twig) -> dict[str, Any]:
    seen = twig.glimpse
    return {
        "transcript": seen.path.name, "after": seen.parent_event, "events": seen.events, "day": seen.day, "over": seen.over,
        "branches": [_twig(branch) for branch in twig.branches],
    }  # fmt: skip
