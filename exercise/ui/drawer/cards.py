"""The list of cards by day: what was played, what is planned, held or skipped, and what the facilitator does with it."""

from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from exercise.engine.calendar import last_day
from exercise.engine.cards import HELD
from exercise.engine.planned import comes, holds, too_late, waits_for
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import Inject
from exercise.model.text import printable
from exercise.plain.effects import effects_in_words
from exercise.plain.narration import name
from exercise.ui.chair import Glance
from exercise.ui.drawer.answering import AnswerForAll
from exercise.ui.drawer.asking import Ask, Blank, whole
from exercise.ui.drawer.dials import readings
from exercise.ui.drawer.tray import Tray
from exercise.ui.listing import Row, heading
from exercise.ui.prose import fit

_LOOKS: Final = {
    "played": ("●", "$success"), "planned": ("○", ""), "waits": ("!", "$warning"), "too late": ("!", "$warning"),
    "held": ("‖", "$warning"), "skipped": ("×", "$muted"), "in reserve": ("·", "$muted"), "left out": ("–", "$faint"),
}  # fmt: skip
"""The mark of each state of a card, and its style."""
_APART: Final = ("held", "skipped", "in reserve", "left out")
"""What stands under no day."""
_BACK: Final = {
    "held": "Held back: f plays it now, p puts it back into the plan.",
    "skipped": "Skipped: f plays it all the same, p puts it back into the plan.",
    "in reserve": "In reserve, in no plan: f plays it now, p puts it into the plan.",
    "left out": "Left out for this group.",
}


def status(glance: Glance, card: Inject) -> str:
    """What became of a card: played, planned, waits (its time has come, but not what it needs), too late to come by itself, held,
    skipped, in reserve (not in the plan) or left out for this group."""
    game, state = glance.view.game, glance.view.state
    if card.id in state.fired:
        return "played"
    if card.id in game.setup.left_out:
        return "left out"
    day = state.plan.get(card.id)
    if day is None or day < 0:
        return "in reserve" if day is None else "held" if day == HELD else "skipped"
    if too_late(game, state, card, day):
        return "too late"
    return "waits" if waits_for(game, state, card) else "planned"


def standing(glance: Glance, card: Inject) -> str:
    """The same in a sentence, with what can be done about it."""
    game, state = glance.view.game, glance.view.state
    kind = status(glance, card)
    match kind:
        case "played":
            answered = f", answered: {_answer(card, state.chosen[card.id])}" if card.id in state.chosen else ""
            rated = rating(glance, card.id)
            note = (
                f" The expected action was {rated}." if rated else " y or n notes whether the expected action was met."
            )
            if card.id in state.choice:
                return f"Played on day {state.fired[card.id]}. Its question is open: c answers it for whoever has not."
            return f"Played on day {state.fired[card.id]}{answered}.{note if card.expected else ''}"
        case "planned":
            return f"Planned for {comes(game, state, card)}."
        case "waits":
            return f"Its day was {state.plan[card.id]}. It waits: {waits_for(game, state, card)}. f plays it now."
        case "too late":
            return f"It does not come by itself any more: {too_late(game, state, card, state.plan[card.id])}. f plays it now."
        case _:
            return _BACK[kind]


def _answer(card: Inject, option: str) -> str:
    return next((o.title for o in card.choice.options if o.id == option), option) if card.choice else option


def rating(glance: Glance, card: str) -> str:
    """Whether the expected action of a played card was met, as the facilitator noted last."""
    for event in glance.view.state.record.get("expected") or ():
        if isinstance(event.body, e.ExpectedRated) and event.body.inject == card:
            return "met" if event.body.met else "not met"
    return ""


