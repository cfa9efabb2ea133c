"""The first screen: what can be begun, gone on with and looked back at, with a preview beside it.

What it shows at once is only the names of files. Everything that reads them is imported and done after the first paint, one
file at a time, so that keys are answered in between.
"""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

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

from exercise.content import PACKAGE, scenario_files, scenario_folders
from exercise.model.text import printable
from exercise.ui.footer import Keys
from exercise.ui.shelf import GUIDED, SHOWN, Kind, Row, first_rows, found_row, loaded_row, transcript_rows

if TYPE_CHECKING:
    from exercise.authoring.load import Loaded
    from exercise.model.diagnostic import Diagnostic
    from exercise.transcript.glimpse import Glimpse

_PAUSE = 0.12
"""Seconds that the cursor rests on a row before its file is read whole."""
_AFTER_PAINT = 0.03
"""Seconds in which the first screen reaches the terminal before anything is read."""
_KEYS = {
    "begin": (Kind.GUIDED, Kind.SCENARIO),
    "resume": (Kind.OPEN,),
    "review": (Kind.OVER,),
    "balance": (Kind.SCENARIO, Kind.GUIDED),
    "rehearse": (Kind.SCENARIO, Kind.GUIDED),
    "briefs": (Kind.SCENARIO, Kind.GUIDED),
    "check": (Kind.SCENARIO, Kind.GUIDED, Kind.DAMAGED, Kind.OPEN, Kind.OVER),
}


