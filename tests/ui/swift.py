"""Running the interface on a clock of its own: waiting costs nothing, and how busy the machine is changes nothing.

Time passes only while every task waits, and then at once up to whatever comes first. So what the interface does by itself (the
next frame, a pause before a file is read, a countdown) happens in the same order at every run. A picture is drawn when a test
pauses or looks at the screen, and not for every key on the way there.
"""

import asyncio
import selectors
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, Final
from unittest.mock import patch

from textual._compositor import Compositor
from textual._context import active_app
from textual.screen import Screen

IDLE: Final = 0.05
"""Seconds after which the interface has nothing more to do by itself: three frames."""


class _Selector(selectors.DefaultSelector):
    """Does not wait for the time given, but tells it to the loop."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or timeout <= 0:
            return super().select(timeout)
        ready = super().select(0)
        self.passed += 0 if ready else timeout
        return ready


class _Loop(asyncio.SelectorEventLoop):
    """An event loop whose clock stands still while there is something to do."""

    def __init__(self) -> None:
        self.clock = _Selector()
        super().__init__(self.clock)

    def time(self) -> float:
        return self.clock.passed


@contextmanager
def _at_rest(loop: _Loop) -> Iterator[None]:
    """The library goes by this loop's clock, and draws when a test pauses."""
    draw = Compositor.render_update
    due: dict[Compositor, list[Screen[object]] | None] = {}

    def put_off(
        compositor: Compositor,
        full: bool = False,
        screen_stack: list[Screen[object]] | None = None,
        simplify: bool = False,
    ) -> None:
        due[compositor] = screen_stack

    async def idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
        """Stands for a wait that asks how busy the process was."""
        await asyncio.sleep(max(IDLE, min_sleep))

    async def pause(min_sleep: float = 0, max_sleep: float = 1) -> None:
        await idle(min_sleep)
        now = active_app.get().screen._compositor
        if now in due:
            draw(now, screen_stack=due[now])
        due.clear()

    with (
        patch("textual._time.get_time", loop.time),
        patch("textual.pilot.wait_for_idle", pause),
        patch("textual.app.wait_for_idle", idle),
        patch.object(Compositor, "render_update", put_off),
        patch("exercise.ui.curtain.HUSH", 0.0),
    ):
        yield


def swiftly(whole: Coroutine[Any, Any, None]) -> None:
    """Run something to its end on such a clock."""
    with asyncio.Runner(loop_factory=_Loop) as runner, _at_rest(runner.get_loop()):
        runner.run(whole)
