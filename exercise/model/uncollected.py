"""Work during which nothing becomes garbage that has to be looked for."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the garbage collector. What is read, replayed or played by bots is kept or goes by itself as soon as nobody
    holds it; the collector would walk all of it again and again, for a fifth to a third of the time, and find nothing."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def keep() -> None:
    """What is held now stays until the end, such as a log that was read: the collector need not walk it again and again."""
    gc.freeze()
