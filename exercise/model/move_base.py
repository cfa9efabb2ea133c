"""What every move has in common."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from attrs import frozen

from exercise.model.value import Value

T = TypeVar("T", bound=type)
MOVES: dict[str, type] = {}


def move(kind: str) -> Callable[[T], T]:
    def register(cls: T) -> T:
        cls.kind = kind  # type: ignore[attr-defined]
        MOVES[kind] = cls
        return cls

    return register


@frozen
class Move:
    """Base of all moves; `kind` is the word of the command language and of the transcript."""

    kind: ClassVar[str] = ""


class Command(Value, frozen=True):
    """A seat and the move that it asks for."""

    seat: str
    move: Move
