"""The bot for a seat: which mind plays it, and with what temperament."""

from collections.abc import Callable

from exercise.engine.views import View
from exercise.model import moves as m
from exercise.model.scenario import SeatKind
from exercise.players import corridor, delegate, mediator
from exercise.players.styles import DEFAULT, STYLES

Bot = Callable[[View], m.Move | None]


def make_bot(kind: SeatKind, style: str, seed: int) -> Bot:
    """A bot for a seat of this kind. Bots hold no state: the same view and seed give the same move."""
    if kind is SeatKind.MEDIATOR:
        return lambda view: _careful(view, mediator.act(view, seed))
    if kind is SeatKind.OUTSIDE:
        return lambda view: _careful(view, corridor.act(view, seed))
    temper = STYLES[style or DEFAULT]
    return lambda view: delegate.act(view, temper, seed)


def _careful(view: View, move: m.Move | None) -> m.Move | None:
    """A move that the rules would refuse becomes a pass."""
    return move if move is None or delegate.allowed(view, move) else m.Pass()
