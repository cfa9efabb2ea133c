"""One's own corner: the issue in debate with what each option is worth to oneself, and what the text on the table is worth."""

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content

from exercise.engine.sheets import POINT
from exercise.model.text import printable
from exercise.plain.own_answers import signs_from
from exercise.plain.wrapping import pad, wrap
from exercise.ui.chair import Glance
from exercise.ui.panels.panel import Panel
from exercise.ui.prose import fit, id_column

ROOMY: Final = 34
"""Lines of a window in which the titles of options may take several lines."""


def holders(glance: Glance, option: str) -> list[str]:
    """Seats that are on record for an option."""
    positions = glance.view.state.positions
    return [seat.id for seat in glance.view.game.scenario.seats if option in positions.get(seat.id, {}).values()]


class Own(Panel, can_focus=True):
    """The issue in debate: its options, my value of each (private), and who is on record for what."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.act('brief')", "Open", id="panel.own", tooltip="Your brief, score sheet and cards"),
    ]
    HELP = (
        "The issue in debate. For each option: what it is worth to you on your own scale (private), and who is on record\n"
        "for it. ✗ is a red line of yours. Below: what the text on the table is worth to you, and what you need."
    )

    def drawn(self, glance: Glance, width: int) -> Content:
        state, game = glance.view.state, glance.view.game
        issue = state.focus or next((i for i in glance.at.issues if i not in state.agreed), "")
        if not issue:
            self.border_title = "The talks"
            return Content.styled("No issue is in debate.", "$muted")
        self.border_title = Content(printable(f"{issue}, in debate" if state.focus else issue, lines=False))
        lead = [
            Content.styled("\n".join(wrap(printable(game.table.title(issue), lines=False), columns=width)), "$muted")
        ]
        role = glance.view.role
        values = role.sheet[issue].values if role is not None and issue in role.sheet else {}
        red = glance.view.own.sheets.red_lines.get(glance.seat, frozenset())
        lines: list[Content] = [*lead, Content("")]
        for option in game.table.issues[issue].options:
            lines += _option(
                glance, option.id, option.title, values, option.id in red, width, self.app.size.height >= ROOMY
            )
        return Content("\n").join([*lines, *_text_line(glance), *_cards_line(glance, issue)])


def _option(glance: Glance, id: str, title: str, values: object, red: bool, width: int, roomy: bool) -> list[Content]:
    worth = values.get(id) if isinstance(values, dict) else None
    agreed = id in glance.view.state.agreed.values()
    number = f"{worth:>4}" if worth is not None else ""
    mark = "✗" if red else "★" if agreed else " "
    style = "$error" if red else "$success" if agreed else ""
    issue = glance.view.game.table.issue_of[id]
    column = id_column((option.id for option in glance.view.game.table.issues[issue].options), 6)
    room = width - 2 - column - len(number)
    lines = wrap(printable(title, lines=False), columns=room) if roomy else [fit(title, room)]
    shown = [
        Content.assemble(
            (f"{mark} ", style), (f"{fit(id, column - 1)} ", "bold"), pad(lines[0], room), (number, "$primary")
        )
    ]
    shown += [Content(f"{' ' * (column + 2)}{line}") for line in lines[1:]]
    seats = holders(glance, id)
    if seats:
        shown.append(Content.styled(f"{' ' * (column + 2)}{fit(' '.join(seats), width - 2 - column)}", "$muted"))
    return shown


def _text_line(glance: Glance) -> list[Content]:
    view, text = glance.view, glance.at.proposal("text")
    if view.reservation is None:
        return []
    need = Content.assemble("\nYou sign from ", (signs_from(view), "bold"), ("  private", "$muted"))
    if text is None or glance.seat not in view.own.sheets.worth:
        return [need]
    total = view.own.sheets.utility(glance.seat, text.options) / POINT
    red = [o for o in text.options if o in view.own.sheets.red_lines.get(glance.seat, frozenset())]
    ok = total >= view.reservation and not red
    words = "enough" if ok else "red line" if red else "too little"
    return [
        need,
        Content.assemble(
            f"{text.id} is worth ", (f"{total:.1f}", "bold"), ": ", (words, "$success" if ok else "$error")
        ),
    ]


def _cards_line(glance: Glance, issue: str) -> list[Content]:
    role = glance.view.role
    if role is None or not role.cards:
        return []
    said = {a.text for a in glance.view.state.arguments.values() if a.seat == glance.seat}
    mine = [c for c in role.cards if glance.view.game.table.issue_of.get(c.option) == issue and c.text not in said]
    pro, con = sum(c.side == "for" for c in mine), sum(c.side == "against" for c in mine)
    return [Content.styled(f"Cards unplayed: {pro} for, {con} against", "$muted")]
