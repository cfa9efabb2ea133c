"""How keys are written on the screen: one way everywhere, with the words that people say."""

from typing import Final

from textual.binding import Binding
from textual.keys import format_key

_WORDS: Final = {"enter": "enter", "delete": "del", "backspace": "backspace"}
"""Keys for which the library has a sign that not every font and no voice knows."""


def key_name(key: str) -> str:
    """A key as it is written: a, ctrl+l, enter, esc, ↑."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    return "+".join((*modifiers, _WORDS.get(last) or format_key(last)))


def name_of(binding: Binding) -> str:
    """The key of a binding as it is written."""
    return binding.key_display or key_name(binding.key)
