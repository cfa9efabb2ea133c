"""Whose turn it is."""

from exercise.engine.ballots import waiting
from exercise.engine.game import Game
from exercise.model.state import State


def to_act(game: Game, state: State) -> tuple[str, ...]:
    """The seats that the exercise waits for: voters, else those asked by a card, else who has the floor."""
    if state.closed or state.paused:
        return ()
    voters = waiting(game, state)
    if voters:
        return voters
    for choice in state.choice.values():
        asked = tuple(seat for seat in choice.who if seat not in choice.answers and seat not in state.away)
        if asked:
            return asked
    return state.queue[:1]
