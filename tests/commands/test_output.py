"""What the commands print: for people, for scripts, and the same at every run."""

import json
from pathlib import Path

import pytest
from recorded import assert_recorded
from running import exercise, process

HERE = Path(__file__).parent
SHOWN = {
    "scenarios": ("scenarios",),
    "show-iraq-2006": ("show", "iraq-2006"),
    "show-iraq-2006-KA": ("show", "iraq-2006", "--role", "KA"),
    "diagram-iraq-2006": ("diagram", "iraq-2006"),
    "help": ("--help",),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_prints_what_is_written(name: str) -> None:
    golden = HERE / "golden" / f"{name}.txt"
    result = exercise(*SHOWN[name])
    assert result.exit_code == 0
    assert_recorded(golden, result.output)


def test_the_outcome_as_json_is_complete_and_the_same_at_every_run(tmp_path: Path) -> None:
    found = []
    for name in ("a", "b"):
        result = exercise(
            "play", "iraq-2006", "--bots", "all", "--seed", "3", "--json", "--transcript", str(tmp_path / name)
        )
        assert result.exit_code == 0
        found.append(json.loads(result.output))
    assert found[0].pop("transcript") == str(tmp_path / "a")
    assert found[1].pop("transcript") == str(tmp_path / "b")
    assert found[0] == found[1]
    assert found[0]["closed"] is True
    assert len(found[0]["findings"]) == 48
    assert {row["verdict"] for row in found[0]["findings"]} <= {"occurred", "averted", "not_observable"}
    assert len(found[0]["scoreboard"]) == 11
    assert found[0]["outcome"]["name"]


def test_two_processes_print_the_same_json_to_the_byte(tmp_path: Path) -> None:
    runs = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        arguments = ("play", "iraq-2006", "--bots", "all", "--seed", "3", "--json", "--transcript", "t.jsonl")
        runs.append(process(*arguments, cwd=tmp_path / name))
    assert runs[0].returncode == 0
    assert runs[0].stderr == ""
    assert runs[0].stdout == runs[1].stdout
    found = json.loads(runs[0].stdout)
    assert found["transcript"] == "t.jsonl"
    assert found["events"] == len((tmp_path / "a" / "t.jsonl").read_text().splitlines()) - 1


def test_two_processes_print_and_save_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "transcripts").mkdir()
    runs = [process("play", "iraq-2006", "--bots", "all", "--seed", "5", "--plain", cwd=tmp_path) for _ in range(2)]
    assert [run.returncode for run in runs] == [0, 0]
    assert runs[0].stdout == runs[1].stdout
    saved = sorted((tmp_path / "transcripts").iterdir())
    assert len(saved) == 2
    assert saved[0].read_bytes() == saved[1].read_bytes()
    assert saved[0].name.startswith("iraq-2006-")
    assert "seed5" in saved[0].name


def test_scenarios_as_json() -> None:
    rows = json.loads(exercise("scenarios", "--json").output)
    assert {"iraq-2006", "iraq-2007"} <= {row["id"] for row in rows}
    assert all(row["days"] and row["seats"] and row["title"] for row in rows)


def test_the_clean_check_of_what_is_shipped() -> None:
    result = exercise("check", "iraq-2006", "iraq-2007")
    assert result.exit_code == 0
    assert "no errors, no warnings in " in result.output
