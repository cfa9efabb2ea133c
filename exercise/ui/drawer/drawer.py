"""The facilitator's drawer: everything that only the facilitator sees and does, in trays."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static, Tab, TabbedContent, TabPane

from exercise.engine.calendar import session_name, sessions_left
from exercise.model.events import FACILITATOR
from exercise.model.text import printable
from exercise.plain.parse import write
from exercise.room.room import Room
from exercise.room.sitting import Sitting
from exercise.transcript.problems import TranscriptError
from exercise.ui.chair import Chair, Glance
from exercise.ui.drawer.cards import Cards
from exercise.ui.drawer.clock import Clock
from exercise.ui.drawer.dials import Dials
from exercise.ui.drawer.findings import Findings
from exercise.ui.drawer.rewinding import Rewinding
from exercise.ui.drawer.seats import Seats
from exercise.ui.drawer.tray import Tray
from exercise.ui.drawer.words import Announcing, Noting, Words
from exercise.ui.explaining import explain
from exercise.ui.footer import Keys
from exercise.ui.pacing import Pacing
from exercise.ui.panels.clock import day_of


def moment(glance: Glance) -> str:
    """The day, the session and what is left of it."""
    state, game = glance.view.state, glance.view.game
    left = "over" if state.closed else "the clock is stopped" if state.paused else f"{max(0, state.minutes)} min left"
    return f"{day_of(game, state)}, {session_name(game, state.session)} · {left}"


TRAYS: Final[tuple[type[Tray], ...]] = (Cards, Dials, Findings, Seats, Clock, Rewinding, Announcing, Noting)


NUMBERED: Final = 76
"""Columns from which the names of tabs have their numbers before them."""


def _called(number: int, numbered: bool = True) -> Content:
    name = TRAYS[number - 1].TITLE
    return Content(f"{number} {name}" if numbered else name)


class Drawer(ModalScreen[bool]):
    """Stays open after a move and shows what became of it. It ends with True where the exercise is to go on."""

    CSS_PATH = ["../styles/drawer.tcss", "../styles/listing.tcss"]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="drawer.close", tooltip="Back to the conference"),
        Binding("question_mark,f1", "explain", "Help", id="drawer.help", tooltip="What this tab shows, and its keys"),
        Binding("left", "turn(-1)", "Tab before", id="drawer.before", show=False),
        Binding("right", "turn(1)", "Next tab", id="drawer.next", show=False),
        *(
            Binding(str(n), f"open({n})", tray.TITLE, id=f"drawer.tab{n}", show=False, tooltip=f"Open {tray.TITLE}")
            for n, tray in enumerate(TRAYS, 1)
        ),
    ]
    HELP = "The facilitator's drawer. Left and Right, or 1 to 8, open another tab. It stays open after a move; Escape closes it."

    def __init__(self, room: Room, sitting: Sitting, pacing: Pacing) -> None:
        super().__init__()
        self._pacing = pacing
        self._sitting = sitting
        self._to_drop = ""
        self.chair = Chair(room, FACILITATOR)

    def compose(self) -> ComposeResult:
        with Vertical(id="drawer") as window:
            window.border_title = "The facilitator's drawer"
            with TabbedContent():
                for number, tray in enumerate(TRAYS, 1):
                    with TabPane(_called(number), id=f"pane-{number}"):
                        made = tray(self.chair)
                        if isinstance(made, Clock):
                            made.pacing = self._pacing
                        yield made
            yield Static("", id="drawer-said", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.call_after_refresh(self._enter)

    def on_resize(self) -> None:
        """Names of tabs without their numbers where there is no room for both."""
        self.call_after_refresh(self._label)

    def _label(self) -> None:
        for number, tab in enumerate(self.query(Tab), 1):
            tab.label = _called(number, self.size.width >= NUMBERED)

    @property
    def tray(self) -> Tray:
        """The tray that is open."""
        return self.query_one(TabbedContent).get_pane(self._pane).query_one(Tray)

    @property
    def _pane(self) -> str:
        return self.query_one(TabbedContent).active

    def _enter(self) -> None:
        """Show the open tray at this moment and put the cursor into it."""
        if not self.is_mounted or not self._pane:
            return
        tray = self.tray
        self._show()
        first = next((widget for widget in tray.query("Rows, Input") if widget.can_focus), None)
        if first is not None:
            first.focus()
        self.refresh_bindings()

    def _show(self) -> None:
        """Show this moment: its tray, and in the frame the time, which the drawer hides behind it."""
        glance = self.chair.look()
        self.tray.show(glance)
        self.query_one("#drawer").border_subtitle = Content(moment(glance))

    @on(TabbedContent.TabActivated)
    def turned(self) -> None:
        """Another tray is open."""
        self.say("")
        self.call_after_refresh(self._enter)

    def action_open(self, number: int) -> None:
        self.query_one(TabbedContent).active = f"pane-{number}"

    def action_turn(self, step: int) -> None:
        number = int(self._pane.removeprefix("pane-")) + step
        self.action_open((number - 1) % len(TRAYS) + 1)

    def action_explain(self) -> None:
        explain(self, f"The drawer: {self.tray.TITLE}", self.tray.HELP, self.HELP)

    def action_close(self) -> None:
        unsent = "".join(words.unsent for words in self.query(Words))
        if unsent and unsent != self._to_drop:
            self._to_drop = unsent
            self.say("Not sent yet: Enter sends what you wrote, Escape drops it and closes the drawer.", bad=True)
        else:
            self.dismiss(False)

    def on_key(self, event: Key) -> None:
        """A key that is dimmed says why."""
        active = self.active_bindings.get(event.key)
        if active is not None and not active.enabled and isinstance(active.node, Tray):
            self.say(active.node.why_dimmed(active.binding.action), bad=True)

    # Moves

    @on(Tray.Wanted)
    def wanted(self, event: Tray.Wanted) -> None:
        """Make a move, and say what became of it."""
        clock = self._clock
        try:
            refused = self.chair.submit(event.move)
        except TranscriptError as error:
            self.say(f"{error} Everything that was acknowledged is saved.", bad=True)
            return
        if refused is not None:
            self.say(f"Not possible: {refused.reason}.", bad=True)
            return
        if self._clock != clock:
            self._asked_now()
        self.say(f"Done: {write(event.move)}")
        self._show()
        self.refresh_bindings()

    @on(Tray.Refused)
    def refused(self, event: Tray.Refused) -> None:
        """Say why something is not possible."""
        self.say(event.why, bad=True)

    @property
    def _clock(self) -> int:
        return self.chair.look().view.state.clock

    def _asked_now(self) -> None:
        """The session changed while the facilitator is at the keyboard: nobody has to be asked about it once more."""
        self._sitting.let_go(0)
        self._sitting.due()

    @on(Clock.LetGo)
    def let_go(self, event: Clock.LetGo) -> None:
        """Let sessions go by: the drawer closes, and the exercise goes on."""
        self._sitting.let_go(event.sessions)
        self.dismiss(True)

    @on(Clock.Paced)
    def paced(self, event: Clock.Paced) -> None:
        """Share real minutes out over the sessions from this one on."""
        view = self.chair.look().view
        self._pacing.set(event.minutes, sessions_left(view.game, view.state) + 1)
        self.say(self._pacing.says)
        self._show()

    def say(self, words: str, bad: bool = False) -> None:
        """A line at the foot of the drawer."""
        shown = printable(words, lines=False)
        mark = ("✗ " if bad else "✓ ") if shown else ""
        self.query_one("#drawer-said", Static).update(
            Content.styled(mark + shown[:300], "bold $error" if bad else "$success")
        )
