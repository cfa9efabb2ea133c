"""A number that the facilitator types: sessions to let go by, or minutes of real time."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from exercise.ui.drawer.asking import whole
from exercise.ui.field import Field
from exercise.ui.footer import Keys
from exercise.ui.modal import Modal


class HowMany(Modal[int | None]):
    """Asks for a whole number; Escape changes nothing. `what` names the number where something else was typed."""

    DEFAULT_CLASSES = "dialog"
    CSS_PATH = "../styles/asking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="go_on.back", tooltip="Back; nothing is changed"),
        Binding("enter", "done", "Do it", id="go_on.do", tooltip="Take the number", priority=True),
    ]
    HELP = "Type a number and press Enter; Escape goes back and changes nothing."

    def __init__(self, title: str, says: str, what: str, value: int) -> None:
        super().__init__()
        self._title = title
        self._says = says
        self._what = what
        self._value = value

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = self._title
            yield Static(self._says, markup=False)
            yield Field(str(self._value), max_length=5, id="number")
            yield Static("", id="refusal", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def action_done(self) -> None:
        """End with the number."""
        found = whole(self.query_one(Input).value, self._what)
        if isinstance(found, str):
            self.query_one("#refusal", Static).update(Content.styled(f"{found.capitalize()}.", "bold $error"))
        else:
            self.dismiss(found)
