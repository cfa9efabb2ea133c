"""Where people type: a line of text in which control codes show as what they are."""

from typing import Any

from textual.events import Blur, Key, Paste
from textual.screen import Screen
from textual.widgets import Input, OptionList

from exercise.model.text import printable


class Field(Input):
    """An input whose content can always be shown: pasted control codes and direction overrides become a mark."""

    HELP = "A line to type in. Enter takes what stands there, Escape leaves it, and what is pasted becomes one line."

    def validate_value(self, value: str) -> str:
        """The value as it may reach a terminal."""
        return printable(value, lines=False)

    def _on_paste(self, event: Paste) -> None:
        """Everything that was pasted, where the library keeps the first line only: lines and paragraphs become one."""
        event.prevent_default()
        event.stop()
        if text := " ".join(line for line in event.text.splitlines() if line.strip()):
            self.replace(text, *self.selection)

    begun = 0
    """Letters that were typed before the keys came here; they come before everything that is typed here."""

    def begin(self, typed: str) -> None:
        """Take the keys, with this typed already: it replaces what stood here, and what comes before the keys do follows it."""
        self.select_on_focus = False
        if not self.begun:
            self.value = ""
        at, length = self.cursor_position, len(self.value)
        self.insert(typed, self.begun)
        added = len(self.value) - length
        self.cursor_position = at + added
        self.begun += added
        self.focus()

    def _on_blur(self, event: Blur) -> None:
        super()._on_blur(event)
        self.begun = 0


def type_from_list(screen: Screen[Any], event: Key, field: Field) -> None:
    """A letter that is typed while a list has the keys begins the line below it, where no key is meant."""
    letter = event.character or ""
    meant = letter.isprintable() if field.begun else letter.isalnum() and isinstance(screen.focused, OptionList)
    if letter and meant and event.key not in screen.active_bindings:
        event.stop()
        event.prevent_default()
        field.begin(letter)
