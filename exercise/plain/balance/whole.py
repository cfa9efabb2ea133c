"""The balance of a scenario in sections, and as text for the terminal."""

from collections.abc import Collection

from exercise.analysis.analysis import Analysis
from exercise.plain.balance import agreeing, dealing, moving
from exercise.plain.balance.section import Section
from exercise.plain.wrapping import width, wrap

EVERYTHING = 1_000
"""Deals that are shown when all are asked for."""


def sections(found: Analysis, everything: bool = False) -> tuple[Section, ...]:
    """All sections, the verdict first."""
    return (
        agreeing.verdict(found),
        agreeing.agreement(found),
        agreeing.parties(found),
        agreeing.coalitions(found),
        agreeing.rules(found),
        dealing.zone(found, EVERYTHING if everything else dealing.SHOWN),
        dealing.frontier(found),
        dealing.options(found),
        dealing.references(found),
        moving.reservations(found),
        moving.noise(found),
        moving.dials(found),
        moving.agenda(found),
    )


def told(found: Analysis, only: Collection[str] = (), everything: bool = False) -> list[str]:
    """The balance as lines of text; with `only`, these sections of it."""
    lines = wrap(f"{found.title}: balance")
    if found.honesty and not only:
        lines += ["", *wrap(found.honesty)]
    for section in sections(found, everything):
        if not only or section.id in only:
            lines += ["", section.title, "-" * width(section.title), *wrap(section.says)]
            lines += [line for part in (section.picture, section.figures) if part for line in ("", *part)]
    return lines
