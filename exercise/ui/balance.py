"""The balance of a scenario: who can agree on what, in pictures first and in numbers on request. For the facilitator."""

import asyncio
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import evolve
from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from exercise.model.scenario import Scenario
from exercise.model.text import printable
from exercise.ui.explaining import explain
from exercise.ui.footer import Keys

if TYPE_CHECKING:
    from exercise.analysis.analysis import Analysis, Asked
    from exercise.plain.balance.section import Section

_WAITING: Final = "counting"
_NOISE: Final = 300
"""Runs of noise that its key asks for."""
_WIDEST: Final = 96
"""Columns of a picture at most."""
_STYLES: Final = {"█": "$primary", "▏": "$primary", "✗": "$error", "!": "$warning"}
"""Colours of bars and marks; each is a sign of its own without them."""
_KEYS: Final = {"noise": "Press o to move every score at random.", "agenda": "Press a to count all issues together."}


class Balance(Screen[None]):
    """Sections one by one, with a list of them beside where there is room."""

    CSS_PATH = "styles/balance.tcss"
    DEFAULT_CLASSES = "page"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-wide")]  # noqa: RUF012
    HELP = (
        "The balance of a scenario: how many packages please whom, which deals there are, and what moves them. Each section explains\n"
        "its notion, then shows a picture; n shows the numbers behind it. It tells what every party needs, so it is for the\n"
        "facilitator and not for those who will play. Scores are judgements of the authors."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", id="balance.back", tooltip="Back to the list of scenarios"),
        Binding("left", "turn(-1)", "Before", id="balance.before", tooltip="The section before", priority=True),
        Binding("right", "turn(1)", "Next", id="balance.next", tooltip="The next section", priority=True),
        Binding(
            "n", "numbers", "Numbers", id="balance.numbers", tooltip="Numbers above the picture, or the picture alone"
        ),
        Binding("o", "noise", "Noise", id="balance.noise", tooltip=f"Move every score at random, {_NOISE} times"),
        Binding("a", "agenda", "All issues", id="balance.agenda", tooltip="Count the packages of all issues together"),
        Binding("question_mark", "explain", "Help", id="balance.help", tooltip="What is shown, and the keys"),
    ]

    contents = getters.query_one("#contents", OptionList)
    page = getters.query_one("#page", VerticalScroll)

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self._scenario = scenario
        self._found: Analysis | None = None
        self._doing = _WAITING
        self._at = 0
        self._numbers = False

    def compose(self) -> ComposeResult:
        title = printable(self._scenario.title, lines=False)
        banner = Content.assemble((title, "bold $accent"), ("   balance, for the facilitator", "$muted"))
        yield Static(banner, id="banner", classes="banner", markup=False)
        with Horizontal(id="desk"):
            contents = OptionList(id="contents", markup=False)
            contents.border_title = "Sections"
            yield contents
            with VerticalScroll(id="page"):
                yield Static("", id="says", markup=False)
                yield Static("", id="picture", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.page.focus()
        self._show()
        self.call_after_refresh(self._count)

    def on_resize(self, event: Resize) -> None:
        self.call_after_refresh(self._show)

    # Counting

    @work(exclusive=True, group="count", exit_on_error=False)
    async def _count(self, noise: int = 0, agenda: bool = False) -> None:
        """Count in steps, so that keys are answered in between."""
        await asyncio.sleep(0)
        from exercise.analysis.analysis import Asked, NoSheetsError, analysing

        try:
            steps = analysing(self._scenario, self._asked(Asked(), noise, agenda))
            while True:
                step = next(steps)
                part = "" if step.part is None else f", {100 * step.part:.0f} %"
                self._tell(f"{step.doing}{part}")
                await asyncio.sleep(0)
        except NoSheetsError:
            self._tell("No party has a score sheet, so nothing can be said about its balance.")
        except StopIteration as done:
            self._found = done.value
            self._tell("")

    def _asked(self, nothing: "Asked", noise: int, agenda: bool) -> "Asked":
        """What was asked for before, and this."""
        before = self._found.asked if self._found is not None else nothing
        return evolve(before, noise=noise or before.noise, agenda=agenda or before.agenda)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What goes wrong is said, and the screen stays."""
        if event.state is WorkerState.ERROR:
            self._tell(f"The packages could not be counted: {event.worker.error}")

    def _tell(self, doing: str) -> None:
        self._doing = doing
        self._show()

    # Content

    def _sections(self) -> "tuple[Section, ...]":
        if self._found is None:
            return ()
        from exercise.plain.balance.section import Paper
        from exercise.plain.balance.whole import sections

        room = self.page.scrollable_content_region.width or self.page.size.width
        return sections(self._found, Paper(max(40, min(_WIDEST, room - 1))))

    def _show(self) -> None:
        """The section chosen, or what is being done."""
        if not self.is_mounted:
            return
        made = self._sections()
        if not made:
            self.query_one("#says", Static).update(Content(printable(self._doing)))
            return
        self._list(made)
        section = made[self._at % len(made)]
        place = Content.assemble(
            ("‹ ", "$accent"),
            (section.title, "bold"),
            (" ›", "$accent"),
            (f"   {self._at + 1} of {len(made)}", "$muted"),
        )
        parts = [place, Content(""), Content(section.says)]
        if section.missing:
            parts.append(Content.styled(_KEYS[section.missing], "$accent"))
        if self._doing:
            parts.append(Content.styled(printable(self._doing), "$warning"))
        self.query_one("#says", Static).update(Content("\n").join(parts))
        lines = self._lines(section)
        self.query_one("#picture", Static).update(Content("\n").join([_coloured(line) for line in lines]))
        self.refresh_bindings()

    def _lines(self, section: "Section") -> tuple[str, ...]:
        """The picture; the numbers above it where they are wanted, or alone where there is no picture."""
        if self._numbers and section.figures and section.picture:
            return (*section.figures, "", *section.picture)
        return section.picture or section.figures

    def _list(self, made: "tuple[Section, ...]") -> None:
        if self.contents.option_count != len(made):
            with self.prevent(OptionList.OptionHighlighted):
                self.contents.clear_options()
                self.contents.add_options([Option(Content(section.title), id=section.id) for section in made])
        with self.prevent(OptionList.OptionHighlighted):
            self.contents.highlighted = self._at

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer shows what can be done now."""
        found = self._found
        if action in ("turn", "numbers"):
            return True if found is not None else None
        if action == "noise":
            return found is not None and not found.asked.noise
        if action == "agenda":
            return found is not None and found.linkable and not found.asked.agenda
        return True

    @on(OptionList.OptionHighlighted, "#contents")
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        self._turn_to(event.option_index)

    def action_turn(self, by: int) -> None:
        self._turn_to((self._at + by) % max(1, self.contents.option_count))

    def _turn_to(self, number: int) -> None:
        self._at = number
        self._show()
        self.page.scroll_home(animate=False)

    def action_numbers(self) -> None:
        self._numbers = not self._numbers
        self._show()
        self.page.scroll_home(animate=False)

    def action_noise(self) -> None:
        self._go_to("noise")
        self._count(noise=_NOISE)

    def action_agenda(self) -> None:
        self._go_to("agenda")
        self._count(agenda=True)

    def _go_to(self, id: str) -> None:
        self._turn_to(next((n for n, section in enumerate(self._sections()) if section.id == id), self._at))

    def action_explain(self) -> None:
        explain(self, "Balance", self.HELP)


def _coloured(line: str) -> Content:
    """A line with its bars and marks in colour."""
    runs: list[tuple[str, str]] = []
    for char in line:
        style = _STYLES.get(char, "")
        if char == "!" and not line.startswith("  ! "):
            style = ""
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + char, style)
        else:
            runs.append((char, style))
    return Content.assemble(*runs)
