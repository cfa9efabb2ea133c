"""A window with moments worth going to, one kind at a time; it ends with the event that was chosen."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from exercise.model.text import printable
from exercise.review.moments import Moment
from exercise.ui.footer import Keys
from exercise.ui.modal import Modal

ALL = "all"


class Places(Modal[int | None]):
    """Ends with the number of an event, or with None. `find` gives the moments of a kind, or raises ValueError with a reason."""

    DEFAULT_CLASSES = "dialog"
    HELP = "Left and Right change the kind of moments, Up and Down choose one, Enter goes there."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "Go there", id="places.go", tooltip="Go to the moment chosen", priority=True),
        Binding("left", "turn(-1)", "Kind before", id="places.left", show=False, tooltip="The kind of moments before", priority=True),
        Binding("right", "turn(1)", "Other kind", key_display="← →", id="places.right", tooltip="Another kind of moments", priority=True),
        Binding("escape,q", "leave", "Back", id="places.back", tooltip="Stay where you are"),
    ]  # fmt: skip

    def __init__(self, kinds: Sequence[str], find: Callable[[str], Sequence[Moment]], at: int) -> None:
        super().__init__()
        self._kinds = [ALL, *kinds]
        self._find = find
        self._at = at
        self._kind = 0

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = "Moments"
            yield Static("", id="places-kinds", markup=False)
            yield OptionList(id="places-rows", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self._fill()
        self.query_one(OptionList).focus()

    def _fill(self) -> None:
        kind = self._kinds[self._kind]
        names = [(f" {name} ", "bold reverse" if name == kind else "$muted") for name in self._kinds]
        self.query_one("#places-kinds", Static).update(Content.assemble(*names))
        rows = self.query_one(OptionList)
        rows.clear_options()
        try:
            found = self._find("" if kind == ALL else kind)
        except ValueError as error:
            rows.add_option(Option(Content.styled(printable(str(error)), "$muted"), disabled=True))
            return
        if not found:
            rows.add_option(Option(Content.styled("There are none.", "$muted"), disabled=True))
            return
        rows.add_options(Option(_row(moment), id=str(number)) for number, moment in enumerate(found))
        rows.highlighted = max((i for i, moment in enumerate(found) if moment.n <= self._at), default=0)
        self._shown = found

    def action_turn(self, by: int) -> None:
        self._kind = (self._kind + by) % len(self._kinds)
        self._fill()

    @on(OptionList.OptionSelected)
    def action_go(self) -> None:
        rows = self.query_one(OptionList)
        if rows.highlighted is not None and (id := rows.get_option_at_index(rows.highlighted).id):
            self.dismiss(self._shown[int(id)].n)

    def action_leave(self) -> None:
        self.dismiss(None)


def _row(moment: Moment) -> Content:
    title = printable(moment.title, lines=False)
    return Content.assemble((f"{moment.n:>6}  ", "$muted"), (f"{moment.kind:<8} ", "$primary"), title)
