"""Notes lie beside the transcript and never in it; files of several reviewers merge; what is wrong is said and the rest kept."""

from pathlib import Path
from shutil import copy

import pytest
from played import transcript

from exercise.review.notes import GLYPHS, MEANINGS, Note, Notebook, checked, notes_path
from exercise.transcript.codec import Header
from exercise.transcript.glimpse import transcript_files
from exercise.transcript.problems import TranscriptError
from exercise.transcript.reader import read_transcript


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return Path(copy(transcript(), tmp_path / "talks.jsonl"))


def header(path: Path | None = None) -> Header:
    found = read_transcript(path or transcript()).header
    assert found is not None
    return found


def test_notes_are_on_disk_and_the_transcript_is_untouched(talks: Path) -> None:
    before = talks.read_bytes()
    book = Notebook(talks, header())
    book.add("ann", "turning", "Here the Kurds gave way.", 412, 420)
    book.add("ann", "agree", "Nobody spoke of security again.", about="F02")
    gone = book.add("ann", "mistake", "Too early.", 30)
    book.withdraw(gone.id)
    again = Notebook(talks, header())
    assert again.notes == book.notes
    assert [(note.kind, note.first, note.last) for note in again.notes] == [("agree", 0, 0), ("turning", 412, 420)]
    assert again.verdict("F02")[0].text == "Nobody spoke of security again."
    assert again.add("ann", "note", "More.", 5).number == 3
    assert talks.read_bytes() == before
    assert notes_path(talks).name == "talks.notes.jsonl"
    assert transcript_files(talks.parent) == [talks]


def test_notes_of_several_reviewers_merge_once(talks: Path, tmp_path: Path) -> None:
    ann = Notebook(talks, header())
    ann.add("ann", "good", "Well asked.", 100)
    other = Path(copy(talks, tmp_path / "copy.jsonl"))
    ben = Notebook(other, header())
    ben.add("ben", "mistake", "It was not.", 100)
    assert [note.id for note in ann.merge(ben.path)] == ["ben-1"]
    assert ann.merge(ben.path) == []
    assert [note.id for note in Notebook(talks, header()).notes] == ["ann-1", "ben-1"]


def test_notes_on_another_exercise_are_refused(talks: Path, tmp_path: Path) -> None:
    elsewhere = Path(copy(transcript(5), tmp_path / "else.jsonl"))
    other = Notebook(elsewhere, header(elsewhere))
    other.add("ben", "note", "Another one.", 3)
    with pytest.raises(TranscriptError, match="on another exercise"):
        Notebook(talks, header()).merge(other.path)


def test_a_damaged_notes_file_is_read_as_far_as_it_goes(talks: Path) -> None:
    book = Notebook(talks, header())
    book.add("ann", "note", "One.", 1)
    with book.path.open("ab") as file:
        file.write(b'not json\n{"author":"ann","number":2,"kind":"sneer"}\n{"gone":"nobody-9"}\n')
    book = Notebook(talks, header())
    assert [note.text for note in book.notes] == ["One."]
    assert len(book.problems) == 3
    assert all(problem.startswith(f"{book.path}:") for problem in book.problems)


@pytest.mark.parametrize(
    ("note", "says"),
    [
        (Note("", 1, "note", "x"), "needs an author"),
        (Note("a\x1b[2J", 1, "note", "x"), "without control codes"),
        (Note("ann", 1, "note", "x" * 20_000), "at most 10,000"),
        (Note("ann", 1, "agree", "x"), "has to say which one"),
        (Note("ann", 1, "agree", " ", about="F1"), "give a reason"),
        (Note("ann", 1, "rating", about="C1", rating="great"), "a rating is one of"),
        (Note("ann", 1, "note", "x", first=9, last=3), "ends where it begins"),
    ],
)
def test_a_note_that_says_nothing_is_refused(note: Note, says: str, talks: Path) -> None:
    book = Notebook(talks, header())
    with pytest.raises(ValueError, match=says):
        checked(note)
    assert not book.path.exists()


def test_every_kind_has_a_glyph_and_a_meaning() -> None:
    assert set(GLYPHS) == set(MEANINGS)
    assert len(set(GLYPHS.values())) == len(GLYPHS)
