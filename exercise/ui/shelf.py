"""What the home screen lists: scenarios to begin, exercises to go on with, transcripts to look back at.

The first screen waits for no library that it can do without: rows are named tuples, and what reads files is imported later.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from exercise.model.text import printable
from exercise.plain.wrapping import wrap

if TYPE_CHECKING:
    from exercise.authoring.load import Found, Loaded
    from exercise.transcript.glimpse import Glimpse

GUIDED: Final = "first-steps"
"""The scenario of the guided first exercise."""
SHOWN: Final = 100
"""Transcripts listed at most; the newest are kept."""


class Kind(StrEnum):
    """What a row stands for, which decides what its keys do."""

    GUIDED = "guided"
    SCENARIO = "scenario"
    OPEN = "open"
    OVER = "over"
    DAMAGED = "damaged"


class Row(NamedTuple):
    """One row of the list: what it is, the file behind it, and two lines to show."""

    kind: Kind
    path: Path
    title: str
    facts: str = ""

    @property
    def id(self) -> str:
        return f"{self.kind}:{self.path}"

    def prompt(self, width: int) -> Content:
        """The row as it stands in a list of this width."""
        mark, style = {Kind.DAMAGED: ("! ", "$error"), Kind.GUIDED: ("* ", "$accent")}.get(self.kind, ("  ", ""))
        title = "\n".join(wrap(printable(self.title, lines=False), "  ", "  ", width))
        facts = "\n".join(wrap(printable(self.facts, lines=False), "  ", "  ", width))
        return Content.assemble((mark, style), title[2:], (f"\n{facts}" if self.facts else "", "not bold $muted"))


def first_rows(files: Mapping[str, Path]) -> list[Row]:
    """Rows of scenarios before any file is read: by the name of the file alone, the guided one first."""
    names = sorted(files, key=lambda name: (name != GUIDED, name))
    return [Row(_kind(name), files[name], name.replace("-", " "), _GUIDED if name == GUIDED else " ") for name in names]


_GUIDED: Final = "begin here: ten minutes"


def found_row(found: "Found") -> Row:
    """A scenario of which only the head was read."""
    name = found.path.stem
    if found.problem:
        return Row(Kind.DAMAGED, found.path, name, "does not load; c says why")
    facts = _GUIDED if name == GUIDED else f"{found.minutes} min" if found.minutes else " "
    return Row(_kind(name), found.path, found.title or name, facts)


def loaded_row(row: Row, loaded: "Loaded") -> Row:
    """A scenario that was read whole."""
    found = loaded.scenario
    if found is None:
        return Row(Kind.DAMAGED, row.path, row.title, "does not load; c says why")
    if row.kind is Kind.GUIDED:
        return Row(row.kind, row.path, found.title, _GUIDED)
    parties = sum(seat.kind == "party" for seat in found.seats)
    days = found.clock.days
    facts = f"{parties} parties · {days} day{'s' if days != 1 else ''}"
    return Row(row.kind, row.path, found.title, f"{found.minutes} min · {facts}" if found.minutes else facts)


def transcript_rows(glimpses: "Iterable[Glimpse]") -> tuple[list[Row], list[Row]]:
    """Exercises to go on with, and those to look back at; damaged ones are with the latter."""
    going, over = [], []
    for seen in glimpses:
        when = day_of(seen.changed)
        if seen.problem:
            over.append(Row(Kind.DAMAGED, seen.path, seen.title or seen.path.name, f"damaged · {when}"))
        elif seen.over:
            over.append(Row(Kind.OVER, seen.path, seen.title, f"{_named(seen)}{who(seen)} · {when}"))
        else:
            where = f"day {seen.day} of {seen.days}"
            going.append(Row(Kind.OPEN, seen.path, seen.title, f"{where} · {who(seen)} · {when}"))
    return going, over


def who(seen: "Glimpse") -> str:
    """Who plays, in a few words."""
    people = [f"{name} as {seat}" if name else seat for seat, name in seen.people.items()]
    if seen.facilitator:
        people.append(f"run by {seen.facilitator}")
    shown = ", ".join(people[:2]) + (f" and {len(people) - 2} more" if len(people) > 2 else "")
    return shown or "bots only"


def _named(seen: "Glimpse") -> str:
    """The name of a file to which somebody gave one; those that the program made say nothing new."""
    name = seen.path.stem
    return "" if re.search(r"-seed\d+(-\d+)?$", name) else f"{name} · "


def day_of(changed: float) -> str:
    """A calendar day as people write it; today's with the time."""
    then = datetime.fromtimestamp(changed)
    if then.date() == datetime.now().date():
        return f"today {then:%H:%M}"
    return f"{then.day} {then:%b %Y}"


def _kind(name: str) -> Kind:
    return Kind.GUIDED if name == GUIDED else Kind.SCENARIO
