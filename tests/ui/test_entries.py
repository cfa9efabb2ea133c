"""The floor knows every kind of event: where it belongs when the floor is narrowed, and by what mark it goes."""

import pytest
from seats import open_room

from exercise.model import events as e
from exercise.model.events import ALL, EVENTS, Event
from exercise.plain.narration import HEADINGS, SILENT, sentence
from exercise.room.conductor import Conductor
from exercise.ui.entries import _MARKS, FAMILIES, entry, is_told, lay_out


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


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (e.Voted("B4", "yes"), "votes yes on B4."),
        (e.Voted("B4", "abstain"), "abstains on B4."),
        (e.BallotClosed("B4", "issue", "FED3", True, "7 of 7"), "FED3 (Small regions later) is carried (7 of 7)."),
        (e.Agreed("FED", "FED3"), "Agreed on FED: FED3 (Small regions later)."),
        (e.WalkedOut(), "walks out."),
        (e.Announced("-- nothing -- is cut from what people say --"), "-- nothing -- is cut from what people say --"),
    ],
)
def test_what_an_entry_says(body: e.Body, says: str) -> None:
    """A vote names its ballot; the signs that the line mode needs are not on the floor."""
    told = entry(open_room().game, Event(9, 1, 1, "KA", ALL, body))
    assert says in (told.says, told.speech)


def test_a_heading_that_takes_two_lines_has_its_rule_behind_the_last_one() -> None:
    heading = entry(open_room().game, Event(9, 1, 1, "clock", ALL, e.SessionStarted(1, 0, "OIL")))
    lines = ["".join(text for text, _ in line) for line in lay_out(heading, 40)]
    assert [line.count("─") > 1 for line in lines] == [False, False, False, True]
    assert len(lines[-1]) == 40 - 1
