"""The state that a list of events leads to.

Nobody sees the states on the way, so that one is changed in place instead of a new one made for each event.
"""

from collections.abc import Iterable

from exercise.engine.evolve import changes
from exercise.engine.game import Game
from exercise.model.events import Event
from exercise.model.state import State


class ReplayError(Exception):
    """An event does not follow from those before it. `state` is the state up to there."""

    def __init__(self, event: Event, state: State) -> None:
        super().__init__(f"event {event.n} ({event.body.kind}) does not follow from the events before it")
        self.event = event
        self.state = state


def replay(game: Game, events: Iterable[Event], state: State | None = None) -> State:
    """Apply events in order, from the beginning or from a state. Raises ReplayError where one of them does not fit."""
    current = (state or State()).copy()
    for event in events:
        try:
            current.take(changes(game, current, event))
        except Exception as error:
            # Events of a damaged or forged transcript can break any expectation of evolve.
            raise ReplayError(event, current) from error
    return current
