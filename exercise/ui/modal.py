"""A window over a screen. What the application offers by a key does not reach into one, so that each has its own key for help."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

T = TypeVar("T")


class Modal(ModalScreen[T]):
    """The base of windows that have no key of their own for help; a subclass says in `HELP` what it shows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help_here", "Help", id="app.help", show=False, tooltip="What this window shows, and its keys"),
    ]  # fmt: skip
