"""The set-up of an exercise: who plays which seat, with which cards, how hard; then the doors open."""

from pathlib import Path
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from exercise.authoring.load import Loaded, find_scenarios
from exercise.content import scenario_files, scenario_folders
from exercise.engine.game import Game, Table
from exercise.engine.views import OBSERVER
from exercise.model.scenario import Seat
from exercise.model.setup import Setup
from exercise.model.text import printable
from exercise.room.library import load
from exercise.room.opening import open_room
from exercise.room.room import Room
from exercise.ui.choices import Choices
from exercise.ui.conference import Conference
from exercise.ui.entrance import sit_down
from exercise.ui.failing import told
from exercise.ui.footer import Keys
from exercise.ui.pick import Line, Pick, PickSeveral
from exercise.ui.plan import Plan
from exercise.ui.preferences import preferences_of
from exercise.ui.prose import fit
from exercise.ui.reading import Reading
from exercise.ui.setup_about import advisory, of_seat, of_setting, problems
from exercise.ui.setup_rows import BOTS, KINDS, SETTINGS, Setting, no_name, player_choices, seat_row
from exercise.ui.shelf import GUIDED

_SEAT_KEYS = ("person", "bot", "absent")
_SCENARIO = "scenario"
SPACED = 36
"""Lines of a window in which an empty line stands between the groups of seats."""


