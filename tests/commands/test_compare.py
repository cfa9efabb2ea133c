"""`exercise compare`: groups of one class, and nothing that cannot be compared."""

import json
from pathlib import Path

import played
import pytest
from running import exercise

from exercise.commands.loading import scenario
from exercise.engine.game import Game, Table
from exercise.model.setup import Setup
from exercise.room.conductor import Conductor
from exercise.room.opening import open_room, usual_players


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    found, paths = scenario("first-steps"), []
    for seed in (1, 2):
        path = tmp_path_factory.mktemp("saved") / f"group{seed}.jsonl"
        room, _ = open_room(Game(Table(found), Setup(seed=seed, players=usual_players(found))), path, durable=False)
        Conductor(room).run()
        room.close()
        paths.append(str(path))
    return paths


def test_two_groups_side_by_side(saved: list[str]) -> None:
    result = exercise("compare", *saved)
    assert result.exit_code == 0
    assert " 1  group1.jsonl: A bridge" in result.output
    assert [g["name"] for g in json.loads(exercise("compare", *saved, "--json").output)["groups"]] == [
        "group1.jsonl",
        "group2.jsonl",
    ]


def test_what_cannot_be_compared_is_said(saved: list[str], tmp_path: Path) -> None:
    half = tmp_path / "half.jsonl"
    half.write_bytes(b"".join(Path(saved[0]).read_bytes().splitlines(keepends=True)[:40]))
    for arguments, says in (
        (saved[:1], "two or more"),
        ([f"{n}.jsonl" for n in range(31)], "at most 30"),
        ([saved[0], saved[0]], "named twice"),
        ([saved[0], str(half)], "half.jsonl is not over"),
        ([saved[0], "nowhere.jsonl"], "cannot be opened"),
    ):
        result = exercise("compare", *arguments)
        assert result.exit_code == 2
        assert says in result.output


def test_a_page_is_written_and_never_over_something(saved: list[str], tmp_path: Path) -> None:
    target = tmp_path / "class.html"
    assert exercise("compare", *saved, "-o", str(target)).output.strip() == str(target)
    assert "group2.jsonl" in target.read_text(encoding="utf-8")
    refused = exercise("compare", *saved, "-o", str(target))
    assert refused.exit_code == 2
    assert "--overwrite replaces it" in refused.stderr
    assert exercise("compare", *saved, "-o", str(target), "--overwrite").exit_code == 0


def test_the_predictions_are_written_as_a_picture_where_there_are_any(saved: list[str], tmp_path: Path) -> None:
    refused = exercise("compare", *saved, "-o", str(tmp_path / "first-steps.svg"))
    assert refused.exit_code == 2
    assert "no prediction could be seen" in refused.stderr
    target = tmp_path / "iraq.svg"
    assert exercise("compare", str(played.transcript(1)), str(played.transcript(2)), "-o", str(target)).exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("<svg")


def test_other_endings_are_refused(saved: list[str], tmp_path: Path) -> None:
    assert "written as .html or .svg" in exercise("compare", *saved, "-o", str(tmp_path / "x.pdf")).stderr
    assert "--json goes to the screen" in exercise("compare", *saved, "--json", "-o", str(tmp_path / "x.svg")).stderr


def test_notes_beside_transcripts_are_no_groups(saved: list[str]) -> None:
    notes = Path(saved[0]).with_suffix(".notes.jsonl")
    exercise("review", saved[0], "--plain", "--as", "all", typed="go 20\nmark turning Here it turned.\n")
    assert notes.exists()
    result = exercise("compare", *saved, str(notes))
    assert result.exit_code == 0
    assert " 1  event 20" in result.output
    refused = exercise("report", str(notes))
    assert refused.exit_code == 2
    assert "holds reviewers' notes" in refused.stderr
    notes.unlink()
