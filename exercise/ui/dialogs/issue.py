"""An issue in full: what it is about, its options with their texts, who stands where, and what each is worth to the reader."""

from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from exercise.model import moves as m
from exercise.model.text import printable
from exercise.plain.own_answers import HONESTY, weight
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.packages import described
from exercise.ui.panels.agenda import status
from exercise.ui.words import Words

ROOMY: Final = 34
"""Lines of a window in which the options stand apart."""
_MOVES: Final = {"support": m.Support, "oppose": m.Oppose, "concede": m.Concede}


class Clauses(OptionList):
    """The options of one issue; left and right turn to another issue."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "screen.turn(-1)", "Issue before", show=False, tooltip="The issue before", id="clauses.left"),
        Binding("right", "screen.turn(1)", "Next issue", key_display="→", tooltip="The next issue", id="clauses.right"),
    ]
    HELP = (
        "The options of the issue with text and standing. Up and down choose one, left and right turn to another issue."
    )


class IssueDialog(Dialog):
    """One issue at a time. Opens on the issue in debate, or on `issue`."""

    CSS_PATH = "../styles/issue.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "say('support')", "Support", tooltip="Go on record for the option", id="issue.support"),
        Binding("o", "say('oppose')", "Oppose", tooltip="Go on record against the option", id="issue.oppose"),
        Binding("g", "say('concede')", "Give way", tooltip="Give way to the option", id="issue.concede"),
    ]
    HELP = (
        "An issue of the conference: what it is about, each option with its text, who is on record for and against it.\n"
        "Your value of an option (0 to 100 on this issue), why, and your red lines are private. Left and right turn to\n"
        f"other issues. s, o and g go on record for or against the chosen option, or give way to it. {HONESTY}"
    )

    clauses = getters.query_one("#clauses", Clauses)
    words = getters.query_one("#words", Words)

    def __init__(self, chair: Chair, issue: str = "") -> None:
        super().__init__(chair)
        self.view = self.glance.view
        table, state = self.view.game.table, self.view.state
        self.issues = [*state.issues, *(i for i in table.issues if i not in state.issues)]
        first = issue or state.focus
        self.at = self.issues.index(first) if first in self.issues else 0

    @property
    def issue(self) -> str:
        return self.issues[self.at]

    def heading(self) -> str:
        title = self.view.game.table.title(self.issue)
        return printable(f"{self.issue} {title}  {self.at + 1} of {len(self.issues)}", lines=False)

    def body(self) -> ComposeResult:
        with VerticalScroll(id="about"):
            yield Static("", id="note", markup=False)
        yield Clauses(id="clauses", markup=False)
        yield Words("Tab: words to go with it, if you like", back="#clauses")

    def on_mount(self) -> None:
        self.clauses.focus()
        self._show()

    def _show(self) -> None:
        self.query_one("#window").border_title = self.heading()
        self.complain("")
        issue = self.view.game.table.issues[self.issue]
        self.query_one("#note", Static).update(self._about())
        self.query_one("#about").scroll_home(animate=False)
        self.clauses.clear_options()
        gap = "\n" if self.size.height >= ROOMY else ""
        self.clauses.add_options([Option(described(self.view, o.id) + gap, id=o.id) for o in issue.options])
        held = self.view.state.positions.get(self.view.seat, {}).get(self.issue)
        mine = [n for n, option in enumerate(issue.options) if option.id == held]
        self.clauses.highlighted = mine[0] if mine else 0
        self.refresh_bindings()

    def _about(self) -> Content:
        """Where the issue stands, what it is about, and what it is to the reader."""
        view, issue = self.view, self.view.game.table.issues[self.issue]
        known = self.issue in view.state.issues
        words, mark = status(self.glance, self.issue) if known else ("not on the agenda", "·")
        after = "" if issue.core else "  not part of the package"
        lines = [Content.assemble((f"{mark} {words}", "bold $accent"), (after, "$muted"))]
        lines += [Content(printable(issue.note))] if issue.note else []
        sheet = view.role.sheet.get(self.issue) if view.role else None
        if sheet is not None:
            counts = f"counts {weight(view, self.issue)} percent for you"
            lines.append(Content.assemble((f"Private: {counts}. ", "$primary"), printable(sheet.why)))
        interest = view.role.interests.get(self.issue, "") if view.role else ""
        if interest:
            lines.append(Content.assemble(("Your interest: ", "$primary"), printable(interest)))
        return Content("\n").join(lines)

    # Keys

    def action_turn(self, steps: int) -> None:
        """Turn to another issue."""
        self.at = (self.at + steps) % len(self.issues)
        self._show()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.words.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The moves are there for seats that can make them, and dimmed while they are not legal."""
        if not self.is_mounted or action not in ("say", "turn"):
            return True
        if action == "say" and self.view.kind is None:
            return False
        typing = isinstance(self.focused, Words)
        return None if typing or (action == "say" and parameters[0] not in self.glance.legal) else True

    def action_say(self, kind: str) -> None:
        """Go on record for or against the option under the cursor, or give way to it."""
        option = self.clauses.highlighted_option
        if option is not None and option.id is not None:
            self.finish(_MOVES[kind](option.id, self.words.said))

    def action_leave(self) -> None:
        if isinstance(self.focused, Words):
            self.clauses.focus()
        else:
            self.dismiss(None)
