"""A side deal put together: to whom, what one will support, and what one asks support for."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, OptionList, SelectionList, Static
from textual.widgets.option_list import Option
from textual.widgets.selection_list import Selection

from exercise.model import moves as m
from exercise.model.text import printable
from exercise.plain.narration import name
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.marking import MarkingList
from exercise.ui.packages import seen_by, value_of
from exercise.ui.words import Words


class OfferDialog(Dialog):
    """Three lists and a line of words."""

    CSS_PATH = "../styles/offer.tcss"
    TITLE_TEXT: ClassVar[str] = "A side deal"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "offer", "Offer it", tooltip="Offer this deal in private", id="offer.offer"),
    ]
    HELP: ClassVar[str] = (
        "Choose a delegation, then with Space what you will support and what you ask support for. The numbers are what an option\n"
        "is worth to you (private). Ctrl+S offers the deal; only the two of you, and the facilitator, know of it."
    )

    to = getters.query_one("#to", OptionList)
    give = getters.query_one("#give", SelectionList)
    get = getters.query_one("#get", SelectionList)

    def __init__(self, chair: Chair) -> None:
        super().__init__(chair)
        at = seen_by(self.glance.view)
        self.seats = [
            seat for seat in at.others() if self.glance.view.game.table.seats[seat].kind in ("party", "consultative")
        ]

    def body(self) -> ComposeResult:
        game = self.glance.view.game
        with Horizontal(id="columns"):
            with Vertical():
                yield Static("With", classes="title")
                yield OptionList(
                    *(Option(Content(name(game, seat)), id=seat) for seat in self.seats), id="to", markup=False
                )
            with Vertical():
                yield Static("You will support", classes="title")
                yield MarkingList(*self._options(), id="give")
            with Vertical():
                yield Static("You ask support for", classes="title")
                yield MarkingList(*self._options(), id="get")
        yield Words("Words to go with it, if you like")
        yield Button("Offer it", id="offer", compact=True)

    def _options(self) -> list[Selection[str]]:
        view = self.glance.view
        found = []
        for issue in view.state.issues:
            for option in view.game.table.issues[issue].options:
                worth = value_of(view, option.id)
                points = f"  {worth}" if worth is not None else ""
                title = printable(option.title, lines=False)
                found.append(
                    Selection(Content.assemble((option.id, "bold"), f" {title}", (points, "$primary")), option.id)
                )
        return found

    def on_mount(self) -> None:
        self.to.focus()
        self.to.highlighted = 0 if self.seats else None

    @on(Button.Pressed, "#offer")
    def _pressed(self) -> None:
        self.action_offer()

    def action_offer(self) -> None:
        """Offer the deal that is put together."""
        chosen = self.to.highlighted
        if chosen is None or not self.give.selected or not self.get.selected:
            self.complain("choose a delegation, what you will support and what you ask support for (Space picks)")
            return
        said = self.query_one("#words", Words).said
        self.finish(m.OfferDeal(self.seats[chosen], tuple(self.give.selected), tuple(self.get.selected), said))
