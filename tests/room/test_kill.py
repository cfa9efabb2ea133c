"""Law 4: whenever the process is killed, every acknowledged event is there, and the exercise goes on as if nothing had been."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from player import open_room
from steady import next_command

from exercise.room.room import Room
from exercise.transcript.reader import read_transcript

PLAYER = Path(__file__).with_name("player.py")
SEED = 5


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("kill") / "whole.jsonl"
    play_on(open_room(path, SEED))
    return path.read_bytes()


def play_on(room: Room) -> None:
    while command := next_command(room.game, room.state):
        room.submit(command)
    room.close()


def killed_after(path: Path, moves: int) -> int:
    """Let another process play, kill it after so many acknowledgements; returns the last event that it acknowledged."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
    command = [sys.executable, str(PLAYER), str(path), str(SEED)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True) as process:
        assert process.stdout is not None
        told = 0
        for _ in range(moves):
            told = int(process.stdout.readline() or told)
        process.kill()
        rest = process.stdout.read().splitlines(keepends=True)
        acknowledged = [int(line) for line in rest if line.endswith("\n")]
    return max([told, *acknowledged])


@pytest.mark.parametrize("run", range(6))
def test_nothing_acknowledged_is_lost_and_the_bytes_are_the_same_in_the_end(
    tmp_path: Path, run: int, uninterrupted: bytes
) -> None:
    path = tmp_path / "killed.jsonl"
    random = Random(run)
    for _ in range(3):
        acknowledged = killed_after(path, random.randrange(1, 50))
        recording = read_transcript(path)
        assert not recording.damaged
        assert len(recording.events) >= acknowledged
        assert uninterrupted.startswith(path.read_bytes()[: recording.size])
    play_on(Room.resume(path))
    assert path.read_bytes() == uninterrupted


def test_killed_at_any_byte_the_exercise_goes_on_to_the_same_end(tmp_path: Path, uninterrupted: bytes) -> None:
    random = Random(0)
    start = len(uninterrupted.split(b"\n", 1)[0]) + 1
    for run in range(25):
        path = tmp_path / f"{run}.jsonl"
        path.write_bytes(uninterrupted[: random.randrange(start, len(uninterrupted))])
        play_on(Room.resume(path))
        assert path.read_bytes() == uninterrupted
