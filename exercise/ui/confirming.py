"""A question with two answers, asked before something that cannot be taken back."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from exercise.model.text import printable
from exercise.ui.footer import Keys
from exercise.ui.modal import Modal


class Confirm(Modal[bool]):
    """Says what will happen. Going back is what Enter does first: nobody does by accident what cannot be taken back."""

    DEFAULT_CLASSES = "dialog"
    CSS_PATH = "styles/asking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "Back", id="confirm.back", tooltip="Back; nothing is done"),
        Binding(
            "left", "choose('yes')", "To the left", id="confirm.yes", show=False, tooltip="To the button on the left"
        ),
        Binding(
            "right", "choose('no')", "To the right", id="confirm.no", show=False, tooltip="To the button on the right"
        ),
    ]
    HELP = "Left and Right, or Tab, choose a button and Enter presses it; Escape goes back. What was done cannot be taken back."

    def __init__(self, title: str, says: str, button: str) -> None:
        super().__init__()
        self._title, self._says, self._button = title, says, button

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = printable(self._title, lines=False)
            yield Static(printable(self._says), classes="ask-says", markup=False)
            with Horizontal(classes="ask-buttons"):
                yield Button(self._button, id="yes", compact=True)
                yield Button("Back", id="no", compact=True)
        yield Keys()

    def on_mount(self) -> None:
        self.action_choose("no")

    def action_choose(self, button: str) -> None:
        """Go to a button."""
        self.query_one(f"#{button}").focus()

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")
