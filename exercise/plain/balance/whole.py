"""The balance of a scenario in sections, and as text for the terminal."""

from collections.abc import Collection
from typing import Final

from exercise.analysis.analysis import Analysis
from exercise.plain.balance import agreeing, dealing, moving
from exercise.plain.balance.section import Paper, Section
from exercise.plain.wrapping import width, wrap

EVERYTHING: Final = 1_000
"""Deals, and coalitions, that are shown when all are asked for."""
_ASK: Final = {"noise": "Asked for with `--noise 300`.", "agenda": "Asked for with `--agenda`."}
SHEET: Final = Paper()
"""As wide as the line mode writes."""


def sections(found: Analysis, paper: Paper = SHEET, everything: bool = False) -> tuple[Section, ...]:
    """All sections, the verdict first."""
    return (
        agreeing.verdict(found, paper),
        agreeing.agreement(found, paper),
        agreeing.parties(found, paper),
        agreeing.coalitions(found, paper, EVERYTHING if everything else agreeing.COALITIONS),
        agreeing.rules(found, paper),
        dealing.zone(found, paper, EVERYTHING if everything else dealing.SHOWN),
        dealing.frontier(found, paper),
        dealing.options(found, paper),
        dealing.references(found, paper),
        moving.reservations(found, paper),
        moving.noise(found, paper),
        moving.dials(found, paper),
        moving.drift(found, paper),
        moving.agenda(found, paper),
    )


def told(found: Analysis, only: Collection[str] = (), everything: bool = False) -> list[str]:
    """The balance as lines of text; with `only`, these sections of it."""
    lines = wrap(f"{found.title}: balance")
    lines += [
        "",
        *wrap("For the facilitator: this tells what every party needs, which those who will play must not know."),
    ]
    if found.honesty and not only:
        lines += ["", *wrap(found.honesty)]
    for section in sections(found, everything=everything):
        if not only or section.id in only:
            lines += ["", section.title, "-" * width(section.title), *wrap(section.says)]
            lines += wrap(_ASK[section.missing]) if section.missing else []
            lines += [line for part in (section.picture, section.figures) if part for line in ("", *part)]
    return lines
