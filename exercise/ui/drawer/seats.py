"""The seats: who plays them, who is in the hall, and what the facilitator can change about it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import SeatKind
from exercise.model.setup import is_person
from exercise.model.text import printable
from exercise.plain.narration import name, thing
from exercise.players.styles import DEFAULT
from exercise.ui.chair import Glance
from exercise.ui.drawer.answering import Replacing
from exercise.ui.drawer.asking import Ask, Blank
from exercise.ui.drawer.tray import Tray
from exercise.ui.listing import Row, heading
from exercise.ui.prose import fit
from exercise.ui.setup_rows import KINDS


def player(glance: Glance, seat: str) -> str:
    """Who plays a seat, in words."""
    kind, _, who = glance.view.state.players.get(seat, f"bot:{DEFAULT}").partition(":")
    return {"human": who, "bot": f"bot, {who or DEFAULT}"}.get(kind, f"{kind} {who}".strip())


def whereabouts(glance: Glance, seat: str) -> str:
    """Whether a seat is where it belongs: in the hall, or in the corridor if it is an outside actor."""
    state = glance.view.state
    if seat not in state.present:
        return "not admitted"
    if seat not in state.away:
        return "in the corridor" if glance.view.game.table.seats[seat].kind is SeatKind.OUTSIDE else "in the hall"
    return {"walk-out": "walked out", "boycott": "boycotts"}.get(state.away[seat], state.away[seat])


def is_here(glance: Glance, seat: str) -> bool:
    """Whether a seat takes part now."""
    return seat in glance.view.state.present and seat not in glance.view.state.away


def has_split(glance: Glance, seat: str) -> bool:
    """Whether part of a delegation no longer obeys its delegate."""
    splits = glance.view.state.record.get("split") or ()
    return any(isinstance(event.body, e.HasSplit) and event.body.seat == seat for event in splits)


class Seats(Tray):
    """Seats by kind, with player and whereabouts."""

    TITLE = "Seats"
    HELP = (
        "Who plays each seat, and whether it is there. Enter gives the seat to somebody else, t takes it over\n"
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
        for kind, title in KINDS.items():
            of_kind = [seat for seat in seats if seat.kind is kind]
            if of_kind:
                yield heading(title)
                yield from (self._row(seat.id) for seat in of_kind)

    def _row(self, seat: str) -> Row:
        here = is_here(self.glance, seat)
        where = "there, split" if here and has_split(self.glance, seat) else whereabouts(self.glance, seat)
        who = printable(player(self.glance, seat), lines=False)
        room = max(8, (self.columns - 24) // 2)
        mark, style = ("●", "$success") if here else ("«", "$warning")
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
        if id in view.state.reservations:
            needs = f"{view.state.reservations[id]:g} of 100 on its own scale"
            parts.append(Content.assemble(("Signs from: ", "$muted"), needs, ("  private", "$muted")))
        if held:
            parts.append(Content.assemble(("On record for: ", "$muted"), ", ".join(thing(view.game, o) for o in held)))
        if has_split(self.glance, id):
            parts.append(Content.styled("Split: part of it no longer obeys its delegate.", "$warning"))
        parts += [Content(""), Content(printable(role.summary))] if role else []
        return Content("\n").join(parts)

    @on(OptionList.OptionSelected)
    def action_replace(self) -> None:
        if self.chosen:
            self.app.push_screen(Replacing(self.chair, self.chosen, player(self.glance, self.chosen)), self.want)

    def action_take(self) -> None:
        seat = self.chosen
        move = m.Replace(seat, f"human:{self.glance.view.game.setup.facilitator or 'facilitator'}")
        if is_person(self.glance.view.state.players.get(seat, "")) and self.chair.check(move) is None:
            who = player(self.glance, seat)
            says = f"{who} plays {name(self.glance.view.game, seat)}. If you take the seat over, the keyboard comes to you when it is asked."
            self.ask(Ask(self.chair, f"Take {seat} over from {who}?", says, lambda _: move, button="Take over"))
        else:
            self.want(move)

    def action_absent(self) -> None:
        self.want(m.MarkAbsent(self.chosen))

    def action_admit(self) -> None:
        self.want(m.Admit(self.chosen))

    def action_split(self) -> None:
        seat = self.chosen
        who = name(self.glance.view.game, seat)
        self.ask(
            Ask(
                self.chair, f"Split {seat}", f"{who} breaks apart: part of the delegation no longer obeys the delegate at the table. Everybody hears of it.",
                lambda typed: m.Split(seat, typed["text"]), (Blank("text", "What everybody hears", hint="may stay empty"),), "Split it",
            )
        )  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        seat = self.glance.view.game.table.seats.get(self.chosen)
        if action not in ("replace", "take", "absent", "admit", "split") or seat is None:
            return True
        here = is_here(self.glance, seat.id)
        if action == "absent":
            return here
        if action == "admit":
            return not here
        return seat.kind is SeatKind.PARTY if action == "split" else True
