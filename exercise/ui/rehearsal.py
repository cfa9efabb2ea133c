"""A rehearsal on the screen: bots play a scenario many times over all cores, and what comes of it grows while they play."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from exercise.model.scenario import Scenario
from exercise.model.setup import Setup
from exercise.model.text import printable
from exercise.room.opening import usual_players
from exercise.ui.explaining import explain
from exercise.ui.footer import Keys

if TYPE_CHECKING:
    from exercise.rehearsal.spreading import Spread
    from exercise.rehearsal.tally import Tally

RUNS: Final = 200
"""Exercises that are played at a time."""
_LOOK: Final = 0.25
"""Seconds between two looks at what the processes have done."""


class Rehearsal(Screen[None]):
    """Outcomes beside everything that was counted; Enter on an outcome opens an exercise that ended so."""

    CSS_PATH = "styles/rehearsal.tcss"
    DEFAULT_CLASSES = "page"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-wide")]  # noqa: RUF012
    HELP = (
        "Bots play the scenario many times, each time with another seed. The rates say how it plays by itself; they predict neither\n"
        "a class nor history. Enter on an outcome opens one exercise that ended so. m plays more, s stops and keeps what is done."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", id="rehearsal.back", tooltip="Stop, and back to the list of scenarios"),
        Binding("m", "more", "More", id="rehearsal.more", tooltip=f"Play {RUNS} more"),
        Binding("s", "stop", "Stop", id="rehearsal.stop", tooltip="Stop and keep what is done"),
        Binding("question_mark", "explain", "Help", id="rehearsal.help", tooltip="What is shown, and the keys"),
    ]

    outcomes = getters.query_one("#outcomes", OptionList)

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        from exercise.rehearsal.playing import Case

        self._case = Case(scenario, Setup(players=usual_players(scenario)))
        self._tally: Tally | None = None
        self._wanted = 0
        self._spread: Spread | None = None
        self._doing = ""

    def compose(self) -> ComposeResult:
        title = printable(self._case.scenario.title, lines=False)
        banner = Content.assemble((title, "bold $accent"), ("   rehearsal by bots, for the facilitator", "$muted"))
        yield Static(banner, id="banner", classes="banner", markup=False)
        yield Static("", id="doing", markup=False)
        with Horizontal(id="desk"):
            outcomes = OptionList(id="outcomes", markup=False)
            outcomes.border_title = "Outcomes"
            yield outcomes
            with VerticalScroll(id="page"):
                yield Static("", id="told", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.query_one("#page").focus()
        self.action_more()

    def on_unmount(self) -> None:
        self._end()

    @property
    def playing(self) -> bool:
        """Whether exercises are being played now."""
        return self._spread is not None

    # Playing

    @work(exclusive=True, group="rehearse", exit_on_error=False)
    async def _play(self, first_seed: int) -> None:
        """Let processes play and look now and then at what they have done."""
        await asyncio.sleep(0)
        from exercise.rehearsal import spreading
        from exercise.rehearsal.tally import Tally

        before = self._tally or Tally()
        spread = self._spread = spreading.Spread([self._case], first_seed, RUNS)
        cores = spreading.cores()
        executor = spreading.processes(cores)
        try:
            for _ in spread.steps(executor, cores, patience=0):
                self._tally = before + spread.tallies[0]
                self._show()
                await asyncio.sleep(_LOOK)
        finally:
            # Whoever leaves in the middle does not wait for the exercises that are being played.
            executor.shutdown(wait=False, cancel_futures=True)
        self._wanted = self._tally.runs if self._tally else 0
        self._doing = spread.stopped and f"Stopped early: {spread.stopped}."
        self._spread = None
        self._show()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What goes wrong is said, and what was counted stays."""
        if event.state is WorkerState.ERROR:
            self._spread = None
            self._wanted = self._tally.runs if self._tally else 0
            self._doing = f"The rehearsal failed: {printable(str(event.worker.error), lines=False)}"
            self._show()

    # Content

    def _show(self) -> None:
        if not self.is_mounted:
            return
        tally = self._tally
        done = tally.runs if tally else 0
        part = done / self._wanted if self._wanted else 1.0
        bar = "█" * round(30 * part) + "░" * (30 - round(30 * part))
        going = self.playing or not done
        words = f"{bar} {done} of {self._wanted}" if going else f"{done} exercises played. m plays more."
        self.query_one("#doing", Static).update(Content(f"{words}  {self._doing}".rstrip()))
        if tally is not None and tally.runs:
            self._show_counts(tally)
        self.refresh_bindings()

    def _show_counts(self, tally: "Tally") -> None:
        from exercise.rehearsal.conditions import variations
        from exercise.rehearsal.telling import by_count, told

        (variation,) = variations(self._case, ())
        text = Content(printable("\n".join(told(variation, tally, 1)[1:])))
        self.query_one("#told", Static).update(text.highlight_regex("█+", style="$primary"))
        names = {outcome.id: outcome.name for outcome in self._case.scenario.outcomes}
        rows = by_count(tally.outcomes.items())
        chosen = self.outcomes.highlighted
        with self.prevent(OptionList.OptionHighlighted):
            self.outcomes.clear_options()
            for id, count in rows:
                name = printable(names.get(id, id), lines=False)
                share = Content.styled(f"{count / tally.runs:>4.0%} ", "bold $primary")
                self.outcomes.add_option(Option(Content.assemble(share, name), id=id))
            self.outcomes.highlighted = min(chosen or 0, len(rows) - 1)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer shows what can be done now."""
        if action == "more":
            return not self.playing
        return self.playing if action == "stop" else True

    def action_more(self) -> None:
        done = self._tally.runs if self._tally else 0
        self._wanted, self._doing = done + RUNS, ""
        self._play(done + 1)
        self._show()

    def action_stop(self) -> None:
        """Keep what is done; what is under way is still counted."""
        self._end()
        self._doing = "Waiting for what is under way."
        self._show()

    def action_leave(self) -> None:
        self._end()
        self.dismiss(None)

    def _end(self) -> None:
        if self._spread is not None:
            self._spread.end("what is done is kept")

    def action_explain(self) -> None:
        explain(self, "Rehearsal", self.HELP)

    @on(OptionList.OptionSelected, "#outcomes")
    def _open(self, event: OptionList.OptionSelected) -> None:
        """Play the first exercise that ended so once more, with a transcript, and show it."""
        from attrs import evolve

        from exercise.engine.game import Game, Table
        from exercise.rehearsal.playing import rehearse
        from exercise.room.opening import open_room
        from exercise.transcript.problems import TranscriptError
        from exercise.ui.conference import Conference
        from exercise.ui.entrance import sit_down

        seeds = self._tally.examples.get(event.option.id or "", ()) if self._tally else ()
        if not seeds:
            return
        setup = evolve(self._case.setup, seed=seeds[0])
        try:
            room, path = open_room(Game(Table(self._case.scenario), setup), durable=False)
        except TranscriptError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        rehearse(room, self._case.dials)
        sit_down(self.app, Conference(room), Path(path))
