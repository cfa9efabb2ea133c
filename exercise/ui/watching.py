"""Nobody at the keyboard plays: the exercise goes by session by session, or runs on by itself until it is paused."""

from collections.abc import Callable
from typing import Final

from textual.screen import Screen
from textual.timer import Timer

SPEEDS: Final = (8.0, 4.0, 2.0, 1.0, 0.5)
"""Seconds that a session is shown when the exercise runs on."""
RUSH: Final = 1 / 30
"""The same when it runs to the end."""


class Watch:
    """Runs a conference on. It waits while another window is open, and stops when `over` says so."""

    def __init__(self, screen: Screen[None], step: Callable[[], None], over: Callable[[], bool]) -> None:
        self._screen = screen
        self._step = step
        self._over = over
        self._speed = 2
        self._rushing = False
        self._timer: Timer | None = None

    @property
    def running(self) -> bool:
        return self._timer is not None

    @property
    def words(self) -> str:
        """What the watcher can do now."""
        if self._over():
            return ""
        if self._rushing:
            return "Running to the end. g pauses."
        if self.running:
            return (
                f"Running, {SPEEDS[self._speed]:g} s a session. g pauses, + and − change the speed, e runs to the end."
            )
        return "Nobody here plays. Space shows the next session, g runs on by itself, e runs to the end."

    def toggle(self) -> None:
        """Run on, or pause."""
        if self.running:
            self.pause()
        else:
            self._run()

    def faster(self, steps: int) -> None:
        """Show each session for a shorter time, or with a negative number for a longer one."""
        self._speed = max(0, min(len(SPEEDS) - 1, self._speed + steps))
        if self.running:
            self._run()

    def finish(self) -> None:
        """Run to the end."""
        self._run(rush=True)

    def pause(self) -> None:
        """Stop running."""
        if self._timer is not None:
            self._timer.stop()
        self._timer, self._rushing = None, False

    def _run(self, rush: bool = False) -> None:
        self.pause()
        if not self._over():
            self._rushing = rush
            self._timer = self._screen.set_interval(RUSH if rush else SPEEDS[self._speed], self._tick)

    def _tick(self) -> None:
        if not self._screen.is_active:
            return
        self._step()
        if self._over():
            self.pause()
