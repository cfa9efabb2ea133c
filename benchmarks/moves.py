"""Moves decided, appended with a flush, applied and told to a listener, per second in one process; beside boardgame.io.

Ours: 100,000 events of debate in one exercise without end, with a transcript on disk and an observer who hears everything. The
last tenth of them must be as quick as the first. boardgame.io: its headless client with one subscriber and a game that counts.
"""

import tempfile
import time
from pathlib import Path
from statistics import median

from long import commands, endless
from measure import BOARDGAME, HERE, Reading, alternate, cannot, print_rates, print_target, reading, runs, shipped, told

from exercise.engine.game import Game
from exercise.engine.views import OBSERVER
from exercise.model.events import Event
from exercise.model.moves import Command
from exercise.model.state import Rejection
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.writer import TranscriptWriter

EVENTS = 100_000
THEIR_MOVES = 10_000
TARGET = 20_000
STEADY = 1.2


class Observer:
    """Hears what an observer may know."""

    seat = OBSERVER

    def __init__(self) -> None:
        self.heard = 0

    def receive(self, events: tuple[Event, ...]) -> None:
        self.heard += len(events)


def played(game: Game, moves: list[Command], path: Path) -> tuple[Reading, list[float]]:
    """Play all moves; gives the time, and the seconds of the processor for each tenth of the moves."""
    room = Room.open(game, TranscriptWriter.create(path, Header(game.scenario, game.setup)))
    observer = Observer()
    room.attach(observer)
    tenths = []
    tenth = len(moves) // 10
    wall, start = time.perf_counter(), time.process_time()
    before = start
    for number, command in enumerate(moves, 1):
        if isinstance(room.submit(command), Rejection):
            cannot(f"{command} was refused")
        if number % tenth == 0:
            now = time.process_time()
            tenths.append(now - before)
            before = now
    result = Reading(len(moves), time.perf_counter() - wall, time.process_time() - start)
    room.close()
    if not observer.heard or room.state.closed:
        cannot("the exercise ended early, or nobody heard of it")
    return result, tenths


def main() -> None:
    times = runs(__doc__)
    game = endless(shipped())
    moves = commands(game, EVENTS)
    first_to_last: list[float] = []
    theirs_first_to_last: list[float] = []

    def ours() -> Reading:
        with tempfile.TemporaryDirectory() as folder:
            result, tenths = played(game, moves, Path(folder) / "moves.jsonl")
        first_to_last.append(tenths[-1] / tenths[0])
        return result

    def theirs() -> Reading:
        numbers = told(["node", HERE / "boardgame.mjs", BOARDGAME, "moves", str(THEIR_MOVES)])
        theirs_first_to_last.append(numbers["last"] / numbers["first"])
        return reading(numbers)

    sides = alternate({"Fourteen Days": ours, "boardgame.io": theirs}, times)
    print_rates("moves", sides)
    print(
        f"the last tenth takes {median(first_to_last):.2f} times the first, {len(moves):,} moves and {EVENTS:,} events"
    )
    print(f"boardgame.io: {median(theirs_first_to_last):.2f} times, {THEIR_MOVES:,} moves")
    found = sides["Fourteen Days"]
    print_target(f"at least {TARGET:,} moves/s", found.count / found.cpu >= TARGET)
    print_target("the last tenth within 20 % of the first", median(first_to_last) <= STEADY)


if __name__ == "__main__":
    main()
