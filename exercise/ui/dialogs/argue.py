"""Arguing: with the seat's own cards, against what others said, or in one's own words; citing claims."""

from collections.abc import Iterator
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from exercise.engine.flow import flow
from exercise.model import moves as m
from exercise.model.role import Card
from exercise.model.text import printable
from exercise.plain.ids import find
from exercise.plain.narration import name, thing
from exercise.ui.chair import Chair
from exercise.ui.dialogs.doing import Doing, DoingDialog, Item, Making
from exercise.ui.dialogs.speaking import questions, statements
from exercise.ui.field import Field
from exercise.ui.packages import seen_by
from exercise.ui.reading import Reading


class ArgueDialog(DoingDialog):
    """Cards, answers and own words on one issue at a time; Left and Right change the issue."""

    TITLE_TEXT: ClassVar[str] = "Argue"
    WORDS: ClassVar[str] = "Your own words (Tab); without them a card speaks for itself"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Issue before", tooltip="The issue before", show=False, id="argue.before"),
        Binding("right", "turn(1)", "Next issue", tooltip="The next issue", id="argue.next"),
        Binding("f2", "claims", "Claims", tooltip="What the sources say, to cite", id="argue.claims"),
    ]
    HELP: ClassVar[str] = (
        "Your argument cards for this issue, with what the others will say and what you then answer; the arguments of others\n"
        "that nobody has answered; the options, to argue in words of your own; and a statement or a question to the hall. Enter\n"
        "does what is highlighted. Claims are cited by their ids in the last line: F2 lists them."
    )

    cited = getters.query_one("#cites", Field)

    def __init__(self, chair: Chair) -> None:
        super().__init__(chair)
        state = self.glance.view.state
        self.issues = list(seen_by(self.glance.view).issues) or list(state.issues)
        self.issue = state.focus if state.focus in self.issues else (self.issues[0] if self.issues else "")

    def body(self) -> ComposeResult:
        yield from super().body()
        yield Field(
            id="cites", placeholder="Claims to cite, such as S0.12 (F2 lists them)", compact=True, max_length=400
        )

    def about(self) -> Content:
        if not self.issue:
            return Content.styled("No issue is open in this stage.", "$muted")
        place = f"   ← {self.issues.index(self.issue) + 1} of {len(self.issues)} →"
        return Content.assemble(
            (printable(thing(self.glance.view.game, self.issue), lines=False), "bold $accent"), (place, "$muted")
        )

    def doings(self) -> Iterator[Item]:
        view, game = self.glance.view, self.glance.view.game
        yield from questions(view)
        yield from self._cards()
        yield from self._others()
        if self.issue:
            yield "In your own words"
            for option in game.table.issues[self.issue].options:
                yield Doing(
                    f"For {thing(game, option.id)}", self._arguing("for", option.id), needs_words=True, note=option.text
                )
                yield Doing(
                    f"Against {thing(game, option.id)}",
                    self._arguing("against", option.id),
                    needs_words=True,
                    note=option.text,
                )
        yield from statements(view, self.issue)

    def _cards(self) -> Iterator[Item]:
        view = self.glance.view
        if view.role is None:
            return
        said = {argument.text for argument in view.state.arguments.values() if argument.seat == view.seat}
        cards = [card for card in view.role.cards if view.game.table.issue_of.get(card.option) == self.issue]
        if cards:
            yield "Your cards (private)"
        for card in sorted(cards, key=lambda card: card.text in said):
            played = ", played" if card.text in said else ""
            yield Doing(
                f"{card.id}{played}: {card.side} {thing(view.game, card.option)}",
                self._playing(card),
                note=_card_note(card),
            )

    def _others(self) -> Iterator[Item]:
        """What others said on this issue, what nobody has answered first."""
        view = self.glance.view
        rows = [row for row in flow(view.state, self.issue) if row.argument.seat != view.seat]
        if rows:
            yield "What others said"
        for row in sorted(rows, key=lambda row: (not row.dropped, -row.argument.n))[:12]:
            said = row.argument
            count = len(row.answers)
            mark = "not answered" if row.dropped else f"{count} answer{'s' if count != 1 else ''}"
            who = f"{name(view.game, said.seat)} {said.side} {said.option or said.target}"
            yield Doing(
                f"Argue against {said.id} ({who}; {mark})",
                self._arguing("against", said.id),
                needs_words=True,
                note=said.text,
            )
            yield Doing(f"Concede {said.id}", _conceding(said.id), note=said.text)

    def _playing(self, card: Card) -> Making:
        return lambda text: m.Argue(card.side, card.option, text or card.text, self.claims or card.cites)

    def _arguing(self, side: str, target: str) -> Making:
        return lambda text: m.Argue(side, target, text, self.claims)

    @property
    def claims(self) -> tuple[str, ...]:
        """Claims to cite, as the scenario writes them; a word that names none stays as it is, and the rules refuse it."""
        known = [claim.id for claim in self.glance.view.game.scenario.claims]
        words = self.cited.value.replace(",", " ").split() if self.is_mounted else []
        return tuple(find(word, known) or word for word in words)

    def action_turn(self, step: int) -> None:
        if self.issues and self.focused is self.list:
            self.issue = self.issues[(self.issues.index(self.issue) + step) % len(self.issues)]
            self.renew()

    def action_claims(self) -> None:
        lines = [f"{claim.id}: {claim.text}" for claim in self.glance.view.game.scenario.claims]
        self.app.push_screen(Reading("What the sources say", lines or ["This scenario has no claims."]))


def _card_note(card: Card) -> str:
    cites = f" (cites {', '.join(card.cites)})" if card.cites else ""
    parts = [f"{card.text}{cites}"]
    parts += [f"They will say: {card.reply}"] if card.reply else []
    parts += [f"You answer: {card.answer}"] if card.answer else []
    return "\n".join(parts)


def _conceding(target: str) -> Making:
    return lambda text: m.Concede(target, text)
