"""The proposal builder: a package put together, weighed and compared, and one key for what is done with it."""

from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from exercise.model import moves as m
from exercise.model.state import Proposal
from exercise.model.text import printable
from exercise.plain.narration import name
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.package_grid import PackageGrid
from exercise.ui.packages import (
    appraise,
    by_issue,
    described,
    differences,
    gauge,
    listing,
    on_record,
    seen_by,
    verdict_line,
    warnings,
)
from exercise.ui.sources import DRAFT, Sources
from exercise.ui.words import Words

DRAFTS: Final = 9
"""Drafts that are kept to compare."""
ROOMY: Final = 34
"""Lines of a window in which the grid also shows who is on record."""


class ProposalDialog(Dialog):
    """Build a package and propose it, or act on one that is on the table.

    With `drafting` it is the mediator's: it puts a text on the table or revises it. `load` is a proposal to begin from.
    """

    CSS_PATH = "../styles/propose.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-compact"), (110, "-wide")]  # noqa: RUF012
    TITLE_TEXT = "A package"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "make('propose')", "Propose", tooltip="Propose this package", id="propose.propose"),
        Binding("t", "make('table_text')", "Table", tooltip="Put this text on the table", id="propose.table"),
        Binding("r", "make('revise_text')", "Revise", tooltip="Make this the next version of the text", id="propose.revise"),
        Binding("a", "make('amend')", "Amend", tooltip="Amend the loaded proposal to this", id="propose.amend"),
        Binding("s", "make('support')", "Support", tooltip="Go on record for the loaded proposal", id="propose.support"),
        Binding("o", "make('oppose')", "Oppose", tooltip="Go on record against the loaded proposal", id="propose.oppose"),
        Binding("w", "make('withdraw')", "Withdraw", tooltip="Withdraw your own loaded proposal", id="propose.withdraw"),
        Binding("l", "choose", "Load", tooltip="Choose a proposal or draft to go on from", id="propose.load"),
        Binding("k", "keep", "Keep", tooltip="Keep this package as a draft to compare", id="propose.keep"),
        Binding("tab", "onward", "Words", show=False, tooltip="To the words, the list, and the option in full to scroll it", id="propose.onward"),
        Binding("c", "clear", "Clear", tooltip="Begin with an empty package", show=False, id="propose.clear"),
    ]  # fmt: skip
    HELP = (
        "Put a package together: pick one option for each issue, or leave an issue open. The bar shows what it is worth to\n"
        "you against what you need (┃). Below it stand your red lines in it, options that do not fit together, and how it\n"
        "differs from the text on the table and from the proposal you loaded. l loads a proposal or draft; then a, s, o and\n"
        "w are about it. k keeps drafts to compare. Tab goes to the words that go with it. What you put together stays here\n"
        "when you leave the window. Values are private and the authors' judgement."
    )

    grid = getters.query_one("#grid", PackageGrid)
    sources = getters.query_one("#sources", Sources)
    words = getters.query_one("#words", Words)

    def __init__(self, chair: Chair, *, drafting: bool = False, load: str = "") -> None:
        super().__init__(chair)
        self.drafting = drafting
        self.view = self.glance.view
        self.loaded = load if load in self.view.state.proposals else ""
        self._begun = self._beginning()

    def heading(self) -> str:
        return "The single text" if self.drafting else self.TITLE_TEXT

    def body(self) -> ComposeResult:
        with Horizontal(id="desk"):
            with Vertical(id="making"):
                yield Static("", id="begun", markup=False)
                yield PackageGrid(self.view, self._begun[1], id="grid")
                with VerticalScroll(id="option"):
                    yield Static("", id="described", markup=False)
                yield Static("", id="picked", markup=False)
            yield Sources(self.view, self.chair.drafts, id="sources")
        yield Static("", id="sum", markup=False)
        yield Words("Tab: words to go with it, if you like", back="#grid")

    def on_mount(self) -> None:
        self.sources.border_title = "On the table, and drafts"
        self.grid.focus()
        self._show()

    def on_resize(self, event: Resize) -> None:
        self.grid.roomy = event.size.height >= ROOMY
        self.grid.on_resize()
        self.set_class(self.grid.roomy, "-roomy")

    # What the package begins with

    def _beginning(self) -> tuple[str, tuple[str, ...]]:
        """Where the package comes from, in words, and its options."""
        state, at = self.view.state, seen_by(self.view)
        if self.loaded:
            return "", state.proposals[self.loaded].options
        if self.chair.unsent:
            return "Your package as you left it.", self.chair.unsent
        agreed = tuple(state.agreed[issue] for issue in at.issues if issue in state.agreed)
        text = at.proposal("text")
        if text is not None:
            self.loaded = text.id
            return "", text.options
        held = tuple(option for option in state.positions.get(self.view.seat, {}).values())
        if held:
            kept = {**by_issue(self.view, held), **by_issue(self.view, agreed)}
            return "What you are on record for.", tuple(kept.values())
        return "Nothing picked yet: arrows move, Space picks." if not agreed else "What is agreed.", agreed

    @property
    def subject(self) -> Proposal | None:
        """The proposal that the keys are about: the loaded one, else one that says exactly what the package says."""
        at, options = seen_by(self.view), self.grid.options
        if self.loaded:
            return at.proposal(self.loaded)
        return next((p for p in at.live_proposals() if options and p.options == options), None)

    # What is on the screen

    @on(PackageGrid.Changed)
    @on(PackageGrid.Moved)
    def _show(self) -> None:
        self.complain("")
        cell = self.grid.cell
        nothing = Content.styled("No issue can be bargained over in this stage.", "$muted")
        self.query_one("#described", Static).update(described(self.view, cell.option) if cell else nothing)
        self.query_one("#option").scroll_home(animate=False)
        self.query_one("#begun", Static).update(self._origin())
        picked = self.query_one("#picked", Static)
        picked.update(listing(self.view, self.grid.options))
        picked.set_class(bool(self.grid.options), "-any")
        self.query_one("#sum", Static).update(self._sum())
        self.refresh_bindings()

    @on(PackageGrid.Refused)
    def _refused(self, event: PackageGrid.Refused) -> None:
        self.complain(event.why)

    def _origin(self) -> Content:
        subject = self.subject
        if subject is None:
            return Content.styled(self._begun[0] if self.grid.options == self._begun[1] else "A new package.", "$muted")
        changed = "" if subject.options == self.grid.options else ", changed"
        mark = "■ " if subject.id == self.view.state.text else "◆ "
        who = printable(name(self.view.game, subject.seat), lines=False)
        return Content.assemble(
            (f"{mark}{subject.id}", "bold $accent"), f" by {who}{changed}: ", (on_record(subject), "$muted")
        )

    def _sum(self) -> Content:
        options = self.grid.options
        worth = appraise(self.view, options)
        lines = []
        if worth.total is not None:
            width = 7 if self.size.width < 76 else 16 if self.size.width < 110 else 30
            lines.append(Content.assemble(gauge(worth, width), "  ", verdict_line(worth)))
        lines += warnings(self.view, worth)
        if worth.missing:
            lines.append(Content.styled(f"Still open: {', '.join(worth.missing)}.", "$muted"))
        return Content("\n").join([*lines, *self._compared(options)])

    def _compared(self, options: tuple[str, ...]) -> list[Content]:
        """How the package differs from the text on the table, the loaded proposal and what is highlighted in the list."""
        state, at = self.view.state, seen_by(self.view)
        others = {self.loaded, state.text} - {""}
        lines = []
        for id in sorted(others, key=lambda id: id != state.text):
            other = at.proposal(id)
            if other is not None and (changed := differences(self.view, other.options, options)):
                lines.append(_changed("Against", f"{'the text ' if id == state.text else ''}{id}", changed))
        shown = self.sources.highlighted_option
        if self.focused is self.sources and shown is not None and shown.id is not None:
            changed = differences(self.view, options, self.sources.package(shown.id)) or "the same"
            lines.append(_changed("Instead", shown.id.capitalize(), changed))
        return lines

    # Drafts and proposals to go on from

    def action_choose(self) -> None:
        self.add_class("-choosing")
        self.call_after_refresh(self.sources.focus)

    def on_descendant_focus(self) -> None:
        self.set_class(self.focused is self.sources, "-choosing")
        self._show()

    @on(Sources.OptionHighlighted)
    def _browse(self) -> None:
        self.query_one("#sum", Static).update(self._sum())

    @on(Sources.OptionSelected)
    def _load(self, event: Sources.OptionSelected) -> None:
        id = event.option_id or ""
        draft = id.startswith(DRAFT)
        self.loaded = "" if draft else id
        self._begun = (f"{id.capitalize()}." if draft else "", self.sources.package(id))
        self.grid.load(self._begun[1])
        self.grid.focus()

    def action_onward(self) -> None:
        """From the grid to the words, to the list where it is shown, to the option in full, and back."""
        stops: list[Widget] = [self.grid, self.words, self.sources, self.query_one("#option")]
        shown = [stop for stop in stops if stop.focusable]
        at = shown.index(self.focused) if self.focused in shown else -1
        shown[(at + 1) % len(shown)].focus()

    def action_keep(self) -> None:
        options = self.grid.options
        if not options:
            self.complain("there is nothing to keep yet")
        elif options in self.chair.drafts:
            self.complain(f"this is draft {self.chair.drafts.index(options) + 1} already")
        elif len(self.chair.drafts) >= DRAFTS:
            self.complain(f"{DRAFTS} drafts are kept at most; drop one in the list")
        else:
            self.chair.drafts.append(options)
            self.sources.renew()
            self.notify(f"Kept as draft {len(self.chair.drafts)}.", timeout=2, markup=False)

    def action_clear(self) -> None:
        self.loaded = ""
        self._begun = ("Nothing picked yet: arrows move, Space picks.", ())
        self.grid.load(())

    # Moves

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key is there when there is something that it could be about, and dimmed while the rules do not allow it."""
        typing = isinstance(self.focused, Words)
        if action == "choose" and isinstance(self.focused, Sources):
            return False
        if action in ("choose", "keep", "clear") and self.is_mounted:
            return None if typing else True
        if action != "make" or not self.is_mounted:
            return True
        kind = str(parameters[0])
        return (None if typing or kind not in self.glance.legal else True) if self._concerns(kind) else False

    def _concerns(self, kind: str) -> bool:
        """Whether there is something that a move of this kind could be about."""
        text = seen_by(self.view).proposal("text")
        if self.drafting or kind in ("table_text", "revise_text"):
            return self.drafting and kind == ("table_text" if text is None else "revise_text")
        subject = self.subject
        match kind:
            case "propose":
                return True
            case "amend":
                return subject is not None and subject.id != self.view.state.text
            case "withdraw":
                return subject is not None and subject.seat == self.view.seat
            case _:
                return subject is not None

    def action_make(self, kind: str) -> None:
        """Make the move of a key with the package or the loaded proposal."""
        options, said, subject = self.grid.options, self.words.said, self.subject
        text = seen_by(self.view).proposal("text")
        match kind:
            case "propose":
                self.finish(m.Propose(options, said))
            case "table_text":
                self.finish(m.TableText(options, said))
            case "revise_text" if text is not None and self._keeps_issues(text):
                self.finish(m.ReviseText(options, said))
            case "amend" if subject is not None and self._keeps_issues(subject):
                self.finish(m.Amend(subject.id, tuple(o for o in options if o not in subject.options), said))
            case "support" if subject is not None:
                self.finish(m.Support(subject.id, said))
            case "oppose" if subject is not None:
                self.finish(m.Oppose(subject.id, said))
            case "withdraw" if subject is not None:
                self.finish(m.Withdraw(subject.id, said))

    def _keeps_issues(self, proposal: Proposal) -> bool:
        """Whether the package settles all that the proposal settles; a change cannot take an issue out of it."""
        lost = [i for i in by_issue(self.view, proposal.options) if i not in by_issue(self.view, self.grid.options)]
        if lost:
            self.complain(f"{proposal.id} settles {', '.join(lost)} too, and a change cannot leave that out")
        elif self.grid.options == proposal.options:
            self.complain(f"{proposal.id} says that already")
        return not lost and self.grid.options != proposal.options

    def finish(self, move: m.Move) -> None:
        if self.chair.check(move) is None:
            self.chair.unsent = ()
        super().finish(move)

    def action_leave(self) -> None:
        """First back to the grid, then out of the window; the package stays for the next time."""
        if self.focused is not self.grid:
            self.grid.focus()
            return
        self.chair.unsent = self.grid.options
        self.dismiss(None)


def _changed(word: str, what: str, changed: str) -> Content:
    return Content.assemble((f"{word} ", "$muted"), (what, "bold"), (": ", "$muted"), changed)
