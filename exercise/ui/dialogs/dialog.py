"""What every dialog of the conference has in common: it is shown to one seat and ends with a move, or with nothing."""

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from exercise.model import moves as m
from exercise.model.text import printable
from exercise.ui.chair import Chair
from exercise.ui.explaining import help_page
from exercise.ui.footer import Keys
from exercise.ui.reading import Reading


class Dialog(ModalScreen[m.Move | None]):
    """A window over the conference for the person in one seat.

    A subclass yields its widgets in `body` and calls `finish` with a move: one that the rules refuse keeps the dialog open and
    says why below. The conference makes the move.
    """

    DEFAULT_CLASSES = "dialog"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", tooltip="Back to the conference; nothing is done", id="dialog.back"),
        Binding(
            "question_mark,f1", "explain", "Help", tooltip="What this window shows, and its keys", id="dialog.help"
        ),
    ]
    TITLE_TEXT: ClassVar[str] = ""
    HELP: ClassVar[str] = ""

    def __init__(self, chair: Chair) -> None:
        super().__init__()
        self.chair = chair
        self.glance = chair.look()

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = self.heading()
            yield from self.body()
            refusal = Static("", id="refusal", markup=False)
            refusal.display = False
            yield refusal
        yield Keys()

    def heading(self) -> str:
        """What stands in the frame."""
        return self.TITLE_TEXT

    def body(self) -> ComposeResult:
        """The widgets inside the frame."""
        raise NotImplementedError

    def finish(self, move: m.Move) -> None:
        """End with this move, unless the rules refuse it."""
        refused = self.chair.check(move)
        if refused is None:
            self.dismiss(move)
        else:
            self.complain(refused.reason)

    def on_key(self, event: Key) -> None:
        """A key that is dimmed says why."""
        active = self.active_bindings.get(event.key)
        if active is None or active.enabled or active.node is not self or isinstance(self.focused, Input):
            return
        if why := self.why_dimmed(active.binding):
            self.complain(why)

    def why_dimmed(self, binding: Binding) -> str:
        """Why a key that is dimmed can do nothing now: here that of a move that the rules do not allow."""
        found = re.fullmatch(r"\w+\('(\w+)'\)", binding.action)
        return self.glance.why_not(found[1]) if found and found[1] in m.MOVES else ""

    def complain(self, why: str) -> None:
        """Say below why something is not possible; nothing clears it."""
        sentence = printable(f"{why[:1].upper()}{why[1:].removesuffix('.')}.") if why else ""
        refusal = self.query_one("#refusal", Static)
        refusal.update(Content.styled(sentence, "bold $error"))
        refusal.display = bool(sentence)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_explain(self) -> None:
        """What the window shows and what its keys do."""
        page = help_page(self, (self.HELP,), self._own_bindings())
        self.app.push_screen(Reading(f"Help: {self.heading()}", page))

    def _own_bindings(self) -> list[Binding]:
        """Every key that works here now, the window's own first."""
        active = self.active_bindings.values()
        mine = [a.binding for a in active if a.node is self] + [a.binding for a in active if a.node is self.focused]
        return [binding for binding in mine if binding.id and binding.key != "f1"]
