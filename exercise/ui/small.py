"""What stands in place of everything while the window is too small."""

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Static

LEAST = (60, 20)
"""Columns and lines that every screen can be used at."""


def too_small(width: int, height: int) -> bool:
    return width < LEAST[0] or height < LEAST[1]


class TooSmall(ModalScreen[None]):
    """Asks for a larger window, and goes when it has one. Nothing is lost meanwhile."""

    DEFAULT_CSS = "TooSmall { background: $background; align: center middle; } TooSmall Static { text-align: center; width: 100%; }"

    def compose(self) -> ComposeResult:
        yield Static("", markup=False)

    def on_resize(self, event: Resize) -> None:
        width, height = event.size
        if too_small(width, height):
            words = f"Please make the window larger: {LEAST[0]} columns by {LEAST[1]} lines are needed, it has {width} by {height}."
            self.query_one(Static).update(Content(words))
        elif self.is_current:
            self.dismiss(None)
