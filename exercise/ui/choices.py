"""A list of rows with values: what stands in a row is changed by the arrows or asked for."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList


class Choices(OptionList):
    """A list of rows whose value Left and Right change and Enter asks for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "screen.turn(-1)", "Change", id="choices.back", tooltip="The value before", show=False),
        Binding("right", "screen.turn(1)", "Change", id="choices.next", tooltip="The next value", show=False),
    ]
    HELP = "Up and Down choose a row, Left and Right change what stands in it, Enter asks for it."

    class Widened(Message):
        """The rows have more or less room than they were drawn for."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._width = 0

    def on_resize(self) -> None:
        """Columns are as wide as the list, which is known when it has been laid out."""
        if (width := self.scrollable_content_region.width) != self._width:
            self._width = width
            self.post_message(self.Widened())
