"""Bots: they play every shipped scenario to its end, without a refused move, and the same way each time."""

import pytest

from exercise.commands.loading import load
from exercise.commands.seating import seating
from exercise.content import find_scenario
from exercise.engine.game import Game, Table
from exercise.engine.replay import replay
from exercise.engine.views import view
from exercise.model.setup import Setup
from exercise.players.styles import STYLES
from exercise.room.conductor import Conductor
from exercise.room.room import Room


@pytest.fixture(scope="module")
def table() -> Table:
    path = find_scenario("iraq-2006")
    assert path is not None
    scenario = load(path).scenario
    assert scenario is not None
    return Table(scenario)


def play(table: Table, seed: int, bots: tuple[str, ...] = ("all",), deck: str = "", mediator: str = "bot") -> Conductor:
    setup = Setup(seed=seed, players=seating(table.scenario, (), bots, (), mediator), deck=deck)
    conductor = Conductor(Room.open(Game(table, setup)))
    conductor.run()
    return conductor


@pytest.mark.parametrize("deck", ["quiet", "standard", "pressure"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_table_of_bots_plays_to_the_end_without_a_refused_move(table: Table, deck: str, seed: int) -> None:
    conductor = play(table, seed, deck=deck)
    assert conductor.room.state.closed
    assert conductor.refused == []


@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_style_plays_to_the_end(table: Table, style: str) -> None:
    conductor = play(table, 5, bots=(style,))
    assert conductor.room.state.closed
    assert conductor.refused == []


def test_without_a_mediator_the_parties_still_come_to_an_end(table: Table) -> None:
    conductor = play(table, 4, mediator="none")
    assert conductor.room.state.closed
    assert conductor.refused == []


def test_the_same_seed_gives_the_same_events(table: Table) -> None:
    assert list(play(table, 9).room.events) == list(play(table, 9).room.events)


def test_another_seed_gives_another_exercise(table: Table) -> None:
    assert list(play(table, 9).room.events) != list(play(table, 10).room.events)


def test_bots_do_what_delegates_do(table: Table) -> None:
    kinds = {event.body.kind for seed in (1, 2, 3, 4) for event in play(table, seed).room.events}
    assert kinds >= {
        "spoke", "argued", "asked", "answered", "conceded", "proposed", "sponsored", "supported", "opposed", "deal_offered",
        "told", "shuttled", "text_tabled", "voted", "choice", "pressed", "agreed",
    }  # fmt: skip


def test_arguments_are_answered_and_not_repeated(table: Table) -> None:
    state = play(table, 3).room.state
    texts = [argument.text for argument in state.arguments.values()]
    assert len(set(texts)) == len(texts)
    assert sum(1 for argument in state.arguments.values() if argument.answers) >= 10


def test_a_bot_acts_on_its_view_alone(table: Table) -> None:
    """The same view gives the same wishes, whatever else the room holds."""
    conductor = play(table, 6)
    room = conductor.room
    for checkpoint in list(room.state.checkpoints)[::6]:
        past = replay(room.game, room.events[: checkpoint.n])
        seat = past.queue[0]
        seen = view(room.game, past, seat)
        hidden = view(room.game, past.but(plan={"E01": 3}, shifts={s: 4.0 for s in past.shifts if s != seat}), seat)
        assert list(conductor.bot(seat)(seen)) == list(conductor.bot(seat)(hidden))