class Cards(Tray):
    """Cards by day, with what each says and asks for."""

    TITLE = "Cards"
    HELP = (
        "The cards by day. ● played, ○ planned, ! waits for something or is too late, ‖ held, × skipped, · in reserve. Enter or f\n"
        "plays one now, h holds it, p postpones it, P it and all later ones, s skips it; p puts back what was held or skipped. After\n"
        "it was played, y and n note whether the expected action was met, c answers its question for whoever has not."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "fire", "Play now", id="cards.fire", tooltip="Play this card now"),
        Binding("h", "hold", "Hold", id="cards.hold", tooltip="Keep this card back until you play it"),
        Binding("p", "postpone(False)", "Postpone", id="cards.postpone", tooltip="Move this card by some days"),
        Binding("P", "postpone(True)", "With spacing", id="cards.spacing", tooltip="Move this card and all later ones by some days"),
        Binding("s", "skip", "Skip", id="cards.skip", tooltip="Leave this card out"),
        Binding("y", "rate(True)", "Met", id="cards.met", tooltip="The expected action was met"),
        Binding("n", "rate(False)", "Not met", id="cards.missed", tooltip="The expected action was not met"),
        Binding("c", "choose", "Answer for all", id="cards.choose", tooltip="Answer the open question for whoever has not"),
    ]  # fmt: skip

    def rows(self) -> Iterable[Row]:
        scenario, state = self.glance.view.game.scenario, self.glance.view.state
        dated: dict[int, list[Inject]] = {}
        apart: dict[str, list[Inject]] = {kind: [] for kind in _APART}
        for card in scenario.injects:
            kind = status(self.glance, card)
            if kind in apart:
                apart[kind].append(card)
            else:
                dated.setdefault(state.fired.get(card.id, state.plan.get(card.id, 0)), []).append(card)
        last = last_day(self.glance.view.game, state)
        for day in sorted(dated):
            yield heading(f"Day {day}{', today' if day == state.day else ', after the last day' if day > last else ''}")
            yield from (self._row(card) for card in dated[day])
        for kind, cards in apart.items():
            if cards:
                yield heading(kind.capitalize())
                yield from (self._row(card) for card in cards)

    def first(self) -> str:
        """The next planned card."""
        plan = [(day, card) for card, day in self.glance.view.state.plan.items() if day >= 0]
        return min(plan)[1] if plan else ""

    def _row(self, card: Inject) -> Row:
        kind = status(self.glance, card)
        words = rating(self.glance, card.id)
        waiting = card.id in self.glance.view.state.choice
        mark, style = _LOOKS[kind]
        end = ", ".join(part for part in ("waits for an answer" if waiting else kind, words) if part)
        room = max(8, self.columns - len(end) - 9)
        return Row(
            card.id,
            Content.assemble(
                (f" {mark} ", style), (f"{card.id:<4} ", "bold"), fit(card.title, room),
                (f" {end}", "$accent" if waiting else "$muted"),
            ),
        )  # fmt: skip

    def detail(self, id: str) -> Content:
        card = self.glance.view.game.table.injects[id]
        stands = Content.styled(printable(standing(self.glance, card)), "$accent")
        parts = [
            Content.styled(printable(card.title, lines=False), "bold"),
            stands,
            Content(printable(card.text)),
            Content(""),
        ]
        if card.expected:
            parts += [Content.assemble(("Expected: ", "bold $accent"), printable(card.expected)), Content("")]
        parts += [
            Content.assemble((f"{label}: ", "$muted"), printable(text)) for label, text in _facts(self.glance, card)
        ]
        return Content("\n").join(parts)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action not in ("fire", "hold", "postpone", "skip", "rate", "choose"):
            return True
        card = self.glance.view.game.table.injects.get(self.chosen)
        if card is None:
            return None
        kind = status(self.glance, card)
        if action == "choose":
            return card.id in self.glance.view.state.choice
        if action == "rate":
            return kind == "played"
        return False if kind == "played" else None if kind == "left out" or self.glance.view.state.closed else True

    @on(OptionList.OptionSelected)
    def action_fire(self) -> None:
        card = self.glance.view.game.table.injects[self.chosen]
        if not self.check_action("fire", ()):
            self.refuse(self.why_dimmed("fire"))
            return
        says = f"{card.title}\n\n{card.text}\n\nIt is told at once to {_heard_by(self.glance, card)}, and cannot be taken back but by a rewind."
        self.ask(Ask(self.chair, f"Play {card.id} now?", says, lambda _: m.FireInject(card.id), button="Play it"))

    def why_dimmed(self, action: str) -> str:
        card = self.glance.view.game.table.injects.get(self.chosen)
        if card is None:
            return "There are no cards."
        if card.id in self.glance.view.state.fired:
            return f"{card.id} was played; a card is used once. y and n note whether the expected action was met."
        return (
            f"{card.id} was left out for this group."
            if status(self.glance, card) == "left out"
            else "The exercise is over."
        )

    def action_hold(self) -> None:
        self.want(m.HoldInject(self.chosen))

    def action_skip(self) -> None:
        self.want(m.SkipInject(self.chosen))

    def action_postpone(self, spacing: bool) -> None:
        card = self.glance.view.game.table.injects[self.chosen]
        state = self.glance.view.state
        planned = state.plan.get(card.id, -1)
        start = max(planned, state.day)
        stands = (
            f"It is planned for day {planned}. " if planned > state.day else f"Days count from today, day {state.day}. "
        )
        window = f"It comes only between day {card.window[0]} and {card.window[1]}. " if card.window else ""
        rest = (
            " All planned cards of later days move by as many days; those that move too far do not come."
            if spacing
            else ""
        )
        says = f"{card.title}\n{stands}{window}By how many days is it put off?{rest}"

        def made(typed: Mapping[str, str]) -> m.Move | str:
            days = whole(typed["days"], "the number of days")
            if isinstance(days, str):
                return days
            late = too_late(self.glance.view.game, state, card, start + days)
            instead = "h holds a card back until you play it, s leaves it out"
            return f"too far: {late}; {instead}" if late and days else m.PostponeInject(card.id, days, spacing)

        title = f"Postpone {card.id}{' and all later cards' if spacing else ''}"
        self.ask(Ask(self.chair, title, says, made, (Blank("days", "Days", "1"),), "Postpone"))

    def action_rate(self, met: bool) -> None:
        self.want(m.RateExpected(self.chosen, met))

    def action_choose(self) -> None:
        self.app.push_screen(AnswerForAll(self.chair, self.chosen), self.want)


