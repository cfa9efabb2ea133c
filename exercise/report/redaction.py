"""What a report for sharing leaves out: people's names wherever they stand, in text that people typed too."""

import re
from collections.abc import Iterable

from attrs import frozen

from exercise.model.events import Event, Replaced
from exercise.model.setup import Setup, is_person
from exercise.review.notes import Note

NOBODY = "[name]"
"""What stands in the place of a name."""


@frozen
class Redaction:
    """Replaces handles in text; without handles it changes nothing."""

    pattern: re.Pattern[str] | None = None

    def __call__(self, text: str) -> str:
        return self.pattern.sub(NOBODY, text) if self.pattern is not None else text


def redaction(setup: Setup, events: Iterable[Event], notes: Iterable[Note], kept: Iterable[str]) -> Redaction:
    """What hides everybody who took part: players, facilitators, later players, and reviewers.

    Names that are words of the scenario (`kept`, such as those of the seats) or a single letter tell nobody apart and stay in
    text; hiding them would blot out the report.
    """
    players = [*setup.players.values(), *(event.body.player for event in events if isinstance(event.body, Replaced))]
    handles = {player.partition(":")[2] for player in players if is_person(player)}
    handles |= {setup.facilitator, *(note.author for note in notes)}
    known = {word.casefold() for word in kept}
    names = {name for handle in handles if len(name := handle.strip()) > 1 and name.casefold() not in known}
    found = sorted(names, key=lambda name: (-len(name), name))
    if not found:
        return Redaction()
    return Redaction(re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)", re.IGNORECASE))
