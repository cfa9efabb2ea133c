"""The record: which delegation stands for what on every issue, on the text on the table and on each proposal."""

from typing import ClassVar

from rich.text import Text
from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import DataTable, Static

from exercise.model import moves as m
from exercise.model.scenario import SeatKind
from exercise.model.state import Proposal
from exercise.model.text import printable
from exercise.plain.narration import name, thing
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.dialogs.issue import IssueDialog
from exercise.ui.dialogs.propose import ProposalDialog
from exercise.ui.packages import appraise, by_issue, listing, on_record, verdict_line
from exercise.ui.sources import proposals

AGREED, TEXT = "★ agreed", "■ text"


class Matrix(DataTable[Text]):
    """Delegations by issues and proposals, with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "Open", tooltip="Open the issue or the proposal", id="matrix.open"),
    ]
    HELP = "Who is on record for what. Arrows move; what stands under the cursor is said in full below. Enter opens it."


class RecordDialog(Dialog):
    """Shows the record; Enter opens the issue or proposal of a column."""

    CSS_PATH = "../styles/record.tcss"
    TITLE_TEXT = "The record"
    HELP = (
        "Delegations by issues: the option each is on record for; ● beside it, the same as in the text on the table; ○ and\n"
        "an option, on record against it. Then one column for the text and for each proposal, newest first: ● for,\n"
        "○ against, ◌ holds back on a clause. The first lines show what is agreed (★) and what the text says (■). Arrows\n"
        "move and scroll, Enter opens the issue or the proposal."
    )

    matrix = getters.query_one("#matrix", Matrix)

    def __init__(self, chair: Chair) -> None:
        super().__init__(chair)
        self.view = self.glance.view
        state = self.view.state
        self.issues = state.agenda or state.issues
        self.proposals = {proposal.id: proposal for proposal in proposals(self.view)}
        text = state.proposals.get(state.text)
        self.text = text if text is not None and not text.withdrawn else None

    def body(self) -> ComposeResult:
        yield Matrix(id="matrix", fixed_columns=1, cursor_type="cell", zebra_stripes=False)
        yield Static(
            "★\u00a0agreed  ■\u00a0the\u00a0text  ●\u00a0for,\u00a0or\u00a0as\u00a0in\u00a0the\u00a0text  ○\u00a0against  ◌\u00a0holds\u00a0back",
            id="legend",
            markup=False,
        )
        with VerticalScroll(id="detail"):
            yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        matrix = self.matrix
        matrix.add_column(Text(""), key="")
        for issue in self.issues:
            matrix.add_column(Text(issue), key=issue)
        for id in self.proposals:
            matrix.add_column(Text(f"■ {id}" if self.text is not None and id == self.text.id else id), key=id)
        for row in self._rows():
            cells = [self._cell(row, column) for column in (*self.issues, *self.proposals)]
            matrix.add_row(self._head(row), *cells, key=row)
        matrix.focus()
        self._show()

    # The matrix

    def _rows(self) -> list[str]:
        """What is agreed and what the text says, one's own delegation, then the others in the order of the table."""
        state, view = self.view.state, self.view
        first = [AGREED] if any(issue in state.agreed for issue in self.issues) else []
        first += [TEXT] if self.text is not None else []
        spoken = {seat for p in self.proposals.values() for seat in (*p.support, *p.opposed)}
        seats = [
            seat.id
            for seat in view.game.scenario.seats
            if seat.id in state.present
            and (
                seat.kind in (SeatKind.PARTY, SeatKind.CONSULTATIVE) or seat.id in spoken or seat.id in state.positions
            )
        ]
        return [*first, *sorted(seats, key=lambda seat: seat != view.seat)]

    def _head(self, row: str) -> Text:
        if row in (AGREED, TEXT):
            return Text(row, style="bold")
        away = "« " if row in self.view.state.away else ""
        return Text(f"{away}{row}{' you' if row == self.view.seat else ''}", style="bold")

    def _cell(self, row: str, column: str) -> Text:
        state = self.view.state
        if column in self.proposals:
            return Text(_stand(self.proposals[column], row), justify="center")
        text = by_issue(self.view, self.text.options) if self.text is not None else {}
        if row in (AGREED, TEXT):
            return Text((state.agreed if row == AGREED else text).get(column, ""), style="bold")
        held = state.positions.get(row, {}).get(column, "")
        same = " ●" if held and text.get(column) == held else ""
        return Text(" ".join([f"{held}{same}".strip(), *(f"○{o}" for o in self._against(row, column))]).strip())

    def _against(self, seat: str, issue: str) -> list[str]:
        options = self.view.game.table.issues[issue].options
        return [o.id for o in options if self.view.state.stances.get(o.id, {}).get(seat) is False]

    # What stands under the cursor

    @property
    def place(self) -> tuple[str, str]:
        """The row and column under the cursor."""
        if not self.matrix.row_count:
            return "", ""
        key = self.matrix.coordinate_to_cell_key(self.matrix.cursor_coordinate)
        return key.row_key.value or "", key.column_key.value or ""

    @on(DataTable.CellHighlighted)
    def _show(self) -> None:
        row, column = self.place
        self.query_one("#said", Static).update(self._said(row, column))
        self.query_one("#detail").scroll_home(animate=False)

    def _said(self, row: str, column: str) -> Content:
        game, state = self.view.game, self.view.state
        if not row:
            return Content.styled("Nobody is on record for anything yet.", "$muted")
        who = printable(name(game, row), lines=False)
        if column in self.proposals:
            return self._package(self.proposals[column])
        if row in (AGREED, TEXT):
            return listing(
                self.view, state.agreed.values() if row == AGREED or self.text is None else self.text.options
            )
        if not column:
            held = tuple(state.positions.get(row, {}).values())
            return Content.assemble((f"{who}\n", "bold"), listing(self.view, held) if held else "not on record")
        held_here = state.positions.get(row, {}).get(column)
        parts = [f"on record for {thing(game, held_here)}"] if held_here else ["not on record"]
        parts += [f"against {thing(game, option)}" for option in self._against(row, column)]
        return Content.assemble((f"{who} on {column}: ", "bold"), printable(f"{'; '.join(parts)}.", lines=False))

    def _package(self, proposal: Proposal) -> Content:
        who = printable(name(self.view.game, proposal.seat), lines=False)
        head = Content.assemble((proposal.id, "bold $accent"), f" by {who}: ", (on_record(proposal), "$muted"))
        worth = verdict_line(appraise(self.view, proposal.options))
        return Content("\n").join([head, *([worth] if worth.plain else []), listing(self.view, proposal.options)])

    @on(DataTable.CellSelected)
    def _open(self) -> None:
        column = self.place[1]
        if column in self.proposals and self.view.kind is not None:
            drafting = self.view.kind is SeatKind.MEDIATOR
            self.app.push_screen(ProposalDialog(self.chair, drafting=drafting, load=column), self._done)
        elif column in self.issues:
            self.app.push_screen(IssueDialog(self.chair, column), self._done)

    def _done(self, move: m.Move | None) -> None:
        """A move that was made in a window opened from here ends this one too."""
        if move is not None:
            self.dismiss(move)


def _stand(proposal: Proposal, seat: str) -> str:
    """Where a seat stands to a proposal: for, against, with clauses it holds back on."""
    mark = "●" if seat in proposal.support else "○" if seat in proposal.opposed else ""
    return " ".join(
        [*([mark] if mark else []), *(f"◌{option}" for who, option in proposal.reservations if who == seat)]
    )
