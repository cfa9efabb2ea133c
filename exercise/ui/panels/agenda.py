"""The agenda: each issue and its state."""

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content

from exercise.engine.closing import is_settled
from exercise.ui.chair import Glance
from exercise.ui.panels.panel import Panel
from exercise.ui.prose import fit, id_column


def status(glance: Glance, issue: str) -> tuple[str, str]:
    """The state of an issue in a word or two, and a mark for it."""
    state, game = glance.view.state, glance.view.game
    option = state.agreed.get(issue)
    if option:
        locked = " locked" if issue in state.locked else ""
        return (f"{option}{locked}", "★") if is_settled(game, state, issue) else (f"{option} put off", "◌")
    if state.focus == issue:
        return "in debate", "►"
    if issue in state.postponed:
        return "postponed", "‖"
    return "open", "·"


TITLED: Final = 36
"""Lines of a window in which the title of an issue stands below its id."""


class Agenda(Panel, can_focus=True):
    """One line for every issue on the agenda."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.act('issue')", "Open", id="panel.agenda", tooltip="Open the issue in debate"),
    ]
    HELP = "The issues: ★ agreed, ► in debate, · open, ‖ postponed, ◌ put off and so not settled. i shows an issue in full."

    def drawn(self, glance: Glance, width: int) -> Content:
        state, game = glance.view.state, glance.view.game
        lines = []
        column = id_column(state.agenda or state.issues, 5)
        for issue in state.agenda or state.issues:
            words, mark = status(glance, issue)
            style = {"★": "$success", "►": "bold $accent"}.get(mark, "")
            core = "" if issue in game.table.core else " (after)"
            lines.append(
                Content.assemble((f"{mark} ", style), (f"{fit(issue, column - 1)} ", "bold"), (f"{words}{core}", style))
            )
            if self.app.size.height >= TITLED:
                lines.append(
                    Content.styled(
                        f"  {fit(game.table.issues[issue].short or game.table.title(issue), width - 2)}", "$muted"
                    )
                )
        return Content("\n").join(lines) if lines else Content.styled("Nothing yet.", "$muted")
