"""What can I do now: every legal command with a line to type, why not the rest, every key, and what each panel shows."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import frozen
from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import OptionList, Static, Tab, Tabs
from textual.widgets.option_list import Option

from exercise.model import moves as m
from exercise.model.text import printable
from exercise.plain.help_answers import concerns
from exercise.plain.language import MOVES, QUERIES
from exercise.plain.parse import verb_of
from exercise.plain.wrapping import pad, wrap
from exercise.plain.wrapping import width as columns_of
from exercise.ui.actions import ACTS, Act
from exercise.ui.chair import Glance
from exercise.ui.footer import Keys
from exercise.ui.keynames import key_name
from exercise.ui.modal import Modal
from exercise.ui.prose import hanging

if TYPE_CHECKING:
    from exercise.ui.conference import Conference

PAGES: Final = (("now", "Now"), ("not", "Not now"), ("keys", "Keys"), ("panels", "What you see"))
READABLE: Final = 96
KEY: Final = 6
"""Columns for the key of a command."""
Keyed = tuple[tuple[str, str], ...]
_ON_THE_FLOOR: Final[tuple[tuple[Keyed, str], ...]] = (
    ((("floor.up", "up"), ("floor.down", "down")), "Choose an entry"),
    ((("floor.choose", "enter"),), "Act on it"),
    ((("floor.new", "n"),), "To what is new"),
    ((("floor.first", "home"), ("floor.last", "end")), "Beginning, newest"),
)
_EVERYWHERE: Final[tuple[tuple[Keyed, str], ...]] = (
    ((("app.help", "f1"),), "Help for what has the focus"),
    ((("", "ctrl+p"),), "The command palette: everything by name"),
    ((("app.jump", "ctrl+o"),), "Jump: a letter on every place, press it to go there"),
    ((("", "tab"),), "The next place; shift+tab goes back"),
    ((("app.quit", "ctrl+q"),), "Leave the program; everything is saved"),
)
"""Ids and usual keys, and what they do."""
_WINDOWLESS: Final = {"pass": "go"}
"""Commands that a key does at once."""

_PLACES: Final = {
    "clock": "Where we are", "days": "The days", "own": "Your corner", "now": "What is asked of you", "bar": "Command bar",
}  # fmt: skip
"""Names of the places that have no title, or one that changes."""


@frozen
class Wish:
    """What somebody chose to do: a key of the conference, or a line for the command bar."""

    act: str = ""
    line: str = ""


@frozen
class Surroundings:
    """What the window says of the conference around it: texts on what is seen, and the keys as they are set."""

    helps: tuple[tuple[str, str], ...]
    keys: Mapping[str, str]
    alive: Mapping[str, bool | None]

    @classmethod
    def of(cls, conference: "Conference") -> "Surroundings":
        """The focused widget first, then every other one that has something to say about itself."""
        widgets = [conference.focused, *conference.query("*")]
        helps: dict[str, str] = {}
        for widget in widgets:
            text = " ".join((getattr(widget, "HELP", None) or "").split())
            if widget is not None and text and widget.display:
                title = (
                    str(widget.border_title or "")
                    or (widget.id or type(widget).__name__).replace("_", " ").capitalize()
                )
                helps.setdefault(text, title)
        app = conference.app
        shown = {
            a.binding.id: app.get_key_display(a.binding) for a in conference.active_bindings.values() if a.binding.id
        }
        alive = {act.id: conference.check_action("act", (act.id,)) for act in ACTS}
        return cls(tuple((title, text) for text, title in helps.items()), shown, alive)


class Possible(OptionList):
    """What can be done now, to be chosen."""

    HELP = "What you can do now. Enter opens its window, or puts the line into the command bar; i always puts it there."

    class Resized(Message):
        """The lines have to be broken anew."""

    def on_resize(self) -> None:
        self.post_message(self.Resized())


class CanDialog(Modal[Wish | None]):
    """Four pages; ends with a wish that the conference fulfils, or with nothing."""

    CSS_PATH = ["../styles/brief.tcss", "../styles/can.tcss"]  # noqa: RUF012
    DEFAULT_CLASSES = "dialog"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(n), f"page('{id}')", title, show=False, tooltip=f"Page {n}: {title}", id=f"can.page{n}")
            for n, (id, title) in enumerate(PAGES, 1)
        ),
        Binding(
            "i", "write", "Into the bar", tooltip="Put the line into the command bar, to be changed", id="can.write"
        ),
        Binding(
            "right", "turn(1)", "Next page", key_display="→", tooltip="The next page", id="can.next", priority=True
        ),
        Binding(
            "left", "turn(-1)", "Page before", show=False, tooltip="The page before", id="can.before", priority=True
        ),
        Binding("escape,question_mark", "leave", "Back", tooltip="Back to the conference", id="can.back"),
    ]
    HELP = "What you can do, what you cannot do now and why, every key, and what each part of the screen shows."

    possible = getters.query_one("#possible", Possible)

    def __init__(self, glance: Glance, around: Surroundings) -> None:
        super().__init__()
        self.glance = glance
        self.around = around
        self.at = "now"
        self._wishes: list[tuple[Wish, str]] = []
        self._left = 0

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = "What you can do"
            yield Tabs(*(Tab(Content(f"{n} {title}"), id=id) for n, (id, title) in enumerate(PAGES, 1)))
            yield Possible(id="possible", markup=False)
            with VerticalScroll(id="reading"):
                yield Static("", id="page", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.possible.focus()

    def on_resize(self, event: Resize) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        listing = self.at == "now"
        self.possible.display = listing
        reading = self.query_one("#reading", VerticalScroll)
        reading.display = not listing
        if listing:
            self._list()
            self.possible.focus()
        else:
            width = max(30, min(READABLE, self.query_one("#window").content_region.width - 2))
            made = {"not": self._not_now, "keys": self._keys, "panels": self._panels}[self.at](width)
            self.query_one("#page", Static).update(Content("\n").join(list(made)))
            reading.scroll_home(animate=False)
            reading.focus()
        self.refresh_bindings()

    # Now

    @on(Possible.Resized)
    def _list(self) -> None:
        kept = self.possible.highlighted
        self.possible.clear_options()
        self._wishes = []
        width = max(30, self.possible.scrollable_content_region.width)
        longest = max(
            columns_of(words) for words in (*self.glance.examples.values(), *(u for u, _ in QUERIES.values()))
        )
        self._left = min(longest + 2, width // 2)
        rows = [self._move(verb, example, width) for verb, example in self.glance.examples.items()]
        if not rows:
            rows = [
                Option(
                    Content.styled("Nothing: wait for your turn; Space lets the floor go on.", "$muted"), disabled=True
                )
            ]
        rows.append(Option(Content.styled("\nYou can always ask", "bold $primary"), disabled=True))
        for verb, (usage, says) in QUERIES.items():
            if concerns(self.glance.view, verb) and verb != "quit":
                line = verb if "[" in usage or usage == verb else f"{verb} "
                rows.append(self._row(Wish(line=line), line, usage, says, "", width))
        self.possible.add_options(rows)
        first = next((n for n, row in enumerate(rows) if not row.disabled), None)
        self.possible.highlighted = kept if kept is not None and kept < len(rows) else first

    def _move(self, verb: str, example: str, width: int) -> Option:
        act = act_of(verb, self.around.alive)
        # What has no window is typed.
        key = self._key(act or next(act for act in ACTS if act.id == "type"))
        return self._row(Wish(act=act.id if act else "", line=example), example, example, MOVES[verb].says, key, width)

    def _row(self, wish: Wish, line: str, shown: str, says: str, key: str, width: int) -> Option:
        self._wishes.append((wish, line))
        left = self._left
        words = printable(shown, lines=False)
        if columns_of(words) > left - 1:
            words = words[: left - 2] + "…"
        margin = " " * (left + KEY)
        told = "\n".join(wrap(says, margin, margin, width)).lstrip()
        prompt = Content.assemble((pad(key, KEY), "bold $accent"), (pad(words, left), ""), (told, "$muted"))
        return Option(prompt, id=str(len(self._wishes) - 1))

    def _chosen(self) -> tuple[Wish, str] | None:
        option = self.possible.highlighted_option
        return self._wishes[int(option.id)] if option is not None and option.id else None

    @on(OptionList.OptionSelected)
    def _do(self) -> None:
        if chosen := self._chosen():
            self.dismiss(chosen[0])

    def action_write(self) -> None:
        if chosen := self._chosen():
            self.dismiss(Wish(line=chosen[1]))

    # The other pages

    def _not_now(self, width: int) -> Iterable[Content]:
        reasons: dict[str, list[str]] = {}
        for kind in m.MOVES:
            if why := self.glance.why_not(kind):
                reasons.setdefault(_in_general(kind, why), []).append(verb_of(kind))
        for why, verbs in reasons.items():
            sentence = printable(f"{why[:1].upper()}{why[1:]}.", lines=False)
            yield Content.styled("\n".join(wrap(sentence, "", "", width)), "bold")
            yield Content.styled("\n".join(wrap(", ".join(dict.fromkeys(verbs)), "  ", "  ", width)) + "\n", "$muted")

    def _keys(self, width: int) -> Iterable[Content]:
        yield Content.styled("At the conference", "bold $primary")
        for act in ACTS:
            state = self.around.alive[act.id]
            if state is not False:
                yield _key_line(self._key(act), act.says if state else f"{act.says} (not now)", width)
        yield Content.styled("\nOn the floor", "bold $primary")
        yield from self._key_lines(_ON_THE_FLOOR, width)
        yield Content.styled("\nEverywhere", "bold $primary")
        yield from self._key_lines(_EVERYWHERE, width)
        yield Content.styled("\nEvery key can be changed: see “Keys of your own” in the player's guide.", "$muted")

    def _panels(self, width: int) -> Iterable[Content]:
        for number, (title, text) in enumerate(self.around.helps):
            now = "  has the focus" if not number else ""
            yield Content.assemble((printable(title, lines=False), "bold $primary"), (now, "$muted"))
            yield Content("\n".join(wrap(text, "  ", "  ", width)) + "\n")

    def _key_lines(self, table: Iterable[tuple[Keyed, str]], width: int) -> Iterable[Content]:
        for keys, says in table:
            yield _key_line(" ".join(self.around.keys.get(id) or key_name(usual) for id, usual in keys), says, width)

    def _key(self, act: Act) -> str:
        return self.around.keys.get(f"conference.{act.id}", self.app.get_key_display(act.binding))

    # Keys

    @on(Tabs.TabActivated)
    def _turned(self, event: Tabs.TabActivated) -> None:
        self.at = event.tab.id or "now"
        self._show()

    def action_page(self, id: str) -> None:
        self.query_one(Tabs).active = id

    def action_turn(self, steps: int) -> None:
        ids = [id for id, _ in PAGES]
        self.action_page(ids[(ids.index(self.at) + steps) % len(ids)])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the first page has lines for the command bar."""
        return action != "write" or self.at == "now"

    def action_leave(self) -> None:
        self.dismiss(None)


def act_of(verb: str, alive: Mapping[str, bool | None]) -> Act | None:
    """The key that opens a window for a command, where this seat has one."""
    kinds = {kind for kind in m.MOVES if verb_of(kind) == verb}
    found = (act for act in ACTS if kinds.intersection(act.kinds) or act.id == _WINDOWLESS.get(verb))
    return next((act for act in found if alive.get(act.id)), None)


def _in_general(kind: str, why: str) -> str:
    """A reason without the name of the move, so that moves with the same reason stand together."""
    if why.startswith("there is nothing to "):
        return "there is nothing to do it with now"
    name = kind.replace("_", " ")
    if why.endswith(f" cannot {name}"):
        return f"{why.removesuffix(name)}do this"
    return f"this{why[len(name) :]}" if why.casefold().startswith(f"{name} ") else why


def _key_line(key: str, says: str, width: int) -> Content:
    return hanging(Content.styled(f"  {key}", "bold $accent"), says, width, 12)
