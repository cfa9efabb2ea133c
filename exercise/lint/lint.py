"""Looks at a scenario without errors for what makes a poor game of it."""

import re
from typing import Final

from exercise.authoring.load import Loaded
from exercise.lint.bargain import check_bargain
from exercise.lint.cards import check_cards
from exercise.lint.conditions import check_conditions
from exercise.lint.course import check_course
from exercise.lint.notes import Notes
from exercise.lint.privacy import check_privacy
from exercise.lint.seats import check_seats
from exercise.lint.words import check_words
from exercise.model.diagnostic import Diagnostic

_ALLOW: Final = re.compile(r"#\s*allow((?:[\s,]+SCN\d{3})+)")


def lint(loaded: Loaded) -> tuple[Diagnostic, ...]:
    """The warnings about the game; none for what did not load."""
    if loaded.scenario is None or loaded.proof is None:
        return ()
    notes = Notes(loaded.scenario, loaded.proof, dict(loaded.lines))
    for rule in (check_seats, check_bargain, check_words, check_cards, check_course, check_conditions, check_privacy):
        rule(notes)
    return tuple(warning for warning in dict.fromkeys(notes.warnings) if not _allowed(notes, warning))


def _allowed(notes: Notes, warning: Diagnostic) -> bool:
    """Whether the line says in a comment that this is meant: `# allow SCN504: the source asks for it`."""
    lines = notes.lines.get(warning.file, ())
    line = lines[warning.line - 1] if 0 < warning.line <= len(lines) else ""
    return any(warning.code in found[1] for found in _ALLOW.finditer(line))
