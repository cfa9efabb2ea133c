"""Whether an event speaks of what there is: a damaged or forged transcript may name anything, and nothing else checks it."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

import msgspec

from exercise.engine.game import Table
from exercise.model.events import CLOCK, EVENTS, FACILITATOR, Body, Event

_FIELDS: Final[Mapping[str, str]] = {
    "issue": "issues", "focus": "issues", "order": "issues",
    "option": "options", "options": "options", "give": "options", "get": "options",
    "dial": "dials", "inject": "injects", "stage": "stages",
    "seat": "seats", "seats": "seats", "to": "seats", "who": "seats", "party": "seats", "patron": "seats", "client": "seats",
    "proxy_for": "seats", "electors": "seats", "yes": "seats", "no": "seats", "abstain": "seats", "absent": "seats",
}  # fmt: skip
"""Fields of events that name something, and what."""
_OTHERS: Final = {("asked_to_choose", "options"), ("answer_given", "option")}
"""Fields that are called the same and name the answers to a card."""
_LATE: Final = 1_000
"""Days after the last day of a conference that no exercise reaches."""

Sense = Callable[[Event], str]


def sense_of(table: Table) -> Sense:
    """A check of events against a scenario: it gives a sentence about what there is not, or nothing."""
    known: Mapping[str, Collection[str]] = {
        "issues": table.issues, "options": table.options, "dials": table.dials, "stages": table.stages,
        "injects": {inject.id for inject in table.scenario.injects},
        "seats": {*table.seats, FACILITATOR, CLOCK},
    }  # fmt: skip
    checks = {body: _checks(kind, body, known) for kind, body in EVENTS.items()}
    seats = known["seats"]
    first, last = min(0, table.scenario.clock.first_day), table.scenario.clock.days + _LATE

    def nonsense(event: Event) -> str:
        if event.seat not in seats:
            return f"there is no seat {event.seat}"
        if not first <= event.day <= last or not 0 <= event.session < _LATE:
            return f"there is no session {event.day}.{event.session}"
        body = event.body
        for name, there, what in checks[type(body)]:
            value = getattr(body, name)
            if value not in there if type(value) is str else not there.issuperset(value):
                return f"there is no such {what}: {value if isinstance(value, str) else ', '.join(value)}"
        return ""

    return nonsense


def _checks(kind: str, body: type[Body], known: Mapping[str, Collection[str]]) -> list[tuple[str, frozenset[str], str]]:
    found: list[tuple[str, frozenset[str], str]] = []
    for field in msgspec.structs.fields(body):
        what = _FIELDS.get(field.name)
        if what is not None and (kind, field.name) not in _OTHERS and not _number(field.type):
            found.append((field.name, frozenset({*known[what], ""}), what.removesuffix("s")))
    return found


def _number(type: Any) -> bool:
    return type in (int, float, bool)
