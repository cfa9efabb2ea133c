"""Exercises played once by bots, for tests that read their transcripts."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from exercise.commands.loading import scenario
from exercise.engine.game import Game, Table
from exercise.model.setup import Setup
from exercise.review.desk import Desk, open_desk
from exercise.room.conductor import Conductor
from exercise.room.opening import open_room, usual_players


@cache
def transcript(seed: int = 3, name: str = "iraq-2006") -> Path:
    """The transcript of an exercise by bots; tests that change it copy it first."""
    found = scenario(name)
    path = Path(mkdtemp(prefix="played")) / f"{name}-seed{seed}.jsonl"
    room, _ = open_room(Game(Table(found), Setup(seed=seed, players=usual_players(found))), path, durable=False)
    Conductor(room).run()
    room.close()
    return path


@cache
def desk(seed: int = 3, name: str = "iraq-2006") -> Desk:
    return open_desk(transcript(seed, name))
