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
from exercise.plain.narration import name, thing
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.marking import MarkingList
from exercise.ui.packages import holders, seen_by, value_of
from exercise.ui.prose import fit, id_column
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
        "is worth to you (private), ✗ is a red line of yours. Ctrl+S offers the deal; only the two of you, and the facilitator, know of it."
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
        yield Static("", id="full", markup=False)
        yield Words("Words to go with it, if you like")
        yield Button("Offer it", id="offer", compact=True)

    def _options(self) -> list[Selection[str]]:
        """The options with what each is worth to the viewer before its title, which may be cut."""
        view = self.glance.view
        red = view.own.sheets.red_lines.get(view.seat, frozenset())
        options = [option for issue in view.state.issues for option in view.game.table.issues[issue].options]
        column = id_column((option.id for option in options), 5)
        found = []
        for option in options:
            worth = value_of(view, option.id)
            points = f"{worth:>3} " if worth is not None else ""
            mark = ("✗ ", "$error") if option.id in red else ("  " if points else "", "")
            head = (fit(option.id, column), "bold")
            title = printable(option.title, lines=False)
            found.append(Selection(Content.assemble(head, (points, "$primary"), mark, title), option.id))
        return found

    def on_mount(self) -> None:
        self.to.focus()
        self.to.highlighted = 0 if self.seats else None

    @on(SelectionList.SelectionHighlighted)
    def _show(self, event: SelectionList.SelectionHighlighted[str]) -> None:
        """The option under the cursor in full, and who is on record for it."""
        view, option = self.glance.view, event.selection.value
        seats = ", ".join(holders(view, option)) or "nobody"
        words = printable(f"{thing(view.game, option)}: on record for it {seats}", lines=False)
        self.query_one("#full", Static).update(Content.styled(words, "$muted"))

    @on(OptionList.OptionSelected, "#to")
    def _onward(self) -> None:
        """Enter on a delegation goes on to what is promised to it."""
        self.give.focus()

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
