"""Charts over the days: dials, support for the options of an issue, how far apart the parties stand."""

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static, Tab, Tabs
from textual_plotext import PlotextPlot

from exercise.model.text import printable
from exercise.plain.wrapping import pad
from exercise.review.history import Line, distances, positions_by_day, support
from exercise.ui.chair import Chair
from exercise.ui.explaining import explain
from exercise.ui.prose import hanging

_HUES: Final = (
    (86, 180, 233), (230, 159, 0), (0, 158, 115), (204, 121, 167), (213, 94, 0), (60, 130, 200), (150, 150, 150),
)  # fmt: skip
"""Hues that colour-blind people can tell apart; a letter stands on every line as well."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DIRECTIONS: Final = (
    ("down", "Dials  of which less is better"),
    ("up", "Dials  of which more is better"),
    ("neither", "Dials  that are neither good nor bad by themselves"),
)
PAGES: Final = ("Dials", "Support", "Distance")


class Charts(ModalScreen[None]):
    """A picture first, the numbers on request. Shows only what its seat has heard or may see."""

    CSS_PATH = "styles/charts.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", id="charts.back", tooltip="Back to the conference"),
        Binding("1", "page(0)", "Dials", id="charts.dials", show=False, tooltip="Dials over the days"),
        Binding("2", "page(1)", "Support", id="charts.support", show=False, tooltip="Support for options over the days"),
        Binding("3", "page(2)", "Distance", id="charts.distance", show=False, tooltip="How far apart the parties stand"),
        Binding("left", "subject(-1)", "Before", id="charts.before", tooltip="The issue or group of dials before", priority=True),
        Binding("right", "subject(1)", "Next", id="charts.next", tooltip="The next issue or group of dials", priority=True),
        Binding("n", "numbers", "Numbers", id="charts.numbers", tooltip="Numbers instead of the picture, and back"),
        Binding("question_mark,f1", "explain", "Help", id="charts.help", tooltip="What is shown, and the keys"),
    ]  # fmt: skip
    HELP = (
        "Lines over the days, each with a letter that stands beside its name. Support counts the seats on record for an\n"
        "option. Distance is how far apart the parties on record stand on an issue: 0 all for the same option, 100 at the two\n"
        "ends. Dials are judgements of the authors and for the facilitator."
    )

    def __init__(self, chair: Chair) -> None:
        super().__init__()
        view = chair.look().view
        self._game, self._state = view.game, view.state
        first = self._game.scenario.clock.first_day
        self._days = tuple(range(first, max(first, self._state.day) + 1))
        self._held = positions_by_day(chair.heard(), self._days)
        self._page = 0 if self._state.dials else 1
        self._subject = [0, self._focus(), 0]
        self._numbers = False

    def _focus(self) -> int:
        issues = self._state.issues
        return issues.index(self._state.focus) if self._state.focus in issues else 0

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = "Over the days"
            yield Tabs(
                *(Tab(Content(f"{n} {page}"), id=f"page-{n}") for n, page in enumerate(PAGES, 1)),
                active=f"page-{self._page + 1}",
            )
            yield Static("", id="subject", markup=False)
            with Horizontal(id="picture"):
                yield PlotextPlot(id="plot")
                yield Static("", id="legend", markup=False)
            with VerticalScroll(id="table"):
                yield Static("", id="figures", markup=False)
            yield Static("", id="nothing", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one(Tabs).can_focus = False
        self._draw()

    # Content

    def _lines(self) -> tuple[str, list[Line], str]:
        """What is shown: a title, its lines, and what to say where there are none."""
        match PAGES[self._page]:
            case "Support":
                issues = self._state.issues
                if not issues:
                    return "", [], "No issue is on the agenda yet."
                issue = issues[self._subject[1] % len(issues)]
                lines = [line for line in support(self._game, self._held, issue) if any(line.values)]
                title = f"{issue} {self._game.table.title(issue)}  seats on record for each option"
                return title, lines, f"Nobody is on record on {issue} yet."
            case "Distance":
                lines = distances(self._game, self._held, self._state.issues)
                title = "Distance  how far apart the parties stand, in percent of the way between the ends of an issue"
                nothing = "No two parties are on record on the same issue yet."
                return title, [line for line in lines if any(v is not None for v in line.values)], nothing
            case _:
                return self._dials()

    def _dials(self) -> tuple[str, list[Line], str]:
        dials = self._game.scenario.dials
        groups = [(title, g) for way, title in _DIRECTIONS if (g := [d for d in dials if d.better == way])]
        if not self._state.dials or not groups:
            return "", [], "Only the facilitator sees the dials." if groups else "This scenario has no dials."
        title, group = groups[self._subject[0] % len(groups)]
        lines = []
        for dial in group:
            ends = [day[dial.id] for day in reversed(tuple(self._state.dial_days)) if dial.id in day]
            past = ends[: len(self._days) - 1]
            values = (*past, self._state.dials.get(dial.id, dial.start))
            missing = (None,) * (len(self._days) - len(values))
            lines.append(Line(dial.id, dial.name, (*missing, *values)))
        return title, lines, ""

    # Drawing

    def _draw(self) -> None:
        title, lines, nothing = self._lines()
        several = self._several() > 1
        arrows = ("‹ ", " ›") if several else ("", "")
        what, _, how = title.partition("  ")
        shown = Content.assemble(
            (arrows[0], "$accent"), (printable(what, lines=False), "bold"), (arrows[1], "$accent"),
            (f"   {printable(how, lines=False)}", "$muted"),
        )  # fmt: skip
        self.query_one("#subject", Static).update(shown)
        self.query_one("#nothing", Static).update(Content("" if lines else nothing))
        self.query_one("#nothing").display = not lines
        self.query_one("#picture").display = bool(lines) and not self._numbers
        self.query_one("#table").display = bool(lines) and self._numbers
        legend = self.query_one("#legend", Static)
        legend.update(
            Content("\n").join(_key(n, line, legend.content_size.width or 38) for n, line in enumerate(lines))
        )
        self.query_one("#figures", Static).update(figures(self._days, lines))
        self._plot(lines)
        self.refresh_bindings()

    def _several(self) -> int:
        match PAGES[self._page]:
            case "Support":
                return len(self._state.issues)
            case "Dials" if self._state.dials:
                return len({dial.better for dial in self._game.scenario.dials})
            case _:
                return 1

    def _plot(self, lines: Sequence[Line]) -> None:
        widget = self.query_one("#plot", PlotextPlot)
        plot = widget.plt
        plot.clear_figure()
        counts = PAGES[self._page] == "Support"
        for number, line in enumerate(lines):
            for start, end in pairwise(paths(self._days, line, counts)):
                if not counts or start[0] == end[0] or start[1] == end[1]:
                    hue = _HUES[number % len(_HUES)]
                    plot.plot([start[0], end[0]], [start[1], end[1]], color=hue, marker="braille")
        for number, line in enumerate(lines):
            points = marks(self._days, line, counts, (number + 0.5) / len(lines))
            letter = _LETTERS[number % len(_LETTERS)]
            plot.scatter(
                [x for x, _ in points], [y for _, y in points], color=_HUES[number % len(_HUES)], marker=letter
            )
        self._axes(lines, counts)
        widget.refresh()

    def _axes(self, lines: Sequence[Line], counts: bool) -> None:
        plot = self.query_one("#plot", PlotextPlot).plt
        most = max((v for line in lines for v in line.values if v is not None), default=1)
        plot.ylim(0, most + 1 if counts else 100)
        last = self._days[-1] + (1 if counts else 0)
        plot.xlim(self._days[0], max(last, self._days[0] + 1))
        step = 1 + len(self._days) // 16
        plot.xticks(
            [d + (0.5 if counts else 0) for d in self._days[::step]],
            [f"{d}" if d > self._days[0] else f"day {d}" for d in self._days[::step]],
        )
        plot.yticks(list(range(int(most) + 2)) if counts else [0, 25, 50, 75, 100])
        plot.frame(False)
        plot.grid(False, False)

    # Keys

    @on(Tabs.TabActivated)
    def turned(self, event: Tabs.TabActivated) -> None:
        """Another chart."""
        self._page = int((event.tab.id or "page-1").removeprefix("page-")) - 1
        self._draw()

    def action_page(self, page: int) -> None:
        self.query_one(Tabs).active = f"page-{page + 1}"

    def action_subject(self, step: int) -> None:
        self._subject[self._page] = (self._subject[self._page] + step) % max(1, self._several())
        self._draw()

    def action_numbers(self) -> None:
        self._numbers = not self._numbers
        self._draw()
        if self._numbers:
            self.query_one("#table").focus()

    def action_explain(self) -> None:
        explain(self, "Charts", self.HELP)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return (True if self._several() > 1 else None) if action == "subject" else True


Point = tuple[float, float]


def paths(days: Sequence[int], line: Line, counts: bool) -> list[Point]:
    """The points that a line goes through; counts are steps, a day wide."""
    known: list[Point] = [(day, value) for day, value in zip(days, line.values, strict=True) if value is not None]
    return [p for day, value in known if value for p in ((day, value), (day + 1, value))] if counts else known


def marks(days: Sequence[int], line: Line, counts: bool, shift: float) -> list[Point]:
    """Where a line's letter stands; for counts side by side, where several options have the same."""
    known: list[Point] = [(day, value) for day, value in zip(days, line.values, strict=True) if value is not None]
    if counts:
        return [(day + shift, value) for day, value in known if value]
    return [*(known[::2] if len(known) > 6 else known), *known[-1:]]


