"""The seats: who plays them, who is in the hall, and what the facilitator can change about it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from exercise.model import moves as m
from exercise.model.scenario import SeatKind
from exercise.model.text import printable
from exercise.plain.narration import name, thing
from exercise.players.styles import DEFAULT
from exercise.ui.chair import Glance
from exercise.ui.drawer.answering import Replacing
from exercise.ui.drawer.asking import Ask, Blank
from exercise.ui.drawer.tray import Tray
from exercise.ui.listing import Row, heading
from exercise.ui.prose import fit

_KINDS = {
    SeatKind.PARTY: "Parties", SeatKind.CONSULTATIVE: "Consultative", SeatKind.MEDIATOR: "Mediator", SeatKind.OUTSIDE: "Outside",
}  # fmt: skip


def player(glance: Glance, seat: str) -> str:
    """Who plays a seat, in words."""
    kind, _, who = glance.view.state.players.get(seat, f"bot:{DEFAULT}").partition(":")
    return {"human": who, "bot": f"bot, {who or DEFAULT}"}.get(kind, f"{kind} {who}".strip())


def whereabouts(glance: Glance, seat: str) -> str:
    """Whether a seat is in the hall."""
    state = glance.view.state
    if seat not in state.present:
        return "not admitted"
    if seat not in state.away:
        return "in the hall"
    return {"walk-out": "walked out", "boycott": "boycotts"}.get(state.away[seat], state.away[seat])


class Seats(Tray):
    """Seats by kind, with player and whereabouts."""

    TITLE = "Seats"
    HELP = (
        "Who plays each seat, and whether it is in the hall. Enter gives the seat to somebody else, t takes it over\n"
        "yourself, a marks it absent, i lets it in, x breaks its delegation apart."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "replace", "Replace", id="seats.replace", tooltip="Put a bot or a person in this seat"),
        Binding("t", "take", "Take over", id="seats.take", tooltip="Play this seat yourself"),
        Binding(
            "a",
            "absent",
            "Absent",
            id="seats.absent",
            tooltip="Take the seat out of the proceedings without a walk-out",
        ),
        Binding("i", "admit", "Let in", id="seats.admit", tooltip="Admit the seat to the hall"),
        Binding("x", "split", "Split", id="seats.split", tooltip="Part of the delegation no longer obeys its delegate"),
    ]

    def rows(self) -> Iterable[Row]:
        seats = self.glance.view.game.scenario.seats
        for kind, title in _KINDS.items():
            of_kind = [seat for seat in seats if seat.kind is kind]
            if of_kind:
                yield heading(title)
                yield from (self._row(seat.id) for seat in of_kind)

    def _row(self, seat: str) -> Row:
        where = whereabouts(self.glance, seat)
        who = printable(player(self.glance, seat), lines=False)
        room = max(8, (self.columns - 24) // 2)
        style = "$success" if where == "in the hall" else "$warning"
        mark = "●" if where == "in the hall" else "«"
        return Row(
            seat,
            Content.assemble(
                (f" {mark} ", style), (f"{seat:<6} ", "bold"), fit(name(self.glance.view.game, seat), room - 1), " ", fit(who, room - 1), " ",
                (where, style),
            ),
        )  # fmt: skip

    def detail(self, id: str) -> Content:
        view = self.glance.view
        role = view.game.scenario.roles.get(id)
        held = view.state.positions.get(id, {}).values()
        parts = [Content.styled(view.game.table.seats[id].name, "bold")]
        parts += [Content(printable(role.summary))] if role else []
        if held:
            parts.append(Content.assemble(("On record for: ", "$muted"), ", ".join(thing(view.game, o) for o in held)))
        if id in view.state.reservations:
            needs = f"{view.state.reservations[id]:g} of 100 on its own scale"
            parts.append(Content.assemble(("Signs from: ", "$muted"), needs, ("  private", "$muted")))
        return Content("\n").join(parts)

    @on(OptionList.OptionSelected)
    def action_replace(self) -> None:
        if self.chosen:
            self.app.push_screen(Replacing(self.chair, self.chosen), self.want)

    def action_take(self) -> None:
        self.want(m.Replace(self.chosen, f"human:{self.glance.view.game.setup.facilitator or 'facilitator'}"))

    def action_absent(self) -> None:
        self.want(m.MarkAbsent(self.chosen))

    def action_admit(self) -> None:
        self.want(m.Admit(self.chosen))

    def action_split(self) -> None:
        seat = self.chosen
        who = name(self.glance.view.game, seat)
        self.ask(
            Ask(
                self.chair, f"Split {seat}", f"The delegation of {who} breaks apart: part of it no longer obeys the delegate at the table. Everybody hears of it.",
                lambda typed: m.Split(seat, typed["text"]), (Blank("text", "What everybody hears", hint="may stay empty"),), "Split it",
            )
        )  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        seat = self.glance.view.game.table.seats.get(self.chosen)
        if action not in ("replace", "take", "absent", "admit", "split") or seat is None:
            return True
        here = whereabouts(self.glance, seat.id) == "in the hall"
        if action == "absent":
            return here
        if action == "admit":
            return not here
        return seat.kind is SeatKind.PARTY if action == "split" else True
