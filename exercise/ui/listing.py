"""A list, and beside or below it what there is to say about the chosen row."""

from collections.abc import Iterable, Sequence

from attrs import frozen
from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option


@frozen
class Row:
    """A row of a tray; one without an id is a heading."""

    id: str
    content: Content

    @property
    def option(self) -> Option:
        return Option(self.content, id=self.id or None, disabled=not self.id)


def heading(text: str) -> Row:
    """A row that only parts others."""
    return Row("", Content.styled(text, "bold $primary"))


class Rows(OptionList):
    """A list that keeps its place when it is filled anew."""

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on the row with the same id, or else where it was."""
        before, index = self.chosen, self.highlighted
        self.clear_options()
        self.add_options(row.option for row in rows)
        ids = [row.id for row in rows]
        usable = [number for number, id in enumerate(ids) if id]
        if before in ids and before:
            self.highlighted = ids.index(before)
        elif usable:
            self.highlighted = min(usable, key=lambda number: abs(number - (index or 0)))

    @property
    def chosen(self) -> str:
        """The id of the row under the cursor; empty where there is none."""
        if self.highlighted is None or self.highlighted >= self.option_count:
            return ""
        return self.get_option_at_index(self.highlighted).id or ""


class Listing(Container):
    """Rows and a detail. A subclass says what they are."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown = False

    def compose(self) -> ComposeResult:
        yield Rows(classes="listing-rows", markup=False)
        with VerticalScroll(classes="listing-detail"):
            yield Static("", classes="listing-text", markup=False)

    @property
    def chosen(self) -> str:
        """The id of the row under the cursor."""
        return self.query_one(Rows).chosen

    @property
    def columns(self) -> int:
        """Columns that a row has."""
        return max(20, self.query_one(Rows).scrollable_content_region.width - 2)

    def rows(self) -> Iterable[Row]:
        """The rows at this moment."""
        raise NotImplementedError

    def first(self) -> str:
        """The row that the cursor stands on at first; empty for the first of all."""
        return ""

    def detail(self, id: str) -> Content:
        """What there is to say about a row."""
        return Content("")

    def lay_out(self) -> None:
        """Draw the rows at the width there is."""
        self._shown = True
        rows = self.query_one(Rows)
        fresh = not rows.chosen
        rows.fill(list(self.rows()))
        if fresh and self.first():
            rows.highlighted = rows.get_option_index(self.first())
        self._show_detail()

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self._show_detail()
        self.refresh_bindings()

    def _show_detail(self) -> None:
        chosen = self.chosen
        self.query_one(".listing-text", Static).update(self.detail(chosen) if chosen else Content(""))
        self.query_one(".listing-detail").scroll_home(animate=False)

    def on_resize(self) -> None:
        if self._shown:
            self.lay_out()
