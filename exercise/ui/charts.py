"""Charts over the days: dials, support for the options of an issue, how far apart the parties stand."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, ScrollableContainer, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, Tab, Tabs
from textual_plotext import PlotextPlot

from exercise.model.text import printable
from exercise.plain.wrapping import pad
from exercise.review.history import Line, distances, positions_by_day, support
from exercise.ui.chair import Chair
from exercise.ui.explaining import explain
from exercise.ui.footer import Keys
from exercise.ui.prose import Prose, fit, hanging

_HUES: Final = (
    (86, 180, 233), (230, 159, 0), (0, 158, 115), (204, 121, 167), (213, 94, 0), (60, 130, 200), (150, 150, 150),
)  # fmt: skip
"""Hues that colour-blind people can tell apart; a letter stands on every line as well."""
_ON_LIGHT: Final = 0.62
"""What a hue is multiplied by on a light ground, where these are too pale to be read."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DIRECTIONS: Final = (
    ("down", "Dials of which less is better"),
    ("up", "Dials of which more is better"),
    ("neither", "Dials that are neither good nor bad by themselves"),
)
LETTERS_A_CHART: Final = 20
"""Letters that stand beside each other on a chart as wide as the narrowest window without touching."""
MANY: Final = 6
"""Lines that the names of a chart may take before they stand in two columns."""
LEAST: Final = 30
"""Columns that each of the two needs."""
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
            yield Prose(id="subject", classes="")
            with Horizontal(id="picture"):
                yield PlotextPlot(id="plot")
                yield Prose(id="legend", classes="")
            with ScrollableContainer(id="table"):
                yield Static("", id="figures", markup=False)
            yield Static("", id="nothing", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.query_one(Tabs).can_focus = False
        self._draw()

    # Content

    def _lines(self) -> tuple[tuple[str, str], list[Line], str]:
        """What is shown: its title and what it means, its lines, and what to say where there are none."""
        match PAGES[self._page]:
            case "Support":
                issues = self._state.issues
                if not issues:
                    return ("", ""), [], "No issue is on the agenda yet."
                issue = issues[self._subject[1] % len(issues)]
                lines = [line for line in support(self._game, self._held, issue) if any(line.values)]
                title = f"{issue} {self._game.table.title(issue)}"
                return (title, "Seats on record for each option."), lines, f"Nobody is on record on {issue} yet."
            case "Distance":
                lines = distances(self._game, self._held, self._state.issues)
                says = "How far apart the parties stand", "In percent of the way between the two ends of an issue."
                nothing = "No two parties are on record on the same issue yet."
                return says, [line for line in lines if any(v is not None for v in line.values)], nothing
            case _:
                return self._dials()

    def _dials(self) -> tuple[tuple[str, str], list[Line], str]:
        dials = self._game.scenario.dials
        groups = [(title, g) for way, title in _DIRECTIONS if (g := [d for d in dials if d.better == way])]
        if not self._state.dials or not groups:
            return ("", ""), [], "Only the facilitator sees the dials." if groups else "This scenario has no dials."
        title, group = groups[self._subject[0] % len(groups)]
        lines = []
        for dial in group:
            ends = [day[dial.id] for day in reversed(tuple(self._state.dial_days)) if dial.id in day]
            past = ends[: len(self._days) - 1]
            values = (*past, self._state.dials.get(dial.id, dial.start))
            missing = (None,) * (len(self._days) - len(values))
            lines.append(Line(dial.id, dial.name, (*missing, *values)))
        return (title, "From 0 to 100, as the authors judge them."), lines, ""

    # Drawing

    def _draw(self) -> None:
        title, lines, nothing = self._lines()
        self.query_one("#subject", Prose).show(lambda _: self._heading(*title))
        self.query_one("#nothing", Static).update(Content("" if lines else nothing))
        self.query_one("#nothing").display = not lines
        self.query_one("#picture").display = bool(lines) and not self._numbers
        self.query_one("#table").display = bool(lines) and self._numbers
        self.query_one("#legend", Prose).show(partial(legend, lines, dark=self.app.current_theme.dark))
        self.query_one("#figures", Static).update(figures(self._days, lines))
        self._plot(lines)
        self.refresh_bindings()

    def _heading(self, what: str, how: str) -> Content:
        """What is shown, which of several it is, and what its numbers mean."""
        if not what:
            return Content("")
        several, name = self._several(), Content.styled(printable(what, lines=False), "bold")
        if several > 1:
            number = self._subject[self._page] % several + 1
            name = Content.assemble(("‹ ", "$accent"), name, (" ›", "$accent"), (f"   {number} of {several}", "$muted"))
        return Content.assemble(name, "\n", (how, "$muted"))

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
                    hue = hue_of(number, self.app.current_theme.dark)
                    plot.plot([start[0], end[0]], [start[1], end[1]], color=hue, marker="braille")
        for number, line in enumerate(lines):
            points = marks(self._days, line, counts, number, len(lines))
            letter = _LETTERS[number % len(_LETTERS)]
            plot.scatter(
                [x for x, _ in points],
                [y for _, y in points],
                color=hue_of(number, self.app.current_theme.dark),
                marker=letter,
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


def marks(days: Sequence[int], line: Line, counts: bool, number: int, of: int) -> list[Point]:
    """Where the letter of a line stands. Lines that meet have their letters beside each other, so that each is told."""
    known: list[Point] = [(day, value) for day, value in zip(days, line.values, strict=True) if value is not None]
    if counts:
        known = [point for point in known if point[1]]
        every = max(1, -(-of * len(days) // (2 * LETTERS_A_CHART)))
        shift = (number // every + 0.5) / -(-of // every)
        chosen = [point for point in known if (point[0] - days[0]) % every == number % every] or known[:1]
        return [(day + shift, value) for day, value in chosen]
    span = max(1, days[-1] - days[0])
    period = span * min(1.0, of / LETTERS_A_CHART)
    places = (days[0] + period * (turn + (number + 0.5) / of) for turn in range(int(span / period) + 1))
    return [(x, _height(known, x)) for x in places if known and known[0][0] <= x <= known[-1][0]] or known[-1:]


def _height(known: Sequence[Point], x: float) -> float:
    """The value of a line between two of its days."""
    after = next(n for n, (day, _) in enumerate(known) if day >= x)
    (start, low), (end, high) = known[max(0, after - 1)], known[after]
    return high if end == start else low + (high - low) * (x - start) / (end - start)


def legend(lines: Sequence[Line], width: int, dark: bool = True) -> Content:
    """The letters with the latest values and the names; many lines stand in two columns where there is room."""
    keys = [(_key(number, line, dark), _name(line)) for number, line in enumerate(lines)]
    room = (width - 2) // 2
    if len(lines) <= MANY or room < LEAST:
        return Content("\n").join(hanging(lead, name, width, lead.cell_length) for lead, name in keys)
    half = -(-len(keys) // 2)
    cells = [Content.assemble(lead, fit(name, room - lead.cell_length)) for lead, name in keys]
    rows = [cells[at : at + half + 1 : half] for at in range(half)]
    return Content("\n").join(Content("  ").join(row) for row in rows)


def hue_of(number: int, dark: bool) -> tuple[int, int, int]:
    """The colour of a line, for a dark ground or a light one."""
    red, green, blue = _HUES[number % len(_HUES)]
    by = 1 if dark else _ON_LIGHT
    return round(red * by), round(green * by), round(blue * by)


def _key(number: int, line: Line, dark: bool) -> Content:
    red, green, blue = hue_of(number, dark)
    return Content.assemble(
        (f"{_LETTERS[number % len(_LETTERS)]} ", f"bold rgb({red},{green},{blue})"),
        (f"{_shown(line.last):>5}  ", "bold"),
    )


def _name(line: Line) -> str:
    return printable(line.title if line.id.islower() else f"{line.id} {line.title}", lines=False)


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}".removesuffix(".0")


def figures(days: Sequence[int], lines: Sequence[Line]) -> Content:
    """The same as numbers, a row a day; below it what the columns are."""
    heads = [_LETTERS[number % len(_LETTERS)] if line.id.islower() else line.id for number, line in enumerate(lines)]
    widths = [max(5, len(head)) for head in heads]
    told = [f"{head:>{w}}" for head, w in zip(heads, widths, strict=True)]
    rows = [Content.styled(" ".join(("Day ", *told)), "bold $accent")]
    for at, day in enumerate(days):
        cells = [f"{_shown(line.values[at]):>{w}}" for line, w in zip(lines, widths, strict=True)]
        rows.append(Content(" ".join((pad(str(day), 4), *cells))))
    names = [
        Content.assemble((pad(head, max(widths) + 1), "bold"), printable(line.title, lines=False))
        for head, line in zip(heads, lines, strict=True)
    ]
    return Content("\n").join([*rows, Content(""), *names])
