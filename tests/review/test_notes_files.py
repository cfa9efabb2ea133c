"""Notes go into files of other programs and come back; nothing in them is a formula or markup, and wrong files are told."""

from pathlib import Path
from shutil import copy

import pytest
from played import transcript

from exercise.review.notes import Notebook
from exercise.review.notes_files import export, take_in
from exercise.transcript.problems import TranscriptError
from exercise.transcript.reader import read_transcript

BAD = "=cmd|' /C calc'!A0"


def book(path: Path) -> Notebook:
    header = read_transcript(path).header
    assert header is not None
    return Notebook(path, header)


@pytest.fixture
def notes(tmp_path: Path) -> Notebook:
    found = book(Path(copy(transcript(), tmp_path / "talks.jsonl")))
    found.add("ann", "turning", "It turned, “here”;\nand there | too.", 400, 412)
    found.add("ann", "good", BAD, 5)
    found.add("ben", "rating", "<b>Two</b> missing.", about="C01", rating="unable")
    found.add("ben", "agree", "'so'", about="F02")
    return found


@pytest.mark.parametrize("suffix", [".jsonl", ".json", ".csv"])
def test_what_is_exported_can_be_taken_in_again(suffix: str, notes: Notebook, tmp_path: Path) -> None:
    file = tmp_path / f"exported{suffix}"
    assert export(notes, file) == 4
    (tmp_path / "other").mkdir()
    other = book(Path(copy(transcript(), tmp_path / "other" / "talks.jsonl")))
    assert len(take_in(other, file)) == 4
    assert other.notes == notes.notes
    assert take_in(other, file) == []


def test_no_cell_is_a_formula_and_no_note_is_markup(notes: Notebook, tmp_path: Path) -> None:
    export(notes, tmp_path / "n.csv")
    assert f",'{BAD}" in (tmp_path / "n.csv").read_text()
    export(notes, tmp_path / "n.md")
    told = (tmp_path / "n.md").read_text()
    assert "\\<b\\>Two" in told
    assert "there \\| too" in told
    assert told.count("\n") == 4 + 4


def test_nothing_is_overwritten_and_other_formats_are_refused(notes: Notebook, tmp_path: Path) -> None:
    (tmp_path / "n.md").write_text("mine")
    for name, says in (("n.md", "exists already"), ("n.docx", "ends in"), ("none/n.md", "cannot be written")):
        with pytest.raises(TranscriptError, match=says):
            export(notes, tmp_path / name)
    assert (tmp_path / "n.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("n.json", "no json"),
        ("n.json", '{"notes": [{"author": "ann", "number": 1, "kind": "sneer"}]}'),
        ("n.json", "[" * 100_000),
        ("n.csv", "author,number,kind\nann,many,good\n"),
        ("n.csv", "author,number,kind\n,1,good\n"),
        ("n.jsonl", "no json\n"),
        ("gone.csv", None),
    ],
)
def test_wrong_files_are_told(name: str, text: str | None, notes: Notebook, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    before = notes.notes
    with pytest.raises(TranscriptError):
        take_in(notes, tmp_path / name)
    assert notes.notes == before
