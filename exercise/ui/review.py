"""The reviewer's desk on the screen: the floor with a cursor, how things stood there, and a line that asks for anything else."""

from pathlib import Path
from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer, Input, Static

from exercise.engine.views import OBSERVER
from exercise.model.text import printable
from exercise.plain.wrapping import wrap
from exercise.review.desk import ALL_EYES, Desk
from exercise.review.moments import moments
from exercise.review.notes import GLYPHS, Notebook
from exercise.review.session import AskError, Session
from exercise.transcript.codec import Header
from exercise.ui.explaining import explain
from exercise.ui.field import Field
from exercise.ui.floor import Floor
from exercise.ui.reading import Reading

_QUIET: Final = ("next", "back", "go", "as", "only")
"""Commands whose effect is seen on the floor; the answers of others open in a window."""
_SPEEDS: Final = (1.6, 0.8, 0.4, 0.15)
"""Seconds between two entries while it plays; idle time is cut, since nothing but entries counts."""


class Trail(Floor):
    """A floor that tells where its cursor goes."""

    class Walked(Message):
        """The cursor stands on another entry."""

        def __init__(self, n: int) -> None:
            super().__init__()
            self.n = n

    def go_to(self, index: int) -> None:
        """Put the cursor on an item and tell which event that is."""
        super().go_to(index)
        if self.cursor is not None:
            self.post_message(self.Walked(self.cursor.n))


