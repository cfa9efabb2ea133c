"""Two transcripts beside each other: up to which event they are the same, and how they went from there."""

from collections.abc import Iterator
from itertools import takewhile

from exercise.plain.narration import name, thing
from exercise.plain.wrapping import pad, wrap
from exercise.review.desk import Desk
from exercise.review.ledger import moves
from exercise.review.telling import row, summary_of, verdict_of

_ROOM = 34
"""Columns of what stands on the left."""


def shared_events(here: Desk, there: Desk) -> int:
    """How many events two transcripts begin with in common."""
    pairs = zip(here.events, there.events, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def told_parting(here: Desk, there: Desk) -> list[str]:
    """Where two transcripts part, and what came of it in each: outcome, options, findings, and who moved after that."""
    shared = shared_events(here, there)
    if shared == len(here.events) == len(there.events):
        return ["They are the same, event for event."]
    lines = [*wrap(f"They are the same up to event {shared}." if shared else "They have no event in common."), ""]
    for desk in (here, there):
        lines += wrap(f"{desk.path.name} goes on:", "", "  ")
        lines += _goes_on(desk, shared)
    lines += ["", f"{pad('', 10)} {pad(here.path.name[:_ROOM], _ROOM)} {there.path.name[:_ROOM]}"]
    lines += _beside("outcome", here.assessment.outcome.name, there.assessment.outcome.name)
    lines += _beside("ended", _ended(here), _ended(there))
    for issue in dict.fromkeys((*here.last.issues, *there.last.issues)):
        mine, other = here.last.agreed.get(issue, "open"), there.last.agreed.get(issue, "open")
        if mine != other:
            lines += _beside(issue, thing(here.game, mine), thing(there.game, other))
    return [*lines, *_findings(here, there)]


def _goes_on(desk: Desk, shared: int) -> list[str]:
    after = desk.events[shared : shared + 1]
    lines = [line for event in after for line in row(event.n, f"day {event.day}: {summary_of(desk, event)[0]}")]
    moved = [move for move in moves(desk.game, desk.events) if move.n > shared]
    who = ", ".join(f"{name(desk.game, move.seat)} to {move.new} ({move.n})" for move in moved)
    return (lines or ["        it ends there"]) + (
        wrap(f"moved after that: {who}", "        ", "          ") if who else []
    )


def _ended(desk: Desk) -> str:
    return f"day {desk.last.day}, {len(desk.events):,} events" + ("" if desk.over else ", not over")


def _beside(what: str, mine: str, other: str) -> list[str]:
    """Two values in columns, the second below the first where there is no room."""
    left = wrap(mine, columns=_ROOM)
    right = wrap(other, columns=_ROOM)
    height = max(len(left), len(right))
    cells = zip(
        (what, *[""] * height), left + [""] * (height - len(left)), right + [""] * (height - len(right)), strict=False
    )
    return [f"{pad(word, 10)} {pad(one, _ROOM)} {two}".rstrip() for word, one, two in cells]


def _findings(here: Desk, there: Desk) -> Iterator[str]:
    known = {finding.id: finding for finding in there.assessment.findings}
    differ = [f for f in here.assessment.findings if f.id in known and known[f.id].verdict is not f.verdict]
    if differ:
        yield ""
        yield "Findings that differ"
    modes = {mode.id: mode for mode in here.game.scenario.findings}
    for finding in differ:
        mode = modes[finding.id]
        verdicts = f"{verdict_of(mode, finding)} here, {verdict_of(mode, known[finding.id])} there"
        yield from wrap(f"{mode.id} {mode.name}: {verdicts}", "  ", "      ")
