"""What waiting for the disk costs after each acknowledged move, as where people play, beside the flush of simulations."""

import tempfile
from pathlib import Path

from long import commands, endless
from measure import Reading, alternate, cannot, runs, shipped, timed

from exercise.engine.game import Game
from exercise.model.moves import Command
from exercise.model.state import Rejection
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.writer import TranscriptWriter

EVENTS = 2_000


def played(game: Game, moves: list[Command], durable: bool) -> Reading:
    """All moves into a file beside this script: temporary folders are often in memory, where waiting costs nothing."""
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent) as folder:
        path = Path(folder) / "fsync.jsonl"
        room = Room.open(game, TranscriptWriter.create(path, Header(game.scenario, game.setup), durable))

        def submit() -> int:
            refused = [move for move in moves if isinstance(room.submit(move), Rejection)]
            if refused:
                cannot(f"{refused[0]} was refused")
            return len(moves)

        try:
            return timed(submit)
        finally:
            room.close()


def main() -> None:
    times = runs(__doc__)
    game = endless(shipped())
    moves = commands(game, EVENTS)
    found = alternate(
        {
            "fsync": lambda: played(game, moves, True),
            "flush": lambda: played(game, moves, False),
        },
        times,
    )
    for name, each in found.items():
        wall, cpu = 1e6 * each.wall / each.count, 1e6 * each.cpu / each.count
        print(f"{name}  {wall:6.1f} us a move by the clock, {cpu:6.1f} of processor")
    durable, plain = found.values()
    print(f"waiting for the disk: {1e6 * (durable.wall - plain.wall) / plain.count:.0f} us a move")


if __name__ == "__main__":
    main()
