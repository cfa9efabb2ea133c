"""Where people type: a line of text in which control codes show as what they are."""

from textual.widgets import Input

from exercise.model.text import printable


class Field(Input):
    """An input whose content can always be shown: pasted control codes and direction overrides become a mark."""

    def validate_value(self, value: str) -> str:
        """The value as it may reach a terminal."""
        return printable(value, lines=False)
