"""How many sessions the facilitator lets go by."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static

from exercise.engine.calendar import sessions_a_day, sessions_left
from exercise.ui.chair import Chair
from exercise.ui.drawer.asking import whole
from exercise.ui.field import Field


class GoOn(ModalScreen[int | None]):
    """Asks for a number of sessions; 0 or Escape changes nothing."""

    DEFAULT_CLASSES = "dialog"
    CSS_PATH = "../styles/asking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back", id="go_on.back")]
    HELP = "Type a number and press Enter: so many sessions go by before you are asked again."

    def __init__(self, chair: Chair) -> None:
        super().__init__()
        view = chair.look().view
        self._day = sessions_a_day(view.game)
        self._left = sessions_left(view.game, view.state)

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = "Go on"
            yield Static(
                f"How many sessions go by before you are asked again? A day has {self._day}; {self._left} are left before the deadline.",
                markup=False,
            )
            yield Field(str(self._day), max_length=5, id="sessions")
            yield Static("", id="refusal", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def typed(self, event: Input.Submitted) -> None:
        """Go on for so many sessions."""
        sessions = whole(event.value, "the number of sessions")
        if isinstance(sessions, str):
            self.query_one("#refusal", Static).update(Content.styled(f"{sessions.capitalize()}.", "bold $error"))
        else:
            self.dismiss(sessions)
