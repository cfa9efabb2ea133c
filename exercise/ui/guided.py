"""The guided first exercise: a small conference with a coach who says what to try next."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.widgets import Input

from exercise.engine.game import Game, Table
from exercise.model.scenario import SeatKind
from exercise.model.setup import Setup
from exercise.model.text import printable
from exercise.room.library import load
from exercise.room.opening import open_room, usual_players
from exercise.room.room import Room
from exercise.transcript.problems import TranscriptError
from exercise.ui.coach import OPENED, PICKED, Coach, deeds, hint
from exercise.ui.conference import Conference
from exercise.ui.entrance import sit_down
from exercise.ui.preferences import preferences_of
from exercise.ui.reading import Reading

HANDLE = "you"


class GuidedConference(Conference):
    """A conference with the coach above the command bar."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f2",
            "dismiss_coach",
            "No coach",
            show=False,
            id="guided.skip",
            tooltip="Send the coach away and go on alone",
        ),
    ]

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._did: set[str] = set()
        self._coached = True

    def on_mount(self) -> None:
        self.mount(Coach(), before="#now")
        self.call_after_refresh(self._coach)

    def show_now(self, asked: bool = False) -> None:
        super().show_now(asked)
        self._coach()

    def on_screen_resume(self) -> None:
        """Back from a window: a package that was left in the builder counts when it answers every question."""
        picked = {self.glance.view.game.table.issue_of[option] for option in self.chair.unsent}
        if picked.issuperset(self.glance.at.issues):
            self._did.add(PICKED)
        self._coach()

    def action_act(self, id: str) -> None:
        self._did.add(f"{OPENED}{id}")
        super().action_act(id)
        self._coach()

    @on(Input.Submitted, "#bar")
    def _noticed(self, event: Input.Submitted) -> None:
        word = event.value.strip().lstrip(":").partition(" ")[0].lower()
        self._did.add(f"asked:{word}")

    def _coach(self) -> None:
        """The hint for this moment; when all was done, the coach goes for good."""
        coach = next(iter(self.query(Coach)), None)
        if coach is None:
            return
        done = self._did.union(deeds(self.room.events, self.chair.seat))
        said = hint(self.glance, done)
        if not self._coached or not said.number:
            self._end_of_coaching(coach)
        else:
            coach.say(said)

    def _end_of_coaching(self, coach: Coach) -> None:
        coach.display = False
        self._coached = False
        self.refresh_bindings()
        preferences = preferences_of(self.app)
        if not preferences.guided:
            preferences.guided = True
            preferences.save()

    def action_dismiss_coach(self) -> None:
        self._coached = False
        self._coach()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "dismiss_coach":
            return self._coached
        return super().check_action(action, parameters)


def begin_guided(app: App[object], path: Path) -> None:
    """Sit down in the first party's seat of a scenario, with the coach; what is wrong is said in a window."""
    loaded = load(path)
    scenario = loaded.scenario
    if scenario is None:
        app.push_screen(Reading("The first steps do not load", [printable(str(problem)) for problem in loaded.errors]))
        return
    seat = next(seat.id for seat in scenario.seats if seat.kind is SeatKind.PARTY)
    players = {**usual_players(scenario), seat: f"human:{HANDLE}"}
    try:
        room, saved = open_room(Game(Table(scenario), Setup(seed=7, players=players)), durable=True)
    except TranscriptError as error:
        app.push_screen(Reading("The first steps cannot begin", [str(error)]))
        return
    sit_down(app, GuidedConference(room), saved)
