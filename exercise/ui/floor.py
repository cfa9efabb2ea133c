"""The floor: everything that the seat has heard, as readable speech."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import ClassVar, Final

from attrs import evolve
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.message import Message

from exercise.engine.game import Game
from exercise.model.events import ALL, CLOCK, Body, Event
from exercise.ui.entries import FAMILIES, Entry, Run, entry, family, is_heading, is_told, lay_out
from exercise.ui.finding import FOUND, marked
from exercise.ui.line_view import LineView

EVERYTHING: Final = "all"
NEW: Final = Entry(0, " ", "new", "", "", "", "New since your last turn", "", heading=True)
ROOMY: Final = 30
"""Lines of a window in which an empty line follows every speech."""
_STYLES: Final = (
    "plain", "says", "speech", "aside", "who", "id", "rule", "heading", "for", "against", "agreed", "news", "alarm", "private",
    "new", "cursor", "edge", "found",
)  # fmt: skip
_number = attrgetter("n")


class _Newer(Body, frozen=True):
    """Happens to nobody: it stands before what is new."""


class Floor(LineView[Event]):
    """Events with a cursor, narrowed to one family of them where wanted, with search and a mark for what is new.

    They become entries only when they are looked at, so that a long exercise opens as fast as a short one.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"floor--{name}" for name in _STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Previous entry", id="floor.up", show=False),
        Binding("down", "move(1)", "Next entry", id="floor.down", show=False),
        Binding("pageup", "page_up", "Page up", id="floor.page_up", show=False),
        Binding("pagedown", "page_down", "Page down", id="floor.page_down", show=False),
        Binding("home", "first", "Beginning", id="floor.first", show=False),
        Binding("end", "last", "Newest", id="floor.last", show=False),
        Binding("enter", "choose", "Act on the entry", id="floor.choose", show=False),
        Binding(
            "n",
            "new",
            "To what is new",
            id="floor.new",
            show=False,
            tooltip="To what is new on the floor since your last turn",
        ),
    ]
    HELP = (
        "What was said and done, oldest first. Up and down choose an entry, Enter acts on it: answer an argument, look at a\n"
        "proposal. n jumps to what is new since your last turn, / searches, f shows only debate, bargaining, news or\n"
        "private words. Marks: + and − argue for and against, ↳ and ↯ back and attack an argument, ? a question, ◆ a\n"
        "proposal, ■ the mediator's text, ● and ○ on record for and against, ★ agreed, ! news, § private."
    )

    class Chosen(Message):
        """The reader wants to act on an entry."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.family = EVERYTHING
        self._game: Game | None = None
        self._heard: list[Event] = []
        self._new_from = 0
        self._new = NEW
        self._looks: dict[str, Style] = {}
        self._roomy = False
        self.sought = ""
        """Words that are marked in the entry under the cursor."""

    # Content

    def tell(self, game: Game, events: Sequence[Event]) -> None:
        """Show more events."""
        self._game = game
        told = [event for event in events if is_told(game, event)]
        self._heard.extend(told)
        self.add(told if self.family == EVERYTHING else [event for event in told if self._wanted(event)])

    def forget(self) -> None:
        """Show nothing: somebody else takes the keyboard."""
        self._heard.clear()
        self._new_from = 0
        self.family = EVERYTHING
        self.show([])

    def mark_new(self, since: int, says: str = NEW.says) -> None:
        """Put a mark before the first entry after event number `since`."""
        self._new_from = since
        self._new = evolve(NEW, says=says)
        self._rebuild()

    def narrow(self, family: str) -> None:
        """Show one family of events only, or all of them."""
        self.family = family
        self._rebuild()

    def next_family(self) -> str:
        """The next thing to narrow down to."""
        families = [EVERYTHING, *FAMILIES]
        return families[(families.index(self.family) + 1) % len(families)]

    def entry_of(self, event: Event) -> Entry:
        """What is read of one of the events."""
        if isinstance(event.body, _Newer) or self._game is None:
            return self._new
        return entry(self._game, event)

    def _wanted(self, event: Event) -> bool:
        return self.family == EVERYTHING or family(event) == self.family or is_heading(event)

    def _rebuild(self) -> None:
        """Show what is wanted of what was heard, from what is new on."""
        heard = self._heard
        shown = heard if self.family == EVERYTHING else [event for event in heard if self._wanted(event)]
        if not self._new_from:
            self.show(shown, top=0)
            return
        top = bisect_right(shown, self._new_from, key=_number)
        if top == len(shown):
            self.show(shown)
        else:
            mark = Event(self._new_from, 0, 0, CLOCK, ALL, _Newer())
            self.show([*shown[:top], mark, *shown[top:]], top=top)

    # Finding

    def find(self, words: str, step: int = 1) -> bool:
        """Go to the next entry that holds these words; False where there is none."""
        wanted = words.casefold()
        items = self.items
        start = self.at if self.cursor is not None else (len(items) if step < 0 else -1)
        for offset in range(1, len(items) + 1):
            index = (start + step * offset) % len(items)
            if wanted in self.entry_of(items[index]).words.casefold():
                self.go_to(index)
                return True
        return False

    def look_for(self, words: str) -> str:
        """Go to the next entry with these words and mark them there; what is to be said about it, if anything."""
        before = self.cursor
        self.sought = words
        if not self.find(words):
            self.unmark()
            return "Nobody said that."
        return "No other entry holds these words." if self.cursor is before else ""

    def unmark(self) -> None:
        """No words are looked for any more."""
        self.sought = ""
        if self.cursor is not None:
            self.go_to(self.at)

    def go_to_event(self, n: int) -> None:
        """Go to the entry of an event, or to the next one after it."""
        if self.family != EVERYTHING:
            self.narrow(EVERYTHING)
        index = bisect_left(self.items, n, key=_number)
        if index < len(self.items) and isinstance(self.items[index].body, _Newer):
            index += 1
        self.go_to(index)

    # Keys

    def action_move(self, steps: int) -> None:
        self.move(steps)

    def action_first(self) -> None:
        self.go_to(0)

    def action_last(self) -> None:
        self.go_to(len(self.items) - 1)

    def action_new(self) -> None:
        self._to_new()

    def _to_new(self) -> None:
        """What is new comes to the top, as far as there is enough of it."""
        index = next((i for i, event in enumerate(self.items) if isinstance(event.body, _Newer)), 0)
        self.scroll_to(y=self._first_line(index), animate=False, force=True)

    def action_choose(self) -> None:
        if self.cursor is not None and not (chosen := self.entry_of(self.cursor)).heading:
            self.post_message(self.Chosen(chosen))

    def on_click(self, event: object) -> None:
        line = getattr(event, "y", 0) + self.scroll_offset.y
        index = self._locate(line)[0]
        if index < len(self.items):
            self.go_to(index)

    # Looks

    def lay_out(self, item: Event, width: int) -> list[list[Run]]:
        made = self.entry_of(item)
        lines = lay_out(made, width)
        if self.sought and item is self.cursor:
            lines = marked(lines, self.sought)
        if not self._roomy:
            return lines
        if made.heading:
            return lines[1:] if self._follows_speech(item) else lines
        return [*lines, [("", "plain")]] if made.speech else lines

    def _follows_speech(self, item: Event) -> bool:
        """Whether the empty line after a speech stands before this item already."""
        index = bisect_right(self.items, item.n, key=_number) - 1
        if self.items[index] is not item:
            index -= 1
        before = self.entry_of(self.items[index - 1]) if index > 0 else NEW
        return bool(before.speech) and not before.heading

    def on_resize(self) -> None:
        roomy = self.app.size.height >= ROOMY
        if roomy != self._roomy:
            self._roomy = roomy
            self.lay_out_anew()
        super().on_resize()

    def style_of(self, name: str) -> Style:
        if name not in self._looks:
            plain, found = name.removesuffix(FOUND), name.endswith(FOUND)
            look = self.get_component_rich_style(f"floor--{plain}", partial=True)
            self._looks[name] = look + self.get_component_rich_style("floor--found", partial=True) if found else look
        return self._looks[name]

    def notify_style_update(self) -> None:
        self._looks = {}
        super().notify_style_update()
