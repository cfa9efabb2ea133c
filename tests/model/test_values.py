"""What an exercise makes by the thousand is frozen and of no concern to the garbage collector."""

import gc

import pytest

from exercise.model import events as e
from exercise.model import state as s
from exercise.model.value import Value

TABLES = (s.Argument, s.Question, s.Proposal, s.Deal, s.Motion, s.Ballot, s.Verdict, s.OpenChoice, s.Pledge)


@pytest.mark.parametrize("cls", [e.Event, *e.EVENTS.values(), *TABLES])
def test_values_are_frozen_and_not_walked(cls: type[Value]) -> None:
    assert cls.__struct_config__.frozen
    assert not cls.__struct_config__.gc
    assert "__dict__" not in dir(cls)


def test_a_log_costs_the_collector_nothing() -> None:
    log = [e.Event(n, 1, 1, "N1", ("N1", "S1"), e.Told(("S1",), f"word {n}")) for n in range(3)]
    assert not any(gc.is_tracked(event) or gc.is_tracked(event.body) for event in log)


def test_a_value_cannot_be_changed() -> None:
    event = e.Event(1, 1, 1, "N1", e.ALL, e.Passed())
    with pytest.raises(AttributeError):
        event.n = 2  # type: ignore[misc]
    assert event == e.Event(1, 1, 1, "N1", e.ALL, e.Passed())
    assert len({event, e.Event(1, 1, 1, "N1", e.ALL, e.Passed())}) == 1