def _heard_by(glance: Glance, card: Inject) -> str:
    return ", ".join(name(glance.view.game, seat) for seat in card.to) if card.to else "everybody"


def _facts(glance: Glance, card: Inject) -> Iterable[tuple[str, str]]:
    """What else a facilitator wants to know of a card."""
    state = glance.view.state
    if card.at:
        yield "Comes by itself", f"with {card.at.replace('_', ' ')}"
    if card.window:
        yield "Comes only", f"between day {card.window[0]} and {card.window[1]}"
    if card.after:
        unless = f", unless it was answered {card.unless}" if card.unless else ""
        yield "Follows", f"{card.after} after {card.after_days} day{'s' if card.after_days != 1 else ''}{unless}"
    if card.when:
        so = "" if card.id in state.fired else " (so now)" if holds(glance.view.game, state, card) else " (not so now)"
        yield "Comes only while", card.when + so
        if now := readings(glance, card.when):
            yield "Dials now", now
    if card.to:
        yield "Told only to", _heard_by(glance, card)
    if moved := effects_in_words(card.effects):
        yield "Moves", moved
    if card.choice:
        yield "Asks", card.choice.question
        for option in card.choice.options:
            default = " (if nobody answers)" if option.id == card.choice.default else ""
            moved = effects_in_words(option.effects)
            yield f"  {option.id}", option.title + default + (f": {moved}" if moved else "")
    if card.feeds:
        yield "Watch for", ", ".join(card.feeds)
    if card.note:
        yield "Note", card.note