def _key(number: int, line: Line, width: int) -> Content:
    red, green, blue = _HUES[number % len(_HUES)]
    value = "–" if line.last is None else f"{line.last:g}" if float(line.last).is_integer() else f"{line.last:.1f}"
    name = line.title if line.id.islower() else f"{line.id} {line.title}"
    lead = Content.assemble(
        (f"{_LETTERS[number % len(_LETTERS)]} ", f"bold rgb({red},{green},{blue})"), (f"{value:>5}  ", "bold")
    )
    return hanging(lead, printable(name, lines=False), width, lead.cell_length)


def figures(days: Sequence[int], lines: Sequence[Line]) -> Content:
    """The same as numbers, a row a day."""
    heads = [line.id if not line.id.islower() else line.title for line in lines]
    widths = [min(12, max(6, len(head))) for head in heads]
    rows = [
        Content.styled(
            "Day   " + "  ".join(f"{head[:w]:>{w}}" for head, w in zip(heads, widths, strict=True)), "bold $accent"
        )
    ]
    for at, day in enumerate(days):
        cells = []
        for line, w in zip(lines, widths, strict=True):
            value = line.values[at]
            cells.append(f"{'–' if value is None else f'{value:.1f}'.removesuffix('.0'):>{w}}")
        rows.append(Content(pad(str(day), 6) + "  ".join(cells)))
    return Content("\n").join(rows)
