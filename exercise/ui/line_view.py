"""A long list that is drawn line by line, so that a hundred thousand entries cost what one screenful costs."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
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

FIRST: Final = 120
"""Items laid out at once, around what is to be seen; the others follow while nothing else is to be done."""
CHUNK: Final = 40
"""Items laid out at a time: so few that no key waits for them."""
PAGES: Final = 3
"""Pages around what is in sight that are counted at once when they are laid out; the others when all is laid out that will be."""
PAUSE: Final = 1 / 60
"""Seconds between two such times."""
AHEAD: Final = 1000
"""Items laid out beyond what is in sight, on both sides; further ones follow when somebody comes near."""
KEPT: Final = 600
CURSOR: Final = "▌"
"""Stands left of the item under the cursor, so that no colour is needed to see it."""
MARGIN: Final = 1
"""Columns between the lines and the scroll bar."""


class LineView(ScrollView, Generic[T]):
    """Shows items as lines of styled runs. A subclass says how an item is laid out.

    `_newer` and `_older` hold the running total of lines, downwards and upwards from item `_pivot`, as far as items are laid out.
    `_above` are the lines above the pivot that the scroll bar counts: further ones were laid out since, and no line may move for them.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: list[T] = []
        self._pivot = 0
        self._newer: list[int] = []
        self._older: list[int] = []
        self._above = 0
        self._strips: dict[int, list[Strip]] = {}
        self._width = 0
        self._filling: Timer | None = None
        self._cursor = -1
        self._top: int | None = None
        self._placing = False
        self._follows = True
        """Whether the end was in sight when the view last moved: a window that grows smaller must not lose it."""

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
        self._begin(top)

    def add(self, items: Sequence[T]) -> None:
        """Show more items below; the view follows where its end was in sight."""
        complete = self._laid_out == len(self._items)
        follow = complete and (self._follows or self.is_vertical_scroll_end)
        self._items.extend(items)
        if not self._width:
            return
        if follow and len(items) > FIRST:
            self._begin(None)
            return
        if complete:
            self._lay_below(FIRST)
        self._measure()
        self.refresh()
        self._fill_later()
        if follow:
            self.scroll_end(animate=False)

    # Layout

    def on_resize(self) -> None:
        width = self.scrollable_content_region.width - len(CURSOR) - MARGIN
        if width > 0 and width != self._width:
            self._keep_top()
            self._width = width
            self._begin(self._top)
        elif self._follows:
            self.call_after_refresh(self.scroll_end, animate=False, force=True)

    def lay_out_anew(self) -> None:
        """Lay out every item again, because they are laid out differently now."""
        self._keep_top()
        self._begin(self._top)

    def _keep_top(self) -> None:
        if self._width and not self._placing:
            at_end = self._laid_out == len(self._items) and self._follows
            self._top = None if at_end else self._locate(self.scroll_offset.y)[0]

    def _begin(self, top: int | None) -> None:
        """Lay out what is around item `top`, or around the end, and go there once the widget knows how much there is."""
        self._top = top
        self._follows = top is None
        self._strips.clear()
        self._newer, self._older, self._above = [], [], 0
        if not self._width:
            return
        self._pivot = max(0, min(len(self._items) - FIRST, len(self._items) if top is None else top - FIRST // 2))
        self._lay_below(FIRST)
        self._measure()
        self.refresh()
        self._placing = True
        self.call_after_refresh(self._place)
        self._fill_later()

    def _place(self) -> None:
        self._placing = False
        if self._top is None:
            self.scroll_end(animate=False, force=True, immediate=True)
        else:
            self.scroll_to(y=self._first_line(self._top), animate=False, force=True, immediate=True)

    @property
    def _laid_out(self) -> int:
        """The number of the first item below that is not laid out yet."""
        return self._pivot + len(self._newer)

    def _lay_below(self, count: int) -> None:
        total = self._lines_below()
        for item in islice(self._items, self._laid_out, self._laid_out + count):
            total += len(self.lay_out(item, self._width))
            self._newer.append(total)

    @property
    def _wants_below(self) -> bool:
        last = self._locate(self.scroll_offset.y + self.size.height)[0]
        return self._laid_out < min(len(self._items), last + AHEAD)

    @property
    def _wants_above(self) -> bool:
        first = self._locate(self.scroll_offset.y)[0]
        return self._pivot - len(self._older) > max(0, first - AHEAD)

    def _fill_later(self) -> None:
        if self._filling is None and self._width and (self._wants_below or self._wants_above):
            self._filling = self.set_interval(PAUSE, self._fill)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self._width and not self._placing and self._near_the_edge:
            self._measure()
        if self.size:
            self._follows = self.is_vertical_scroll_end
        self._fill_later()

    @property
    def _near_the_edge(self) -> bool:
        """Whether there is more than the scroll bar knows, and somebody may soon want to go there."""
        y, near = self.scroll_offset.y, PAGES * self.size.height
        below = self._above + self._lines_below()
        return (y < near and self._above < self._lines_above()) or (
            y + near > self.virtual_size.height and self.virtual_size.height < below
        )

    def _fill(self) -> None:
        """Lay out some items more, first below and then above; what is in sight stays where it is."""
        if self._placing:
            return
        if self._wants_below:
            self._lay_below(CHUNK)
        elif self._wants_above:
            self._lay_above()
        elif self._filling is not None:
            self._filling.stop()
            self._filling = None
        if self._filling is None or self._near_the_edge:
            self._measure()

    def _lay_above(self) -> None:
        total = self._lines_above()
        last = self._pivot - len(self._older)
        for index in range(last - 1, max(-1, last - 1 - CHUNK), -1):
            total += len(self.lay_out(self._items[index], self._width))
            self._older.append(total)

    def _measure(self) -> None:
        """Tell the scroll bar of everything that is laid out; what is in sight stays there."""
        more, self._above = self._lines_above() - self._above, self._lines_above()
        if self.virtual_size.height < self.size.height:
            self.refresh()
        self.virtual_size = Size(self._width, self._above + self._lines_below())
        if more:
            y = self.scroll_offset.y + more
            self.set_reactive(type(self).scroll_target_y, y)
            self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def _lines_above(self) -> int:
        return self._older[-1] if self._older else 0

    def _lines_below(self) -> int:
        return self._newer[-1] if self._newer else 0

    def _locate(self, line: int) -> tuple[int, int]:
        """The item at a line of the whole list, and which of its lines that is; past the end the number of items."""
        above = self._above
        if line < above:
            back = above - 1 - line
            steps = bisect_right(self._older, back)
            return self._pivot - 1 - steps, self._older[steps] - 1 - back
        down = line - above
        steps = bisect_right(self._newer, down)
        return self._pivot + steps, down - (self._newer[steps - 1] if steps else 0)

    def _first_line(self, index: int) -> int:
        """The line on which an item begins."""
        above = self._above
        if index < self._pivot:
            steps = self._pivot - 1 - index
            return above - self._older[steps] if steps < len(self._older) else 0
        steps = index - self._pivot
        return above + (self._newer[min(steps, len(self._newer)) - 1] if steps and self._newer else 0)

    # Drawing

    def render_line(self, y: int) -> Strip:
        if not self._width:
            # Where it got its size while it was hidden nobody has told it so.
            self.call_later(self.on_resize)
        index, line = self._locate(y + self.scroll_offset.y)
        if not 0 <= index < self._laid_out:
            return Strip.blank(self.size.width, self._base)
        strips = self._strips.get(index)
        if strips is None:
            if len(self._strips) > KEPT:
                self._strips.clear()
            strips = self._strips[index] = self._drawn(index)
        return strips[min(line, len(strips) - 1)]

    @cached_property
    def _base(self) -> Style:
        """The look of what no run says anything of."""
        return self.rich_style

    def _drawn(self, index: int) -> list[Strip]:
        """The lines of an item as they come onto the screen."""
        width, base, chosen = self.size.width, self._base, index == self._cursor
        if chosen:
            base += self.style_of("cursor")
        edge = Segment(CURSOR if chosen else " ", base + self.style_of("edge"))
        lines = []
        for runs in self.lay_out(self._items[index], self._width):
            segments = [Segment(text, base + self.style_of(name)) for text, name in runs if text]
            lines.append(Strip([edge, *segments]).adjust_cell_length(width, base))
        return lines

    def notify_style_update(self) -> None:
        self._strips.clear()
        self.__dict__.pop("_base", None)
        super().notify_style_update()

    # A cursor over items

    @property
    def cursor(self) -> T | None:
        """The item under the cursor."""
        return self._items[self._cursor] if 0 <= self._cursor < len(self._items) else None

    @property
    def at(self) -> int:
        """The number of the item under the cursor; negative where there is none."""
        return self._cursor

    def go_to(self, index: int) -> None:
        """Put the cursor on an item and bring it into sight."""
        if not self._items:
            return
        before, self._cursor = self._cursor, max(0, min(len(self._items) - 1, index))
        for changed in (before, self._cursor):
            self._strips.pop(changed, None)
        if not self._pivot - len(self._older) <= self._cursor < self._laid_out:
            self._begin(self._cursor)
        elif self._width:
            self._measure_up_to(self._cursor)
        first, height = self._place_of(self._cursor)
        self.scroll_to_region(Region(0, first, max(1, self._width), height), animate=False, force=True)
        self.refresh_lines(first, height)
        if self._pivot - len(self._older) <= before < self._laid_out:
            self.refresh_lines(*self._place_of(before))

    def _measure_up_to(self, index: int) -> None:
        """Let the scroll bar know of an item before it is scrolled to."""
        first, height = self._place_of(index)
        if first < 0 or first + height > self.virtual_size.height:
            self._measure()

    def _place_of(self, index: int) -> tuple[int, int]:
        """The line on which an item that is laid out begins, and how many it takes."""
        first = self._first_line(index)
        return first, max(1, self._first_line(index + 1) - first)

    def action_page_up(self) -> None:
        self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        self.scroll_page_down(animate=False)

    def move(self, steps: int) -> None:
        """Move the cursor; the first time it starts at what is in sight."""
        if self._cursor < 0:
            last = self._locate(self.scroll_offset.y + max(0, self.size.height - 1))[0]
            first = self._locate(self.scroll_offset.y)[0]
            self.go_to(min(last, self._laid_out - 1) if steps < 0 else first)
        else:
            self.go_to(self._cursor + steps)
