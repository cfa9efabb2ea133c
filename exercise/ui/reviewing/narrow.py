"""A small window for the filter: whose events, on which issue, of which kind, for which audience."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from attrs import evolve
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from exercise.model.text import printable
from exercise.review.standpoint import Filter
from exercise.ui.footer import Keys
from exercise.ui.modal import Modal
from exercise.ui.pick import Pick

Choices = Sequence[tuple[str, str]]
"""Values with what they are called; the empty value lets everything through."""
EVERYTHING = "*"


class Narrow(Modal[Filter | None]):
    """Ends with a filter, or with None. `count` tells how many events a filter lets through."""

    DEFAULT_CLASSES = "dialog"
    HELP = "Up and Down choose a row, Left and Right change it, Space lists what there is, Enter shows what is let through."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "Show these", id="narrow.done", tooltip="Show what the filter lets through", priority=True),
        Binding("left", "turn(-1)", "Before", id="narrow.left", show=False, tooltip="The value before", priority=True),
        Binding("right", "turn(1)", "Change", key_display="← →", id="narrow.right", tooltip="Another value", priority=True),
        Binding("space", "pick", "List", id="narrow.pick", tooltip="Choose from a list", priority=True),
        Binding("r", "reset", "Everything", id="narrow.reset", tooltip="Let everything through again"),
        Binding("escape,q", "leave", "Back", id="narrow.back", tooltip="Change nothing"),
    ]  # fmt: skip

    def __init__(self, now: Filter, choices: Mapping[str, Choices], count: Callable[[Filter], int]) -> None:
        super().__init__()
        self._now = now
        self._choices = choices
        self._count = count

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = "Show only"
            yield OptionList(*(Option("", id=field) for field in self._choices), id="narrow-rows", markup=False)
            yield Static("", id="narrow-count", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        rows = self.query_one(OptionList)
        rows.highlighted = 0
        rows.focus()
        self._show()

    def _show(self) -> None:
        rows = self.query_one(OptionList)
        for field in self._choices:
            value = getattr(self._now, field)
            says = next((says for id, says in self._choices[field] if id == value), value)
            label = (f"{field.capitalize():<10}", "$muted")
            shown = Content.assemble(label, "◂ ", (printable(says, lines=False), "bold" if value else ""), " ▸")
            rows.replace_option_prompt(field, shown)
        count = self._count(self._now)
        words = f"{count:,} event{'s' if count != 1 else ''} would be shown."
        self.query_one("#narrow-count", Static).update(Content.styled(words, "$muted"))

    @property
    def _field(self) -> str:
        rows = self.query_one(OptionList)
        return list(self._choices)[rows.highlighted or 0]

    def _put(self, value: str | None) -> None:
        if value is not None:
            self._now = evolve(self._now, **{self._field: "" if value == EVERYTHING else value})
            self._show()

    def action_turn(self, by: int) -> None:
        values = [value for value, _ in self._choices[self._field]]
        self._put(values[(values.index(getattr(self._now, self._field)) + by) % len(values)])

    def action_pick(self) -> None:
        listed = [(value or EVERYTHING, says) for value, says in self._choices[self._field]]
        now = getattr(self._now, self._field) or EVERYTHING
        self.app.push_screen(Pick(f"Which {self._field}?", listed, now), self._put)

    def action_reset(self) -> None:
        self._now = Filter()
        self._show()

    @on(OptionList.OptionSelected)
    def action_done(self) -> None:
        self.dismiss(self._now)

    def action_leave(self) -> None:
        self.dismiss(None)
