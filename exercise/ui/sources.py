"""What a package can begin from: one's own drafts, the text on the table and the proposals, with who supports what."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from exercise.engine.views import View
from exercise.model.state import Proposal
from exercise.model.text import printable
from exercise.plain.narration import name
from exercise.ui.packages import appraise, on_record, seen_by

SPACED: Final = 34
"""Lines of a window in which an empty line stands between the packages."""
DRAFT: Final = "draft"
"""The id of a draft begins with it: `draft 2`."""


def proposals(view: View) -> list[Proposal]:
    """What is on the table: the mediator's text first, then the proposals, newest first."""
    live = list(reversed(seen_by(view).live_proposals()))
    return sorted(live, key=lambda proposal: proposal.id != view.state.text)


class Sources(OptionList):
    """Drafts and proposals, each with what it is worth to the reader and who is on record."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Go on from it", tooltip="Go on from this package", id="sources.load"),
        Binding("delete,x", "drop", "Drop draft", tooltip="Forget one of your drafts", id="sources.drop"),
    ]
    HELP = (
        "Your drafts, the text on the table (■) and the proposals, newest first. Enter goes on from one of them, x forgets a\n"
        "draft. Beside each stands what it is worth to you (private), below it who is on record for and against it."
    )

    def __init__(self, view: View, drafts: list[tuple[str, ...]], *, id: str | None = None) -> None:
        self._view = view
        self._drafts = drafts
        super().__init__(*self._all(), id=id, markup=False)

    def renew(self) -> None:
        """Show the drafts as they are now."""
        at = self.highlighted
        self.clear_options()
        self.add_options(self._all())
        self.highlighted = min(at, self.option_count - 1) if at is not None and self.option_count else None

    def package(self, id: str) -> tuple[str, ...]:
        """The options of a draft or proposal."""
        if id.startswith(DRAFT):
            return self._drafts[int(id.removeprefix(DRAFT)) - 1]
        return self._view.state.proposals[id].options

    def action_drop(self) -> None:
        option = self.highlighted_option
        if option is not None and option.id is not None and option.id.startswith(DRAFT):
            del self._drafts[int(option.id.removeprefix(DRAFT)) - 1]
            self.renew()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a draft can be dropped."""
        option = self.highlighted_option
        return action != "drop" or bool(option and option.id and option.id.startswith(DRAFT))

    def _all(self) -> Iterable[Option]:
        view, live = self._view, proposals(self._view)
        if not self._drafts and not live:
            yield Option(Content.styled("Nothing is on the table yet.", "$muted"), disabled=True)
        for number, options in enumerate(self._drafts, 1):
            yield Option(self._prompt(f"Draft {number}", "", options, "not sent"), id=f"{DRAFT} {number}")
        for proposal in live:
            mark = "■ " if proposal.id == view.state.text else ""
            who = name(view.game, proposal.seat)
            yield Option(
                self._prompt(f"{mark}{proposal.id}", who, proposal.options, on_record(proposal)), id=proposal.id
            )

    def _prompt(self, title: str, who: str, options: tuple[str, ...], record: str) -> Content:
        worth = appraise(self._view, options)
        said = f"  {worth.total:.1f} {worth.verdict}" if worth.total is not None else ""
        style = "$success" if worth.enough else "$muted"
        gap = "\n" if self.app.size.height >= SPACED else ""
        by = f"by {printable(who, lines=False)}: " if who else ""
        return Content.assemble(
            (title, "bold"), (said, style), "\n", " ".join(options), "\n", (f"{by}{record}{gap}", "not bold $muted")
        )
