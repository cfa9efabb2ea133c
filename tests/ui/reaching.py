"""Bringing a room to a moment that a test is about."""

from collections.abc import Callable
from functools import cache, wraps
from typing import ParamSpec

from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.model.state import Rejection
from exercise.room.room import Room
from exercise.room.sitting import Sitting
from exercise.ui.chair import Chair

P = ParamSpec("P")


def quiet(room: Room, seat: str) -> m.Move:
    """What somebody who wants nothing does: no to every vote, the default to every card, else nothing."""
    seen = Chair(room, seat).look().view
    if seen.state.ballot is not None:
        return m.Vote("no")
    if seen.asked:
        return m.Choose(seen.asked[0].inject, seen.asked[0].default)
    return m.Pass()


def reach(room: Room, holds: Callable[[Room], bool]) -> Room:
    """Let people do nothing and bots play until something holds at somebody's turn."""
    sitting = Sitting(room)
    for _ in range(400):
        seat = sitting.due()
        if holds(room):
            return room
        assert seat, "the exercise ended before"
        if seat != FACILITATOR:
            assert not isinstance(room.submit(m.Command(seat, quiet(room, seat))), Rejection)
    raise AssertionError("it never came to that")


def has_floor(room: Room, seat: str) -> bool:
    """Whether a seat can make any move of its own now."""
    return room.state.queue[:1] == (seat,) and room.state.ballot is None


def last(room: Room, kind: str, seat: str = "KA") -> object:
    """The content of a seat's newest event of a kind."""
    return next(event.body for event in reversed(room.events) if (event.body.kind, event.seat) == (kind, seat))


def reached(make: Callable[P, Room]) -> Callable[P, Room]:
    """Plays to a moment once; every call gives a room of its own at that moment, without a transcript."""
    once = cache(make)

    @wraps(make)
    def again(*args: P.args, **named: P.kwargs) -> Room:
        room = once(*args, **named)
        return Room(room.game, room.state, room.events, None)

    return again
