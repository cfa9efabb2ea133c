"""A port for tests: it keeps what it is told."""

from exercise.model.events import Event


class Ear:
    """Remembers every batch of events that its seat was told."""

    def __init__(self, seat: str) -> None:
        self.seat = seat
        self.batches: list[tuple[Event, ...]] = []

    @property
    def heard(self) -> list[Event]:
        return [event for batch in self.batches for event in batch]

    def receive(self, events: tuple[Event, ...]) -> None:
        self.batches.append(events)
