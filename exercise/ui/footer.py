"""The last line of a screen: its keys, each of them whole. Where not all of them fit, the last one leads to the others."""

from collections.abc import Sequence
from functools import cache
from typing import ClassVar, Final, NamedTuple

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Click, MouseMove
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

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


@cache
def _ids(widget: type[DOMNode]) -> tuple[str, ...]:
    """The ids of a widget's keys in the order in which it tells them, those of what it is made from first."""
    told = (binding for base in reversed(widget.__mro__) for binding in base.__dict__.get("BINDINGS", ()))
    return tuple(binding.id for binding in told if isinstance(binding, Binding) and binding.id)


def _place(key: ActiveBinding) -> int:
    """The place of a key among those of its widget, whatever key it is on."""
    ids = _ids(type(key.node))
    return ids.index(key.binding.id) if key.binding.id in ids else len(ids)


class Keys(Widget, can_focus=False):
    """The footer of every screen. The key that explains the screen stands at the right, always at the same place.

    One widget draws all keys: one for each would be made anew whenever a key comes or goes, which is at every turn.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--label", "keys--dimmed"}

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._line = Content("")
        self._tooltips: dict[str, str] = {}

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen and self.app.app_focus:
            self.call_after_refresh(self.renew)

    def renew(self) -> None:
        """Show the keys that work now, where they are not those that stand there already."""
        columns = self.content_size.width
        if not self.is_attached or not columns:
            return
        every = self._keys()
        self._tooltips = {key.binding.key: key.tooltip for key in every}
        help = next((key for key in every if key.explains), None)
        wanted = [key for key in every if key.binding.show and key is not help]
        kept, gap, label = self._placed(wanted, help, columns)
        line = Content(" " * gap).join(self._drawn(key, key.binding.description) for key in kept)
        if help is not None and label:
            last = self._drawn(help, label)
            line = line + Content(" " * (columns - line.cell_length - last.cell_length)) + last
        if line != self._line:
            self._line = line
            self.refresh()

    def render(self) -> Content:
        return self._line

    def _placed(self, wanted: list[Key], help: Key | None, columns: int) -> tuple[list[Key], int, str]:
        """The keys that have room, the space between them, and what the key of the help is called, if it is there."""
        if help is None:
            return *fitting(wanted, columns), ""
        kept, gap = fitting(wanted, columns - help.columns - CLOSE)
        if len(kept) == len(wanted) and (help.binding.show or hasattr(self.screen, "HELP")):
            return kept, gap, help.binding.description
        if (
            not help.binding.show
            and not hasattr(self.screen, "HELP")
            and len((without := fitting(wanted, columns))[0]) == len(wanted)
        ):
            return *without, ""
        return *fitting(wanted, columns - width(f"{help.shown} {ALL}") - CLOSE), ALL

    def _keys(self) -> list[Key]:
        """Every key that works here, the first one of each action, in the order in which a screen tells its keys."""
        found: dict[str, Key] = {}
        active = list(self.screen.active_bindings.values())
        # The library puts a changed key last, and one that scrolls in other widgets first.
        nodes = list(dict.fromkeys(key.node for key in active))
        active.sort(key=lambda key: (nodes.index(key.node), _place(key)))
        for _, binding, enabled, tooltip in active:
            if binding.action not in found:
                found[binding.action] = Key(binding, self.app.get_key_display(binding), enabled, tooltip)
        return list(found.values())

    def _drawn(self, key: Key, label: str) -> Content:
        """A key and what it does; the mouse presses it."""
        looks = ("keys--key", "keys--label") if key.alive else ("keys--dimmed", "keys--dimmed")
        of_key, of_label = (self.get_visual_style(name, partial=True) for name in looks)
        pressed = Style.from_meta({"key": key.binding.key})
        return Content.assemble((key.shown, of_key + pressed), (f" {label}" if label else "", of_label + pressed))

    def on_resize(self) -> None:
        self.renew()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.renew()

    def on_mouse_move(self, event: MouseMove) -> None:
        self.tooltip = self._tooltips.get(event.style.meta.get("key", "")) or None

    def on_click(self, event: Click) -> None:
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)
