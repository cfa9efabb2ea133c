"""Three people at one keyboard, killed on day 6: what they were told is on disk, and they go on to the end."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from running import command

from exercise.commands.loading import scenario
from exercise.transcript.reader import read_transcript

SEATS = ("--seat", "KA=Ann", "--seat", "SCIRI=Bea", "--seat", "IAF=Cem")
LINES = 1_500


def typed() -> str:
    """Words, votes, answers to every card, and a pass, over and over: what is not possible is refused and the next line tried."""
    cards = [(card.id, card.choice.default) for card in scenario("iraq-2006").injects if card.choice]
    answers = "".join(f"choose {card} {default}\n" for card, default in cards)
    return "".join(f'speak "Line {n} of ours."\nvote yes\n{answers if n % 5 == 0 else ""}pass\n' for n in range(LINES))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
def test_killed_on_day_six_and_resumed(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    script = tmp_path / "typed.txt"
    script.write_text(typed())
    told: list[str] = []
    with script.open() as lines:
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part), "PYTHONUNBUFFERED": "1"}
        running = subprocess.Popen(
            command("play", "iraq-2006", *SEATS, "--plain", "--transcript", str(path)),
            stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env,
        )  # fmt: skip
        assert running.stdout is not None
        for line in running.stdout:
            told.append(line.rstrip())
            if "-- Day 6, " in line:
                break
        running.kill()
        told += [line.rstrip() for line in running.stdout.read().splitlines()[:-1]]
        running.wait()
        running.stdout.close()
    assert any("-- Day 6, " in line for line in told)
    recording = read_transcript(path)
    assert not recording.damaged
    said = " ".join(getattr(event.body, "text", "") for event in recording.events)
    acknowledged = [line.strip() for line in told if re.fullmatch(r" {4}Line \d+ of ours\.", line)]
    assert len(acknowledged) > 10
    assert all(words in said for words in acknowledged)

    done = subprocess.run(
        command("resume", str(path), "--plain"), input=typed(), capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)},
    )  # fmt: skip
    assert "The exercise goes on. Day 6 of 14" in done.stdout
    assert "== The outcome ==" in done.stdout
    assert "Pass the keyboard to Supreme Council (Bea)" in done.stdout
    final = read_transcript(path)
    assert final.events[: len(recording.events)] == recording.events
    assert final.events[-1].body.kind == "closed"
