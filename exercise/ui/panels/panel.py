"""What the panels around the floor share: they are shown a glance and draw it, and hold nothing else."""

from typing import Final

from textual.content import Content

from exercise.ui.chair import Glance
from exercise.ui.prose import Prose

LEAST: Final = 20
"""Columns that a panel is drawn for at least, while the window is smaller than anything can be read in."""


class Panel(Prose):
    """A quiet box that draws a glance at the width it has."""

    HELP = ""

    def __init__(self, *, id: str | None = None, title: str = "", classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self.border_title = Content(title)

    def tell(self, glance: Glance) -> None:
        """Draw this moment."""
        self.show(lambda width: self.drawn(glance, max(LEAST, width)))

    def drawn(self, glance: Glance, width: int) -> Content:
        """The content of the panel; no line wider than `width`."""
        raise NotImplementedError
