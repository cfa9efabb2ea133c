"""The delegations: who is here, who left, and where each stands."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from exercise.model.scenario import SeatKind
from exercise.plain.narration import name
from exercise.plain.wrapping import width as columns_of
from exercise.ui.chair import Glance
from exercise.ui.panels.panel import Panel
from exercise.ui.prose import fit, id_column


def stand(glance: Glance, seat: str) -> str:
    """Where a seat stands, in a few words."""
    state = glance.view.state
    if seat in state.away:
        return "left the hall" if state.away[seat] != "absent" else "absent"
    text = state.proposals.get(state.text) if state.text else None
    if text is not None and seat in text.support:
        return f"for {text.id}"
    if text is not None and seat in text.opposed:
        return f"against {text.id}"
    held = state.positions.get(seat, {})
    if state.focus and held.get(state.focus):
        return f"for {held[state.focus]}"
    if text is not None and seat in glance.view.game.table.parties:
        return f"silent on {text.id}"
    return f"{len(held)} on record" if held else ""


class Delegations(Panel, can_focus=True):
    """One line for every delegation present."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.act('record')", "Open", id="panel.delegations", tooltip="Who is on record for what"),
    ]
    HELP = (
        "Who is here. ● has the floor, « left the hall. Beside each delegation stands what it is on record for: the text\n"
        "on the table, else the issue in debate, else everything. r shows the record of all."
    )

    def drawn(self, glance: Glance, width: int) -> Content:
        state, game = glance.view.state, glance.view.game
        floor = state.queue[0] if state.queue else ""
        shown = [
            seat.id
            for seat in game.scenario.seats
            if seat.id in state.present and (seat.kind is not SeatKind.OUTSIDE or seat.id in (floor, glance.seat))
        ]
        column = id_column(shown, 6)
        room = width - 2 - column
        roomy = 2 * len(shown) <= self.content_size.height
        lines: list[Content] = []
        for seat in shown:
            words = stand(glance, seat)
            me = seat == glance.seat
            mark = "«" if seat in state.away else "●" if seat == floor else " "
            head = Content.assemble(
                (f"{mark} ", "$accent"), (f"{fit(seat, column - 1)} ", "bold $accent" if me else "bold")
            )
            if roomy:
                called = "you" if me else name(game, seat)
                lines.append(Content.assemble(head, fit(called, room)))
                lines.append(Content.styled(f"{' ' * (column + 2)}{fit(words, room)}", "$muted"))
            else:
                words = ", ".join(part for part in ("you", words) if part) if me else words
                words = "you" if me and columns_of(words) > room else words
                lines.append(Content.assemble(head, (fit(words, room), "$faint" if seat in state.away else "")))
        return Content("\n").join(lines)
