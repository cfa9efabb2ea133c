"""What the facilitator says to everybody, and what it writes down for itself."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from exercise.engine.calendar import session_name
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.text import printable
from exercise.ui.chair import Glance
from exercise.ui.drawer.asking import LONGEST
from exercise.ui.drawer.tray import Tray
from exercise.ui.field import Field


class Line(Field):
    """A line to write in. While it is empty, Left and Right go to another tab."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Send", id="words.send", tooltip="Send what you wrote"),
    ]

    def action_cursor_left(self, select: bool = False) -> None:
        self._move_or_turn(-1, super().action_cursor_left, select)

    def action_cursor_right(self, select: bool = False) -> None:
        self._move_or_turn(1, super().action_cursor_right, select)

    def _move_or_turn(self, step: int, move: Callable[[bool], None], select: bool) -> None:
        if self.value:
            move(select)
        else:
            self.call_later(self.run_action, f"screen.turn({step})")


class Words(Tray):
    """One line to write, and what was written before, newest first."""

    SAYS = ""
    KIND = ""
    MAKE: Callable[[str], m.Move]

    def compose(self) -> ComposeResult:
        yield Static(self.SAYS, classes="words-says", markup=False)
        yield Line(
            placeholder="write, Enter sends; while it is empty ← and → go to another tab",
            max_length=LONGEST,
            id=f"write-{self.KIND}",
        )
        yield Static("", classes="words-refused", markup=False)
        with VerticalScroll(classes="words-earlier"):
            yield Static("", classes="listing-text", markup=False)

    def show(self, glance: Glance) -> None:
        self.glance = glance
        self.lay_out()

    @property
    def unsent(self) -> str:
        """What stands in the line."""
        return self.query_one(Line).value.strip() if self.query(Line) else ""

    def lay_out(self) -> None:
        glance = self.glance
        written = [event for event in reversed(self.chair.heard()) if event.body.kind == self.KIND]
        blocks = []
        for event in written:
            when = f"Day {event.day}, {session_name(glance.view.game, event.session) or 'before the first session'}"
            text = event.body.text if isinstance(event.body, e.Announced | e.Noted) else ""
            blocks.append(Content.assemble((when, "$muted"), "\n", printable(text)))
        nothing = Content.styled("Nothing yet.", "$muted")
        self.query_one(".listing-text", Static).update(Content("\n\n").join(blocks) if blocks else nothing)

    @on(Input.Submitted)
    def written(self, event: Input.Submitted) -> None:
        """Send what was written; what is refused stays in the line."""
        move = type(self).MAKE(event.value.strip())
        refused = self.chair.check(move)
        why = f"{refused.reason[:1].upper()}{refused.reason[1:]}." if refused else ""
        self.query_one(".words-refused", Static).update(Content.styled(why, "bold $error"))
        if refused is None:
            event.input.value = ""
            self.want(move)


class Announcing(Words):
    """Announcements."""

    TITLE = "Announce"
    HELP = "Write something that everybody hears at once. Below stands what you announced before."
    SAYS = "Everybody hears this at once."
    KIND = "announced"
    MAKE = m.Announce


class Noting(Words):
    """Private notes."""

    TITLE = "Notes"
    HELP = "Write a note that only you see, for the debrief; it stands in the transcript with its day. A rewind does not erase notes."
    SAYS = "Private: only you see notes. They stand in the transcript for the debrief."
    KIND = "noted"
    MAKE = m.Note
