"""What stands beside the floor: how things stood at the cursor, the finding that is looked into, the notes there."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from exercise.model.text import printable
from exercise.plain.wrapping import fit, wrap
from exercise.review import stood
from exercise.review.notes import Note
from exercise.review.standpoint import Standpoint
from exercise.review.telling import note_text, verdict_of
from exercise.review.told_findings import parts_of_finding


def standing(here: Standpoint, width: int, slow: bool) -> Content:
    """The panels at the cursor; those that take long only where `slow`."""
    parts: list[Content] = []
    for which, (heading, _) in stood.PANELS.items():
        if which in stood.SLOW and not slow:
            continue
        if which in stood.allowed(here):
            lines = stood.panel(here, which)
            parts += _part(heading, lines, width)
    if not parts:
        parts.append(Content.styled("Nothing has happened yet.", "$muted"))
    return Content("\n").join([*parts, *_notes(here.notes.on(here.at), width)])


def _part(heading: str, lines: Sequence[str], width: int) -> Iterable[Content]:
    if heading:
        yield Content("")
        yield Content.styled(heading, "bold $primary")
    for line in lines:
        for shown in fit(line, width):
            yield Content(shown)


def _notes(notes: Iterable[Note], width: int) -> Iterable[Content]:
    for note in notes:
        yield Content("")
        for line in wrap(note_text(note), "", "  ", width):
            yield Content.styled(line, "$accent")


def looked_into(here: Standpoint, finding: str, place: str) -> Content:
    """The finding whose events are gone through: its verdict, claims and reasoning, and where in them the cursor stands."""
    mode = next(mode for mode in here.desk.game.scenario.findings if mode.id == finding)
    verdict = verdict_of(mode, here.desk.assessment.finding(finding))
    parts = [
        Content.styled(f"{mode.id} {printable(mode.name, lines=False)}: {verdict}", "bold $accent"),
        Content.styled(place, "$muted"),
    ]
    for lead, text in parts_of_finding(here.desk, here.viewer, mode, here.notes.notes):
        parts.append(Content.assemble((lead, "$muted"), printable(text)))
    return Content("\n").join(parts)
