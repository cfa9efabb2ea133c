"""The events of one decision as they come about, each applied before the next is thought of."""

from exercise.engine.evolve import evolve
from exercise.engine.game import Game
from exercise.engine.moment import Outs
from exercise.model.events import CLOCK, Event
from exercise.model.state import State


class Tape:
    """Collects the events of one decision and the state that they lead to."""

    def __init__(self, game: Game, state: State) -> None:
        self.game = game
        self.state = state
        self.events: list[Event] = []

    def add(self, outs: Outs, seat: str = CLOCK, minutes: int = 0) -> None:
        """Number the events and apply them; the time is charged to the first."""
        for out in outs:
            state = self.state
            event = Event(state.n + 1, state.day, state.session, out.seat or seat, out.to, out.body, minutes)
            minutes = 0
            self.events.append(event)
            self.state = evolve(self.game, state, event)
