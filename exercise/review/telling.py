"""What a reviewer asks for, as lines of text: the overview, moments, ledgers, findings with their evidence, notes."""

from collections.abc import Sequence
from typing import Final

from exercise.findings.assessment import Finding, Verdict
from exercise.model.events import Event
from exercise.model.scenario import FailureMode
from exercise.model.text import printable
from exercise.plain.narration import label, name, sentence, thing, things
from exercise.plain.wrapping import pad, width, wrap
from exercise.review.desk import ALL_EYES, Desk
from exercise.review.ledger import followers, moves, promises, speeches
from exercise.review.moments import moments
from exercise.review.notes import GLYPHS, Note

QUOTED: Final = 6
"""Events told as evidence of one finding at first."""
_VERDICTS: Final = {
    ("failure", Verdict.OCCURRED): "occurred",
    ("failure", Verdict.AVERTED): "averted",
    ("success", Verdict.OCCURRED): "met",
    ("success", Verdict.AVERTED): "not met",
}


def overview(desk: Desk, viewer: str) -> list[str]:
    """What the transcript is: scenario, seats, how it ended, what is wrong with the file."""
    scenario, state = desk.game.scenario, desk.last
    seats = [f"{seat}={player}" for seat, player in state.players.items() if not player.startswith("bot")]
    lines = [
        scenario.title,
        *wrap(f"{desk.path.name}: {len(desk.events):,} events, seed {desk.game.setup.seed}, up to day {state.day}."),
        *wrap(f"People: {', '.join(map(printable, seats))}." if seats else "Played by bots."),
    ]
    if desk.game.setup.parent:
        lines += wrap(f"Branched off {printable(desk.game.setup.parent)} after event {desk.game.setup.parent_event}.")
    lines += [str(problem) for problem in desk.problems]
    if viewer == ALL_EYES or desk.over:
        outcome = desk.assessment.outcome
        lines += ["", *wrap(f"{outcome.name}. {outcome.text}")]
        lines += [f"  {issue}: {thing(desk.game, option)}" for issue, option in state.agreed.items()]
    else:
        lines += ["", "It is not over."]
    return lines


def told_event(desk: Desk, event: Event) -> list[str]:
    """An event in full: where it stands, what was done, and what was said."""
    head, speech = sentence(desk.game, event)
    says = head.strip(" *-<>=") or event.body.kind.replace("_", " ")
    lines = wrap(f"{label(desk.game, event)} {says}", "", "    ")
    return lines + (wrap(speech, "    ", "    ") if speech.strip() else [])


def told_moments(desk: Desk, viewer: str, kind: str = "") -> list[str]:
    """The moments worth going to, or those of one kind."""
    found = [moment for moment in moments(desk, viewer) if not kind or moment.kind == kind]
    return [f"{moment.n:>6} {moment.kind:<8} {printable(moment.title, lines=False)}" for moment in found] or [
        "There are none."
    ]


def told_moves(desk: Desk, events: Sequence[Event]) -> list[str]:
    """The ledger of concessions: who moved from what to what, how, and after whose words."""
    known = {event.n: event for event in events}
    lines = []
    for move in moves(desk.game, events):
        after = known.get(move.after)
        before = f"; before it, {name(desk.game, after.seat)} spoke to it ({after.n})" if after is not None else ""
        text = f"{name(desk.game, move.seat)}: {move.issue} from {move.old} to {move.new} ({move.cause}){before}"
        lines += wrap(f"{move.n:>6} {text}", "", "       ")
    return lines or ["Nobody moved."]


