"""What the command palette knows: what the keys of a screen do, its places, the themes, help and the way out."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.app import SystemCommand
from textual.dom import DOMNode
from textual.screen import Screen

from exercise.ui.themes import THEMES

_TITLES: Final = {"conference.can": "What you can do"}
"""Titles that say more than the short ones of the last line."""

if TYPE_CHECKING:
    from exercise.ui.app import Interface


def commands(app: "Interface", screen: Screen[object]) -> Iterator[SystemCommand]:
    """Commands for the screen that the palette was opened on."""
    named = set()
    for title, says, action, node in _keys(app, screen):
        named.add(title)
        yield SystemCommand(title, says, partial(app.run_action, action, node))
    for widget in screen.focus_chain:
        title = str(widget.border_title or "")
        if title:
            yield SystemCommand(f"Go to: {title}", "Put the focus there", partial(screen.set_focus, widget))
    for theme in THEMES:
        yield SystemCommand(f"Theme: {theme.name}", "Change the colours", partial(setattr, app, "theme", theme.name))
    yield SystemCommand("Theme: more", "Try every theme", app.search_themes)
    yield SystemCommand("Help", "Help for what has the focus, and its keys", app.action_help_here)
    yield SystemCommand("Jump", "A letter on every place; press it to go there", app.action_jump)
    if "Quit" not in named:
        yield SystemCommand("Quit", "Leave the program; everything is saved", app.exit)


def _keys(app: "Interface", screen: Screen[object]) -> Iterator[tuple[str, str, str, DOMNode]]:
    """What can be done by key now, by its title: keys of the screen, and of what has the focus where they say what they do."""
    focused = screen.focused.ancestors_with_self if screen.focused is not None else [screen]
    told: set[str] = set()
    for node in sorted((node for node in focused if node is not app), key=lambda node: node is not screen):
        for bindings in node._bindings.key_to_bindings.values():
            for binding in bindings:
                says = binding.tooltip or (binding.description if node is screen else "")
                if not (binding.id and says) or binding.action in told:
                    continue
                told.add(binding.action)
                if app._check_action_state(binding.action, node):
                    yield _TITLES.get(binding.id, binding.description), says, binding.action, node
