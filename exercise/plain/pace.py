"""Real time beside the clock of the exercise: it warns and changes nothing, and nothing of it is recorded."""

from collections.abc import Callable
from time import monotonic


class Pace:
    """Shares the minutes of a class out over the sessions. `clock` gives seconds."""

    def __init__(self, minutes: float, sessions: int, clock: Callable[[], float] = monotonic) -> None:
        self._share = 60 * minutes / max(1, sessions)
        self._clock = clock
        self._session = -1
        self._since = 0.0
        self._warned = False

    def warning(self, session: int) -> str:
        """A sentence, once a session, when the session numbered `session` has used up its share."""
        now = self._clock()
        if session != self._session:
            self._session, self._since, self._warned = session, now, False
        if self._warned or now - self._since <= self._share:
            return ""
        self._warned = True
        return f"Pace: this session has used up its share of real time, {_minutes(self._share)}."


def _minutes(seconds: float) -> str:
    minutes = seconds / 60
    shown = f"{minutes:.0f}" if minutes >= 10 else f"{minutes:.1f}".removesuffix(".0")
    return f"{shown} minute{'' if shown == '1' else 's'}"
