"""Text that is drawn anew for every width, with lines that hang under their beginning."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static

from exercise.model.text import printable
from exercise.plain.wrapping import pad, wrap
from exercise.plain.wrapping import width as columns_of

Draw = Callable[[int], Content]
"""Makes the content for so many columns."""


def hanging(lead: Content, text: str, columns: int, indent: int) -> Content:
    """A lead and a text; the text's further lines begin `indent` columns from the left. The lead may be as long as that."""
    lines = wrap(text, columns=max(16, columns - indent))
    gap = " " * max(0, indent - lead.cell_length)
    return Content.assemble(lead, gap, f"\n{' ' * indent}".join(lines))


def fit(text: str, columns: int) -> str:
    """A text made as wide as a column of a table; what is cut off ends in an ellipsis."""
    shown = printable(text, lines=False)
    while columns_of(shown) > columns and len(shown) > 1:
        shown = shown[:-2].rstrip() + "…"
    return pad(shown, columns)


class Prose(Static):
    """Draws itself when its width is known, and again when it changes."""

    def __init__(self, draw: Draw | None = None, *, id: str | None = None) -> None:
        super().__init__("", id=id, classes="prose", markup=False)
        self._make = draw

    def show(self, draw: Draw) -> None:
        """Draw this from now on."""
        self._make = draw
        self.on_resize()

    def on_resize(self) -> None:
        if self._make is not None and self.content_size.width:
            self.update(self._make(self.content_size.width))
