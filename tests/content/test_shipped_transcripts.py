"""The transcripts that are shipped for study are sound, end as their table says, and have notes that belong to them."""

from pathlib import Path

import pytest

from exercise.review.desk import open_desk
from exercise.review.notes import Notebook
from exercise.review.verify import verify
from exercise.transcript.codec import Header

FOLDER = Path(__file__).parent.parent.parent / "transcripts"
ENDINGS = {
    "settlement": "settlement",
    "boycott": "deal_without_community",
    "expiry": "expiry",
    "cosmetic-cabinet": "cosmetic_cabinet",
}


def test_all_of_them_are_looked_at() -> None:
    shipped = {path.stem for path in FOLDER.glob("*.notes.jsonl")}
    assert shipped == {f"{name}.notes" for name in ENDINGS}


@pytest.mark.parametrize(("name", "outcome"), ENDINGS.items())
def test_a_shipped_transcript_is_sound_and_ends_as_it_says(name: str, outcome: str) -> None:
    path = FOLDER / f"{name}.jsonl"
    assert verify(path).sound
    desk = open_desk(path)
    assert desk.over
    assert desk.assessment.outcome.id == outcome


@pytest.mark.parametrize("name", ENDINGS)
def test_its_notes_are_on_its_events_and_mark_one_turning_point(name: str) -> None:
    desk = open_desk(FOLDER / f"{name}.jsonl")
    book = Notebook(desk.path, Header(desk.game.scenario, desk.game.setup))
    assert not book.problems
    assert [note.kind for note in book.notes].count("turning") == 1
    assert all(0 <= note.first <= note.last <= len(desk.events) for note in book.notes)
    known = {finding.id for finding in desk.game.scenario.findings}
    assert {note.about for note in book.notes if note.about} <= known
