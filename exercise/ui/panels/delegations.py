"""The delegations: who is here, who left, and where each stands."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from exercise.model.scenario import SeatKind
from exercise.ui.chair import Glance
from exercise.ui.panels.panel import Panel


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
    return f"on record: {len(held)}" if held else ""


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
        lines = []
        floor = state.queue[0] if state.queue else ""
        for seat in game.scenario.seats:
            if seat.id not in state.present:
                continue
            if seat.kind in (SeatKind.OUTSIDE,) and seat.id not in (floor, glance.seat):
                continue
            mark = "«" if seat.id in state.away else "●" if seat.id == floor else " "
            words = stand(glance, seat.id)
            me = seat.id == glance.seat
            if me:
                words = f"you{', ' if words else ''}{words}"
            style = "$faint" if seat.id in state.away else ""
            lines.append(
                Content.assemble(
                    (f"{mark} ", "$accent"),
                    (f"{seat.id:<6}", "bold" if not me else "bold $accent"),
                    (words[: width - 8], style),
                )
            )
        return Content("\n").join(lines)
