"""Textual alone, for the interface to be held against: `home` has the widgets of our first screen and nothing behind them,
`floor` a list drawn line by line that holds so many lines of plain text; `room` has no screen: it holds an exercise as ours does
before anything is shown."""

import sys
from pathlib import Path

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer, OptionList, Static


class BareHome(App[None]):
    """A line, a list, a text that scrolls, and a footer."""

    CSS = (
        "#list { width: 46; border: round white; } #text { width: 1fr; border: round white; } Static { height: auto; }"
    )
    BINDINGS = [("q", "quit", "Quit"), ("n", "new", "New"), ("c", "check", "Check"), ("t", "themes", "Themes")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Static("Fourteen Days")
        with Horizontal():
            yield OptionList("Begin", "first steps", "iraq 2006", "iraq 2007", id="list")
            with VerticalScroll(id="text"):
                yield Static("")
        yield Footer(compact=True, show_command_palette=False)


class Lines(ScrollView, can_focus=True):
    """So many lines, each made when it is shown."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.virtual_size = Size(80, count)

    def render_line(self, y: int) -> Strip:
        text = f"{y + self.scroll_offset.y:>8}  Whoever holds the wells holds the purse."
        return Strip([Segment(text)], len(text)).adjust_cell_length(self.size.width)

    def action_page_up(self) -> None:
        self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        self.scroll_page_down(animate=False)


class BareFloor(App[None]):
    """The list alone, scrolled to its end."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def compose(self) -> ComposeResult:
        yield Lines(self._count)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        lines = self.query_one(Lines)
        lines.focus()
        self.call_after_refresh(lines.scroll_end, animate=False)


def hold(transcript: Path) -> None:
    """Open an exercise with everything that the interface imports, and wait."""
    from exercise.room.room import Room
    from exercise.ui import app, conference

    room = Room.resume(transcript)
    print(
        f"{len(room.events)} events held for {app.Interface.__name__} and {conference.Conference.__name__}", flush=True
    )
    sys.stdin.read()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["home"]:
            BareHome().run()
        case ["floor", lines]:
            BareFloor(int(lines)).run()
        case ["room", transcript]:
            hold(Path(transcript))
