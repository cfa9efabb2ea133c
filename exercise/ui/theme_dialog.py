"""Choosing colours: each theme is shown on the whole screen while the cursor rests on it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from exercise.ui.footer import Keys
from exercise.ui.modal import Modal
from exercise.ui.themes import THEMES

_SAYS = {
    "conference-dark": "calm and dark",
    "conference-light": "for bright rooms and projectors",
    "high-contrast": "white on black, nothing faint",
    "colour-blind-safe": "hues that everybody can tell apart",
}


class ThemeDialog(Modal[str]):
    """Ends with the name of the theme wanted; leaving it brings back the one before."""

    CSS_PATH = "styles/home.tcss"
    HELP = "Up and Down try a theme, Enter keeps it for this and every other day, Escape brings back the one before."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="themes.back", tooltip="Keep the colours as they were"),
    ]

    def __init__(self, current: str, available: list[str]) -> None:
        super().__init__()
        self._before = current
        own = [theme.name for theme in THEMES]
        self._names = [*own, *sorted(name for name in available if name not in own and name != "textual-ansi")]

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = "Themes"
            yield OptionList(*(Option(self._row(name), id=name) for name in self._names), markup=False)
            yield Static(Content.styled("Enter keeps it, Escape goes back.", "$muted"), markup=False)
        yield Keys()

    def on_mount(self) -> None:
        themes = self.query_one(OptionList)
        if self._before in self._names:
            themes.highlighted = self._names.index(self._before)
        themes.focus()

    def _row(self, name: str) -> Content:
        return Content.assemble(f"{name:<20}", (_SAYS.get(name, ""), "not bold $muted"))

    @on(OptionList.OptionHighlighted)
    def _tried(self, event: OptionList.OptionHighlighted) -> None:
        if event.option.id:
            self.app.theme = event.option.id

    @on(OptionList.OptionSelected)
    def _kept(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id or self._before)

    def action_leave(self) -> None:
        self.app.theme = self._before
        self.dismiss(self._before)
