"""The events that prove a finding, on the floor where they happened."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from exercise.findings.assessment import Verdict
from exercise.model.text import printable
from exercise.plain.summary import summary
from exercise.ui.chair import Chair
from exercise.ui.entries import is_told
from exercise.ui.floor import Floor
from exercise.ui.footer import Keys
from exercise.ui.modal import Modal

_WORDS: Final = {
    ("failure", Verdict.OCCURRED): ("occurred", "✗"),
    ("failure", Verdict.AVERTED): ("averted", "✓"),
    ("success", Verdict.OCCURRED): ("met", "✓"),
    ("success", Verdict.AVERTED): ("not met", "✗"),
}


def verdict_words(kind: str, verdict: Verdict) -> tuple[str, str]:
    """What a verdict is called for a failure or a condition of success, and its mark."""
    return _WORDS.get((kind, verdict), ("not observable", "–"))


class Evidence(Modal[None]):
    """The floor with the cursor on one event of the evidence after the other."""

    CSS_PATH = ["styles/conference.tcss", "styles/ending.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", id="evidence.back"),
        Binding("right,space,enter", "step(1)", "Next", id="evidence.next", tooltip="The next event of the evidence", priority=True),
        Binding("left", "step(-1)", "Previous", id="evidence.previous", tooltip="The event before it", priority=True),
    ]  # fmt: skip
    HELP = "The events that prove a finding, where they happened. Left and Right go from one to the other; Up and Down read around."

    def __init__(self, chair: Chair, title: str, evidence: tuple[int, ...]) -> None:
        super().__init__()
        self._game = chair.look().view.game
        self._title = title
        self._heard = {event.n: event for event in chair.heard()}
        self._evidence = evidence
        self._at = -1

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = printable(f"Evidence of {self._title}", lines=False)
            yield Static("", id="evidence-where", markup=False)
            yield Floor(id="floor")
        yield Keys()

    def on_mount(self) -> None:
        floor = self.query_one(Floor)
        floor.tell(self._game, list(self._heard.values()))
        first = self._evidence[0]
        floor.show(floor.items, top=next((i for i, made in enumerate(floor.items) if made.n >= first), 0))
        floor.focus()
        self.call_after_refresh(floor.call_after_refresh, self.action_step, 1)

    def action_step(self, step: int) -> None:
        self._at = (self._at + step) % len(self._evidence)
        self.query_one(Floor).go_to_event(self._evidence[self._at])
        self.query_one("#evidence-where", Static).update(self._where(self._evidence[self._at]))

    def _where(self, n: int) -> str:
        """Which event it is, and what the floor does not tell of it."""
        event = self._heard.get(n)
        where = f"Event {n}, {self._at + 1} of {len(self._evidence)}."
        if event is None:
            return f"{where} It cannot be read here: a number, or private words."
        if not is_told(self._game, event):
            return printable(f"{where} {summary(self._game, event)[0]}; the floor does not tell it.", lines=False)
        return where
