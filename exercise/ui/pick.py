"""A small window to choose one of a few things, or to type one; and one to choose several."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from attrs import frozen
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, OptionList, SelectionList, Static
from textual.widgets.option_list import Option
from textual.widgets.selection_list import Selection

from exercise.model.text import printable
from exercise.ui.field import Field, type_from_list
from exercise.ui.footer import Keys
from exercise.ui.marking import MarkingList
from exercise.ui.modal import Modal

TYPED = ""
"""The value of the entry that takes what stands in the line below."""


@frozen
class Line:
    """Something to be typed: its label, what stands there first, and what is wrong with a text (nothing where it is fine)."""

    label: str
    value: str
    wrong: Callable[[str], str]
    longest: int = 40


class Pick(Modal[str | None]):
    """Ends with the value chosen, with what was typed, or with None. A typed text comes with `prefix` before it."""

    CSS_PATH = "styles/setup.tcss"
    HELP = "Up and Down choose, Enter takes what is highlighted. Where there is a line to type in, what you type goes there."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="pick.back", tooltip="Change nothing"),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[tuple[str, str]],
        chosen: str = "",
        line: Line | None = None,
        prefix: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = list(choices)
        self._chosen = chosen
        self._line = line
        self._prefix = prefix

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = Content(printable(self._title, lines=False))
            if self._choices:
                yield OptionList(
                    *(Option(Content(printable(says, lines=False))) for _, says in self._choices), markup=False
                )
            if self._line is not None:
                label = f"{self._line.label}{'; type to change it' if self._choices else ''}"
                yield Static(Content.styled(label, "$muted"), id="pick-label", markup=False)
                yield Field(self._line.value, max_length=self._line.longest, compact=True, id="pick-line")
            yield Static("", id="refusal", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        if not self._choices:
            self.query_one("#pick-line").focus()
            return
        choices = self.query_one(OptionList)
        values = [value for value, _ in self._choices]
        choices.highlighted = values.index(self._chosen) if self._chosen in values else 0
        choices.focus()

    @on(OptionList.OptionSelected)
    def _taken(self, event: OptionList.OptionSelected) -> None:
        """What is highlighted; or the line, where Enter came so soon after letters that the list still had the keys."""
        value = self._choices[event.option_index][0]
        line = self.query_one("#pick-line", Field) if self._line is not None else None
        if line is not None and (value == TYPED or line.begun):
            self._take(line.value)
        else:
            self.dismiss(value)

    def on_key(self, event: Key) -> None:
        """Letters and digits go into the line at once, in place of what stands there."""
        if self._line is not None:
            type_from_list(self, event, self.query_one("#pick-line", Field))

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        self._take(event.value)

    def _take(self, typed: str) -> None:
        """End with what stands in the line, unless something is wrong with it."""
        assert self._line is not None
        text = typed.strip()
        if why := self._line.wrong(text):
            self.query_one("#refusal", Static).update(Content.styled(printable(why, lines=False), "bold $error"))
            self.query_one("#pick-line").focus()
        else:
            self.dismiss(f"{self._prefix}{text}")

    def action_leave(self) -> None:
        self.dismiss(None)


class PickSeveral(Modal[tuple[str, ...] | None]):
    """Ends with the ids chosen, or with None."""

    CSS_PATH = "styles/setup.tcss"
    HELP = "Space adds or takes away what is highlighted, Enter is done, Escape changes nothing."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "Done", id="several.done", tooltip="Take what is marked", priority=True),
        Binding("escape", "leave", "Back", id="several.back", tooltip="Change nothing"),
    ]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._choices = list(choices)
        self._chosen = set(chosen)

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = Content(printable(self._title, lines=False))
            yield MarkingList(
                *(
                    Selection(Content(printable(says, lines=False)), id, id in self._chosen)
                    for id, says in self._choices
                )
            )
            yield Static(Content.styled("Space marks, Enter is done.", "$muted"), markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.query_one(SelectionList).focus()

    def action_done(self) -> None:
        chosen = set(self.query_one(SelectionList).selected)
        self.dismiss(tuple(id for id, _ in self._choices if id in chosen))

    def action_leave(self) -> None:
        self.dismiss(None)
