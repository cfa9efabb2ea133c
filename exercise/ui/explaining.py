"""Help for a screen: what it shows, and every key that works in it now."""

from collections.abc import Iterable
from typing import Any, Final

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from exercise.model.text import printable
from exercise.plain.wrapping import wrap
from exercise.ui.prose import Draw, hanging
from exercise.ui.reading import Reading

_KEY: Final = 9
"""Columns for the name of a key."""


def explain(screen: Screen[Any], title: str, *texts: str | None) -> None:
    """Open a window with these texts and the keys that work now, those of what has the focus first."""
    active = [a for a in screen.active_bindings.values() if a.enabled and a.node is not screen.app]
    active.sort(key=lambda a: a.node is screen)
    bindings = [a.binding for a in active if a.binding.id and a.binding.key != "f1"]
    screen.app.push_screen(Reading(title, help_page(screen, texts, bindings)))


def help_page(screen: Screen[Any], texts: Iterable[str | None], bindings: Iterable[Binding]) -> Draw:
    """Texts, then keys with what they do, for a width that is known later."""
    said = [printable(" ".join(text.split())) for text in texts if text]
    keys = [(screen.app.get_key_display(b), printable(b.tooltip or b.description, lines=False)) for b in bindings]

    def draw(columns: int) -> Content:
        parts = ["\n".join(wrap(text, columns=columns)) for text in said]
        lines = [hanging(Content.styled(key, "bold $accent"), does, columns, _KEY) for key, does in keys]
        return Content("\n\n").join([*(Content(part) for part in parts), Content("\n").join(lines)])

    return draw
