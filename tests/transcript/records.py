"""Transcripts for tests: a short exercise that is the same every time, and its lines."""

from functools import cache
from pathlib import Path
from random import Random

from small import TABLE

from exercise.engine.decide import Decision, decide, start
from exercise.engine.game import Game, Table
from exercise.engine.legal import legal_moves
from exercise.engine.moment import Moment
from exercise.engine.turns import to_act
from exercise.model.events import Event
from exercise.model.moves import Command
from exercise.model.setup import Setup
from exercise.model.state import State
from exercise.transcript.codec import Header
from exercise.transcript.writer import TranscriptWriter


def next_command(game: Game, state: State) -> Command | None:
    """A legal move that depends on seed and state only, so that a resumed exercise goes on as if nothing had happened."""
    awaited = to_act(game, state)
    if not awaited:
        return None
    random = Random(f"{game.setup.seed}:{state.n}")
    seat = random.choice(awaited)
    return Command(seat, random.choice(legal_moves(Moment(game, state, seat), each=2)))


@cache
def decisions(seed: int = 1, table: Table = TABLE) -> tuple[tuple[Event, ...], ...]:
    """The events of every decision of one exercise, from the first to the last."""
    game = Game(table, Setup(seed=seed))
    made = start(game)
    all_made = [made.events]
    while command := next_command(game, made.state):
        following = decide(game, made.state, command)
        assert isinstance(following, Decision)
        made = following
        all_made.append(made.events)
    return tuple(all_made)


def header(seed: int = 1) -> Header:
    return Header(TABLE.scenario, Setup(seed=seed))


def record(path: Path, number: int = 12, seed: int = 1) -> tuple[Event, ...]:
    """Write the first decisions of an exercise; returns their events."""
    made = decisions(seed)[:number]
    with TranscriptWriter.create(path, header(seed)) as writer:
        for events in made:
            writer.append(events)
    return tuple(event for events in made for event in events)
