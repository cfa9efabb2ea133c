"""A dialog that lists what can be done, with words where they are wanted, and says of the rest why it is not possible."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from attrs import frozen
from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from exercise.model import moves as m
from exercise.model.text import printable
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.words import Words

BLANK = "..."
"""Stands for words that are not there yet when the rules are asked about a move."""


Making = Callable[[str], m.Move]
"""Makes a move with the words that were typed."""


@frozen
class Doing:
    """Something that can be done: its line in the list, the move that it is with some words, and whether it needs words.

    `note` is shown while the line is highlighted.
    """

    label: str
    make: Making
    needs_words: bool = False
    note: str = ""


@frozen
class Opening:
    """Another window, opened from the list; a move made there ends this one. `kinds` are the moves that it leads to."""

    label: str
    make: Callable[[], Dialog]
    kinds: tuple[str, ...]


Item = Doing | Opening | str
"""A line of the list; a plain text is a heading."""


class Doings(OptionList):
    """The list. What the rules do not allow now is dimmed, with the reason beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Do it", tooltip="Do what is highlighted, with the words below", id="doings.do"),
    ]
    HELP = "What you can do. Up and Down choose, Enter does it with the words below. Dimmed lines say why they are not possible."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to do where nothing is listed."""
        return action != "select" or self.option_count > 0


class DoingDialog(Dialog):
    """A text to read, a list of what can be done about it, and a line for words.

    A subclass says what the text is (`about`) and what can be done (`doings`).
    """

    CSS_PATH = "../styles/doing.tcss"
    WORDS: ClassVar[str] = "Words to go with it, if you like (Tab)"

    about_text = getters.query_one("#about", Static)
    list = getters.query_one("#doings", Doings)
    words = getters.query_one("#words", Words)

    def __init__(self, chair: Chair) -> None:
        super().__init__(chair)
        self.items: tuple[Item, ...] = ()
        self._asked: int | None = None
        """The line of the list for which words were asked: Enter after them does it."""

    def about(self) -> Content:
        """What stands above the list."""
        raise NotImplementedError

    def doings(self) -> Iterator[Item]:
        """What can be done, in order, with headings."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        with VerticalScroll(id="reading", can_focus=False):
            yield Static(self.about(), id="about", markup=False)
        yield Doings(id="doings", markup=False)
        with VerticalScroll(id="note", can_focus=False):
            yield Static("", id="note-text", markup=False)
        yield Words(self.WORDS, back="#doings")

    def on_mount(self) -> None:
        self.renew()
        self.set_focus(self.list if self.list.display else None)

    def on_resize(self) -> None:
        """A text that does not fit can be gone to with Tab, and scrolled."""
        self.call_after_refresh(self._let_scroll)

    def _let_scroll(self) -> None:
        for text in self.query("#reading, #note").results(VerticalScroll):
            text.can_focus = text.max_scroll_y > 0

    def renew(self) -> None:
        """Show the text and the list for what is chosen now."""
        self.items = tuple(self.doings())
        self._asked = None
        self.about_text.update(self.about())
        something = any(not isinstance(item, str) for item in self.items)
        for widget in (self.list, self.words):
            widget.display = something
        self.refresh_bindings()
        self.list.clear_options()
        self.list.add_options(list(self._lines()))
        self.list.highlighted = next((n for n, option in enumerate(self.list.options) if not option.disabled), None)

    def _lines(self) -> Iterator[Option]:
        """The list, group by group. A group of which nothing is possible is one line with the reason, after what is possible."""
        groups: list[tuple[str, list[tuple[int, Doing | Opening]]]] = [("", [])]
        for number, item in enumerate(self.items):
            if isinstance(item, str):
                groups.append((item, []))
            else:
                groups[-1][1].append((number, item))
        later: list[Option] = []
        for title, group in groups:
            reasons = {number: self.why_not(item) for number, item in group}
            shut = bool(group) and all(reasons.values())
            if shut and title:
                why = f"  {next(iter(reasons.values()))}"
                later.append(
                    Option(
                        Content.assemble((_flat(title), "bold $muted"), (_flat(why), "italic $faint")), disabled=True
                    )
                )
                continue
            if title and group:
                yield Option(Content.styled(_flat(title), "bold $muted"), disabled=True)
            for number, item in group:
                line = self._line(number, item, reasons[number])
                if title or not reasons[number]:
                    yield line
                else:
                    later.append(line)
        yield from later

    def _line(self, number: int, item: Doing | Opening, why: str) -> Option:
        if why:
            return Option(
                Content.assemble((f"  {_flat(item.label)}", "$faint"), (f"  {_flat(why)}", "italic $faint")),
                disabled=True,
            )
        return Option(Content(f"  {_flat(item.label)}"), id=str(number))

    def why_not(self, item: Doing | Opening) -> str:
        """Why the rules would refuse it; empty where they would not."""
        if isinstance(item, Opening):
            reasons = [self.glance.why_not(kind) for kind in item.kinds]
            return _shortly(reasons[0], item.kinds[0]) if reasons and all(reasons) else ""
        move = item.make(self.words.said or (BLANK if item.needs_words else ""))
        refused = self.chair.check(move)
        return _shortly(refused.reason, move.kind) if refused else ""

    @on(Doings.OptionHighlighted)
    def _note(self, event: Doings.OptionHighlighted) -> None:
        item = self.items[int(event.option_id)] if event.option_id else None
        self._asked = None
        note = item.note if isinstance(item, Doing) else ""
        self.query_one("#note-text", Static).update(Content.styled(printable(note), "$muted"))
        self.query_one("#note").scroll_home(animate=False)
        self.query_one("#note").display = bool(note)
        self.call_after_refresh(self._let_scroll)

    @on(Doings.OptionSelected)
    def _do(self, event: Doings.OptionSelected) -> None:
        item = self.items[int(event.option_id)] if event.option_id else None
        if isinstance(item, Opening):
            self.app.push_screen(item.make(), self._made)
            return
        if not isinstance(item, Doing):
            return
        if item.needs_words and not self.words.said:
            self.complain("say it in words: type them and press Enter")
            self._asked = int(event.option_id or 0)
            self.set_focus(self.words)
            return
        self.finish(item.make(self.words.said))

    @on(Words.Kept)
    def _said(self) -> None:
        """Do what the words were asked for."""
        item = self.items[self._asked] if self._asked is not None else None
        if isinstance(item, Doing) and self.words.said:
            self.finish(item.make(self.words.said))

    def _made(self, move: m.Move | None) -> None:
        if move is not None:
            self.dismiss(move)


def _shortly(reason: str, kind: str) -> str:
    """A reason beside the line that it is about, which need not name the move again."""
    return reason.removeprefix(f"{kind.replace('_', ' ')} is ")


def _flat(text: str) -> str:
    return printable(text, lines=False)
