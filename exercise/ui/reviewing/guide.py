"""The evaluation guide on the screen: objectives, what to look for, and ratings that a letter gives."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from exercise.model.text import printable
from exercise.review.evaluation import LETTERS, PARTS, objectives, ratings
from exercise.review.standpoint import Standpoint
from exercise.review.telling import note_text
from exercise.ui.footer import Keys
from exercise.ui.listing import Listing, Row, heading
from exercise.ui.modal import Modal


class Objectives(Listing):
    """Every objective of the guide with its ratings."""

    def __init__(self, here: Standpoint) -> None:
        super().__init__()
        self._here = here
        self._every = objectives(here.desk.game.scenario)

    def rows(self) -> list[Row]:
        given = ratings(self._here.notes.notes)
        found: list[Row] = []
        part = ""
        for objective in self._every:
            if objective.part != part:
                part = objective.part
                found.append(heading(PARTS[part].partition(":")[0]))
            said = ", ".join(dict.fromkeys(note.rating for note in given.get(objective.id, {}).values()))
            room = max(8, self.columns - len(said) - 8)
            name = printable(objective.name, lines=False)
            name = name if len(name) <= room else f"{name[: room - 1]}…"
            label = (f" {objective.id:<4} ", "bold")
            found.append(Row(objective.id, Content.assemble(label, f"{name:<{room}} ", (said, "$accent"))))
        return found

    def detail(self, id: str) -> Content:
        objective = next(objective for objective in self._every if objective.id == id)
        parts = [
            Content.styled(f"{objective.id} {printable(objective.name, lines=False)}", "bold"),
            Content(PARTS[objective.part].partition(": ")[2]),
            Content(""),
            Content.assemble(("Look for: ", "$muted"), printable(objective.look_for)),
            Content(""),
        ]
        notes = [note for note in self._here.notes.notes if note.about == id]
        parts += [Content(printable(note_text(note))) for note in notes]
        return Content("\n").join(parts)


class Guide(Modal[str | None]):
    """Rates objectives with a letter; ends with the objective that is to be rated with a reason, or with None."""

    CSS_PATH = ["../styles/listing.tcss", "../styles/reviewing.tcss"]  # noqa: RUF012
    DEFAULT_CLASSES = "dialog whole"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    HELP = (
        "The evaluation guide. p, s, m, u and n rate an objective: performed, some difficulty, major difficulty, unable, not\n"
        "observable. Enter rates it with a reason. What an exercise could not show is not observable, never unable."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(letter, f"rate('{letter}')", word.capitalize().split()[0], id=f"guide.{letter}", tooltip=f"Rate it: {word}")
            for letter, word in LETTERS.items()
        ),
        Binding("enter", "reason", "With a reason", id="guide.reason", tooltip="Rate it, and say why", priority=True),
        Binding("escape,q", "leave", "Back", id="guide.back", tooltip="Back to the floor"),
    ]  # fmt: skip

    def __init__(self, here: Standpoint, rate: Callable[[str, str], None]) -> None:
        super().__init__()
        self._here = here
        self._rate = rate

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = "Evaluation guide"
            yield Objectives(self._here)
        yield Keys()

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one(Objectives).lay_out()
        self.query_one(OptionList).focus()

    def action_rate(self, letter: str) -> None:
        listing = self.query_one(Objectives)
        if chosen := listing.chosen:
            self._rate(chosen, letter)
            listing.lay_out()

    def action_reason(self) -> None:
        if chosen := self.query_one(Objectives).chosen:
            self.dismiss(chosen)

    def action_leave(self) -> None:
        self.dismiss(None)
