"""A player that always does the same: for tests that stop an exercise and go on with it."""

from random import Random

from exercise.engine.game import Game
from exercise.engine.legal import legal_moves
from exercise.engine.moment import Moment
from exercise.engine.turns import to_act
from exercise.model.moves import Command
from exercise.model.state import State


def next_command(game: Game, state: State) -> Command | None:
    """A legal move of somebody who is awaited; it depends on seed and state only. None when nobody is."""
    awaited = sorted(to_act(game, state))
    if not awaited:
        return None
    random = Random(f"{game.setup.seed}:{state.n}")
    seat = random.choice(awaited)
    return Command(seat, random.choice(legal_moves(Moment(game, state, seat), each=2)))
