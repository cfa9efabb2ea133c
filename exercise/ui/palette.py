"""What the command palette knows: the keys of the conference, its places, the themes, help and the way out."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.screen import Screen

from exercise.ui.themes import THEMES

if TYPE_CHECKING:
    from exercise.ui.app import Interface


def commands(app: "Interface", screen: Screen[object]) -> Iterator[SystemCommand]:
    """Commands for the screen that the palette was opened on."""
    yield from _of_conference(screen)
    for widget in screen.focus_chain:
        title = str(widget.border_title or "")
        if title:
            yield SystemCommand(f"Go to: {title}", "Put the focus there", partial(screen.set_focus, widget))
    for theme in THEMES:
        yield SystemCommand(f"Theme: {theme.name}", "Change the colours", partial(setattr, app, "theme", theme.name))
    yield SystemCommand("Theme: more", "Try every theme", app.search_themes)
    yield SystemCommand("Help", "Help for what has the focus, and its keys", app.action_help_here)
    yield SystemCommand("Jump", "A letter on every place; press it to go there", app.action_jump)
    yield SystemCommand("Quit", "Leave the program; everything is saved", app.exit)


def _of_conference(screen: Screen[object]) -> Iterator[SystemCommand]:
    from exercise.ui.actions import ACTS
    from exercise.ui.conference import Conference

    if isinstance(screen, Conference):
        for act in ACTS:
            if screen.check_action("act", (act.id,)):
                yield SystemCommand(act.label, act.says, partial(screen.action_act, act.id))
