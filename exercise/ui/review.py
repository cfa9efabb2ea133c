"""The reviewer's desk on the screen: the floor with a cursor, how things stood there, and a line that asks for anything else."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static

from exercise.engine.views import OBSERVER
from exercise.model.events import FACILITATOR
from exercise.model.text import printable
from exercise.review import playback, stepping
from exercise.review.annotating import WRITES
from exercise.review.desk import ALL_EYES, Desk
from exercise.review.moments import Moment
from exercise.review.notes import Notebook
from exercise.review.session import Session
from exercise.review.standpoint import AskError, Filter
from exercise.review.stepping import told_in_full
from exercise.ui.explaining import explain
from exercise.ui.field import Field
from exercise.ui.footer import Keys
from exercise.ui.pick import Pick
from exercise.ui.reading import Reading
from exercise.ui.reviewing import choices, keys
from exercise.ui.reviewing.trail import Trail

_WALKS: Final = ("next", "back", "go")
"""Commands whose effect is seen on the floor; the answers of others open in a window."""
_REST: Final = 0.15
"""Seconds for which the cursor rests before what takes long to find out is shown."""
_SHORTEST: Final = 0.01
"""Seconds between two entries that are played, at least."""


class Review(Screen[None]):
    """A saved exercise at any moment, with anybody's eyes, and the reviewer's notes on it."""

    DEFAULT_CLASSES = "page"
    CSS_PATH = ["styles/conference.tcss", "styles/review.tcss", "styles/reviewing.tcss"]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    HELP = keys.HELP
    BINDINGS: ClassVar[list[BindingType]] = [*keys.BINDINGS]

    trail = getters.query_one(Trail)
    line = getters.query_one("#ask", Field)

    def __init__(self, desk: Desk, author: str = "reviewer", eyes: str = OBSERVER) -> None:
        super().__init__()
        notes = Notebook(desk.path, desk.header)
        self.session = Session(desk, notes, author)
        self.session.see_as(eyes)
        self._speed = 0.0
        self._playing: Timer | None = None
        self._resting: Timer | None = None
        self._wanted = ""
        self._steps: Iterator[tuple[float, int]] = iter(())
        self._going = 0
        self._proof: tuple[str, tuple[int, ...]] | None = None

    @classmethod
    def of(cls, path: Path) -> "Review":
        """The desk with a transcript on it. Raises TranscriptError."""
        from exercise.review.desk import open_desk

        return cls(open_desk(path))

    def compose(self) -> ComposeResult:
        yield Static("", id="banner", classes="banner", markup=False)
        with Horizontal(id="desk"):
            with Vertical(id="middle"):
                yield Trail(id="floor")
            with VerticalScroll(id="stood"):
                yield Static("", id="state", markup=False)
        yield Static("", id="says", markup=False)
        yield Field(
            placeholder=": types here: go day 6, find oil, mark turning ..., flow, state, help",
            select_on_focus=False,
            id="ask",
        )
        yield Keys()

    def on_mount(self) -> None:
        self._say("")
        self.query_one("#middle").border_title = "Floor"
        self.trail.annotate(self.session.notes.notes)
        self._look_anew(0)
        self.trail.focus()
        for problem in self.session.desk.problems[:1]:
            self._say(f"{problem}; exercise verify lists all")

    def on_resize(self) -> None:
        """What stands beside the floor is wrapped for the room there is."""
        self.call_after_refresh(self._fill, True)

    # Content

    def _look_anew(self, n: int) -> None:
        """Fill the floor with what the eyes see, and stand at an event."""
        session = self.session
        seen = session.desk.view(session.at, session.viewer)
        self.trail.forget()
        self.trail.tell(seen.game, session.shown())
        self.trail.show(self.trail.items, top=0)
        self.call_after_refresh(self.trail.call_after_refresh, self.trail.go_to_event, n)
        self._show_state()

    @on(Trail.Walked)
    def _walked(self, event: Trail.Walked) -> None:
        going, self._going = self._going, 0
        if not going:
            self._stop()
        self.session.at = going or event.n
        self._show_state()

    def _show_state(self) -> None:
        """Tell where it stands and how things stood there; what takes long follows when the cursor rests."""
        session, desk = self.session, self.session.desk
        extra = f", only {session.only}" if str(session.only) else ""
        extra += f", range from {session.since}" if session.since else ""
        extra += f", playing at {self._speed:g} minutes a second" if self._playing is not None else ""
        place = f"event {session.at} of {desk.places[-1] if desk.places else 0}"
        title = printable(desk.game.scenario.title, lines=False)
        self.query_one("#banner", Static).update(
            Content.assemble(
                (place, "bold $accent"), f"   {session.who}{printable(extra, lines=False)}", (f"   {title}", "$muted")
            )
        )
        self._fill(False)
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_REST, lambda: self._fill(True))

    def _fill(self, slow: bool) -> None:
        from exercise.ui.reviewing.standing import looked_into, standing

        beside = self.query_one("#stood")
        if self._proof is not None:
            id, events = self._proof
            number = events.index(self.session.at) + 1 if self.session.at in events else 0
            place = f"event {number} of {len(events)}; [ and ] go on" if number else "[ and ] go back to its events"
            beside.border_title = "A finding"
            content = looked_into(self.session, id, f"{place}, Escape leaves it")
        else:
            beside.border_title = "How things stood"
            content = standing(self.session, max(20, beside.scrollable_content_region.width), slow)
        self.query_one("#state", Static).update(content)

    # Keys

    def action_back(self) -> None:
        """Out of the line, out of what plays, a finding, a range, a filter, and at last out of the desk."""
        if self.line.has_focus:
            self.line.value = ""
            self.trail.focus()
        elif self._playing is not None:
            self._stop()
        elif self._proof is not None:
            self._proof = None
            self._show_state()
        elif self.session.since:
            self.session.since = 0
            self._show_state()
        elif str(self.session.only):
            self._filter(Filter())
        else:
            self.dismiss(None)

    def action_type(self, start: str) -> None:
        """Put the beginning of a command into the line."""
        self.line.value = start
        # At once: whoever types on quickly means the line.
        self.set_focus(self.line)
        self.line.cursor_position = len(start)

    def action_ask(self, words: str) -> None:
        self._answer(words)

    @on(Input.Submitted, "#ask")
    def _asked(self, event: Input.Submitted) -> None:
        words = event.value.strip()
        self.line.value = ""
        self.trail.focus()
        if words:
            self._answer(words)

    def _answer(self, words: str) -> None:
        verb = words.split()[0].casefold()
        if verb == "find":
            self._wanted = words[len("find") :].strip()
            self.action_again(1)
            return
        try:
            lines = self.session.ask(words)
        except AskError as error:
            self._complain(error)
            return
        self._say("")
        if self.session.over:
            self.dismiss(None)
        elif self.session.playing is not None:
            self._begin_playing()
        elif verb in ("as", "only"):
            self._look_anew(self.session.at)
        elif verb in _WALKS:
            self._go(self.session.at)
        elif verb in (*WRITES, "from", "branch", "merge", "import", "export"):
            self.trail.annotate(self.session.notes.notes)
            self._show_state()
            self._say(" ".join(line.strip() for line in lines[:2]))
        else:
            self.app.push_screen(Reading(words, lines))

    def _complain(self, error: Exception) -> None:
        self._say(f"{str(error)[:1].upper()}{str(error)[1:]}.")

    def _say(self, words: str) -> None:
        """A line above the command line; nothing where there is nothing to say."""
        says = self.query_one("#says", Static)
        says.update(Content(printable(words, lines=False)))
        says.display = bool(words)

    # Going

    def _go(self, n: int) -> None:
        """Stand at an event; the cursor goes to the entry after it where the event goes without saying."""
        self._going = n if self.trail.items else 0
        self.session.at = n
        self.trail.go_to_event(n)
        self._show_state()

    def action_moment(self, step: int) -> None:
        """To the next moment worth going to, or the one before; through the evidence where a finding is looked into."""
        at = self.session.at
        if self._proof is not None:
            places = list(self._proof[1])
        else:
            places = [moment.n for moment in stepping.moments_of(self.session)]
        ahead = [n for n in places if n > at] if step > 0 else [n for n in reversed(places) if n < at]
        if ahead:
            self._go(ahead[0])

    def action_places(self) -> None:
        from exercise.ui.reviewing.places import Places

        def find(kind: str) -> Sequence[Moment]:
            return stepping.moments_of(self.session, kind)

        self.app.push_screen(Places(stepping.ALL_KINDS, find, self.session.at), self._chosen_place)

    def _chosen_place(self, n: int | None) -> None:
        if n is not None:
            self._go(n)

    def action_again(self, step: int) -> None:
        """To the next entry with the words that were looked for, or the one before."""
        if not self._wanted:
            self.action_type("find ")
        elif self.trail.find(self._wanted, step):
            self._say(f"“{self._wanted}”: F3 goes on to the next, Shift+F3 to the one before")
        else:
            self._say(f"Nothing shown here holds “{self._wanted}”.")

    # Windows

    @on(Trail.Chosen)
    def _read(self, chosen: Trail.Chosen) -> None:
        """An entry in full, with the claims that it cites and the notes on it."""
        event = self.session.desk.event(chosen.entry.n)
        if event is not None:
            self.app.push_screen(Reading(f"Event {event.n}", told_in_full(self.session, event)))

    def action_eyes(self) -> None:
        now = (
            self.session.viewer if self.session.viewer != ALL_EYES else "all" if self.session.desk.over else FACILITATOR
        )
        self.app.push_screen(
            Pick("Whose eyes?", choices.eyes(self.session), now),
            lambda eyes: self._answer(f"as {eyes}") if eyes else None,
        )

    def action_narrow(self) -> None:
        from exercise.ui.reviewing.narrow import Narrow

        def count(only: Filter) -> int:
            return sum(
                only.passes(self.session.desk.game, event) for event in self.session.desk.seen(self.session.viewer)
            )

        self.app.push_screen(Narrow(self.session.only, choices.filters(self.session), count), self._filter)

    def _filter(self, only: Filter | None) -> None:
        if only is not None:
            self.session.only = only
            self._look_anew(self.session.at)

    def action_findings(self) -> None:
        if not self.session.open:
            self._complain(AskError("findings are open when the exercise is over; look as facilitator"))
            return
        if not self.session.desk.game.scenario.findings:
            self._say("This scenario predicts nothing.")
            return
        from exercise.ui.reviewing.judged import Findings

        self.app.push_screen(Findings(self.session, self._proof[0] if self._proof else ""), self._judged)

    def _judged(self, chosen: tuple[str, str] | None) -> None:
        """Go through the events of the finding that was chosen, or begin to write a verdict on it."""
        if chosen is None:
            return
        what, id = chosen
        if what != "events":
            self.action_type(f"{what} {id} ")
            return
        seen = {event.n for event in self.session.desk.seen(self.session.viewer)}
        events = tuple(n for n in self.session.desk.assessment.finding(id).evidence if n in seen)
        self._proof = (id, events)
        if events:
            self._go(events[0])
        else:
            self._show_state()

    def action_guide(self) -> None:
        from exercise.ui.reviewing.guide import Guide

        def rate(objective: str, letter: str) -> None:
            try:
                self.session.ask(f"rate {objective} {letter}")
            except AskError as error:
                self._complain(error)

        self.app.push_screen(Guide(self.session, rate), lambda id: self.action_type(f"rate {id} ") if id else None)

    def action_ledgers(self) -> None:
        self.app.push_screen(Pick("Ledgers", choices.LEDGERS), lambda asks: self._answer(asks) if asks else None)

    def action_explain(self) -> None:
        explain(self, "Looking back", self.HELP)

    # Playing

    def action_play(self) -> None:
        """From entry to entry by itself, each time faster, and then not any more."""
        faster = [speed for speed in playback.SPEEDS if speed > self._speed]
        if self._playing is not None and not faster:
            self._stop()
        else:
            self._answer(f"play {(faster or playback.SPEEDS)[0]:g}")

    def _begin_playing(self) -> None:
        """Play what the session asks for, each entry when its time has come."""
        playing, self.session.playing = self.session.playing, None
        self._stop()
        if playing is not None:
            self._speed = playing.speed
            self._steps = playing.steps
            self._play_on()

    def _play_on(self) -> None:
        waited = 0.0
        for seconds, n in self._steps:
            waited += seconds
            if self.trail.holds(n):
                self._playing = self.set_timer(max(waited, _SHORTEST), partial(self._played, n))
                return
        self._stop()

    def _played(self, n: int) -> None:
        self._go(n)
        self._play_on()

    def _stop(self) -> None:
        if self._playing is not None:
            self._playing.stop()
            self._playing = None
            self._speed = 0.0
            self._show_state()
