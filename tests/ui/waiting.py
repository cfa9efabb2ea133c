"""Waiting for what the interface does on its own, but not for ever."""

from collections.abc import Callable

from seats import shown
from textual.pilot import Pilot


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds; what is on the screen is told where it never does."""
    for _ in range(300):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError(shown(pilot.app))


async def until_shown(pilot: Pilot[None], words: str) -> None:
    """Wait until words are on the screen."""
    await until(pilot, lambda: words in shown(pilot.app))
