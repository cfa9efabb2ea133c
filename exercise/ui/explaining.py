"""Help for a screen that is not a dialog: what it shows, and every key that works in it now."""

from typing import Any

from textual.screen import Screen

from exercise.ui.reading import Reading


def explain(screen: Screen[Any], title: str, *texts: str | None) -> None:
    """Open a window with these texts and the keys that work now, those of what has the focus first."""
    active = [a for a in screen.active_bindings.values() if a.enabled and a.node is not screen.app]
    active.sort(key=lambda a: a.node is screen)
    bindings = [a.binding for a in active if a.binding.id and a.binding.key != "f1"]
    keys = [
        f"{screen.app.get_key_display(binding):<8} {binding.tooltip or binding.description}" for binding in bindings
    ]
    lines = [line for text in texts if text for line in (" ".join(text.split()), "")]
    screen.app.push_screen(Reading(title, [*lines, *keys]))