class Home(Screen[None]):
    """Scenarios, exercises and transcripts in one list."""

    DEFAULT_CLASSES = "page"
    CSS_PATH = "styles/home.tcss"
    HELP = (
        "Everything that can be begun, gone on with or looked back at. Up and Down choose, Enter opens: a scenario is set up,\n"
        "an exercise goes on where it was left, a finished one shows how it ended. Tab goes to the preview, which scrolls.\n"
        "Damaged files are marked with ! and the preview says what is wrong with them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "begin", "New", id="home.new", tooltip="Set up a new exercise of the scenario chosen"),
        Binding("r", "resume", "Resume", id="home.resume", tooltip="Go on with the exercise chosen"),
        Binding("v", "review", "Review", id="home.review", tooltip="Look back at the finished exercise chosen"),
        Binding(
            "c",
            "check",
            "Check",
            id="home.check",
            tooltip="Check the file chosen and list every problem with its place",
        ),
        Binding("b", "balance", "Balance", id="home.balance", tooltip="Who can agree on what in the scenario chosen"),
        Binding(
            "w",
            "briefs",
            "Briefs",
            id="home.briefs",
            tooltip="Read the briefs of the scenario chosen, for whoever prepares the exercise",
        ),
        Binding(
            "e", "rehearse", "Rehearse", id="home.rehearse", tooltip="Let bots play the scenario chosen many times"
        ),
        Binding("g", "guided", "First steps", id="home.guided", tooltip="A first exercise of ten minutes, with hints"),
        Binding("q", "leave", "Quit", id="home.quit", tooltip="Leave the program"),
        Binding("t", "app.change_theme", "Themes", id="home.themes", tooltip="Choose other colours"),
    ]

    shelf = getters.query_one("#shelf", OptionList)
    preview = getters.query_one("#preview-text", Static)

    def __init__(self) -> None:
        super().__init__()
        self._scenarios: list[Row] = []
        self._going: list[Row] = []
        self._over: list[Row] = []
        self._hidden = 0
        self._loaded: dict[Path, Loaded] = {}
        self._glimpses: dict[Path, Glimpse] = {}
        self._folder = Path()
        self._rows: dict[str, Row] = {}

    def compose(self) -> ComposeResult:
        yield Static(
            Content.assemble(("Fourteen Days", "bold $accent"), ("   role-plays of peace conferences", "$muted")),
            id="banner",
            classes="banner",
            markup=False,
        )
        with Horizontal(id="desk"):
            shelf = OptionList(id="shelf", markup=False)
            shelf.border_title = "Exercises"
            yield shelf
            with VerticalScroll(id="preview") as preview:
                preview.border_title = "What is chosen"
                yield Static("", id="preview-text", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self._scenarios = first_rows(scenario_files())
        self._show_rows()
        self.shelf.focus()
        self.set_timer(_AFTER_PAINT, self._fill)

    def on_resize(self, event: Resize) -> None:
        self.call_after_refresh(self._show_rows)

    def on_screen_resume(self) -> None:
        """Back from an exercise: it has moved on."""
        if self._folder != Path():
            self._fill()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What goes wrong while files are read is said, and the screen stays."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            from exercise.ui.failing import told

            words = f"This could not be shown. {told(event.worker.error)}"
            self._show(Content.styled(words, "bold $error"))

    # Content

    @work(exclusive=True, group="fill", exit_on_error=False)
    async def _fill(self) -> None:
        await asyncio.sleep(0)
        from exercise.authoring.load import find_scenarios

        rows = [found_row(found) for found in find_scenarios(scenario_folders())]
        self._scenarios = sorted(rows, key=lambda row: (row.kind is not Kind.GUIDED, row.path.stem))
        self._show_rows()
        await asyncio.sleep(0)
        from exercise.transcript.glimpse import glimpse, transcript_files
        from exercise.transcript.naming import transcripts_folder

        self._folder = transcripts_folder()
        files = transcript_files(self._folder)
        self._hidden = max(0, len(files) - SHOWN)
        for path in files[:SHOWN]:
            self._glimpses[path] = glimpse(path)
        self._going, self._over = transcript_rows(self._glimpses[path] for path in files[:SHOWN])
        self._show_rows()
        self._look()
        for number, row in enumerate(list(self._scenarios)):
            await asyncio.sleep(0.02)
            self._scenarios[number] = loaded_row(row, self._load(row.path))
            self._show_rows()

    def _load(self, path: Path) -> "Loaded":
        """A scenario, checked as `check` does; those inside the program were checked before they came there."""
        if path not in self._loaded:
            if path.is_relative_to(PACKAGE):
                from exercise.authoring.load import load_scenario

                self._loaded[path] = load_scenario(path, library=scenario_files())
            else:
                from exercise.room.library import load

                self._loaded[path] = load(path)
        return self._loaded[path]

    def _show_rows(self) -> None:
        """The list anew, with the cursor on the row where it was."""
        shelf, kept = self.shelf, self._chosen_row()
        width = max(24, shelf.size.width - 1)
        options: list[Option] = []
        self._rows = {}
        for title, rows, empty in (
            ("Begin", self._scenarios, "Nothing here: put a scenario into scenarios/."),
            ("Go on", self._going, "No exercise waits for you." if self._folder != Path() else ""),
            ("Look back", self._over, ""),
        ):
            if not rows and not empty:
                continue
            options.append(
                Option(Content.styled(f"{'' if not options else chr(10)}{title}", "bold $primary"), disabled=True)
            )
            if not rows:
                options.append(Option(Content.styled(f"  {empty}", "$muted"), disabled=True))
            for row in rows:
                if row.id not in self._rows:
                    self._rows[row.id] = row
                    options.append(Option(row.prompt(width), id=row.id))
        if self._hidden:
            note = f"  and {self._hidden} older in {self._folder}"
            options.append(Option(Content.styled(note, "$muted"), disabled=True))
        with self.prevent(OptionList.OptionHighlighted):
            shelf.clear_options()
            shelf.add_options(options)
            wanted = next((row.id for row in self._rows.values() if kept and row.path == kept.path), None)
            first = wanted or next(iter(self._rows), None)
            shelf.highlighted = shelf.get_option_index(first) if first else None

    def _chosen_row(self) -> Row | None:
        index = self.shelf.highlighted
        if index is None:
            return None
        id = self.shelf.get_option_at_index(index).id
        return self._rows.get(id) if id else None

    @on(OptionList.OptionHighlighted, "#shelf")
    def _moved(self) -> None:
        self.refresh_bindings()
        self._look()

    @work(exclusive=True, group="look", exit_on_error=False)
    async def _look(self) -> None:
        """Show what the cursor rests on: what is known at once, then what the whole file tells."""
        row = self._chosen_row()
        if row is None:
            self.preview.update(
                Content("There is nothing to begin: put a scenario into a folder scenarios/ and start anew.")
            )
            return
        await asyncio.sleep(0)
        from exercise.ui import previews

        seen = self._glimpses.get(row.path)
        if seen is not None:
            self._show(previews.transcript_preview(seen))
            await asyncio.sleep(_PAUSE)
            self._show(previews.transcript_in_full(seen))
            return
        if row.path not in self._loaded:
            await asyncio.sleep(_PAUSE / 3)
        loaded = self._load(row.path)
        made = (
            previews.scenario_preview(loaded.scenario) if loaded.scenario else previews.check_preview(row.title, loaded)
        )
        self._show(made)

    def _show(self, content: Content) -> None:
        self.preview.update(content)
        self.query_one("#preview").scroll_home(animate=False)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer shows what can be done with the row under the cursor."""
        if action == "guided":
            return any(row.kind is Kind.GUIDED for row in self._scenarios)
        if action not in _KEYS or not self.is_mounted:
            return True
        row = self._chosen_row()
        return row is not None and row.kind in _KEYS[action]

    @on(OptionList.OptionSelected, "#shelf")
    def _opened(self) -> None:
        row = self._chosen_row()
        match row.kind if row else None:
            case Kind.GUIDED:
                self.action_guided()
            case Kind.SCENARIO:
                self.action_begin()
            case Kind.OPEN | Kind.OVER:
                self.action_resume()
            case Kind.DAMAGED:
                self.action_check()

    def action_begin(self) -> None:
        if row := self._chosen_row():
            from exercise.ui.setup import SetUp

            self.app.push_screen(SetUp(row.path))

    def action_review(self) -> None:
        """Put the finished exercise on the reviewer's desk."""
        if row := self._chosen_row():
            from exercise.transcript.problems import TranscriptError
            from exercise.ui.review import Review

            try:
                self.app.push_screen(Review.of(row.path))
            except TranscriptError as error:
                self._read("This exercise cannot be reviewed", Content(str(error)))

    def action_resume(self) -> None:
        if row := self._chosen_row():
            from exercise.room.room import Room
            from exercise.ui.failing import told

            try:
                room = Room.resume(row.path, durable=True)
            except Exception as error:
                self._read("This exercise cannot be continued", Content(told(error)))
                return
            from exercise.ui.conference import Conference
            from exercise.ui.entrance import sit_down

            sit_down(self.app, Conference(room), row.path)

    def action_guided(self) -> None:
        row = next((row for row in self._scenarios if row.path.stem == GUIDED), None)
        if row is not None:
            from exercise.ui.guided import begin_guided

            begin_guided(self.app, row.path)

    def action_check(self) -> None:
        if row := self._chosen_row():
            title = f"Check of {row.path.name}"
            if row.path in self._glimpses:
                from exercise.ui import previews

                self._read(title, previews.file_check(row.path))
                return
            from exercise.lint.load import load
            from exercise.ui.problems import Problems

            def check() -> "tuple[Diagnostic, ...]":
                self._loaded.pop(row.path, None)
                return load(row.path).diagnostics

            self.app.push_screen(Problems(title, check))

    def action_balance(self) -> None:
        """What a facilitator wants to know of a scenario before a class plays it; its problems where it does not load."""
        row = self._chosen_row()
        found = self._load(row.path).scenario if row else None
        if found is None:
            self.action_check()
            return
        from exercise.ui.balance import Balance

        self.app.push_screen(Balance(found))

    def action_briefs(self) -> None:
        """A role's whole brief, confidential parts included: for whoever prepares the exercise."""
        row = self._chosen_row()
        found = self._load(row.path).scenario if row else None
        if found is None:
            self.action_check()
            return
        from exercise.plain.briefing import role_lines
        from exercise.ui.pick import Pick

        def chosen(seat: str | None) -> None:
            if seat:
                text = printable("\n".join(role_lines(found, seat)))
                self._read(f"Confidential: {found.roles[seat].name}", Content(text))

        seats = [(s.id, f"{s.id:<7} {found.roles[s.id].name}") for s in found.seats if s.id in found.roles]
        self.app.push_screen(Pick("Whose brief? Nobody who will play should be looking.", seats), chosen)

    def action_rehearse(self) -> None:
        """How a scenario plays by itself; its problems where it does not load."""
        row = self._chosen_row()
        found = self._load(row.path).scenario if row else None
        if found is None:
            self.action_check()
            return
        from exercise.ui.rehearsal import Rehearsal

        self.app.push_screen(Rehearsal(found))

    def _read(self, title: str, content: Content) -> None:
        from exercise.ui.reading import Reading

        self.app.push_screen(Reading(title, content))

    def action_leave(self) -> None:
        self.dismiss(None)
