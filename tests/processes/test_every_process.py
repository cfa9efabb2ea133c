"""Every small scenario loads clean, is drawn, and is played to its end by bots that break no rule."""

from pathlib import Path

import pytest
from playing import HERE, NAMES, table
from recorded import assert_recorded

from exercise.commands.loading import load
from exercise.engine.game import Game
from exercise.engine.procedure import Procedure
from exercise.engine.replay import replay
from exercise.model.setup import Setup
from exercise.room.conductor import Conductor
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.reader import read_transcript
from exercise.transcript.writer import TranscriptWriter

PROCESSES = {
    "tiers", "patrons", "numbers", "protocols", "referendum", "boycott", "separation", "fiat", "second_act",
}  # fmt: skip


def test_all_nine_are_here() -> None:
    assert set(NAMES) == PROCESSES


@pytest.mark.parametrize("name", NAMES)
def test_it_loads_without_a_diagnostic(name: str) -> None:
    assert not load(HERE / "scenarios" / f"{name}.yaml").diagnostics


@pytest.mark.parametrize("name", NAMES)
def test_its_procedure_is_drawn_as_written(name: str) -> None:
    golden = HERE / "golden" / f"{name}.mmd"
    drawn = Procedure(table(name).scenario).mermaid()
    assert_recorded(golden, drawn)


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize("name", NAMES)
def test_bots_play_it_to_its_end(name: str, seed: int, tmp_path: Path) -> None:
    made = table(name)
    styles = ("trader", "hard-liner", "follower")
    players = {seat.id: f"bot:{styles[(seed + n) % 3]}" for n, seat in enumerate(made.scenario.seats)}
    game = Game(made, Setup(seed=seed, players=players))
    path = tmp_path / "t.jsonl"
    room = Room.open(game, TranscriptWriter.create(path, Header(game.scenario, game.setup)))
    conductor = Conductor(room)
    conductor.run()
    room.close()
    assert room.state.closed
    assert room.state.ended != "limit"
    assert conductor.refused == []
    assert replay(game, read_transcript(path).events) == room.state
