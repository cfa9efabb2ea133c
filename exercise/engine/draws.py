"""Chance that is the same on every machine and Python version: a number is a hash of the seed and what it is drawn for."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def draw(seed: int, *purpose: object) -> float:
    """A number in [0, 1) that depends on the seed and the purpose only."""
    key = "\x1f".join([str(seed), *map(str, purpose)]).encode()
    return int.from_bytes(blake2b(key, digest_size=7).digest(), "big") / (1 << 56)


def pick(items: Sequence[T], seed: int, *purpose: object) -> T:
    """One of the items; raises IndexError where there is none."""
    return items[int(draw(seed, *purpose) * len(items))]
