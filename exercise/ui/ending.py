"""The end of an exercise as a scene: what came of it, for whom, what was predicted, what followed, and what to talk about now."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static, Tab, Tabs

from exercise.engine.views import OBSERVER
from exercise.findings.assess import assess
from exercise.model.events import FACILITATOR, Event
from exercise.model.text import printable
from exercise.review.history import standing
from exercise.room.room import Room
from exercise.ui.chair import Chair
from exercise.ui.confirming import Confirm
from exercise.ui.evidence import Evidence
from exercise.ui.explaining import explain
from exercise.ui.floor import Floor
from exercise.ui.footer import Keys
from exercise.ui.prose import Prose, fit_end
from exercise.ui.scene.balance import balance
from exercise.ui.scene.hot_wash import HotWash
from exercise.ui.scene.outcome import outcome
from exercise.ui.scene.predictions import Articles, Predictions, WithEvidence
from exercise.ui.scene.revealed import WARNING, revealed

PAGES = ("Outcome", "Got, gave", "Predicted", "Articles", "Epilogue", "Hot wash")
REVEALED = "Revealed"
NUMBERED = 76
"""Columns from which the names of pages have their numbers before them."""


class Ending(Screen[bool]):
    """Pages that everybody may read; scores and private words come on request, after a warning. Ends with True to leave."""

    DEFAULT_CLASSES = "page"
    CSS_PATH = ["styles/conference.tcss", "styles/listing.tcss", "styles/ending.tcss"]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left", "turn(-1)", "Page before", id="ending.before", show=False, tooltip="The page before", priority=True
        ),
        Binding("right,space", "turn(1)", "Next page", id="ending.next", tooltip="The next page", priority=True),
        *(
            Binding(str(n), f"page({n})", page, id=f"ending.page{n}", show=False, tooltip=f"Open {page}")
            for n, page in enumerate((*PAGES, REVEALED), 1)
        ),
        Binding(
            "r", "reveal", "Reveal", id="ending.reveal", tooltip="Everybody's scores and private words, after a warning"
        ),
        Binding(
            "escape",
            "floor",
            "To the floor",
            id="ending.floor",
            tooltip="Read the floor again, with charts and flow; Space comes back",
        ),
        Binding("q", "leave", "Leave", id="ending.leave", tooltip="Leave the exercise; everything is saved"),
        Binding("question_mark,f1", "explain", "Help", id="ending.help", tooltip="What is shown, and the keys"),
    ]
    HELP = (
        "How the exercise ended. Left and Right turn the pages, or their numbers: the outcome, what each side got and gave in public\n"
        "terms, which predictions came true with their evidence, which article is borne out, what followed, and a guide for the\n"
        "talk afterwards. r shows everybody's scores and private words, after a warning."
    )

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._result = assess(room.game, room.state)
        self._open = False

    def compose(self) -> ComposeResult:
        game, state, result = self._room.game, self._room.state, self._result
        heard = self._reader.heard()
        yield Static(
            Content.assemble((printable(game.scenario.title, lines=False), "bold $accent"), ("   the end", "$muted")),
            id="title",
            classes="banner",
        )
        yield Tabs(*(_tab(number) for number in range(1, len(PAGES) + 1)))
        with ContentSwitcher(initial="page-1", id="pages"):
            with VerticalScroll(id="page-1", classes="scroll"):
                yield Prose(partial(outcome, game, state, result))
            with VerticalScroll(id="page-2", classes="scroll"):
                yield Prose(partial(balance, game, state, heard))
            yield Predictions(game, self._room.events, result, id="page-3")
            yield Articles(game, self._room.events, result, id="page-4")
            yield Floor(id="page-5")
            yield HotWash(game.scenario.minutes, id="page-6")
            with VerticalScroll(id="page-7", classes="scroll"):
                yield Prose(id="revealed")
        yield Prose(self._place, id="place", classes="")
        yield Keys()

    def on_mount(self) -> None:
        self.query_one(Tabs).can_focus = False
        floor = self.query_one("#page-5", Floor)
        floor.tell(self._reader.look().view.game, self._epilogue())
        floor.show(floor.items, top=0)
        self.call_after_refresh(self._enter)

    def on_resize(self) -> None:
        self._label()

    def _label(self) -> None:
        """Names of pages without their numbers where there is no room for both."""
        for number, tab in enumerate(self.query(Tab), 1):
            tab.label = _called(number, self.size.width >= NUMBERED)

    @property
    def _reader(self) -> Chair:
        """Who may read the events now: everybody until the secrets are shown, control from then on."""
        return Chair(self._room, FACILITATOR if self._open else OBSERVER)

    def _epilogue(self) -> list[Event]:
        """What was told after the talks had ended."""
        heard = standing(self._reader.heard())
        ended = next((event.n for event in heard if event.body.kind in ("talks_ended", "closed")), 0)
        return [event for event in heard if event.n >= ended]

    def _place(self, width: int) -> Content:
        """Where the transcript lies; of a long path the end."""
        path = self._room.transcript
        if not path:
            return Content("This exercise was not saved to a transcript.")
        label = "Transcript: "
        return Content(label + fit_end(str(path), width - len(label)))

    # Pages

    @property
    def page(self) -> int:
        """The number of the page that is open."""
        return int((self.query_one(ContentSwitcher).current or "page-1").removeprefix("page-"))

    @on(Tabs.TabActivated)
    def turned(self, event: Tabs.TabActivated) -> None:
        """Another page."""
        self.query_one(ContentSwitcher).current = (event.tab.id or "tab-1").replace("tab", "page")
        self.call_after_refresh(self._enter)

    def _enter(self) -> None:
        current = self.query_one(f"#page-{self.page}", Widget)
        if isinstance(current, WithEvidence):
            current.lay_out()
            current.query_one(".listing-rows").focus()
        else:
            current.focus()
        self.refresh_bindings()

    def action_page(self, number: int) -> None:
        if number <= len(PAGES) or self._open:
            self.query_one(Tabs).active = f"tab-{number}"

    def action_turn(self, step: int) -> None:
        count = len(PAGES) + self._open
        self.action_page((self.page - 1 + step) % count + 1)

    # Evidence and secrets

    @on(WithEvidence.Evidence)
    def show_evidence(self, event: WithEvidence.Evidence) -> None:
        """Go to the events that prove a finding."""
        self.app.push_screen(Evidence(self._reader, event.title, event.events))

    def action_reveal(self) -> None:
        if self._open:
            self.action_page(len(PAGES) + 1)
        else:
            self.app.push_screen(Confirm("Everybody's scores and private words", WARNING, "Show them"), self._reveal)

    async def _reveal(self, sure: bool | None) -> None:
        if not sure or self._open:
            return
        self._open = True
        heard = standing(self._reader.heard())
        self.query_one("#revealed", Prose).show(
            partial(revealed, self._room.game, self._room.state, self._result, heard)
        )
        await self.query_one(Tabs).add_tab(_tab(len(PAGES) + 1))
        self._label()
        self.call_after_refresh(self.action_page, len(PAGES) + 1)

    def action_floor(self) -> None:
        self.dismiss(False)

    def action_leave(self) -> None:
        self.dismiss(True)

    def action_explain(self) -> None:
        current = self.query_one(f"#page-{self.page}", Widget)
        explain(self, "The end", self.HELP, getattr(current, "HELP", ""))


def _called(number: int, numbered: bool = True) -> Content:
    name = [*PAGES, REVEALED][number - 1]
    return Content(f"{number} {name}" if numbered else name)


def _tab(number: int) -> Tab:
    return Tab(_called(number), id=f"tab-{number}")
