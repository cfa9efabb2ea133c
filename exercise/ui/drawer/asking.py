"""A small window that asks the facilitator for what a move still needs, or whether it is meant."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from attrs import frozen
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button, Input, Label, Static

from exercise.model import moves as m
from exercise.model.text import printable
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.field import Field

LONGEST = 12_000


@frozen
class Blank:
    """Something to fill in: its label, what stands in it at first, and a hint while it is empty."""

    id: str
    label: str
    value: str = ""
    hint: str = ""


Make = Callable[[Mapping[str, str]], m.Move | str]
"""Makes a move of what was filled in; a text says in words what is wrong with it."""


def number(text: str, what: str) -> float | str:
    """A typed number, or what is wrong with it."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return f"{what} is a number, not “{printable(text, lines=False)[:20]}”" if text.strip() else f"type {what}"


def whole(text: str, what: str) -> int | str:
    """A typed whole number, or what is wrong with it."""
    return (
        int(text)
        if text.strip().isascii() and text.strip().isdigit() and len(text) < 6
        else f"{what} is a whole number"
    )


class Ask(Dialog):
    """Blanks, if any, and a button. What the rules refuse is said below, and nothing typed is lost."""

    CSS_PATH = "../styles/asking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j", "do", "Do it", id="ask.do", tooltip="Do it from any blank"),
    ]
    HELP = "Fill in and press Enter; Escape goes back and changes nothing."

    def __init__(
        self, chair: Chair, title: str, says: str, make: Make, blanks: tuple[Blank, ...] = (), button: str = "Do it"
    ) -> None:
        super().__init__(chair)
        self._title = title
        self._says = says
        self._make = make
        self._blanks = blanks
        self._button = button

    def heading(self) -> str:
        return printable(self._title, lines=False)

    def body(self) -> ComposeResult:
        yield Static(printable(self._says), classes="ask-says", markup=False)
        for blank in self._blanks:
            yield Label(blank.label, markup=False)
            yield Field(blank.value, placeholder=blank.hint, max_length=LONGEST, id=f"blank-{blank.id}")
        with Horizontal(classes="ask-buttons"):
            yield Button(self._button, id="ask-do", compact=True)
            yield Button("Back", id="ask-back", compact=True)

    def on_mount(self) -> None:
        self.query_one(f"#blank-{self._blanks[0].id}" if self._blanks else "#ask-do").focus()

    @on(Input.Submitted)
    def filled(self, event: Input.Submitted) -> None:
        """Enter goes to the next blank, and from the last one on."""
        last = event.input.id == f"blank-{self._blanks[-1].id}"
        if last:
            self.action_do()
        else:
            self.focus_next()

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "ask-do":
            self.action_do()
        else:
            self.dismiss(None)

    def action_do(self) -> None:
        typed = {blank.id: self.query_one(f"#blank-{blank.id}", Input).value.strip() for blank in self._blanks}
        made = self._make(typed)
        if isinstance(made, str):
            self.complain(made)
        else:
            self.finish(made)
