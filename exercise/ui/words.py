"""A line for words that go with a move: a reason, a condition, a courtesy."""

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message

from exercise.ui.field import Field

LIMIT: Final = 12_000
"""Characters that can be typed; what is too long for the record the rules refuse in words."""


class Words(Field):
    """Words that go with a move. Enter keeps them and goes on to the next thing in the window; that window decides the rest."""

    class Kept(Message):
        """The words stand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "Go on", tooltip="Go on with these words", id="words.keep"),
    ]
    HELP = "Words for the record, if you want to say any. Enter keeps them and goes back to the keys of the window."

    def __init__(self, placeholder: str, *, back: str = "", id: str = "words") -> None:
        """`back` selects the widget to which Enter goes; the next one, where it is not given."""
        super().__init__(id=id, placeholder=placeholder, max_length=LIMIT, compact=True)
        self._back = back

    @property
    def said(self) -> str:
        """What was typed, without space around it."""
        return self.value.strip()

    def action_keep(self) -> None:
        if self._back:
            self.screen.query_one(self._back).focus()
        else:
            self.screen.focus_next()
        self.post_message(self.Kept())
