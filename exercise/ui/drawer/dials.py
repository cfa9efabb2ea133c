"""The dials: how the pressures on the talks stand and moved, and the facilitator's hand on them."""

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.text import printable
from exercise.plain.wrapping import pad
from exercise.ui.chair import Glance
from exercise.ui.drawer.asking import Ask, Blank, number
from exercise.ui.drawer.tray import Tray
from exercise.ui.listing import Row

_BETTER = {"up": "Higher is better for the talks.", "down": "Lower is better for the talks."}
_LAST = 8
"""Moves of a dial that are told."""


def bar(value: float, cells: int) -> str:
    """A value from 0 to 100 as a bar of so many cells."""
    full = round(value / 100 * cells)
    return "█" * full + "░" * (cells - full)


def readings(glance: Glance, *expressions: str) -> str:
    """How the dials stand now that expressions speak of."""
    state, dials = glance.view.state, glance.view.game.table.dials
    named = dict.fromkeys(id for text in expressions for id in re.findall(r"dial\w*\('(\w+)'\)", text) if id in dials)
    return ", ".join(f"{dials[id].name} {state.dials.get(id, dials[id].start):g}" for id in named)


def cause(glance: Glance, why: str) -> str:
    """Why a dial moved: a card is told by its title as well."""
    card = glance.view.game.table.injects.get(why.split(" ")[0])
    return f"{why}: {card.title}" if card else why


class Dials(Tray):
    """Every dial with a bar, its value, its start, and what moved it last."""

    TITLE = "Dials"
    HELP = (
        "Pressures on the talks from 0 to 100, as the authors judge them. Enter sets one, with a reason. Nobody else sees\n"
        "dials; they move what the parties need."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "set", "Set the value", id="dials.set", tooltip="Set this dial, with a reason"),
    ]

    def rows(self) -> Iterable[Row]:
        view = self.glance.view
        longest = max((len(dial.name) for dial in view.game.scenario.dials), default=0)
        told = self.columns >= longest + 42  # room for where the dials began
        cells = max(6, min(30, self.columns - longest - (35 if told else 25)))
        for dial in view.game.scenario.dials:
            now = view.state.dials.get(dial.id, dial.start)
            moved = now - dial.start
            arrow = "▲" if moved > 0 else "▼" if moved < 0 else " "
            word = "" if dial.better == "neither" else "better" if (moved > 0) == (dial.better == "up") else "worse"
            style = {"better": "$success", "worse": "$error"}.get(word, "$muted")
            yield Row(
                dial.id,
                Content.assemble(
                    pad(f" {dial.name}", longest + 2), (bar(now, cells), "$primary"), (f" {now:5.1f}", "bold"),
                    (f"  start {dial.start:<4g} " if told else "  ", "$muted"), (f"{arrow}{abs(moved):<4.1f} {word}" if moved else "", style),
                ),
            )  # fmt: skip

    def detail(self, id: str) -> Content:
        dial = self.glance.view.game.table.dials[id]
        parts = [
            Content.styled(dial.name, "bold"),
            Content(printable(dial.reads)),
            Content.styled(_BETTER.get(dial.better, "Neither way is better for the talks."), "$muted"),
        ]
        moves = [event for event in self.glance.view.state.record.get("dial") or () if _is_of(event.body, id)][:_LAST]
        parts.append(Content.styled("Moved last:" if moves else "Not moved yet.", "bold $accent"))
        for event in moves:
            if isinstance(event.body, e.DialMoved):
                move = f"  day {event.day}: {event.body.old:g} to {event.body.new:g}"
                parts.append(
                    Content.assemble(
                        move, (f"  {printable(cause(self.glance, event.body.why), lines=False)}", "$muted")
                    )
                )
        return Content("\n").join(parts)

    @on(OptionList.OptionSelected)
    def action_set(self) -> None:
        if not self.chosen:
            return
        id = self.chosen
        dial = self.glance.view.game.table.dials[id]
        now = self.glance.view.state.dials.get(id, dial.start)
        self.ask(
            Ask(
                self.chair, f"Set {dial.name}", f"It stands at {now:g}. {dial.reads}", lambda typed: _made(id, typed),
                (Blank("value", "Value from 0 to 100", f"{now:g}"), Blank("why", "Reason", hint="stands in the transcript")), "Set it",
            )
        )  # fmt: skip


def _is_of(body: e.Body, dial: str) -> bool:
    return isinstance(body, e.DialMoved) and body.dial == dial


def _made(dial: str, typed: Mapping[str, str]) -> m.Move | str:
    value = number(typed["value"], "the value")
    return value if isinstance(value, str) else m.SetDial(dial, value, typed["why"])
