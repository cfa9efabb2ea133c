"""The conference: who sits at the keyboard sees the time, the agenda, the hall, the floor and what can be done, and does it."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Key, Resize
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static

from exercise.engine.calendar import total_sessions
from exercise.engine.views import OBSERVER
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.model.text import printable
from exercise.model.uncollected import keep
from exercise.plain.ids import nearest
from exercise.room.conductor import BotError
from exercise.room.room import Room
from exercise.room.sitting import Sitting
from exercise.transcript.problems import TranscriptError
from exercise.ui.actions import ACTS, BACK, state_of, why_dimmed
from exercise.ui.chair import Chair, Glance
from exercise.ui.command_bar import CommandBar
from exercise.ui.curtain import Curtain, Pins
from exercise.ui.entries import Entry
from exercise.ui.failing import SAVED, told
from exercise.ui.finding import SearchField
from exercise.ui.floor import Floor
from exercise.ui.footer import Keys
from exercise.ui.openings import open_act
from exercise.ui.pacing import Pacing
from exercise.ui.panels.agenda import Agenda
from exercise.ui.panels.clock import ClockBar, DayStrip
from exercise.ui.panels.delegations import Delegations
from exercise.ui.panels.now import Now
from exercise.ui.panels.own import Own
from exercise.ui.panels.panel import Panel
from exercise.ui.reading import Reading
from exercise.ui.the_end import TheEnd
from exercise.ui.typing import do_typed
from exercise.ui.watching import Watch

if TYPE_CHECKING:
    from exercise.ui.dialogs.can import Wish

BROAD: Final = 136
"""Columns from which the panels beside the floor are wider."""
PACE_EVERY: Final = 5.0
"""Seconds between two looks at the real time, where an exercise has a pace."""


class Conference(Screen[None]):
    """One keyboard in one room. Between two people a curtain falls; nothing of the one is left for the other."""

    DEFAULT_CLASSES = "page"
    CSS_PATH = "styles/conference.tcss"
    HELP = "The hall: time and agenda above and at the left, the floor in the middle, your own corner at the right. ? tells what you can do now."
    BINDINGS: ClassVar[list[BindingType]] = [*(act.binding for act in ACTS), BACK]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (76, "-compact"), (110, "-wide")]  # noqa: RUF012

    frame = getters.query_one("#middle", Vertical)
    floor = getters.query_one("#floor", Floor)
    bar = getters.query_one("#bar", CommandBar)
    now = getters.query_one("#now", Now)

    def __init__(self, room: Room, watch_as: str = OBSERVER, pace: float | None = None) -> None:
        super().__init__()
        keep()
        self.room = room
        minutes = room.game.setup.pace if pace is None else pace
        self.pacing = Pacing(minutes, total_sessions(room.game, room.state))
        self.sitting = Sitting(room, seconding=True)
        self.pins = Pins()
        self.watch_as = watch_as
        self.the_end = TheEnd(self)
        self.watch_on = Watch(self, self.step, lambda: self.room.state.closed)
        self._chairs: dict[str, Chair] = {}
        self.chair = self._chair(self.sitting.people[0] if len(self.sitting.people) == 1 else watch_as)
        self.glance: Glance = self.chair.look()
        self._pacer: Timer | None = None
        self._told = 0
        self._turns: dict[str, int] = {}

    def compose(self) -> ComposeResult:
        yield ClockBar(id="clock", classes="banner")
        yield DayStrip(id="days")
        with Horizontal(id="hall"):
            with Vertical(id="left"):
                yield Agenda(id="agenda", title="Agenda")
                yield Delegations(id="delegations", title="Delegations")
            with Vertical(id="middle"):
                yield Floor(id="floor")
                yield SearchField(id="search", placeholder="Words to find on the floor")
            yield Own(id="own")
        yield Now(id="now")
        with Horizontal(id="line"):
            yield Static("›", id="prompt", markup=False)
            yield CommandBar(id="bar")
        yield Keys()

    def on_mount(self) -> None:
        self.frame.border_title = "Floor"
        self.set_focus(self.floor)
        self.go_on()
        self._keep_pace()

    def on_unmount(self) -> None:
        self.the_end.forget()

    def _keep_pace(self) -> None:
        """Look at the real time now and then, where there is a pace."""
        if self.pacing.minutes and self._pacer is None:
            self._pacer = self.set_interval(PACE_EVERY, self._warn_of_time)

    def on_resize(self, event: Resize) -> None:
        """A broad window has room for longer lines beside the floor."""
        self.set_class(event.size.width >= BROAD, "-broad")

    def _warn_of_time(self) -> None:
        """Say once a session that it has taken more real minutes than its share."""
        if warning := self.pacing.warning(self.room.state.clock):
            self.notify(warning, severity="warning", markup=False)

    # Whose turn it is

    @property
    def watching(self) -> bool:
        """Whether nobody at this keyboard plays."""
        return not self.sitting.people

    def go_on(self) -> None:
        """Let the others play until somebody at this keyboard is asked, and hand over where that is another person."""
        try:
            seat = "" if self.watching else self.sitting.due()
        except Exception as error:
            self.fail(error)
            return
        if seat and seat != self.chair.seat:
            self._hand_over(seat)
            return
        self.show_now(asked=seat == FACILITATOR)
        if self.room.state.closed:
            self.app.call_later(self._open, "ending")

    def step(self) -> None:
        """Without people: let one session go by."""
        clock, heard = self.room.state.clock, len(self.room.events)
        try:
            self.sitting.conductor.run(lambda: self.room.state.clock != clock)
        except Exception as error:
            self.watch_on.pause()
            self.fail(error)
            return
        self.show_now()
        self.floor.mark_new(heard, "New")
        if self.room.state.closed:
            self.app.call_later(self._open, "ending")

    def _hand_over(self, seat: str) -> None:
        several = len(self.sitting.people) > 1
        self.chair = self._chair(seat)
        self._told = 0
        self._clear_desk()
        if several:
            self.set_class(True, "-curtain")
            self.app.push_screen(Curtain(self.room.game, seat, self.sitting.handle(seat), self.pins), self._taken)
        else:
            self._taken(True)

    def _chair(self, seat: str) -> Chair:
        """The chair of a seat, with the drafts that its person left on it."""
        return self._chairs.setdefault(seat, Chair(self.room, seat))

    def _clear_desk(self) -> None:
        """Nothing of the last person stays: no words, no search, no choice of what to see, no note in the corner."""
        self.bar.forget()
        self.floor.forget()
        self.frame.border_title = "Floor"
        self._close_search()
        self.remove_class("-side")
        self.app.clear_notifications()

    def _taken(self, taken: bool | None) -> None:
        if not taken:
            self.dismiss(None)
            return
        self.set_class(False, "-curtain")
        self.show_now()
        self.call_after_refresh(self._seated)

    def _seated(self) -> None:
        """What was hidden is on the screen again: the keys go to the floor, and every panel takes the lines that it needs."""
        self.set_focus(self.floor)
        for panel in self.query(Panel):
            panel.refresh(layout=True)

    def show_now(self, asked: bool = False) -> None:
        """Show the present moment to whoever sits here; who is `asked` to go on sees what is new since the last time."""
        self.glance = self.chair.look()
        heard = self.chair.heard(self._told)
        first = not self._told
        self._told = len(self.room.events)
        self.floor.tell(self.room.game, heard)
        if first or asked or self.glance.turn:
            self.floor.mark_new(self._turns.get(self.chair.seat, self._last_act()))
        for panel in self.query(Panel):
            panel.tell(self.glance)
        self.bar.show(self.glance)
        self.now.refuse("")
        self.now.say(self.watch_on.words if self.watching else "")
        self.refresh_bindings()

    def _last_act(self) -> int:
        """The number of this seat's last own event, after an exercise was resumed."""
        return next((event.n for event in reversed(self.room.events) if event.seat == self.chair.seat), 0)

    # Moves

    def submit(self, move: m.Move | None) -> None:
        """Make the move that a window ended with, if it ended with one."""
        if move is not None:
            self.make(move)

    def make(self, move: m.Move) -> bool:
        """Make a move for the seat at the keyboard, then go on. False where it was refused."""
        if self.watching and self.chair.seat != FACILITATOR:
            self.now.refuse("Nobody at this keyboard plays a seat.")
            return False
        self._turns[self.chair.seat] = len(self.room.events)
        try:
            refused = self.chair.submit(move)
        except Exception as error:
            self.fail(error)
            return False
        if refused is not None:
            self._refuse(move, refused.reason)
        elif self.chair.seat == FACILITATOR:
            self.show_now()
        else:
            self.go_on()
        return refused is None

    def _refuse(self, move: m.Move, why: str) -> None:
        near = nearest(move, self.glance.view.game, self.glance.view.state)
        hint = f" Did you mean {near}?" if near else ""
        self.now.refuse(printable(f"Not possible: {why}.{hint}", lines=False))

    def fail(self, error: Exception) -> None:
        """Say what went wrong, and show how far it came. A bot that failed passes, so that the exercise can go on."""
        lines = [told(error), "", SAVED]
        match error:
            case TranscriptError():
                title = "This could not be saved"
            case BotError(seat=seat):
                title = "A bot failed"
                lines.append(f"{seat} passes this time; Space goes on.")
                self.sitting.conductor.pass_for(seat)
            case _:
                title = "A part of the program failed"
                lines.append("Space tries it again; Ctrl+L leaves, and the exercise can be gone on with later.")
        if not isinstance(error, TranscriptError):
            self.show_now()
        self.app.push_screen(Reading(title, lines))

    @on(Input.Changed, "#bar")
    def typing(self) -> None:
        """Say how the command is written that is being typed."""
        self.now.refuse("")
        self._help_typing()

    def on_descendant_focus(self) -> None:
        self._help_typing()

    def _help_typing(self) -> None:
        self.now.help_typing(self.bar.usage if self.focused is self.bar else "")

    @on(Input.Submitted, "#bar")
    def typed(self, event: Input.Submitted) -> None:
        """Do what was typed, and go back to the keys; a line that is refused stays to be mended."""
        do_typed(self, event.value.strip().lstrip(":"))

    # Keys

    def action_act(self, id: str) -> None:
        """What a key does."""
        match id:
            case "go":
                self._let_go()
            case "type":
                self.set_focus(self.bar)
            case "search":
                self.query_one(SearchField).open()
            case "narrow":
                self.floor.narrow(self.floor.next_family())
                self.frame.border_title = "Floor" if self.floor.family == "all" else f"Floor: {self.floor.family} only"
            case "side":
                self.toggle_class("-side")
            case "leave":
                self.dismiss(None)
            case "run" | "faster" | "slower" | "finish":
                self._run_on(id)
            case _:
                self._open(id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer shows what is there for this seat, and dims what is not legal now."""
        if action != "act":
            return True
        act = next((act for act in ACTS if act.id == parameters[0]), None)
        if act and act.first and isinstance(self.focused, Input):
            return False
        if act and act.watch:
            return self.watching and not self.room.state.closed
        if act and self.watching and (act.kinds or act.who) and self.chair.seat != FACILITATOR:
            return False
        return state_of(act, self.glance) if act else True

    def _open(self, id: str, entry: Entry | None = None) -> None:
        """Open a window; one that cannot be made is said."""
        try:
            open_act(self, id, entry)
        except Exception as error:
            self.fail(error)

    def _let_go(self) -> None:
        if self.room.state.closed:
            self._open("ending")
        elif self.watching:
            self.step()
        elif self.chair.seat == FACILITATOR or self.chair.seat in self.room.state.away:
            self._turns[self.chair.seat] = len(self.room.events)
            self.go_on()
        elif self.glance.turn and (asked := self._asked()):
            self._open(asked)
        elif self.glance.turn:
            self.submit(m.Pass())
        else:
            self.go_on()

    def _asked(self) -> str:
        """The window for what nobody can pass over in silence: a vote, or a card while somebody else has the floor."""
        view = self.glance.view
        if view.state.ballot is not None:
            return "vote"
        return "choose" if view.asked and view.state.queue[:1] != (view.seat,) else ""

    def _run_on(self, id: str) -> None:
        match id:
            case "run":
                self.watch_on.toggle()
            case "finish":
                self.watch_on.finish()
            case _:
                self.watch_on.faster(1 if id == "faster" else -1)
        self.show_now()

    def fulfil(self, wish: "Wish | None") -> None:
        """Somebody chose what to do from the help: open its window, or write it into the command bar."""
        if wish is not None and wish.act:
            self.action_act(wish.act)
        elif wish is not None:
            self.bar.value = wish.line
            self.set_focus(self.bar)

    def drawer_closed(self, go_on: bool | None) -> None:
        """The facilitator closed the drawer, and may have let sessions go by."""
        self._keep_pace()
        if go_on:
            self._let_go()
        else:
            self.show_now()

    @on(Input.Submitted, "#search")
    def search(self, event: Input.Submitted) -> None:
        """Go to the next entry with these words."""
        if words := event.value.strip():
            self.now.refuse(self.floor.look_for(words))

    @on(Floor.Chosen)
    def chosen(self, event: Floor.Chosen) -> None:
        """Act on an entry: answer an argument or a question, look at a proposal."""
        self._open("entry", event.entry)

    def on_key(self, event: Key) -> None:
        """A key that is dimmed says why."""
        if event.key not in self._bindings.key_to_bindings:
            return
        active = self.active_bindings.get(event.key)
        if active is None or active.enabled or active.node is not self or isinstance(self.focused, Input):
            return
        act = next((act for act in ACTS if f"act('{act.id}')" == active.binding.action), None)
        if act is not None and (why := why_dimmed(act, self.glance)):
            self.now.refuse(printable(f"Not now: {why}.", lines=False))

    def action_back_to_keys(self) -> None:
        self._close_search()
        self.remove_class("-side")
        self.now.refuse("")
        self.set_focus(self.floor)

    def _close_search(self) -> None:
        self.query_one(SearchField).close()
        self.floor.unmark()