class SetUp(Screen[None]):
    """Seats on the left, settings and what there is to know on the right."""

    DEFAULT_CLASSES = "page"
    CSS_PATH = "styles/setup.tcss"
    HELP = (
        "Who plays which seat, and how the exercise is run. On a seat: Enter asks who plays it, p takes it for a person, b puts\n"
        "a bot there (again: another style), x leaves it empty. On a setting: Left and Right change it, Enter asks; what to talk\n"
        "on besides only Enter asks, as it can be several. s opens the doors. What was chosen is remembered for the next time;\n"
        "r makes everything as the scenario says."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "start", "Start", id="setup.start", tooltip="Open the doors"),
        Binding("p", "person", "Person", id="setup.person", tooltip="A person plays this seat"),
        Binding("b", "bot", "Bot", id="setup.bot", tooltip="A bot plays this seat; again: another style"),
        Binding("x", "absent", "Absent", id="setup.absent", tooltip="This seat stays empty"),
        Binding(
            "a",
            "advisory",
            "Advisory",
            id="setup.advisory",
            tooltip="What the exercise is about, and its content advisory",
        ),
        Binding("r", "reset", "Reset", id="setup.reset", tooltip="Everything as the scenario says"),
        Binding("escape", "leave", "Back", id="setup.back", tooltip="Back without an exercise"),
    ]

    seats = getters.query_one("#seats", Choices)
    settings = getters.query_one("#settings", Choices)
    about = getters.query_one("#about-text", Static)

    def __init__(
        self, path: Path, given: Setup | None = None, transcript: Path | None = None, watch_as: str = OBSERVER
    ) -> None:
        super().__init__()
        self.path = path
        self.plan: Plan | None = None
        self._given = given
        self._transcript = transcript
        self._watch_as = watch_as
        self._loaded: Loaded | None = None
        self._moved = False
        self._said = ""

    def compose(self) -> ComposeResult:
        yield Static("", id="banner", classes="banner", markup=False)
        with Horizontal(id="desk"):
            seats = Choices("seats")
            seats.border_title = "Who plays"
            yield seats
            with Vertical(id="right"):
                settings = Choices("settings")
                settings.border_title = "How"
                yield settings
                with VerticalScroll(id="about") as about:
                    about.border_title = "To know"
                    yield Static("Reading the scenario.", id="about-text", markup=False)
        with Horizontal(id="doors"):
            yield Static("", id="summary", markup=False)
            yield Button("Start", id="start", compact=True, disabled=True)
        yield Keys()

    def on_mount(self) -> None:
        self.seats.focus()
        self.call_after_refresh(self._read)

    @on(Choices.Widened)
    def _refill(self) -> None:
        self._show()

    @work(exclusive=True, group="read", exit_on_error=False)
    async def _read(self) -> None:
        """Load the scenario with all its checks."""
        self._loaded = load(self.path)
        found = self._loaded.scenario
        self.plan = None
        if found is not None:
            kept = preferences_of(self.app).setups.get(found.id)
            if not kept and self.path.stem == GUIDED:
                kept = {"players": {found.seats[0].id: "human:you"}}
            self.plan = Plan.remembered(found, kept) if kept else Plan.fresh(found)
            if self._given is not None:
                self.plan, self._given = Plan.of(found, self._given), None
        self._show()
        if self.seats.highlighted is None and self.plan is not None:
            with self.prevent(OptionList.OptionHighlighted):
                self.seats.highlighted = next((n for n, o in enumerate(self.seats.options) if not o.disabled), None)
        self.query_one("#start", Button).disabled = self.plan is None
        self.refresh_bindings()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What goes wrong while files are read is said, and the screen stays."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            words = f"This scenario could not be read. {told(event.worker.error)}"
            self.about.update(Content.styled(words, "bold $error"))

    # What is shown

    def _show(self) -> None:
        loaded, plan = self._loaded, self.plan
        if loaded is None:
            return
        title = plan.scenario.title if plan else self.path.stem
        self.query_one("#banner", Static).update(
            Content.assemble((printable(title, lines=False), "bold $accent"), ("   set-up", "$muted"))
        )
        self._fill(self.seats, self._seat_options())
        self._fill(self.settings, self._setting_options())
        self.query_one("#summary", Static).update(self._summary())
        self._tell()

    def _fill(self, rows: Choices, options: list[Option]) -> None:
        """New rows, with the cursor where it was."""
        kept = rows.highlighted
        with self.prevent(OptionList.OptionHighlighted):
            rows.clear_options()
            rows.add_options(options)
            rows.highlighted = kept if kept is not None and kept < len(options) else None

    def _seat_options(self) -> list[Option]:
        if self.plan is None:
            return []
        options: list[Option] = []
        width = self.seats.scrollable_content_region.width
        for kind, title in KINDS.items():
            of_kind = [seat for seat in self.plan.scenario.seats if seat.kind is kind]
            if of_kind:
                gap = "\n" if options and self.app.size.height >= SPACED else ""
                options.append(Option(Content.styled(f"{gap}{title}", "bold $primary"), disabled=True))
                options += [Option(seat_row(seat, self.plan.players[seat.id], width), id=seat.id) for seat in of_kind]
        return options

    def _setting_options(self) -> list[Option]:
        width = self.settings.scrollable_content_region.width
        name = f"{self.path.stem}: {self.plan.scenario.title}" if self.plan else self.path.stem
        first = Content.assemble(("Scenario    ", "$muted"), " ", fit(name, max(8, width - 13)))
        options = [Option(first, id=_SCENARIO)]
        if self.plan is not None:
            options += [Option(setting.row(self.plan, width), id=setting.id) for setting in SETTINGS]
        return options

    def _summary(self) -> Content:
        if self._said:
            return Content.styled(self._said, "bold $error")
        if self.plan is None:
            return Content.styled("This scenario does not load; the reasons stand above.", "bold $error")
        words = printable(self.plan.summary(), lines=False)
        return Content.styled(words, "" if self.plan.anybody else "$warning")

    def _tell(self) -> None:
        """Problems first; then the advisory, and what there is to say about the row under the cursor."""
        plan, loaded = self.plan, self._loaded
        parts = [problems(loaded.diagnostics) if loaded else None]
        if plan is not None and self._moved:
            settings = self.focused is self.settings
            parts.append(of_setting(plan, self._setting()) if settings else of_seat(plan, self._seat()))
        if plan is not None and (not self._moved or self.has_class("-wide")):
            parts.append(advisory(plan))
        else:
            parts.append(Content.styled("a shows the content advisory.", "$muted"))
        self.about.update(Content("\n\n").join([part for part in parts if part is not None]))
        self.query_one("#about").scroll_home(animate=False)

    @on(OptionList.OptionHighlighted)
    def _cursor_moved(self) -> None:
        self._moved = True
        self._tell()
        self.refresh_bindings()

    # The row under the cursor

    def _seat(self) -> Seat | None:
        id = self._id_in(self.seats)
        return next((seat for seat in self.plan.scenario.seats if seat.id == id), None) if self.plan else None

    def _setting(self) -> Setting | None:
        id = self._id_in(self.settings)
        return next((setting for setting in SETTINGS if setting.id == id), None)

    def _id_in(self, rows: Choices) -> str:
        index = rows.highlighted
        return (rows.get_option_at_index(index).id or "") if index is not None else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of a seat are there while the cursor is on one."""
        if not self.is_mounted:
            return True
        if action in _SEAT_KEYS:
            return self.plan is not None and self.focused is self.seats and self._seat() is not None
        return (self.plan is not None or None) if action in ("start", "reset") else True

    def on_descendant_focus(self) -> None:
        self.refresh_bindings()

    # Changing

    def _changed(self) -> None:
        self._moved = True
        self._said = ""
        self._show()
        self.refresh_bindings()

    def _seat_player(self, player: str | None) -> None:
        if (seat := self._seat()) and self.plan and player is not None:
            self.plan.players[seat.id] = player
            self._changed()

    def action_turn(self, by: int) -> None:
        """The next or previous value of the row under the cursor."""
        if self.plan is None:
            return
        if self.focused is self.seats and (seat := self._seat()):
            circle = (f"human:{self._usual_name()}", *BOTS, "absent")
            now = self.plan.players[seat.id]
            at = 0 if now.startswith("human") else circle.index(now) if now in circle else 1
            self._seat_player(circle[(at + by) % len(circle)])
        elif self._id_in(self.settings) == _SCENARIO and self.focused is self.settings:
            names = [name for name in sorted(scenario_files()) if name != GUIDED]
            at = names.index(self.path.stem) if self.path.stem in names else -1 if by > 0 else 0
            self._other_scenario(names[(at + by) % len(names)] if names else None)
        elif self.focused is self.settings and (setting := self._setting()):
            setting.turn(self.plan, by)
            self._changed()

    def action_person(self) -> None:
        if (seat := self._seat()) and self.plan and self.plan.players[seat.id].startswith("human"):
            self._ask_who()
        else:
            self._seat_player(f"human:{self._usual_name()}")

    def action_bot(self) -> None:
        seat = self._seat()
        if seat is not None and self.plan is not None:
            now = self.plan.players[seat.id]
            self._seat_player(BOTS[(BOTS.index(now) + 1) % len(BOTS)] if now in BOTS else BOTS[0])

    def action_absent(self) -> None:
        self._seat_player("absent")

    def _usual_name(self) -> str:
        """A name to begin with: that of somebody at the table, or of the last exercise."""
        if self.plan is not None and self.plan.handle:
            return self.plan.handle
        for kept in reversed(preferences_of(self.app).setups.values()):
            players = kept.get("players")
            for player in players.values() if isinstance(players, dict) else ():
                if str(player).startswith("human:"):
                    return str(player).partition(":")[2]
        return "guest"

    @on(OptionList.OptionSelected, "#seats")
    def _ask_who(self) -> None:
        seat = self._seat()
        if seat is None or self.plan is None:
            return
        now = self.plan.players[seat.id]
        name = now.partition(":")[2] if now.startswith("human:") else self._usual_name()
        line = Line("Name of the person", name, no_name)
        pick = Pick(f"Who plays {seat.id}, {seat.name}?", player_choices(seat, now), "", line, "human:")
        self.app.push_screen(pick, self._seat_player)

    @on(OptionList.OptionSelected, "#settings")
    def _ask_value(self) -> None:
        setting, plan = self._setting(), self.plan
        if self._id_in(self.settings) == _SCENARIO:
            names = [(one.path.stem, f"{one.path.stem}: {one.title}") for one in find_scenarios(scenario_folders())]
            names = [(name, says) for name, says in names if name != GUIDED]
            self.app.push_screen(Pick("Scenario", names, self.path.stem), self._other_scenario)
        elif setting is not None and plan is not None and setting.id == "issues":
            titles = [
                (issue.id, f"{issue.id} {issue.title}") for issue in plan.scenario.issues if issue.id in plan.follow_on
            ]
            if titles:
                self.app.push_screen(PickSeveral("Also talk on", titles, plan.issues), self._issues)
        elif setting is not None and plan is not None:
            pick = Pick(setting.label, setting.choices(plan), setting.get(plan), setting.line(plan))
            self.app.push_screen(pick, lambda value: self._put(setting, value))

    def _put(self, setting: Setting, value: str | None) -> None:
        if value is not None and self.plan is not None:
            setting.put(self.plan, value)
            self._changed()

    def _issues(self, chosen: tuple[str, ...] | None) -> None:
        if chosen is not None and self.plan is not None:
            self.plan.issues = chosen
            self._changed()

    def _other_scenario(self, name: str | None) -> None:
        if name is not None:
            self.path = scenario_files()[name]
            self._moved = False
            self._read()

    def action_reset(self) -> None:
        """A clean table: nothing of the last exercise stays."""
        if self.plan is not None:
            self.plan = Plan.fresh(self.plan.scenario)
            preferences_of(self.app).setups.pop(self.plan.scenario.id, None)
            preferences_of(self.app).save()
            self._changed()
            self.notify("Everything is as the scenario says.", markup=False)

    # Going

    def action_advisory(self) -> None:
        if self.plan is not None:
            found = self.plan.scenario
            parts = [found.summary, f"Content advisory. {found.advisory}" if found.advisory else "", found.honesty]
            self.app.push_screen(Reading(found.title, Content("\n\n".join(printable(part) for part in parts if part))))

    @on(Button.Pressed, "#start")
    def action_start(self) -> None:
        """Open the doors, and remember how."""
        if self.plan is None:
            return
        game = Game(Table(self.plan.scenario), self.plan.setup())
        try:
            room, path = open_room(game, self._transcript, durable=self.plan.anybody)
        except Exception as error:
            self._said = told(error)
            self._show()
            return
        preferences = preferences_of(self.app)
        preferences.setups[self.plan.scenario.id] = self.plan.kept()
        if problem := preferences.save():
            self.notify(problem, severity="warning", markup=False)
        sit_down(self.app, self._conference(room), path, lambda: self.dismiss(None))

    def _conference(self, room: Room) -> Conference:
        """The conference; with the coach for somebody who takes the first steps alone."""
        plan = self.plan
        people = [seat for seat, player in plan.players.items() if player.startswith("human:")] if plan else []
        if plan is not None and self.path.stem == GUIDED and people == [plan.scenario.seats[0].id]:
            from exercise.ui.guided import GuidedConference

            return GuidedConference(room)
        return Conference(room, self._watch_as)

    def action_leave(self) -> None:
        self.dismiss(None)
