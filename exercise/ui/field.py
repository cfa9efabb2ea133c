"""Where people type: a line of text in which control codes show as what they are."""

from textual.events import Paste
from textual.widgets import Input

from exercise.model.text import printable


class Field(Input):
    """An input whose content can always be shown: pasted control codes and direction overrides become a mark."""

    def validate_value(self, value: str) -> str:
        """The value as it may reach a terminal."""
        return printable(value, lines=False)

    def _on_paste(self, event: Paste) -> None:
        """Everything that was pasted, where the library keeps the first line only: lines and paragraphs become one."""
        event.prevent_default()
        event.stop()
        if text := " ".join(line for line in event.text.splitlines() if line.strip()):
            self.replace(text, *self.selection)
