"""`exercise review` and `exercise verify`: in a pipe, from a script, as JSON, and with what is no transcript."""

import json
from pathlib import Path
from shutil import copy

import pytest
from running import exercise

from exercise.commands.loading import scenario
from exercise.engine.game import Game, Table
from exercise.model.setup import Setup
from exercise.room.conductor import Conductor
from exercise.room.opening import open_room, usual_players


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = scenario("first-steps")
    path = tmp_path_factory.mktemp("saved") / "talks.jsonl"
    room, _ = open_room(Game(Table(found), Setup(seed=2, players=usual_players(found))), path, durable=False)
    Conductor(room).run()
    room.close()
    return path


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
