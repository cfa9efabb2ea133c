"""One's papers, one key away: the brief, red lines, the score sheet with reasons, argument cards, and the scenario."""

from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Static, Tab, Tabs

from exercise.model.text import printable
from exercise.ui.brief_pages import Page, found, pages
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.field import Field

READABLE: Final = 88
"""Columns of text at most: longer lines are hard to read."""
KEYS: Final = 6


class Papers(VerticalScroll):
    """The text of a page; it scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "screen.turn(1)", "Next page", key_display="→", tooltip="The next page", id="papers.next"),
        Binding("left", "screen.turn(-1)", "Page before", show=False, tooltip="The page before", id="papers.before"),
    ]
    HELP = "Your papers. Up, Down, PageUp and PageDown scroll; Left and Right turn pages; / searches all of them."


class BriefDialog(Dialog):
    """Pages with a tab each; a search shows what holds the words, whatever page it stands on."""

    CSS_PATH = "../styles/brief.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(n), f"page({n})", f"Page {n}", show=False, tooltip=f"Page {n} of your papers", id=f"brief.page{n}"
            )
            for n in range(1, KEYS + 1)
        ),
        Binding("slash", "search", "Search", tooltip="Search all pages", id="brief.search"),
    ]
    HELP = (
        "Your papers. 1 to 6, or Left and Right, turn pages: what everybody knows, your confidential brief, your interests\n"
        "and red lines, your score sheet with reasons, your argument cards, the scenario. / searches all of them. Pages\n"
        "marked private are for your eyes only; scores are the authors' judgement, made for teaching."
    )

    papers = getters.query_one("#papers", Papers)
    line = getters.query_one("#brief-search", Input)

    def __init__(self, chair: Chair, page: str = "") -> None:
        super().__init__(chair)
        self.view = self.glance.view
        self.pages = pages(self.view)
        first = page or next((made.id for made in self.pages if made.private), "")
        self.at = next((n for n, made in enumerate(self.pages) if made.id == first), 0)

    def heading(self) -> str:
        role = self.view.role
        return printable(role.name if role else self.view.game.scenario.title, lines=False)

    def body(self) -> ComposeResult:
        tabs = [Tab(Content(f"{n} {made.title}"), id=made.id) for n, made in enumerate(self.pages, 1)]
        yield Tabs(*tabs, active=self.pages[self.at].id)
        with Papers(id="papers"):
            yield Static("", id="page", markup=False)
        search = Field(id="brief-search", placeholder="Words to look for on all pages", max_length=200, compact=True)
        search.display = False
        yield search

    def on_mount(self) -> None:
        self.papers.focus()

    def on_resize(self, event: Resize) -> None:
        self.call_after_refresh(self._show)

    @property
    def page(self) -> Page:
        return self.pages[self.at]

    def _width(self) -> int:
        return max(20, min(READABLE, self.papers.scrollable_content_region.width - 1))

    def _show(self) -> None:
        words = self.line.value.strip() if self.line.display else ""
        content = self._hits(words) if words else self._page(self.page)
        self.query_one("#page", Static).update(content)
        self.papers.scroll_home(animate=False)

    def _page(self, page: Page) -> Content:
        head = [Content.styled("For your eyes only.", "italic $muted")] if page.private else []
        return Content("\n\n").join([*head, *page.blocks(self._width())])

    def _hits(self, words: str) -> Content:
        """What holds the words, under the title of its page."""
        shown: list[Content] = []
        number = 0
        for page in self.pages:
            hits = found(page.blocks(self._width()), words)
            number += len(hits)
            shown += [Content.styled(f"── {page.title} ──", "$accent"), *hits] if hits else []
        count = f"{number} place{'' if number == 1 else 's'}." if number else "Nothing of that stands in your papers."
        return Content("\n\n").join([Content.styled(count, "$muted"), *shown])

    # Keys

    @on(Tabs.TabActivated)
    def _turned(self, event: Tabs.TabActivated) -> None:
        self.at = next((n for n, page in enumerate(self.pages) if page.id == event.tab.id), self.at)
        if self.line.display:
            self._close_search()
        self._show()

    def action_page(self, number: int) -> None:
        if number <= len(self.pages):
            self.query_one(Tabs).active = self.pages[number - 1].id
            if not self.line.display:
                return
            self._close_search()
            self._show()

    def action_turn(self, steps: int) -> None:
        self.action_page((self.at + steps) % len(self.pages) + 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that turn pages type letters while words are typed."""
        return not (action in ("page", "turn", "search") and self.is_mounted and isinstance(self.focused, Input))

    def action_search(self) -> None:
        self.line.display = True
        self.line.focus()
        self.refresh_bindings()

    @on(Input.Changed, "#brief-search")
    def _typed(self) -> None:
        self._show()

    @on(Input.Submitted, "#brief-search")
    def _read(self) -> None:
        self.papers.focus()
        self.refresh_bindings()

    def _close_search(self) -> None:
        self.line.value = ""
        self.line.display = False
        self.papers.focus()
        self.refresh_bindings()

    def action_leave(self) -> None:
        if self.line.display:
            self._close_search()
            self._show()
        else:
            self.dismiss(None)
