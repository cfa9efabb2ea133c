"""Transcripts for tests: a short exercise that is the same every time, and its lines."""

from functools import cache
from pathlib import Path

from small import TABLE
from steady import next_command

from exercise.engine.decide import Decision, decide, start
from exercise.engine.game import Game, Table
from exercise.model.events import Event
from exercise.model.setup import Setup
from exercise.transcript.codec import Header
from exercise.transcript.writer import TranscriptWriter


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


def record(path: Path, number: int = 30, seed: int = 1) -> tuple[Event, ...]:
    """Write the first decisions of an exercise; returns their events."""
    made = decisions(seed)[:number]
    with TranscriptWriter.create(path, header(seed)) as writer:
        for events in made:
            writer.append(events)
    return tuple(event for events in made for event in events)
