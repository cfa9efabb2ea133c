"""Three people at one keyboard, killed on day 6: what they were told is on disk, and they go on to the end."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from running import command, process

from exercise.commands.loading import scenario
from exercise.transcript.reader import read_transcript

SEATS = ("--seat", "KA=Ann", "--seat", "SCIRI=Bea", "--seat", "IAF=Cem")
TURNS = 1_500
MOST = 5_000
"""Lines that one typed line can bring about, at most."""


def typed() -> Iterator[str]:
    """Words, votes, answers to every card, and a pass, over and over: what is not possible is refused and the next line tried."""
    cards = [(card.id, card.choice.default) for card in scenario("iraq-2006").injects if card.choice]
    for number in range(TURNS):
        yield f'speak "Line {number} of ours."'
        yield "vote yes"
        yield from (f"choose {card} {default}" for card, default in cards if number % 5 == 0)
        yield "pass"


def killed(path: Path, when: str) -> list[str]:
    """What was printed before the process was killed, at work on a line that came after `when` was told."""
    told: list[str] = []
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
    with subprocess.Popen(
        command("play", "iraq-2006", *SEATS, "--plain", "--transcript", str(path)),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env,
    ) as running:  # fmt: skip
        assert running.stdin is not None
        assert running.stdout is not None
        for line in typed():
            running.stdin.write(f"{line}\n")
            running.stdin.flush()
            if any(when in heard for heard in told[-60:]):
                running.kill()
                break
            for heard in islice(running.stdout, MOST):
                told.append(heard.rstrip())
                if heard.rstrip().endswith(f"> {line}"):
                    break
        # The last line may be cut in the middle; whatever was whole before it was told.
        told += running.stdout.read().splitlines()[:-1]
    return told


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
def test_killed_on_day_six_and_resumed(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    told = killed(path, "-- Day 6, ")
    assert any("-- Day 6, " in line for line in told)
    recording = read_transcript(path)
    assert not recording.damaged
    said = " ".join(getattr(event.body, "text", "") for event in recording.events)
    own = [line.strip() for line in told if re.fullmatch(r" {4}Line \d+ of ours\.", line)]
    assert len(own) > 10
    assert all(words in said for words in own)
    kept = {getattr(event.body, "id", "") for event in recording.events}
    labels = {found[1] for line in told if (found := re.match(r"([AQP]\d[\d.]*) \w", line))}
    assert len(labels) > 10
    assert labels <= kept

    done = process("resume", str(path), "--plain", typed="\n".join(typed()))
    assert "The exercise goes on. Day 6 of 14" in done.stdout
    assert "== The outcome ==" in done.stdout
    assert "Pass the keyboard to Supreme Council (Bea)" in done.stdout
    final = read_transcript(path)
    assert final.problems == ()
    assert final.events[: len(recording.events)] == recording.events
    assert final.events[-1].body.kind == "closed"
