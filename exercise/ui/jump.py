"""Jump mode: a letter on every place that can be gone to; pressing it goes there."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key, Resize
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"


class Jump(ModalScreen[Widget | None]):
    """Ends with the widget that was chosen. `below` is the screen whose places get letters."""

    CSS_PATH = "styles/can.tcss"
    HELP = "Press a letter to go to its place; Escape stays."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="jump.back", tooltip="Stay where you are"),
    ]

    def __init__(self, below: Screen[object]) -> None:
        super().__init__()
        seen = [widget for widget in below.focus_chain if widget.region.area]
        self._places = dict(zip(LETTERS, seen, strict=False))

    def compose(self) -> ComposeResult:
        for letter, widget in self._places.items():
            label = Static(letter, classes="jump--label", markup=False)
            label.styles.offset = (widget.region.x, widget.region.y)
            yield label
        yield Static("Press a letter to go there; Escape stays.", id="jump-note", markup=False)

    def on_key(self, event: Key) -> None:
        """A letter goes to its place, any other key stays."""
        if event.key != "escape":
            event.stop()
            self.dismiss(self._places.get(event.key))

    def on_resize(self, event: Resize) -> None:
        """The places move when the window does, so that the letters would lie."""
        if event.size != self.app.size or any(not widget.region.area for widget in self._places.values()):
            self.dismiss(None)

    def action_leave(self) -> None:
        self.dismiss(None)
