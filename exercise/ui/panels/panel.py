"""What the panels around the floor share: they are shown a glance and draw it, and hold nothing else."""

from typing import Final

from textual.content import Content
from textual.widgets import Static

from exercise.ui.chair import Glance

LEAST: Final = 20
"""Columns that a panel is drawn for at least, while the window is smaller than anything can be read in."""


class Panel(Static):
    """A quiet box that draws a glance at the width it has."""

    HELP = ""

    def __init__(self, *, id: str | None = None, title: str = "", classes: str = "") -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._glance: Glance | None = None
        self.border_title = Content(title)

    def show(self, glance: Glance) -> None:
        """Draw this moment."""
        self._glance = glance
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        if self._glance is not None and self.content_size.width:
            self.update(self.drawn(self._glance, max(LEAST, self.content_size.width)))

    def drawn(self, glance: Glance, width: int) -> Content:
        """The content of the panel; no line wider than `width`."""
        raise NotImplementedError
