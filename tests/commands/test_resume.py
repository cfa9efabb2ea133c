"""Saved exercises taken up again: over, damaged, newer, and at their pace."""

from pathlib import Path
from typing import Any

import pytest
from running import exercise

from exercise.commands import running as running_commands
from exercise.transcript.reader import read_transcript


def begun(path: Path, *options: str, typed: str = "pass\n") -> bytes:
    """An exercise with one person, left after a few lines."""
    result = exercise("play", "iraq-2006", "--seat", "KA", *options, "--transcript", str(path), typed=typed)
    assert result.exit_code == 0
    return path.read_bytes()


def test_an_exercise_that_is_over_shows_its_end_again(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    played = exercise("play", "iraq-2006", "--bots", "all", "--seed", "3", "--transcript", str(path))
    again = exercise("resume", str(path))
    assert again.exit_code == 0
    assert again.output.startswith("This exercise is over.")
    assert (
        again.output[again.output.index("== The outcome ==") :]
        == played.output[played.output.index("== The outcome ==") :]
    )


def test_a_newer_transcript_is_not_continued_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    newer = begun(path).replace(b'"format":2', b'"format":99', 1)
    path.write_bytes(newer)
    result = exercise("resume", str(path))
    assert result.exit_code == 2
    assert "t.jsonl:1:" in result.output
    assert "error TRN103" in result.output
    assert "update the program" in result.output
    assert path.read_bytes() == newer


def test_a_damaged_line_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    lines = begun(path).splitlines(keepends=True)
    lines[29] = b"xx" + lines[29]
    path.write_bytes(b"".join(lines))
    result = exercise("resume", str(path))
    assert result.exit_code == 2
    assert "t.jsonl:30:1: error TRN106" in result.output
    assert path.read_bytes() == b"".join(lines)


def test_a_line_that_was_cut_off_is_forgiven(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(begun(path)[:-20])
    result = exercise("resume", str(path), typed='speak "We are back."\n')
    assert result.exit_code == 0
    assert "We are back." in result.output
    assert read_transcript(path).problems == ()


def test_what_was_left_is_told_again_and_who_one_is(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    begun(path, typed="pass\nquit\n")
    result = exercise("resume", str(path), typed="log 3\n")
    assert result.exit_code == 0
    assert "The exercise goes on. Day" in result.output
    assert "You are Kurdistan Alliance (KA). Type brief, sheet or cards" in " ".join(result.output.split())
    assert f"Go on with: exercise resume {path}" in " ".join(result.output.split())


@pytest.mark.parametrize(
    ("options", "minutes"),
    [((), 90.0), (("--pace", "30"), 30.0), (("--pace", "0"), None)],
    ids=["kept", "other", "none"],
)
def test_the_pace_is_kept_unless_something_else_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], minutes: float | None
) -> None:
    path = tmp_path / "t.jsonl"
    begun(path, "--pace", "90")
    asked: list[float] = []

    class Noted(running_commands.Pace):
        def __init__(self, minutes: float, sessions: int, **more: Any) -> None:
            asked.append(minutes)
            super().__init__(minutes, sessions, **more)

    monkeypatch.setattr(running_commands, "Pace", Noted)
    assert exercise("resume", str(path), *options, typed="").exit_code == 0
    assert asked == ([] if minutes is None else [minutes])


def test_the_events_are_the_same_at_any_pace(tmp_path: Path) -> None:
    begun(tmp_path / "slow.jsonl", "--pace", "90")
    begun(tmp_path / "none.jsonl")
    slow, none = (read_transcript(tmp_path / name) for name in ("slow.jsonl", "none.jsonl"))
    assert slow.events == none.events
    assert slow.header is not None
    assert none.header is not None
    assert (slow.header.setup.pace, none.header.setup.pace) == (90.0, 0.0)
