"""How a bot speaks: lines and argument cards of its role, without saying the same thing twice in a row."""

import re
from functools import lru_cache
from string import Template

from exercise.engine.draws import draw
from exercise.engine.views import View
from exercise.model.role import Card
from exercise.model.state import Argument
from exercise.model.value import Value
from exercise.players.brief import Brief

Names = tuple[tuple[str, str], ...]
"""What stands for each word with a `$` in a line."""
SILENCE = ("",)
"""The lines for an occasion of which nobody has thought."""
LONG = 5
"""Letters from which a word says what a text is about."""


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The longer words of a text, cut so that `region` and `regions` are the same word."""
    return frozenset(word[:LONG] for word in re.findall(r"[a-z]+", text.lower()) if len(word) >= LONG)


def alike(one: str, other: str) -> int:
    """How many of their longer words two texts share."""
    return len(stems(one) & stems(other))


@lru_cache(maxsize=1024)
def _first(seed: int, occasion: str, count: int) -> int:
    """Which of the lines for an occasion is the first one in an exercise."""
    return int(draw(seed, occasion) * count)


@lru_cache(maxsize=8192)
def _filled(line: str, names: Names) -> str:
    return Template(line).safe_substitute(dict(names)) if "$" in line else line


class Voice(Value, frozen=True):
    """The voice of one seat at one moment."""

    view: View
    seed: int
    brief: Brief

    def line(self, occasion: str, turn: int | None = None, **ids: str) -> str:
        """A line for an occasion, one that nobody has said yet where there is one. Ids of options, issues and seats become names.

        The lines of an occasion take turns.
        """
        names = self._spoken(ids)
        return self._unsaid(occasion, turn, names) or _filled(self._turn(occasion, turn)[0], names)

    def nth(self, occasion: str, count: int, **ids: str) -> str:
        """A line for the occasion after so many others of its kind, whoever spoke then, so that two in a row are not alike."""
        return self.line(occasion, count - self.brief.place, **ids)

    def once(self, occasion: str, turn: int | None = None, **ids: str) -> str:
        """A line for an occasion that nobody has said yet; empty where all are said: not every step needs words."""
        return self._unsaid(occasion, turn, self._spoken(ids))

    def _unsaid(self, occasion: str, turn: int | None, names: Names) -> str:
        said = self.view.state.said
        for line in self._turn(occasion, turn):
            text = _filled(line, names)
            if text not in said:
                return text
        return ""

    def _turn(self, occasion: str, turn: int | None) -> tuple[str, ...]:
        """The lines for an occasion from the one whose turn it is.

        Neighbours begin with different lines, so that a round does not sound like a chorus.
        """
        lines = self.brief.lines.get(occasion, SILENCE)
        turn = self.view.state.n if turn is None else turn
        first = (self.brief.place + _first(self.seed, occasion, len(lines)) + turn) % len(lines)
        return (*lines[first:], *lines[:first])

    def fresh(self, occasion: str, **ids: str) -> str:
        """A line for an occasion that nobody has said yet; empty where all are said or this seat has used one."""
        said, names = self.view.state.said, self._spoken(ids)
        texts = [_filled(line, names) for line in self._turn(occasion, 0)]
        if any(said.get(text) == self.view.seat for text in texts):
            return ""
        return next((text for text in texts if text not in said), "")

    def _spoken(self, ids: dict[str, str]) -> Names:
        spoken = self.view.game.table.spoken
        return tuple([(name, spoken(id)) for name, id in ids.items()])

    def unsaid(self, text: str) -> bool:
        """Whether nobody has said exactly this yet."""
        return text not in self.view.state.said

    def cards(self, side: str = "", issue: str = "", option: str = "") -> list[Card]:
        """Cards of the role that have not been played, in the role's order."""
        said = self.view.state.said
        return [c for c in self.brief.cards.get((side, option or issue), ()) if c.text not in said]

    def card_of(self, argument: Argument) -> Card | None:
        """The card behind an argument of this seat."""
        role = self.brief.role
        return next((c for c in role.cards if c.text == argument.text), None) if role else None

    def theme_of(self, argument: Argument) -> str:
        """The theme of somebody's argument, guessed from the words it shares with the themes' names."""
        text = argument.text.lower()
        return next((theme for theme in self.view.game.scenario.themes if theme in text), "")
