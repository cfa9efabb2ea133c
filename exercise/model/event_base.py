"""What every event has in common: its envelope, and who may know it."""

from collections.abc import Callable
from typing import ClassVar, Literal, TypeVar

from exercise.model.value import Value

T = TypeVar("T", bound=type)
EVENTS: dict[str, type["Body"]] = {}

ALL: Literal["all"] = "all"
CONTROL: Literal["control"] = "control"
CLOCK: Literal["clock"] = "clock"
FACILITATOR: Literal["facilitator"] = "facilitator"


def event(kind: str) -> Callable[[T], T]:
    def register(cls: T) -> T:
        cls.kind = kind  # type: ignore[attr-defined]
        EVENTS[kind] = cls
        return cls

    return register


class Body(Value, frozen=True):
    """Base of all event contents; `kind` is the word used in transcripts and expressions."""

    kind: ClassVar[str] = ""


class Event(Value, frozen=True):
    """One entry of the log.

    `n` counts from 1. `seat` is who acted: a seat, `facilitator`, or `clock` for what the procedure does by itself.
    `to` says who may know: everybody, control, or the named seats (control always may). `minutes` is exercise time spent.
    """

    n: int
    day: int
    session: int
    seat: str
    to: str | tuple[str, ...]
    body: Body
    minutes: int = 0
