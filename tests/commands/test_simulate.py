"""`exercise simulate`: what it tells, what it gives to scripts, and what it keeps."""

import json
from pathlib import Path

import pytest
from recorded import assert_recorded
from running import exercise

from exercise.commands import simulate as command
from exercise.engine.game import Game, Table
from exercise.engine.replay import replay
from exercise.findings.assess import assess
from exercise.transcript.reader import read_transcript

FEW = ("simulate", "first-steps", "--runs", "20")


@pytest.mark.parametrize(("name", "more"), [("simulate", ()), ("simulate-vary", ("--vary", "mediator=bot,none"))])
def test_it_tells_what_is_written(name: str, more: tuple[str, ...]) -> None:
    result = exercise(*FEW, *more)
    assert result.exit_code == 0
    assert_recorded(Path(__file__).parent / "golden" / f"{name}.txt", result.output)
    assert max(map(len, result.output.splitlines())) <= 100


def test_json_is_the_same_however_many_play() -> None:
    one, two = (exercise(*FEW, "--json", "--workers", workers) for workers in ("1", "2"))
    assert one.exit_code == 0
    assert one.output == two.output
    found = json.loads(one.output)
    (case,) = found["cases"]
    assert found["complete"] is True
    assert case["runs"] == 20
    assert sum(row["count"] for row in case["outcomes"].values()) == 20
    low, high = case["settled"]["interval"]
    assert low <= case["settled"]["share"] <= high


def test_any_run_opens_as_a_transcript_that_ends_as_it_was_counted(tmp_path: Path) -> None:
    arguments = ("--vary", "difficulty=6", "--bots", "hard-liner")
    found = json.loads(exercise(*FEW, *arguments, "--json").output)
    for outcome, row in found["cases"][0]["outcomes"].items():
        path = tmp_path / f"{outcome}.jsonl"
        saved = exercise(
            "simulate", "first-steps", *arguments, "--open", str(row["seeds"][0]), "--transcript", str(path)
        )
        assert saved.output.strip() == str(path)
        recording = read_transcript(path)
        assert recording.problems == ()
        assert recording.header is not None
        game = Game(Table(recording.header.scenario), recording.header.setup)
        state = replay(game, recording.events)
        assert assess(game, state).outcome.id == outcome


def test_an_interrupt_tells_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    class Impatient(command.Spread):
        def play(self, executor, workers, progress=print):  # type: ignore[no-untyped-def]
            def stop(done: int) -> None:
                if not self.stopped:
                    raise KeyboardInterrupt

            super().play(executor, workers, stop)

    monkeypatch.setattr(command, "Spread", Impatient)
    result = exercise("simulate", "first-steps", "--runs", "5000", "--json")
    assert result.exit_code == command.INTERRUPTED
    assert "it was stopped after" in result.stderr
    found = json.loads(result.stdout)
    assert found["complete"] is False
    assert 0 < found["cases"][0]["runs"] < 5000


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("simulate", "nowhere"), "no scenario nowhere"),
        (("simulate", "iraq-2006", "--vary", "dial.trusst=1"), "--vary: no dial trusst; did you mean trust?"),
        ((*FEW, "--bots", "angry"), "no style angry"),
        ((*FEW, "--open", "3", "--vary", "mediator=bot,none"), "give --vary a single value"),
        ((*FEW, "--transcript", "x.jsonl"), "without --open nothing is saved"),
        ((*FEW, "--runs", "0"), "--runs"),
    ],
)
def test_what_is_wrong_is_said_with_exit_code_2(arguments: tuple[str, ...], says: str) -> None:
    result = exercise(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert "Traceback" not in result.output
