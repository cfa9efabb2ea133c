"""Predictions with their verdicts and with what reviewers hold of them; it ends with one whose events are to be looked at."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from exercise.model.text import printable
from exercise.review.standpoint import Standpoint
from exercise.review.telling import glyphs, verdict_of
from exercise.review.told_findings import parts_of_finding
from exercise.ui.footer import Keys
from exercise.ui.listing import Listing, Row, heading
from exercise.ui.modal import Modal

_STYLES = {"occurred": "$error", "averted": "$success", "met": "$success", "not met": "$warning"}


class Judged(Listing):
    """Every prediction, and beside it the claim, its line of reasoning, the events, and the notes on it."""

    def __init__(self, here: Standpoint, first: str = "") -> None:
        super().__init__()
        self._here = here
        self._first = first

    def first(self) -> str:
        return self._first

    def rows(self) -> list[Row]:
        desk = self._here.desk
        found: list[Row] = []
        for kind, title in (("failure", "Predicted failures"), ("success", "Conditions of success")):
            modes = [mode for mode in desk.game.scenario.findings if mode.kind == kind]
            found += [heading(title)] if modes else []
            for mode in modes:
                said = verdict_of(mode, desk.assessment.finding(mode.id))
                signs = glyphs(note for note in self._here.notes.notes if note.about == mode.id)
                room = max(8, self.columns - len(said) - 11)
                name = printable(mode.name, lines=False)
                name = name if len(name) <= room else f"{name[: room - 1]}…"
                style = _STYLES.get(said, "$muted")
                label = (f" {mode.id:<4} ", "bold")
                found.append(Row(mode.id, Content.assemble(label, f"{name:<{room}} ", (said, style), f" {signs:<3}")))
        return found

    def detail(self, id: str) -> Content:
        here = self._here
        mode = next(mode for mode in here.desk.game.scenario.findings if mode.id == id)
        said = verdict_of(mode, here.desk.assessment.finding(id))
        title = (f"{mode.id} {printable(mode.name, lines=False)}", "bold")
        parts = [Content.assemble(title, (f"   {said}", _STYLES.get(said, "$muted")))]
        for lead, text in parts_of_finding(here.desk, here.viewer, mode, here.notes.notes):
            parts.append(Content.assemble((lead, "$muted"), printable(text)))
        return Content("\n").join(parts)


class Findings(Modal[tuple[str, str] | None]):
    """Ends with what to do and the finding to do it with: look at its events, agree, disagree, hold it for not observable."""

    CSS_PATH = ["../styles/listing.tcss", "../styles/reviewing.tcss"]  # noqa: RUF012
    DEFAULT_CLASSES = "dialog whole"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    HELP = (
        "What the articles predict, the verdict, and the events that bear it out. Enter goes through these events on the floor;\n"
        "a, d and u write down that you agree, disagree, or hold it for not observable, with your reason."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "act('events')", "Its events", id="judged.events", tooltip="Go through the events that bear it out", priority=True),
        Binding("a", "act('agree')", "Agree", id="judged.agree", tooltip="Agree with the verdict, and say why"),
        Binding("d", "act('disagree')", "Disagree", id="judged.disagree", tooltip="Disagree with it, and say why"),
        Binding("u", "act('unseen')", "Not observable", id="judged.unseen", tooltip="Hold it for not observable, and say why"),
        Binding("escape,q", "leave", "Back", id="judged.back", tooltip="Back to the floor"),
    ]  # fmt: skip

    def __init__(self, here: Standpoint, first: str = "") -> None:
        super().__init__()
        self._here = here
        self._first = first

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = "Findings"
            yield Judged(self._here, self._first)
        yield Keys()

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one(Judged).lay_out()
        self.query_one(OptionList).focus()

    def action_act(self, what: str) -> None:
        if chosen := self.query_one(Judged).chosen:
            self.dismiss((what, chosen))

    def action_leave(self) -> None:
        self.dismiss(None)
