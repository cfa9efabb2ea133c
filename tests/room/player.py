"""Plays an exercise as a process of its own and says after each move what it holds; made to be killed.

Usage: python player.py TRANSCRIPT SEED. It goes on with the transcript where there is one.
"""

import sys
from pathlib import Path

from small import TABLE

from exercise.engine.decide import Decision, decide
from exercise.engine.game import Game
from exercise.engine.legal import legal_moves
from exercise.engine.moment import Moment
from exercise.engine.turns import to_act
from exercise.model.moves import Command
from exercise.model.setup import Setup
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.writer import TranscriptWriter


def next_command(room: Room) -> Command | None:
    """A legal move that depends on seed and state only, so that whoever goes on does what would have been done."""
    awaited = sorted(to_act(room.game, room.state))
    if not awaited:
        return None
    seat = awaited[room.state.n % len(awaited)]
    moves = legal_moves(Moment(room.game, room.state, seat), each=2)
    command = Command(seat, moves[(room.state.n * 7 + room.game.setup.seed) % len(moves)])
    assert isinstance(decide(room.game, room.state, command), Decision)
    return command


def open_room(path: Path, seed: int) -> Room:
    if path.exists():
        return Room.resume(path)
    setup = Setup(seed=seed)
    return Room.open(Game(TABLE, setup), TranscriptWriter.create(path, Header(TABLE.scenario, setup)))


def main() -> None:
    room = open_room(Path(sys.argv[1]), int(sys.argv[2]))
    print(room.state.n, flush=True)
    while command := next_command(room):
        room.submit(command)
        print(room.state.n, flush=True)


if __name__ == "__main__":
    main()
