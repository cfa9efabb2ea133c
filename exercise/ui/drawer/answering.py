"""Windows in which the facilitator chooses: an answer for all who have not answered a card, and who plays a seat."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from exercise.model import moves as m
from exercise.model.text import printable
from exercise.plain.narration import name
from exercise.players.styles import STYLES
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.field import Field, type_from_list


class AnswerForAll(Dialog):
    """The answers to a card that waits; the one chosen is given for every seat that has not answered."""

    CSS_PATH = "../styles/asking.tcss"
    HELP = "Up and Down choose an answer, Enter gives it for everybody who has not answered."

    def __init__(self, chair: Chair, card: str) -> None:
        super().__init__(chair)
        self._card = self.glance.view.game.table.injects[card]

    def heading(self) -> str:
        return f"Answer {self._card.id} for all"

    def body(self) -> ComposeResult:
        choice = self._card.choice
        waiting = self.glance.view.state.choice.get(self._card.id)
        asked = [seat for seat in waiting.who if seat not in waiting.answers] if waiting else []
        yield Static(printable(choice.question if choice else ""), classes="ask-says", markup=False)
        missing = ", ".join(name(self.glance.view.game, seat) for seat in asked) or "nobody"
        yield Static(Content.styled(f"Not answered yet: {missing}.", "$muted"), classes="ask-says")
        yield OptionList(
            *(
                Option(Content.assemble((option.title, "bold"), f"\n  {printable(option.text)}"), id=option.id)
                for option in (choice.options if choice else ())
            ),
            classes="ask-list",
        )

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Give the answer."""
        self.finish(m.Choose(self._card.id, event.option.id or ""))


class Replacing(Dialog):
    """Who plays a seat from now on: a bot of some temperament, or a person with a name."""

    CSS_PATH = "../styles/asking.tcss"
    HELP = "Choose a bot with Up, Down and Enter, or type the name of a person and press Enter. Brief and sheet stay with the seat."

    def __init__(self, chair: Chair, seat: str, now: str) -> None:
        super().__init__(chair)
        self._seat = seat
        self._now = now

    def heading(self) -> str:
        return f"Who plays {self._seat}?"

    def body(self) -> ComposeResult:
        yield Static(Content(f"Now: {printable(self._now, lines=False)}."), classes="ask-says")
        yield OptionList(
            *(
                Option(
                    Content.assemble((f"bot, {style.id}", "bold"), (f"  {style.title}", "not bold $muted")),
                    id=f"bot:{style.id}",
                )
                for style in STYLES.values()
            ),
            id="styles",
            classes="ask-list",
        )
        yield Label("or a person at this keyboard: type a name")
        yield Field(placeholder="name", max_length=60, id="person")

    def on_mount(self) -> None:
        self.query_one("#styles").focus()

    def on_key(self, event: Key) -> None:
        """A name that is typed while the list has the keys is meant for the line."""
        type_from_list(self, event, self.query_one("#person", Field))

    @on(OptionList.OptionSelected)
    def bot(self, event: OptionList.OptionSelected) -> None:
        """A bot takes the seat; or the person, where Enter came so soon after letters that the list still had the keys."""
        line = self.query_one("#person", Field)
        if line.begun:
            self._take(line.value)
            return
        self.finish(m.Replace(self._seat, event.option.id or ""))

    @on(Input.Submitted)
    def person(self, event: Input.Submitted) -> None:
        """A person takes the seat."""
        self._take(event.value)

    def _take(self, typed: str) -> None:
        who = printable(typed.strip(), lines=False)
        if who:
            self.finish(m.Replace(self._seat, f"human:{who}"))
        else:
            self.complain("type a name")
