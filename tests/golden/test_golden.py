"""Golden playthroughs: every shipped scenario played by bots with seed 7, as text that reads as documentation."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from recorded import assert_recorded

from exercise.cli import cli
from exercise.content import shipped
from exercise.transcript.reader import read_transcript

HERE = Path(__file__).parent
SCENARIOS = sorted(path.stem for path in (shipped() / "scenarios").glob("*.yaml"))


def play(scenario: str, transcript: Path) -> str:
    """The whole output of a bot-only exercise, without the lines that name the transcript."""
    arguments = ["play", scenario, "--bots", "all", "--seed", "7", "--plain", "--transcript", str(transcript)]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    return (
        "\n".join(
            line for line in result.output.splitlines() if not line.startswith(("Transcript:", "Look back with:"))
        )
        + "\n"
    )


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_playthrough_is_as_written(scenario: str, tmp_path: Path) -> None:
    golden = HERE / f"{scenario}-seed7.txt"
    said = play(scenario, tmp_path / "t.jsonl")
    assert_recorded(golden, said)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_two_runs_give_the_same_bytes(scenario: str, tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    play(scenario, first)
    play(scenario, second)
    assert first.read_bytes() == second.read_bytes()
    assert read_transcript(first).problems == ()


def test_no_golden_is_left_without_its_scenario() -> None:
    assert {path.stem.removesuffix("-seed7") for path in HERE.glob("*-seed7.txt")} == set(SCENARIOS)
