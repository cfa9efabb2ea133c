"""What if: a branch shares its parent's beginning, remembers it, and can be played on by people or bots."""

from pathlib import Path
from shutil import copy

import pytest
from played import transcript

from exercise.review.branch import branch, tree
from exercise.review.desk import open_desk
from exercise.review.notes import Notebook
from exercise.room.conductor import Conductor
from exercise.room.room import Room
from exercise.transcript.problems import TranscriptError
from exercise.transcript.reader import read_transcript

FORMATS = Path(__file__).parents[1] / "transcript" / "formats"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return Path(copy(transcript(), tmp_path / "talks.jsonl"))


@pytest.mark.parametrize("n", [1, 100, 333, 500])
def test_a_branch_that_nobody_changes_plays_as_its_parent_did(n: int, talks: Path) -> None:
    path, shared = branch(talks, n)
    assert shared >= n
    parent, child = read_transcript(talks), read_transcript(path)
    assert child.problems == ()
    assert child.header is not None
    assert (child.header.setup.parent, child.header.setup.parent_event) == ("talks.jsonl", shared)
    assert child.events == parent.events[:shared]
    room = Room.resume(path)
    Conductor(room).run()
    room.close()
    assert read_transcript(path).events == parent.events


def test_a_seat_may_change_hands_so_that_it_goes_on_otherwise(talks: Path) -> None:
    path, shared = branch(talks, 300, players={"KA": "human:Ann", "IAF": "bot:hard-liner"})
    room = Room.resume(path)
    assert len(room.events) > shared
    assert Conductor(room).player("KA") == "human:Ann"
    assert Conductor(room).run() == ("KA",)
    room.close()
    with pytest.raises(TranscriptError, match="cannot be played by"):
        branch(talks, 300, players={"NOBODY": "human:Ann"})


def test_branches_make_a_tree(talks: Path) -> None:
    first, _ = branch(talks, 200)
    second, _ = branch(first, 100)
    third, _ = branch(talks, 400, talks.parent / "late.jsonl")
    for path in (talks, first, second, third):
        root = tree(path)
        assert root.glimpse.path.name == "talks.jsonl"
        assert [twig.glimpse.path.name for twig in root.branches] == [first.name, "late.jsonl"]
        assert [twig.glimpse.path.name for twig in root.branches[0].branches] == [second.name]
    talks.unlink()
    assert tree(second).glimpse.path.name == first.name


def test_nothing_branches_off_what_is_damaged_or_over_what_is_there(talks: Path) -> None:
    with pytest.raises(TranscriptError, match="exists already"):
        branch(talks, 100, talks)
    talks.write_bytes(talks.read_bytes().replace(b'"old":70', b'"old":71', 1))
    with pytest.raises(TranscriptError, match="is damaged"):
        branch(talks, 100)


@pytest.mark.parametrize("format", sorted(FORMATS.glob("format-*.jsonl")), ids=lambda path: path.stem)
def test_a_branch_off_an_older_transcript_plays_on(format: Path, tmp_path: Path) -> None:
    talks = Path(copy(format, tmp_path / "talks.jsonl"))
    path, shared = branch(talks, 30)
    child = read_transcript(path)
    assert child.problems == ()
    assert child.events == read_transcript(talks).events[:shared]
    room = Room.resume(path)
    Conductor(room).run()
    assert room.state.closed
    room.close()


def test_notes_on_an_older_transcript_are_kept(tmp_path: Path) -> None:
    talks = Path(copy(min(FORMATS.glob("format-*.jsonl")), tmp_path / "talks.jsonl"))
    found = open_desk(talks)
    Notebook(talks, found.header).add("ann", "note", "Here.", 3)
    assert found.header.digest.encode() in talks.read_bytes()
    assert found.header.digest in Notebook(talks, found.header).path.read_text()
