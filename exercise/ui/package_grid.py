"""Issues by options, to put a package together: a grid with a cursor, one option picked for each issue or none."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from attrs import frozen
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from exercise.engine.views import View
from exercise.model.text import printable
from exercise.plain.wrapping import pad
from exercise.plain.wrapping import width as columns_of
from exercise.ui.packages import by_issue, holders, seen_by, value_of

PICKED, FREE, FIXED, SHUT = "●", "·", "★", "-"
_LOOKS: Final = ("issue", "picked", "free", "fixed", "shut", "value", "red", "text", "who", "cursor")


@frozen
class Cell:
    """An option in the grid. `text` says that the text on the table holds it; `shut`, that it cannot be proposed yet."""

    option: str
    value: int | None
    red: bool
    text: bool
    shut: bool
    who: tuple[str, ...]


@frozen
class Row:
    """An issue with its options; `fixed` is the option it was agreed on, empty while it is open."""

    issue: str
    cells: tuple[Cell, ...]
    fixed: str = ""


def rows(view: View) -> tuple[Row, ...]:
    """The issues that can be bargained over now, with what the viewer knows of each option."""
    at, state = seen_by(view), view.state
    text = state.proposals.get(state.text)
    held = text.options if text is not None and not text.withdrawn else ()
    red = view.own.sheets.red_lines.get(view.seat, frozenset())
    made = []
    for issue in at.issues:
        cells = tuple(
            Cell(o.id, value_of(view, o.id), o.id in red, o.id in held, at.shut(o.id), tuple(holders(view, o.id)))
            for o in view.game.table.issues[issue].options
        )
        made.append(Row(issue, cells, state.agreed.get(issue, "")))
    return tuple(made)


class PackageGrid(ScrollView, can_focus=True):
    """The grid. Agreed issues are fixed: they are in the package or left out of it. `roomy` adds who is on record."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"grid--{name}" for name in _LOOKS}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,enter", "pick", "Pick", key_display="←↑↓→ space", id="grid.pick",
            tooltip="Arrows move; Space or Enter picks the option, or leaves its issue out",
        ),
        Binding("left", "across(-1)", "Option before", show=False, id="grid.left"),
        Binding("right", "across(1)", "Next option", show=False, id="grid.right"),
        Binding("up", "down(-1)", "Issue above", show=False, id="grid.up"),
        Binding("down", "down(1)", "Issue below", show=False, id="grid.down"),
        Binding("home", "edge(0)", "First option", show=False, id="grid.home"),
        Binding("end", "edge(-1)", "Last option", show=False, id="grid.end"),
        *(Binding(str(n), f"nth({n - 1})", f"Pick option {n}", show=False, id=f"grid.nth{n}") for n in range(1, 10)),
    ]  # fmt: skip
    HELP = (
        "One line for every issue that can be bargained over, its options side by side. Arrows move, Space or Enter picks an\n"
        "option or leaves the issue out, 1 to 9 picks the option with that number.\n"
        "● picked, ★ agreed and fixed, · not picked, - cannot be proposed yet, ✗ your red line, ■ in the text on the table.\n"
        "The number is what the option is worth to you, 0 to 100 on its issue (private; the authors' judgement)."
    )

    class Changed(Message):
        """The package changed."""

    class Moved(Message):
        """The cursor stands on another option."""

    class Refused(Message):
        """An option that cannot be picked was wanted."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    def __init__(self, view: View, options: Iterable[str] = (), *, roomy: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.view = view
        self.rows = rows(view)
        self.roomy = roomy
        self._place = (0, 0)
        self._picked: dict[str, str] = {}
        self._put(options)

    # The package

    @property
    def options(self) -> tuple[str, ...]:
        """The package as it stands, in the order of the agenda."""
        return tuple(by_issue(self.view, self._picked.values()).values())

    def load(self, options: Iterable[str]) -> None:
        """Put these options in place of all others; an agreed issue keeps what was agreed."""
        self._put(options)
        self.refresh()
        self.post_message(self.Changed())

    def _put(self, options: Iterable[str]) -> None:
        wanted = by_issue(self.view, options)
        self._picked = {row.issue: row.fixed or wanted[row.issue] for row in self.rows if row.issue in wanted}

    @property
    def cell(self) -> Cell | None:
        """The option under the cursor."""
        row, column = self._place
        return self.rows[row].cells[column] if self.rows else None

    def pick(self) -> None:
        """Pick the option under the cursor, or leave its issue out where it was picked."""
        cell = self.cell
        if cell is None:
            return
        row = self.rows[self._place[0]]
        if self._picked.get(row.issue) == cell.option:
            del self._picked[row.issue]
        elif row.fixed and row.fixed != cell.option:
            self.post_message(self.Refused(f"{row.issue} is agreed as {row.fixed}; it would have to be reopened first"))
            return
        elif cell.shut:
            self.post_message(self.Refused(f"{cell.option} is not on offer yet"))
            return
        else:
            self._picked[row.issue] = cell.option
        self.refresh()
        self.post_message(self.Changed())

    # Keys and mouse

    def action_pick(self) -> None:
        self.pick()

    def action_nth(self, number: int) -> None:
        if self.rows and number < len(self.rows[self._place[0]].cells):
            self._go(self._place[0], number)
            self.pick()

    def action_across(self, steps: int) -> None:
        self._go(self._place[0], self._place[1] + steps)

    def action_down(self, steps: int) -> None:
        """One line up or down, which is another line of the same issue where its options take several."""
        row, column = self._place
        side = self._side
        line, over = divmod(column, side)
        if 0 <= line + steps <= (self._count(row) - 1) // side:
            self._go(row, (line + steps) * side + over)
        elif 0 <= row + steps < len(self.rows):
            last = 0 if steps > 0 else (self._count(row + steps) - 1) // side
            self._go(row + steps, last * side + over)

    def action_edge(self, column: int) -> None:
        self._go(self._place[0], column % max(1, self._count(self._place[0])))

    def on_click(self, event: Click) -> None:
        where = event.get_content_offset(self)
        found = self._at(where.x, where.y + self.scroll_offset.y) if where is not None else None
        if found is not None:
            self._go(*found)
            self.pick()

    def _count(self, row: int) -> int:
        return len(self.rows[row].cells) if self.rows else 0

    def _go(self, row: int, column: int) -> None:
        self._place = (row, max(0, min(self._count(row) - 1, column)))
        top = self._top(row) + self._place[1] // self._side * self._high
        self.scroll_to_region(Region(0, top, 1, self._high), animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved())

    # Layout: an issue takes as many lines as its options need at this width

    @property
    def _high(self) -> int:
        return 2 if self.roomy else 1

    @property
    def _lead(self) -> int:
        return max((columns_of(row.issue) for row in self.rows), default=0) + 1

    @property
    def _least(self) -> int:
        """Columns that a cell needs: mark, option, value, red line, text."""
        longest = max((columns_of(cell.option) for row in self.rows for cell in row.cells), default=4)
        return longest + (4 if any(cell.value is not None for row in self.rows for cell in row.cells) else 0) + 3

    @property
    def _side(self) -> int:
        """Options that stand side by side."""
        return max(1, (self.scrollable_content_region.width - self._lead) // self._least)

    @property
    def _cell_width(self) -> int:
        most = min(self._side, max((len(row.cells) for row in self.rows), default=1))
        return min(self._least + 8, (self.scrollable_content_region.width - self._lead) // max(1, most))

    def _lines(self, row: int) -> int:
        return -(-max(1, self._count(row)) // self._side) * self._high

    def _top(self, row: int) -> int:
        return sum(self._lines(number) for number in range(row))

    @property
    def lines(self) -> int:
        """Lines that the whole grid takes at this width."""
        return self._top(len(self.rows))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, self.lines if self.size.width else len(self.rows) * self._high)

    def on_resize(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self.lines)
        self.refresh(layout=True)

    def _find(self, y: int) -> tuple[int, int] | None:
        """The issue at a line of the grid, and which of its lines that is."""
        for number in range(len(self.rows)):
            if y < self._lines(number):
                return number, y
            y -= self._lines(number)
        return None

    def _at(self, x: int, y: int) -> tuple[int, int] | None:
        found = self._find(y)
        if found is None or x < self._lead or self._cell_width < 1:
            return None
        row, line = found
        column = line // self._high * self._side + (x - self._lead) // self._cell_width
        return (row, column) if column < self._count(row) else None

    # Drawing

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.rich_style
        found = self._find(y + self.scroll_offset.y)
        if found is None:
            return Strip.blank(width, base)
        row, line = found
        if self._cell_width < 1:
            return Strip.blank(width, base)
        lead = self.rows[row].issue if line == 0 else ""
        segments = [Segment(pad(printable(lead, lines=False), self._lead), self._look("issue"))]
        first = line // self._high * self._side
        for column in range(first, min(first + self._side, self._count(row))):
            draw = self._who if line % self._high else self._cell
            segments += draw(row, column)
        return Strip(segments).extend_cell_length(width, base).crop(0, width).apply_style(base)

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"grid--{name}", partial=True)

    def _cell(self, row: int, column: int) -> Sequence[Segment]:
        cell, fixed = self.rows[row].cells[column], self.rows[row].fixed
        picked = self._picked.get(self.rows[row].issue) == cell.option
        state = "fixed" if picked and fixed else "picked" if picked else "shut" if cell.shut else "free"
        mark = {"fixed": FIXED, "picked": PICKED, "shut": SHUT, "free": FIXED if fixed == cell.option else FREE}[state]
        value = f"{cell.value:>4}" if cell.value is not None else ""
        parts = [
            (f"{mark}{pad(printable(cell.option, lines=False), self._least - 3 - len(value))}", state),
            (value, "value" if not picked else state),
            ("✗" if cell.red else " ", "red"),
            ("■" if cell.text else " ", "text"),
        ]
        if (row, column) == self._place:
            cursor = self._look("cursor") + Style(reverse=self.has_focus, underline=not self.has_focus)
            made = [Segment("".join(text for text, _ in parts), cursor)]
        else:
            made = [Segment(text, self._look(look)) for text, look in parts if text]
        return [*made, Segment(" " * max(0, self._cell_width - self._least))]

    def _who(self, row: int, column: int) -> Sequence[Segment]:
        who = list(self.rows[row].cells[column].who)
        room = self._cell_width - 2
        shown = " ".join(who)
        kept = len(who)
        while kept and columns_of(shown) > room:
            kept -= 1
            shown = " ".join([*who[:kept], f"+{len(who) - kept}"])
        return [Segment(pad(f" {shown}", self._cell_width), self._look("who"))]
