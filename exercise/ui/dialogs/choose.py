"""A card that asks for a decision: the question, the answers, what happens without one."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from exercise.engine.views import Asked
from exercise.model import moves as m
from exercise.model.text import printable
from exercise.plain.narration import name
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.words import Words


class Answers(OptionList):
    """The answers to a card; left and right turn to another card that waits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Answer", tooltip="Answer with the chosen one", id="answers.give"),
        Binding("left", "screen.turn(-1)", "Card before", show=False, tooltip="The card before", id="answers.left"),
        Binding("right", "screen.turn(1)", "Next card", key_display="→", tooltip="The next card", id="answers.right"),
    ]
    HELP = "The answers that the card offers. Up and down choose one, Enter answers with it."


class ChooseDialog(Dialog):
    """Answers one of the cards that wait for this seat."""

    CSS_PATH = "../styles/choose.tcss"
    TITLE_TEXT = "A decision is asked of you"
    HELP = (
        "A card asks for a decision. Choose an answer with up and down and press Enter. Tab goes to the words that go with\n"
        "it. Without an answer in time, what is marked as the default happens. Where several cards wait, left and right\n"
        "turn to another one."
    )

    answers = getters.query_one("#answers", Answers)
    words = getters.query_one("#words", Words)

    def __init__(self, chair: Chair) -> None:
        super().__init__(chair)
        self.view = self.glance.view
        self.asked: tuple[Asked, ...] = self.view.asked
        self.at = 0

    def body(self) -> ComposeResult:
        with VerticalScroll(id="question"):
            yield Static("", markup=False)
        yield Answers(id="answers", markup=False)
        yield Words("Tab: words to go with it, if you like", back="#answers")

    def on_mount(self) -> None:
        self.answers.focus()
        self._show()

    def _show(self) -> None:
        self.complain("")
        self.query_one("#question Static", Static).update(self._question())
        self.answers.clear_options()
        if self.asked:
            card = self.asked[self.at]
            self.answers.add_options([Option(_answer(card, answer), id=answer[0]) for answer in card.options])
            self.answers.highlighted = 0
        self.refresh_bindings()

    def _question(self) -> Content:
        if not self.asked:
            return Content.styled("No card waits for your answer.", "$muted")
        card = self.asked[self.at]
        more = f"  {self.at + 1} of {len(self.asked)}" if len(self.asked) > 1 else ""
        lines = [
            Content.assemble((card.inject, "bold $accent"), f" {printable(card.title, lines=False)}", (more, "$muted"))
        ]
        lines.append(Content.styled(printable(card.question), "bold"))
        waiting = self.view.state.choice.get(card.inject)
        if waiting is not None:
            others = [name(self.view.game, seat) for seat in waiting.who if seat != self.view.seat]
            asked = f" Also asked: {', '.join(others)}." if others else ""
            lines.append(Content.styled(printable(f"The conference waits for your answer.{asked}"), "$muted"))
        return Content("\n").join(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is another card only where several wait."""
        return action != "turn" or len(self.asked) > 1

    def action_turn(self, steps: int) -> None:
        """Turn to another card."""
        if self.asked:
            self.at = (self.at + steps) % len(self.asked)
            self._show()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.finish(m.Choose(self.asked[self.at].inject, event.option_id or "", self.words.said))

    def action_leave(self) -> None:
        if isinstance(self.focused, Words):
            self.answers.focus()
        else:
            self.dismiss(None)


def _answer(card: Asked, answer: tuple[str, str, str]) -> Content:
    id, title, text = answer
    default = "  the default: so it goes without an answer" if id == card.default else ""
    lines = [Content.assemble((printable(title, lines=False), "bold"), (default, "$muted"))]
    lines += [Content(printable(text))] if text else []
    return Content("\n").join(lines) + "\n"
