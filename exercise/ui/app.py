"""The interface as a Textual application: themes, keys, and the way between its screens."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Event, Paste, Resize
from textual.screen import Screen

from exercise.model.text import printable
from exercise.ui.keynames import name_of
from exercise.ui.preferences import Preferences
from exercise.ui.small import TooSmall, too_small
from exercise.ui.themes import DEFAULT, THEMES

if TYPE_CHECKING:
    from exercise.room.room import Room
    from exercise.ui.entrance import Played


class Interface(App[None]):
    """Starts with the screen that `first` makes."""

    TITLE = "Fourteen Days"
    CSS_PATH = "styles/app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-compact"), (104, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", id="app.quit", priority=True, show=False),
        Binding(
            "f1", "help_here", "Help", id="app.help", show=False, tooltip="Help for what has the focus, and its keys"
        ),
        Binding(
            "ctrl+o", "jump", "Jump", id="app.jump", show=False, tooltip="A letter on every place; press it to go there"
        ),
    ]

    def __init__(self, first: Callable[["Interface"], Screen[None]], preferences: Preferences | None = None) -> None:
        super().__init__()
        self.preferences = preferences or Preferences.load()
        self.played: list[Played] = []
        self._failure: Exception | None = None
        self._first = first
        for theme in THEMES:
            self.register_theme(theme)
        # Set before the first style sheet is read, which would otherwise be read twice.
        wanted = self.preferences.theme
        self.theme = wanted if wanted in self.available_themes else DEFAULT

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Variables of our own, for themes that come with the library."""
        return {
            "muted": "#8a93a3",
            "faint": "#6c7688",
            "focus": self.current_theme.accent or self.current_theme.primary,
        }

    def on_mount(self) -> None:
        self.set_keymap(self.preferences.keys)
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        self.push_screen(self._first(self), self._left)

    async def on_event(self, event: Event) -> None:
        """What is pasted is text, also where the library itself reads it, as in the command palette."""
        # On its way back up it comes by again; made anew it would go round for ever.
        if isinstance(event, Paste) and not event.is_forwarded:
            event = Paste(printable(event.text))
        await super().on_event(event)

    def on_resize(self, event: Resize) -> None:
        """A window that is too small says so, whatever screen is open."""
        if too_small(*event.size) and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers."""
        from exercise.ui.palette import commands

        return commands(self, screen)

    def get_key_display(self, binding: Binding) -> str:
        """Keys are written in one way, wherever they stand."""
        return name_of(binding)

    def action_help_here(self) -> None:
        """Help for what has the focus."""
        from exercise.ui.explaining import explain
        from exercise.ui.reading import Reading

        if not isinstance(self.screen, Reading):
            focused = getattr(self.screen.focused, "HELP", None)
            texts = dict.fromkeys((focused, getattr(self.screen, "HELP", None)))
            explain(self.screen, "Help", *texts)

    def action_jump(self) -> None:
        """Letters on the places of this screen."""
        from exercise.ui.jump import Jump

        below = self.screen
        if not isinstance(below, Jump):
            self.push_screen(Jump(below), lambda widget: below.set_focus(widget) if widget is not None else None)

    def search_themes(self) -> None:
        """The chooser of colours, from its key or the command palette."""
        from exercise.ui.theme_dialog import ThemeDialog

        self.push_screen(ThemeDialog(self.theme, list(self.available_themes)))

    def _left(self, _: None) -> None:
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        self._failure = self._failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave with a sentence. The library's own picture of an error shows what the program knew, and so everybody's secrets."""
        from exercise.ui.failing import SAVED, told

        words = f"The interface had to close. {told(self._failure) if self._failure else ''}\n{SAVED} Go on with: exercise resume FILE"
        self._exit_renderables.append(Text(words))
        self._close_messages_no_wait()

    def _remember_theme(self, theme: object) -> None:
        self.preferences.theme = self.theme
        if problem := self.preferences.save():
            self.notify(problem, severity="warning", markup=False)


def play(room: "Room", watch_as: str) -> None:
    """Open the interface on an exercise, until it is left."""
    from exercise.ui.conference import Conference

    Interface(lambda _: Conference(room, watch_as)).run()