def told_speech(desk: Desk, events: Sequence[Event]) -> list[str]:
    """Who spoke how much, and who answers whom most."""
    said = speeches(desk.game, events)
    words = sum(speech.words for speech in said) or 1
    room = max(width(name(desk.game, speech.seat)) for speech in said) if said else 0
    lines = [f"{pad('', room)}  turns   words   share"]
    for speech in said:
        share = speech.words / words
        bar = "█" * round(share * 40)
        lines.append(
            f"{pad(name(desk.game, speech.seat), room)} {speech.turns:>6} {speech.words:>7} {share:>6.0%}  {bar}".rstrip()
        )
    pairs = sorted(followers(events).items(), key=lambda pair: (-pair[1], pair[0]))[:QUOTED]
    if pairs:
        lines += ["", "Who speaks right after whom, most often"]
        lines += [f"  {name(desk.game, b)} after {name(desk.game, a)}: {count}" for (a, b), count in pairs]
    return lines


def told_promises(desk: Desk, events: Sequence[Event]) -> list[str]:
    """Side deals that were made, and what became of them."""
    lines = []
    for deal in promises(events):
        who = f"{name(desk.game, deal.seat)} gives {things(desk.game, deal.give)}"
        text = f"{deal.id} {who}; {name(desk.game, deal.to)} gives {things(desk.game, deal.get)}: {deal.verdict}"
        proof = deal.broken or deal.kept
        where = f" (events {', '.join(map(str, proof[:QUOTED]))})" if proof else ""
        lines += wrap(f"{deal.n:>6} {text}{where}", "", "       ")
    return lines or ["No side deal was made."]


def told_findings(desk: Desk, notes: Sequence[Note] = ()) -> list[str]:
    """Every prediction with its verdict and what reviewers say of it."""
    lines: list[str] = []
    for kind, title in (("failure", "Predicted failures"), ("success", "Conditions of success")):
        rows = [(desk.assessment.finding(mode.id), mode) for mode in desk.game.scenario.findings if mode.kind == kind]
        if rows:
            lines += ["", title] if lines else [title]
        for finding, mode in rows:
            marks = "".join(GLYPHS[note.kind] for note in notes if note.about == finding.id)
            lines.append(f"  {pad(f'{mode.id} {mode.name}', 48)} {verdict_of(mode, finding)} {marks}".rstrip())
    return lines or ["This scenario predicts nothing."]


def verdict_of(mode: FailureMode, finding: Finding) -> str:
    """A verdict in words that fit a failure or a condition of success."""
    return _VERDICTS.get((mode.kind, finding.verdict), "not observable")


def told_finding(desk: Desk, viewer: str, mode: FailureMode, notes: Sequence[Note] = ()) -> list[str]:
    """One prediction: who predicted it and why, its verdict, the events that bear it out, and what reviewers hold of it."""
    finding = desk.assessment.finding(mode.id)
    claims = {claim.id: claim for claim in desk.game.scenario.claims}
    lines = [f"{mode.id} {mode.name}: {verdict_of(mode, finding)}", *wrap(mode.says, "  ", "  ")]
    if mode.counts:
        lines += wrap(f"Counted: {mode.counts}", "  ", "  ")
    for claim in mode.claims:
        text = claims[claim].text if claim in claims else ""
        lines += wrap(f"{claim}: {text}" if text else claim, "  predicted by ", "      ")
    if mode.mitigates:
        lines += wrap(f"What helps: {mode.mitigates}", "  ", "  ")
    known = {event.n: event for event in desk.seen(viewer)}
    proof = [known[n] for n in finding.evidence if n in known]
    for event in proof[:QUOTED]:
        lines += [f"  {line}" for line in told_event(desk, event)[:1]]
    if len(finding.evidence) > min(QUOTED, len(proof)):
        lines += wrap(f"all of it: events {', '.join(map(str, finding.evidence))}", "  ", "  ")
    for note in notes:
        if note.about == mode.id:
            lines += told_note(note)
    return lines


def told_note(note: Note) -> list[str]:
    """A note: its glyph, its author, where it is, and what it says."""
    where = f" on {note.first}" + (f" to {note.last}" if note.last > note.first else "") if note.first else ""
    about = f" on {note.about}" if note.about else ""
    said = f": {note.rating}" if note.rating else ""
    text = f"{GLYPHS[note.kind]} {note.id} {note.kind}{about}{where}{said}  {note.text}"
    return wrap(text, "  ", "      ")
