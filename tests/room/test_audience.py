"""Who may know of an event: the named, the actor and control; an observer the least."""

import pytest

from exercise.engine.audience import sees
from exercise.model.events import ALL, CLOCK, CONTROL, FACILITATOR, Event, Noted

VIEWERS = {"N1", "S1", "N", "", "control room", "observer", CONTROL, FACILITATOR}
CASES = [
    (ALL, "N1", VIEWERS),
    (CONTROL, FACILITATOR, {CONTROL, FACILITATOR}),
    (CONTROL, CLOCK, {CONTROL, FACILITATOR}),
    (("S1",), "N1", {"N1", "S1", CONTROL, FACILITATOR}),
    (("N1",), CLOCK, {"N1", CONTROL, FACILITATOR}),
    ((), "N1", {"N1", CONTROL, FACILITATOR}),
]


@pytest.mark.parametrize(("to", "actor", "knowing"), CASES)
def test_who_may_know(to: str | tuple[str, ...], actor: str, knowing: set[str]) -> None:
    event = Event(1, 1, 1, actor, to, Noted(""))
    assert {viewer for viewer in VIEWERS if sees(event, viewer)} == knowing
