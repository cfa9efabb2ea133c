"""The exercise evaluation guide: objectives to rate, what to look for, and the ratings that reviewers have given."""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from exercise.model.scenario import Scenario
from exercise.plain.craft import CRAFT
from exercise.review.notes import RATINGS, Note

PARTS: Final[Mapping[str, str]] = {
    "success": "Conditions of success: What is said to be needed. Was it there?",
    "failure": "Predicted failures: What is said to go wrong. Was it averted, and how?",
    "craft": "Negotiation craft: How well was it done?",
}
LETTERS: Final[Mapping[str, str]] = dict(zip("psmun", RATINGS, strict=True))
"""Each rating by its letter."""
_MORE: Final = ("difficulty", "observable")
"""Second words of ratings."""


@frozen
class Objective:
    """Something to rate: its id, its name, what to look for, and the part of the guide that it belongs to."""

    id: str
    name: str
    look_for: str
    part: str


def objectives(scenario: Scenario) -> list[Objective]:
    """Every objective of a scenario's guide, part by part."""
    found = [
        Objective(mode.id, mode.name, mode.says, kind)
        for kind in ("success", "failure")
        for mode in scenario.findings
        if mode.kind == kind
    ]
    return found + [Objective(craft.id, craft.name, craft.look_for, "craft") for craft in CRAFT]


def ratings(notes: Sequence[Note]) -> dict[str, dict[str, Note]]:
    """For each objective the newest rating of each author."""
    found: dict[str, dict[str, Note]] = {}
    for note in sorted(notes, key=lambda note: note.number):
        if note.kind == "rating":
            found.setdefault(note.about, {})[note.author] = note
    return found


def read_rating(words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """A rating as people write it (`performed`, `some difficulty`, `S`), and the words after it. Raises ValueError."""
    first = words[0].casefold() if words else ""
    rating = LETTERS.get(first) or next((r for r in RATINGS if len(first) > 2 and r.startswith(first)), "")
    if not rating:
        raise ValueError(
            f"a rating is one of {', '.join(f'{word} ({letter.upper()})' for letter, word in LETTERS.items())}"
        )
    rest = tuple(words[1:])
    return rating, rest[1:] if rest and rest[0].casefold() in _MORE else rest
