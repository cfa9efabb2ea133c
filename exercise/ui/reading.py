"""A window with text to read: answers of the line mode, a brief, help."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from exercise.model.text import printable
from exercise.ui.footer import Keys
from exercise.ui.prose import Draw, Prose


class Reading(ModalScreen[None]):
    """Lines of text that scroll."""

    DEFAULT_CLASSES = "dialog"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", id="reading.back"),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, title: str, content: Content | list[str] | Draw) -> None:
        """`content` may be drawn for the width that there is."""
        super().__init__()
        self._title = title
        self._content = Content(printable("\n".join(content))) if isinstance(content, list) else content

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = Content(printable(self._title, lines=False))
            with VerticalScroll():
                if isinstance(self._content, Content):
                    yield Static(self._content, markup=False)
                else:
                    yield Prose(self._content, id="drawn")
        yield Keys()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
