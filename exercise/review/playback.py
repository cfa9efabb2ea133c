"""Playing an exercise back: how long each event waits for the one before it, at a speed, with idle time cut.

Exercise time runs at so many minutes a second. What takes no time in the exercise follows at once, and nothing waits longer than
a moment, however little was going on.
"""

from typing import Final

from exercise.model.events import Event, Passed

USUAL: Final = 6.0
"""Minutes of the exercise that pass in a second, where nobody says otherwise."""
SPEEDS: Final = (3.0, 6.0, 15.0, 40.0)
"""Speeds to choose from, in minutes a second."""
SLOWEST: Final = 0.1
FASTEST: Final = 10_000.0
LONGEST: Final = 4.0
"""Seconds that an event waits at most: the rest of the time is idle and cut."""
QUICK: Final = 0.15
"""Seconds that an event without any time of its own waits, so that it can be seen to come."""


def pause(event: Event, speed: float) -> float:
    """Seconds to wait before an event; who passes the floor on says nothing and waits for nothing."""
    if isinstance(event.body, Passed):
        return 0.0
    return min(LONGEST, max(QUICK * USUAL / speed, event.minutes / speed))
