"""The floor of the reviewer's desk: it tells where its cursor goes and shows the signs of notes beside the entries."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from exercise.model.events import Event
from exercise.review.notes import Note
from exercise.review.telling import glyphs
from exercise.ui.entries import Run
from exercise.ui.floor import Floor


class Trail(Floor):
    """A floor that tells where its cursor goes, with the signs of notes at the end of an entry's first line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "n", "screen.type('note ')", "Note", id="review.note", tooltip="Write a note on the entry, or on a range"
        ),
    ]
    HELP = "The floor as it was heard. Up and Down choose an entry, Enter reads it with its claims and notes."

    class Walked(Message):
        """The cursor stands on another entry."""

        def __init__(self, n: int) -> None:
            super().__init__()
            self.n = n

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._notes: tuple[Note, ...] = ()

    def go_to(self, index: int) -> None:
        """Put the cursor on an item and tell which event that is."""
        super().go_to(index)
        if self.cursor is not None:
            self.post_message(self.Walked(self.cursor.n))

    def holds(self, n: int) -> bool:
        """Whether there is an entry for an event."""
        at = bisect_left(self.items, n, key=lambda item: item.n)
        return at < len(self.items) and self.items[at].n == n

    def annotate(self, notes: Sequence[Note]) -> None:
        """Show the signs of these notes."""
        placed = tuple(note for note in notes if note.first)
        if placed != self._notes:
            self._notes = placed
            self.lay_out_anew()

    def sign_of(self, n: int) -> str:
        """The signs of the notes on an event."""
        return glyphs(note for note in self._notes if note.first <= n <= note.last)

    def lay_out(self, item: Event, width: int) -> list[list[Run]]:
        lines = super().lay_out(item, width)
        if self._notes and (sign := self.sign_of(item.n)):
            row = next(number for number, line in enumerate(lines) if any(text.strip() for text, _ in line))
            taken = sum(len(text) for text, _ in lines[row])
            gap = max(1, width - taken - len(sign))
            lines[row] = [*lines[row], (" " * gap, "plain"), (sign, "news")]
        return lines
