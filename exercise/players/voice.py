"""How a bot speaks: lines and argument cards of its role, without saying the same thing twice in a row."""

from string import Template

from attrs import frozen

from exercise.engine.draws import draw
from exercise.engine.views import View
from exercise.model.role import Card
from exercise.model.state import Argument

FALLBACK = {
    "propose": "We put this on the table.",
    "support": "We can put our name to this: $option.",
    "oppose": "We cannot support this: $option.",
    "object": "One clause stands in our way: $issue.",
    "concede": "On this we can move: $option.",
    "accept_text": "We can live with this text.",
    "refuse_text": "We cannot sign this text because of one clause: $issue.",
    "walk_out": "We leave the hall.",
    "return": "We are back at the table.",
    "offer_deal": "A word between us, $seat.",
    "accept_deal": "Agreed between us, $seat.",
    "decline_deal": "Not on those terms, $seat.",
    "vote_yes": "We vote in favour.",
    "vote_no": "We vote against because of one clause: $issue.",
    "exit_card": "The talks have failed. We go home to our people.",
    "role_card": "We want what all of us can live with.",
    "speak": "We ask to be heard.",
    "answered": "You have heard us on this question: $issue. Our answer stands.",
    "late": "Time is short, and we know it.",
    "recognise": "The floor is yours, $seat.",
    "open_issue": "This session takes one question: $issue.",
    "shuttle": "Tell me in private what you could live with, $seat.",
    "ask_private": "On one question I need your help in private: $issue.",
    "table_text": "This is a text to work on. It is nobody's position.",
    "revise_text": "I have changed the text where most of you objected.",
    "warn": "The clock runs, and with it the patience outside this hall.",
    "rule": "I have heard the point and rule on it.",
    "closing_failure": "We part without an agreement. I thank every delegation for coming.",
    "press": "We ask you to consider this clause: $option.",
    "pledge": "We are ready to help if all of you agree.",
}


@frozen
class Voice:
    """The voice of one seat at one moment."""

    view: View
    seed: int

    def line(self, occasion: str, option: str = "", issue: str = "", seat: str = "") -> str:
        """A line for an occasion; the lines of an occasion take turns."""
        role = self.view.role
        lines = (role.lines.get(occasion) if role else None) or (FALLBACK.get(occasion, ""),)
        start = int(draw(self.seed, self.view.seat, occasion) * len(lines))
        table = self.view.game.table
        words = {"option": table.title(option), "issue": table.title(issue), "seat": table.title(seat)}
        return Template(lines[(start + self.view.state.n) % len(lines)]).safe_substitute(words)

    def unsaid(self, text: str) -> bool:
        """Whether nobody has said exactly this yet."""
        return text not in self.view.state.said

    def cards(self, side: str = "", issue: str = "", option: str = "") -> list[Card]:
        """Cards of the role that have not been played, in the role's order."""
        role = self.view.role
        if role is None:
            return []
        issue_of = self.view.game.table.issue_of
        return [
            card
            for card in role.cards
            if self.unsaid(card.text)
            and (not side or card.side == side)
            and (not option or card.option == option)
            and (not issue or issue_of.get(card.option) == issue)
        ]

    def card_of(self, argument: Argument) -> Card | None:
        """The card behind an argument of this seat."""
        role = self.view.role
        return next((c for c in role.cards if c.text == argument.text), None) if role else None

    def theme_of(self, argument: Argument) -> str:
        """The theme of somebody's argument, guessed from the words it shares with the themes' names."""
        text = argument.text.lower()
        return next((theme for theme in self.view.game.scenario.themes if theme in text), "")
