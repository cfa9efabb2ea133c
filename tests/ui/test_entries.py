"""The floor knows every kind of event: where it belongs when the floor is narrowed, and by what mark it goes."""

from seats import open_room

from exercise.model.events import EVENTS
from exercise.plain.narration import HEADINGS, SILENT, sentence
from exercise.room.conductor import Conductor
from exercise.ui.entries import _MARKS, FAMILIES, is_told


def test_every_kind_that_is_told_belongs_to_one_family() -> None:
    kinds = [kind for family in FAMILIES.values() for kind in family.split()]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) == EVENTS.keys() - HEADINGS - SILENT


def test_marks_are_for_kinds_that_there_are() -> None:
    assert set(_MARKS) <= EVENTS.keys()


def test_only_kinds_that_are_known_for_it_go_without_saying_at_times() -> None:
    """Whether an event is told must be known without making its sentence: that is done a hundred thousand times at once."""
    room = open_room()
    Conductor(room).run()
    for event in room.events:
        assert is_told(room.game, event) == bool(event.body.kind not in SILENT and sentence(room.game, event)[0])
