"""`exercise review` and `exercise verify`: in a pipe, from a script, as JSON, and with what is no transcript."""

import json
from pathlib import Path
from shutil import copy

import pytest
from played import transcript
from running import exercise


@pytest.fixture(scope="module")
def saved() -> Path:
    return transcript(2, "first-steps")


@pytest.fixture
def talks(saved: Path, tmp_path: Path) -> Path:
    return Path(copy(saved, tmp_path / "talks.jsonl"))


def test_a_pipe_asks_and_is_answered(talks: Path) -> None:
    result = exercise(
        "review",
        str(talks),
        "--plain",
        "--at",
        "end",
        "--author",
        "ann",
        typed="moments\nmark good Fine.\nfly\n# a remark\nnotes\n",
    )
    assert result.exit_code == 0
    for words in ("First steps", "review> moments", "The talks end", "ann-1 good", "There is no command fly".lower()):
        assert words in result.output.replace("There", "there")
    assert (talks.parent / "talks.notes.jsonl").exists()


def test_a_script_ends_at_its_first_wrong_line(talks: Path, tmp_path: Path) -> None:
    script = tmp_path / "asks.txt"
    script.write_text("next\nfly\nnext\n", encoding="utf-8")
    result = exercise("review", str(talks), "--script", str(script))
    assert result.exit_code == 2
    assert f"{script}:2:1: error: there is no command fly" in result.stderr


def test_json_has_everything_and_eyes_count(talks: Path) -> None:
    everything = json.loads(exercise("review", str(talks), "--json", "--as", "all").output)
    observer = json.loads(exercise("review", str(talks), "--json").output)
    assert everything["seen"] == everything["events"] > observer["seen"]
    assert everything["over"] is True
    assert everything["moments"][-1]["kind"] == "end"
    assert {row["seat"] for row in everything["speech"]} >= {"HILL", "MILL", "FERRY"}


def test_verify_tells_sound_from_changed(talks: Path, tmp_path: Path) -> None:
    sound = exercise("verify", str(talks))
    assert sound.exit_code == 0
    assert "sound" in sound.output
    stated = json.loads(exercise("verify", str(talks), "--json").output)["outcome"]
    against = tmp_path / "outcome.json"
    against.write_text(json.dumps({**stated, "success": not stated["success"]}), encoding="utf-8")
    other = exercise("verify", str(talks), "--against", str(against))
    assert other.exit_code == 1
    assert "success: stated" in other.output
    talks.write_bytes(talks.read_bytes().replace(b'"day":1', b'"day":2', 1))
    changed = exercise("verify", str(talks), "--json")
    assert changed.exit_code == 1
    assert json.loads(changed.output)["sound"] is False


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("review", "nowhere.jsonl"), 2, "cannot be opened for review"),
        (("verify", "nowhere.jsonl"), 2, "not sound"),
        (("review", "TALKS", "--as", "NOBODY"), 2, "--as: there is no seat NOBODY"),
        (("verify", "TALKS", "--against", "nowhere.json"), 2, "cannot read the outcome"),
    ],
)
def test_what_is_wrong_is_said(arguments: tuple[str, ...], code: int, says: str, talks: Path) -> None:
    result = exercise(*(str(talks) if word == "TALKS" else word for word in arguments))
    assert result.exit_code == code
    assert says in result.output
    assert "Traceback" not in result.output


def test_questions_are_answered_at_once_with_the_eyes_and_at_the_place_given(talks: Path) -> None:
    result = exercise(
        "review", str(talks), "--as", "all", "--at", "day 2", "--ask", "state zone", "--ask", "only seat MILL"
    )
    assert result.exit_code == 0
    assert "packages would please all" in result.output
    assert "Only seat MILL: " in result.output
    assert "review>" not in result.output
    wrong = exercise("review", str(talks), "--ask", "fly away")
    assert wrong.exit_code == 2
    assert "--ask 'fly away': there is no command fly" in wrong.stderr


def test_json_is_of_the_place_and_of_what_was_asked_for(talks: Path) -> None:
    found = json.loads(
        exercise("review", str(talks), "--json", "--as", "all", "--at", "60", "--ask", "only kind argued").output
    )
    assert found["state"]["n"] == 60
    assert found["state"]["zone"]["of"] > 0
    assert found["shown"] == [row["n"] for row in sorted(found["flow"], key=lambda row: row["n"])]
    assert {row["id"] for row in found["guide"]} >= {"N1", "N5"}
    assert found["branches"]["transcript"] == "talks.jsonl"


def test_the_tree_of_branches_is_printed(talks: Path) -> None:
    exercise("review", str(talks), "--at", "50", "--ask", "branch MILL=Ann")
    result = exercise("review", str(talks), "--branches")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].startswith("talks.jsonl: ") and lines[0].endswith("< this one")
    assert lines[1].startswith("  talks-branch1.jsonl after event 5")


def test_what_is_played_without_a_terminal_waits_for_nothing(talks: Path) -> None:
    result = exercise("review", str(talks), "--plain", typed="as all\ngo 60\nplay 0.1 to end\nquit\n")
    assert result.exit_code == 0
    assert "It plays from event 60 on, 0.1 minutes a second" in result.output
    assert "The exercise is over" in result.output
