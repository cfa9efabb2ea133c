"""Help for a screen that is not a dialog: what it shows, and every key that works in it now."""

from typing import Any

from textual.screen import Screen

from exercise.ui.reading import Reading


def explain(screen: Screen[Any], title: str, *texts: str | None) -> None:
    """Open a window with these texts and the keys of the screen and of what has the focus, those of the inmost first."""
    seen: set[str] = set()
    keys = []
    for active in reversed(screen.active_bindings.values()):
        binding = active.binding
        if active.enabled and binding.id and binding.id not in seen and not binding.id.startswith("app."):
            seen.add(binding.id)
            keys.append(f"{screen.app.get_key_display(binding):<8} {binding.tooltip or binding.description}")
    lines = [line for text in texts if text for line in (" ".join(text.split()), "")]
    screen.app.push_screen(Reading(title, [*lines, *keys]))
