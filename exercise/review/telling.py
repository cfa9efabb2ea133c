"""What a reviewer asks for, as lines of text: the overview, events, moments, notes."""

from collections.abc import Iterable, Sequence
from typing import Final

from exercise.findings.assessment import Finding, Verdict
from exercise.model.events import Event
from exercise.model.scenario import FailureMode
from exercise.model.text import printable
from exercise.plain.narration import label, thing
from exercise.plain.summary import summary
from exercise.plain.wrapping import WIDTH, pad, wrap
from exercise.review.desk import Desk
from exercise.review.moments import Moment
from exercise.review.notes import GLYPHS, Note

_NUMBER: Final = 6
_MORE: Final = " ..."
"""Columns of an event's number at the beginning of a row."""
_VERDICTS: Final = {
    ("failure", Verdict.OCCURRED): "occurred",
    ("failure", Verdict.AVERTED): "averted",
    ("success", Verdict.OCCURRED): "met",
    ("success", Verdict.AVERTED): "not met",
}


def row(n: int, text: str, kind: str = "") -> list[str]:
    """A row of a list that begins with the number of an event; what does not fit goes on below the text."""
    lead = f"{n or '':>{_NUMBER}}  " + (f"{pad(kind, 8)} " if kind else "")
    return wrap(printable(text, lines=False), lead, " " * len(lead))


def overview(desk: Desk, open: bool) -> list[str]:
    """What the transcript is: scenario, seats, what is wrong with the file, and, where that is `open`, how it ended."""
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
    if open:
        outcome = desk.assessment.outcome
        lines += ["", *wrap(f"{outcome.name}. {outcome.text}")]
        lines += [f"  {issue}: {thing(desk.game, option)}" for issue, option in state.agreed.items()]
    else:
        lines += ["", "It is not over."]
    return lines


def summary_of(desk: Desk, event: Event) -> tuple[str, str]:
    """What an event says in a sentence, and the words that were spoken."""
    return summary(desk.game, event)


def told_event(desk: Desk, event: Event) -> list[str]:
    """An event in full: where it stands, what was done, and what was said."""
    says, speech = summary_of(desk, event)
    lines = wrap(f"{label(desk.game, event)} {says}", "", "    ")
    return lines + (wrap(speech, "    ", "    ") if speech.strip() else [])


def told_briefly(desk: Desk, event: Event) -> str:
    """An event in one line; what has no room in it ends in dots."""
    says, _ = summary_of(desk, event)
    first, *rest = wrap(f"{label(desk.game, event)} {says}", columns=WIDTH - len(_MORE))
    return first + _MORE if rest else first


def told_moments(found: Iterable[Moment]) -> list[str]:
    """Moments worth going to."""
    return [line for moment in found for line in row(moment.n, moment.title, moment.kind)] or ["There are none."]


def verdict_of(mode: FailureMode, finding: Finding) -> str:
    """A verdict in words that fit a failure or a condition of success."""
    return _VERDICTS.get((mode.kind, finding.verdict), "not observable")


def glyphs(notes: Iterable[Note]) -> str:
    """The signs of notes, each once, in the order in which they come."""
    return "".join(dict.fromkeys(GLYPHS[note.kind] for note in notes))


def note_text(note: Note) -> str:
    """A note in a line: its glyph, its author, where it is, and what it says."""
    where = f" on {note.first}" + (f" to {note.last}" if note.last > note.first else "") if note.first else ""
    about = f" on {note.about}" if note.about else ""
    said = [part for part in (note.rating, note.text) if part]
    return f"{GLYPHS[note.kind]} {note.id} {note.kind}{about}{where}: {'. '.join(said)}"


def told_note(note: Note) -> list[str]:
    """A note as lines."""
    return wrap(note_text(note), "  ", "      ")


def told_notes(notes: Sequence[Note], problems: Sequence[str] = ()) -> list[str]:
    """Notes in the order of the events they are on, and what could not be read."""
    lines = [line for note in notes for line in told_note(note)]
    return [*lines, *problems] or ["There are no notes yet."]