class Review(Screen[None]):
    """A saved exercise at any moment, with anybody's eyes, and the reviewer's notes on it."""

    CSS_PATH = ["styles/conference.tcss", "styles/review.tcss"]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    HELP = (
        "Look back: Up and Down go from entry to entry, the panel beside shows how things stood there. [ and ] go to the moment before and\n"
        "after (days, votes, news, walk-outs). e changes whose eyes you look with, g goes anywhere (412, 40%, day 6, F02, words), m and\n"
        "n mark and note, p plays. The line at the bottom speaks the language of exercise review --plain; help lists it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "Back", id="review.back", tooltip="Back to the list"),
        Binding("left_square_bracket", "moment(-1)", "Moment before", id="review.before", show=False, tooltip="The moment before"),
        Binding("right_square_bracket", "moment(1)", "Moment", key_display="[ ]", id="review.after", tooltip="The next moment"),
        Binding("g", "type('go ')", "Go", id="review.go", tooltip="Go to an event, a day, a percentage, a finding, or words"),
        Binding("e", "type('as ')", "Eyes", id="review.eyes", tooltip="Look as a seat, as observer, or as all"),
        Binding("m", "type('mark ')", "Mark", id="review.mark", tooltip="Mark the entry: good, mistake, turning, question"),
        Binding("n", "type('note ')", "Note", id="review.note", tooltip="Write a note on the entry"),
        Binding("f", "ask('findings')", "Findings", id="review.findings", tooltip="Predictions and what bears them out"),
        Binding("o", "ask('moves')", "Moves", id="review.moves", show=False, tooltip="Who moved on what, after what"),
        Binding("s", "ask('speech')", "Speech", id="review.speech", show=False, tooltip="Who spoke how much"),
        Binding("d", "ask('promises')", "Deals", id="review.deals", show=False, tooltip="Side deals, kept and broken"),
        Binding("a", "ask('notes')", "All notes", id="review.notes", show=False, tooltip="All notes"),
        Binding("p", "play", "Play", id="review.play", tooltip="Play on by itself; again: faster, then stop"),
        Binding("colon", "type('')", "Ask", id="review.ask", tooltip="Ask for anything; help lists what there is"),
        Binding("question_mark,f1", "explain", "Help", id="review.help", tooltip="What is shown, and the keys"),
    ]  # fmt: skip

    trail = getters.query_one(Trail)
    line = getters.query_one("#ask", Field)

    def __init__(self, desk: Desk, author: str = "reviewer", eyes: str = OBSERVER) -> None:
        super().__init__()
        notes = Notebook(desk.path, Header(desk.game.scenario, desk.game.setup))
        self.session = Session(desk, notes, author)
        self.session.see_as(eyes)
        self._speed = -1
        self._playing: Timer | None = None

    @classmethod
    def of(cls, path: Path) -> "Review":
        """The desk with a transcript on it. Raises TranscriptError."""
        from exercise.review.desk import open_desk

        return cls(open_desk(path))

    def compose(self) -> ComposeResult:
        yield Static("", id="banner", markup=False)
        with Horizontal(id="desk"):
            yield Trail(id="floor")
            with VerticalScroll(id="stood"):
                yield Static("", id="state", markup=False)
        yield Static("", id="says", markup=False)
        yield Field(
            placeholder="go day 6, as KA, mark turning ..., findings F02, help", select_on_focus=False, id="ask"
        )
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self._say("")
        self.trail.border_title = "Floor"
        self.query_one("#stood").border_title = "How things stood"
        self._look_anew(0)
        self.trail.focus()
        for problem in self.session.desk.problems[:1]:
            self._say(f"{problem}; exercise verify lists all")

    # Content

    def _look_anew(self, n: int) -> None:
        """Fill the floor with what the eyes see, and stand at an event."""
        session = self.session
        seen = session.desk.view(session.at, session.viewer)
        self.trail.forget()
        self.trail.tell(seen.game, session.shown())
        self.trail.show(self.trail.items, top=0)
        self.call_after_refresh(self.trail.call_after_refresh, self.trail.go_to_event, n)

    @on(Trail.Walked)
    def _walked(self, event: Trail.Walked) -> None:
        self.session.at = event.n
        self._show_state()

    def _show_state(self) -> None:
        session, desk = self.session, self.session.desk
        who = "everything" if session.viewer == ALL_EYES else f"what {session.viewer} knew"
        place = f"event {session.at} of {desk.places[-1] if desk.places else 0}"
        filtered = f", only {' '.join(session.only).strip()}" if session.only[0] else ""
        title = printable(desk.game.scenario.title, lines=False)
        self.query_one("#banner", Static).update(
            Content.assemble((place, "bold $accent"), f"   {who}{filtered}", (f"   {title}", "$muted"))
        )
        self.query_one("#state", Static).update(Content("\n").join(self._state_lines()))

    def _state_lines(self) -> list[Content]:
        """Time, agenda, stands and text at the cursor, the dials for those who may see them, and the notes there."""
        width = max(20, self.query_one("#stood").scrollable_content_region.width)
        parts: list[Content] = []
        for heading, verb in (("", "time"), ("Agenda", "agenda"), ("Delegations", "parties"), ("Dials", "dials")):
            try:
                lines = self.session.ask(verb)
            except AskError:
                continue
            if heading and lines:
                parts += [Content(""), Content.styled(heading, "bold $primary")]
            parts += [Content(printable(shown)) for line in lines for shown in wrap(line.strip(), "", "  ", width)]
        notes = [note for note in self.session.notes.notes if note.first <= self.session.at <= note.last]
        for note in notes:
            text = f"{GLYPHS[note.kind]} {note.author}: {note.text or note.kind}"
            parts += [Content(""), *(Content.styled(line, "$accent") for line in wrap(text, "", "  ", width))]
        return parts

    # Keys

    def action_back(self) -> None:
        if self.line.has_focus:
            self.line.value = ""
            self.trail.focus()
        else:
            self.dismiss(None)

    def action_type(self, start: str) -> None:
        """Put the beginning of a command into the line."""
        self.line.value = start
        self.line.focus()
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
        try:
            lines = self.session.ask(words)
        except AskError as error:
            self._say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
            return
        self._say("")
        if self.session.over:
            self.dismiss(None)
        elif verb in ("as", "only"):
            self._look_anew(self.session.at)
        elif verb in _QUIET:
            self.trail.go_to_event(self.session.at)
        elif verb in ("note", "mark", "agree", "disagree", "unseen", "withdraw"):
            self._show_state()
            self._say(lines[0].strip())
        else:
            self.app.push_screen(Reading(words, lines))

    def _say(self, words: str) -> None:
        """A line above the command line; nothing where there is nothing to say."""
        says = self.query_one("#says", Static)
        says.update(Content(printable(words, lines=False)))
        says.display = bool(words)

    def action_moment(self, step: int) -> None:
        """To the next moment worth going to, or the one before."""
        places = [moment.n for moment in moments(self.session.desk, self.session.viewer) if moment.kind != "first"]
        ahead = (
            [n for n in places if n > self.session.at]
            if step > 0
            else [n for n in reversed(places) if n < self.session.at]
        )
        if ahead:
            self.trail.go_to_event(ahead[0])

    def action_play(self) -> None:
        """From entry to entry by itself, each time faster, and then not any more."""
        if self._playing is not None:
            self._playing.stop()
            self._playing = None
        self._speed = self._speed + 1 if self._speed + 1 < len(_SPEEDS) else -1
        if self._speed >= 0:
            self._playing = self.set_interval(_SPEEDS[self._speed], self._play_on)

    def _play_on(self) -> None:
        items = self.trail.items
        if items and self.trail.cursor is items[-1]:
            self._speed = len(_SPEEDS)
            self.action_play()
            return
        self.trail.move(1)

    def action_explain(self) -> None:
        explain(self, "Looking back", self.HELP)
