"""The last line of a screen: its keys, each of them whole. Where not all of them fit, the last one leads to the others."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Resize
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from exercise.plain.wrapping import width

WIDE, CLOSE = 2, 1
"""Columns between two keys: where there is room for it, and where every column counts."""
ALL: Final = "All"
"""What the key of the help is called where it is the only way to some of the keys."""
_HELP: Final = ("help", "can")
"""How the ids of the keys end that explain a screen and all its keys."""


class Key(NamedTuple):
    """A key as it stands in the footer."""

    binding: Binding
    shown: str
    alive: bool
    tooltip: str

    @property
    def columns(self) -> int:
        return width(f"{self.shown} {self.binding.description}".rstrip())

    @property
    def explains(self) -> bool:
        return bool(self.binding.id) and str(self.binding.id).rpartition(".")[2] in _HELP


def fitting(keys: Sequence[Key], columns: int) -> tuple[list[Key], int]:
    """The keys that fit into so many columns with a space between them, and that space.

    The last ones give way first, dimmed ones before those that do something.
    """
    for gap in (WIDE, CLOSE):
        if sum(key.columns + gap for key in keys) - gap <= columns:
            return list(keys), gap
    kept = list(keys)
    while kept and sum(key.columns + CLOSE for key in kept) - CLOSE > columns:
        kept.remove(next((key for key in reversed(kept) if not key.alive), kept[-1]))
    return kept, CLOSE


class Keys(Footer):
    """The footer of every screen. The key that explains the screen stands at the right, always at the same place."""

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)
        self._fitted = 0

    def compose(self) -> ComposeResult:
        if not self._bindings_ready:
            return
        self._fitted = self.content_size.width or self.app.size.width
        every = self._keys()
        help = next((key for key in every if key.explains), None)
        wanted = [key for key in every if key.binding.show and key is not help]
        kept, gap, label = self._placed(wanted, help)
        for key in kept:
            yield self._made(key, key.binding.description, f"-gap-{gap}")
        if help is not None and label:
            yield self._made(help, label, "-explains")

    def _placed(self, wanted: list[Key], help: Key | None) -> tuple[list[Key], int, str]:
        """The keys that have room, the space between them, and what the key of the help is called, if it is there."""
        if help is None:
            return *fitting(wanted, self._fitted), ""
        kept, gap = fitting(wanted, self._fitted - help.columns - CLOSE)
        if len(kept) == len(wanted) and (help.binding.show or hasattr(self.screen, "HELP")):
            return kept, gap, help.binding.description
        if not help.binding.show and len((without := fitting(wanted, self._fitted))[0]) == len(wanted):
            return *without, ""
        return *fitting(wanted, self._fitted - width(f"{help.shown} {ALL}") - CLOSE), ALL

    def _keys(self) -> list[Key]:
        """Every key that works here, the first one of each action."""
        found: dict[str, Key] = {}
        for _, binding, enabled, tooltip in self.screen.active_bindings.values():
            if binding.action not in found:
                found[binding.action] = Key(binding, self.app.get_key_display(binding), enabled, tooltip)
        return list(found.values())

    def _made(self, key: Key, label: str, classes: str) -> FooterKey:
        binding = key.binding
        made = FooterKey(binding.key, key.shown, label, binding.action, not key.alive, key.tooltip, classes)
        return made.data_bind(compact=Footer.compact)

    def on_resize(self, event: Resize) -> None:
        if self._fitted and self.content_size.width != self._fitted:
            self.refresh(recompose=True)
