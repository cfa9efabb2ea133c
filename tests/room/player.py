"""Plays an exercise as a process of its own and says after each move what it holds; made to be killed.

Usage: python player.py TRANSCRIPT SEED. It goes on with the transcript where there is one.
"""

import sys
from pathlib import Path

from small import TABLE
from steady import next_command

from exercise.engine.game import Game
from exercise.model.setup import Setup
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.writer import TranscriptWriter


def open_room(path: Path, seed: int) -> Room:
    if path.exists():
        return Room.resume(path)
    setup = Setup(seed=seed)
    return Room.open(Game(TABLE, setup), TranscriptWriter.create(path, Header(TABLE.scenario, setup)))


def main() -> None:
    room = open_room(Path(sys.argv[1]), int(sys.argv[2]))
    print(room.state.n, flush=True)
    while command := next_command(room.game, room.state):
        room.submit(command)
        print(room.state.n, flush=True)


if __name__ == "__main__":
    main()
