"""What the trays of the drawer have in common: a listing of one moment, and moves."""

from typing import ClassVar

from textual.message import Message

from exercise.model import moves as m
from exercise.ui.chair import Chair, Glance
from exercise.ui.drawer.asking import Ask
from exercise.ui.listing import Listing


class Tray(Listing):
    """One tab of the drawer. It is shown a glance and asks the drawer for moves."""

    TITLE: ClassVar[str] = ""

    class Wanted(Message):
        """The facilitator wants to make a move."""

        def __init__(self, move: m.Move) -> None:
            super().__init__()
            self.move = move

    class Refused(Message):
        """Something is not possible, and why."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    def __init__(self, chair: Chair, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.chair = chair
        self.glance: Glance = chair.look()

    def show(self, glance: Glance) -> None:
        """Show this moment."""
        self.glance = glance
        self.lay_out()

    def want(self, move: m.Move | None) -> None:
        """Ask the drawer for a move; nothing is asked without one."""
        if move is not None:
            self.post_message(self.Wanted(move))

    def refuse(self, why: str) -> None:
        """Have the drawer say why something is not possible."""
        self.post_message(self.Refused(why))

    def why_dimmed(self, action: str) -> str:
        """Why a key of this tray that is dimmed can do nothing now."""
        return ""

    def ask(self, dialog: Ask) -> None:
        """Open a window that ends with a move."""
        self.app.push_screen(dialog, self.want)
