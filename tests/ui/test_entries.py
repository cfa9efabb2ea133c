"""The floor knows every kind of event: where it belongs when the floor is narrowed, and by what mark it goes."""

from exercise.model.events import EVENTS
from exercise.plain.narration import HEADINGS, SILENT
from exercise.ui.entries import _MARKS, FAMILIES


def test_every_kind_that_is_told_belongs_to_one_family() -> None:
    kinds = [kind for family in FAMILIES.values() for kind in family.split()]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) == EVENTS.keys() - HEADINGS - SILENT


def test_marks_are_for_kinds_that_there_are() -> None:
    assert set(_MARKS) <= EVENTS.keys()
