"""Text that is drawn anew for every width, with lines that hang under their beginning."""

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

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


def fit_end(text: str, columns: int) -> str:
    """The end of a text, where it has no room for all of it: of a path the name of the file."""
    shown = printable(text, lines=False)
    while columns_of(shown) > columns and len(shown) > 1:
        shown = "…" + shown[2:]
    return shown


def id_column(ids: Iterable[str], least: int, most: int = 13) -> int:
    """The width of a column of ids, with a space behind the longest; longer ids than it holds are cut by `fit`."""
    return min(most, max((least, *(columns_of(id) + 1 for id in ids))))


class Prose(Widget):
    """Text for the width that it has. It is drawn when the layout asks how high it is, so there is no moment at which its
    height belongs to another text."""

    def __init__(self, draw: Draw | None = None, *, id: str | None = None, classes: str = "prose") -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._make = draw
        self._drawn: tuple[int, Content] = (0, Content(""))

    def show(self, draw: Draw) -> None:
        """Draw this from now on."""
        self._make = draw
        self.redraw()

    def redraw(self) -> None:
        """Draw again, because what is told has changed."""
        self._drawn = (0, Content(""))
        self.refresh(layout=True)

    def drawn_at(self, width: int) -> Content:
        """What is shown in so many columns."""
        if self._make is not None and width and self._drawn[0] != width:
            self._drawn = (width, self._make(width))
        return self._drawn[1]

    def render(self) -> Content:
        return self.drawn_at(self.content_size.width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return self.drawn_at(container.width).get_optimal_width({}, container.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self.drawn_at(width).get_height({}, width) if width else 0
