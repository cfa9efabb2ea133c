"""Chance that is the same on every machine and Python version: a number is a hash of the seed and what it is drawn for."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final, TypeVar

T = TypeVar("T")


_BYTES: Final = 7
_EMPTY: Final = blake2b(digest_size=_BYTES)
_UNIT: Final = 0.5 ** (8 * _BYTES)


def draw(seed: int, *purpose: object) -> float:
    """A number in [0, 1) that depends on the seed and the purpose only."""
    digest = _EMPTY.copy()  # takes half the time of a new one
    digest.update("\x1f".join([str(seed), *map(str, purpose)]).encode())
    return int.from_bytes(digest.digest(), "big") * _UNIT


def pick(items: Sequence[T], seed: int, *purpose: object) -> T:
    """One of the items; raises IndexError where there is none."""
    return items[int(draw(seed, *purpose) * len(items))]
