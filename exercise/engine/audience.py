"""Who may know of an event."""

from exercise.model.events import ALL, CONTROL, FACILITATOR, Event


def sees(event: Event, viewer: str) -> bool:
    """Whether a seat, an observer or control may know of an event: whoever is not named sees only what is for all."""
    return (
        event.to == ALL
        or viewer in (CONTROL, FACILITATOR)
        or viewer == event.seat
        or (isinstance(event.to, tuple) and viewer in event.to)
    )
