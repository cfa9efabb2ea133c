"""The bot for a seat: which mind plays it, and with what temperament."""

from collections.abc import Callable, Iterator

from exercise.engine.views import View
from exercise.model import moves as m
from exercise.model.scenario import SeatKind
from exercise.players import corridor, delegate, mediator
from exercise.players.styles import DEFAULT, STYLES

Bot = Callable[[View], Iterator[m.Move]]
"""What a bot would do now, dearest first, thought of one by one: its move is the first that the rules take.

Nothing where it has nothing to do; a pass at the end where it has the floor.
"""


def make_bot(kind: SeatKind, style: str, seed: int) -> Bot:
    """A bot for a seat of this kind. Bots hold no state: the same view and seed give the same wishes."""
    if kind is SeatKind.MEDIATOR:
        return lambda view: mediator.wishes(view, seed)
    if kind is SeatKind.OUTSIDE:
        return lambda view: corridor.wishes(view, seed)
    temper = STYLES[style or DEFAULT]
    return lambda view: delegate.wishes(view, temper, seed)
