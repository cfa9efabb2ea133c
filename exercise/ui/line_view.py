"""A long list that is drawn line by line, so that a hundred thousand entries cost what one screenful costs."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import Final, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

T = TypeVar("T")
Run = tuple[str, str]

FIRST: Final = 400
"""Items laid out at once; older ones follow while nothing else is to be done, and appear above."""
CHUNK: Final = 400
KEPT: Final = 600
CURSOR: Final = "▌"
"""Stands left of the item under the cursor, so that no colour is needed to see it."""


class LineView(ScrollView, Generic[T]):
    """Shows items as lines of styled runs. A subclass says how an item is laid out.

    `_newer` and `_older` hold the running total of lines, downwards and upwards from item `_pivot`.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: list[T] = []
        self._pivot = 0
        self._newer: list[int] = []
        self._older: list[int] = []
        self._strips: dict[int, list[Strip]] = {}
        self._width = 0
        self._filling: Timer | None = None
        self._cursor = -1
        self._top: int | None = None

    def lay_out(self, item: T, width: int) -> list[list[Run]]:
        """The lines of an item; never empty."""
        raise NotImplementedError

    def style_of(self, name: str) -> Style:
        """The style that a run's name stands for."""
        raise NotImplementedError

    # Items

    @property
    def items(self) -> Sequence[T]:
        return self._items

    def show(self, items: Sequence[T], top: int | None = None) -> None:
        """Show these items instead of all others, from item `top` on as far as there is enough below it, or the end."""
        self._items = list(items)
        self._cursor = -1
        self._top = top
        self._begin(top)

    def add(self, items: Sequence[T]) -> None:
        """Show more items below; the view follows where its end was in sight."""
        follow = self.is_vertical_scroll_end
        self._items.extend(items)
        for item in items if self._width else ():
            self._newer.append(self._lines_below() + len(self.lay_out(item, self._width)))
        self._measure()
        if follow:
            self.scroll_end(animate=False)

    # Layout

    def on_resize(self) -> None:
        width = self.scrollable_content_region.width - len(CURSOR)
        if width > 0 and width != self._width:
            if self._width:
                self._top = None if self.is_vertical_scroll_end else self._locate(self.scroll_offset.y)[0]
            self._width = width
            self._begin(self._top)

    def _begin(self, top: int | None) -> None:
        self._strips.clear()
        self._newer, self._older = [], []
        if not self._width:
            return
        self._pivot = max(0, min(len(self._items) - FIRST, len(self._items) if top is None else top - FIRST // 2))
        total = 0
        for item in islice(self._items, self._pivot, None):
            total += len(self.lay_out(item, self._width))
            self._newer.append(total)
        self._measure()
        if top is None:
            self.call_after_refresh(self.scroll_end, animate=False, force=True)
        else:
            self.call_after_refresh(self.scroll_to, y=self._first_line(top), animate=False, force=True)
        if self._pivot and self._filling is None:
            self._filling = self.set_interval(1 / 60, self._fill)

    def _fill(self) -> None:
        """Lay out some older items; what is in sight stays where it is."""
        before = self._lines_above()
        last = self._pivot - len(self._older)
        total = before
        for index in range(last - 1, max(-1, last - 1 - CHUNK), -1):
            total += len(self.lay_out(self._items[index], self._width))
            self._older.append(total)
        if len(self._older) >= self._pivot and self._filling is not None:
            self._filling.stop()
            self._filling = None
        y = self.scroll_offset.y + total - before
        self._measure()
        self.set_reactive(type(self).scroll_target_y, y)
        self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def fill_up(self) -> None:
        """Lay out everything now."""
        while self._filling is not None:
            self._fill()

    def _measure(self) -> None:
        self.virtual_size = Size(self._width, self._lines_above() + self._lines_below())
        self.refresh()

    def _lines_above(self) -> int:
        return self._older[-1] if self._older else 0

    def _lines_below(self) -> int:
        return self._newer[-1] if self._newer else 0

    def _locate(self, line: int) -> tuple[int, int]:
        """The item at a line of the whole list, and which of its lines that is; past the end the number of items."""
        above = self._lines_above()
        if line < above:
            back = above - 1 - line
            steps = bisect_right(self._older, back)
            return self._pivot - 1 - steps, self._older[steps] - 1 - back
        down = line - above
        steps = bisect_right(self._newer, down)
        return self._pivot + steps, down - (self._newer[steps - 1] if steps else 0)

    def _first_line(self, index: int) -> int:
        """The line on which an item begins."""
        above = self._lines_above()
        if index < self._pivot:
            steps = self._pivot - 1 - index
            return above - self._older[steps] if steps < len(self._older) else 0
        steps = index - self._pivot
        return above + (self._newer[min(steps, len(self._newer)) - 1] if steps and self._newer else 0)

    # Drawing

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        base = self.rich_style
        index, line = self._locate(y + self.scroll_offset.y)
        if not 0 <= index < len(self._items):
            return Strip.blank(width, base)
        strips = self._strips.get(index)
        if strips is None:
            if len(self._strips) > KEPT:
                self._strips.clear()
            strips = self._strips[index] = [self._strip(line) for line in self.lay_out(self._items[index], self._width)]
        strip = strips[min(line, len(strips) - 1)]
        chosen = index == self._cursor
        if chosen:
            base += self.style_of("cursor")
        edge = Segment(CURSOR if chosen else " ", self.style_of("edge"))
        return Strip([edge, *strip]).extend_cell_length(width, base).crop(0, width).apply_style(base)

    def _strip(self, runs: list[Run]) -> Strip:
        return Strip([Segment(text, self.style_of(name)) for text, name in runs if text])

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()

    # A cursor over items

    @property
    def cursor(self) -> T | None:
        """The item under the cursor."""
        return self._items[self._cursor] if 0 <= self._cursor < len(self._items) else None

    def go_to(self, index: int) -> None:
        """Put the cursor on an item and bring it into sight."""
        if not self._items:
            return
        self._cursor = max(0, min(len(self._items) - 1, index))
        if self._cursor < self._pivot - len(self._older):
            self.fill_up()
        first = self._first_line(self._cursor)
        height = len(self.lay_out(self._items[self._cursor], self._width)) if self._width else 1
        self.scroll_to_region(Region(0, first, max(1, self._width), height), animate=False, force=True)
        self.refresh()

    def move(self, steps: int) -> None:
        """Move the cursor; the first time it starts at what is in sight."""
        if self._cursor < 0:
            last = self._locate(self.scroll_offset.y + max(0, self.size.height - 1))[0]
            first = self._locate(self.scroll_offset.y)[0]
            self.go_to(min(last, len(self._items) - 1) if steps < 0 else first)
        else:
            self.go_to(self._cursor + steps)
