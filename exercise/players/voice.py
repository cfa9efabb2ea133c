"""How a bot speaks: lines and argument cards of its role, without saying the same thing twice in a row."""

import re
from functools import lru_cache
from string import Template

from attrs import frozen

from exercise.engine.draws import draw
from exercise.engine.views import View
from exercise.model.role import Card, Role
from exercise.model.state import Argument
from exercise.players.phrases import FALLBACK, NEUTRAL

LONG = 5
"""Letters from which a word says what a text is about."""
_CARDS: dict[int, tuple[Role, dict[tuple[str, str], tuple[Card, ...]]]] = {}


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


@frozen
class Voice:
    """The voice of one seat at one moment."""

    view: View
    seed: int

    def lines(self, occasion: str) -> tuple[str, ...]:
        """What this seat may say on an occasion: its role's lines, then neutral ones."""
        role, neutral = self.view.role, NEUTRAL.get(occasion, ())
        own = role.lines.get(occasion, ()) if role else ()
        return (*own, *neutral) or (FALLBACK.get(occasion, ""),)

    def line(self, occasion: str, turn: int | None = None, **ids: str) -> str:
        """A line for an occasion, one that nobody has said yet where there is one. Ids of options, issues and seats become names.

        The lines of an occasion take turns.
        """
        return self._unsaid(occasion, turn, ids) or self._said(occasion, turn, ids)

    def once(self, occasion: str, turn: int | None = None, **ids: str) -> str:
        """A line for an occasion that nobody has said yet; empty where all are said: not every step needs words."""
        return self._unsaid(occasion, turn, ids)

    def _said(self, occasion: str, turn: int | None, ids: dict[str, str]) -> str:
        lines = self.lines(occasion)
        return self._filled(lines[self._first(occasion, len(lines), turn) % len(lines)], ids)

    def _unsaid(self, occasion: str, turn: int | None, ids: dict[str, str]) -> str:
        lines, said = self.lines(occasion), self.view.state.said
        first = self._first(occasion, len(lines), turn)
        texts = (self._filled(lines[(first + i) % len(lines)], ids) for i in range(len(lines)))
        return next((text for text in texts if text not in said), "")

    def _first(self, occasion: str, count: int, turn: int | None) -> int:
        return self._start(occasion, count) + (self.view.state.n if turn is None else turn)

    def fresh(self, occasion: str, **ids: str) -> str:
        """A line for an occasion that nobody has said yet; empty where all are said or this seat has used one."""
        lines = self.lines(occasion)
        start = self._start(occasion, len(lines))
        said = self.view.state.said
        texts = [self._filled(lines[(start + turn) % len(lines)], ids) for turn in range(len(lines))]
        if any(said.get(text) == self.view.seat for text in texts):
            return ""
        return next((text for text in texts if text not in said), "")

    def _start(self, occasion: str, count: int) -> int:
        """Where this seat begins: neighbours begin with different lines, so that a round does not sound like a chorus."""
        return self.place + _first(self.seed, occasion, count)

    @property
    def place(self) -> int:
        """The number of this seat among all seats."""
        return tuple(self.view.game.table.seats).index(self.view.seat)

    def _filled(self, line: str, ids: dict[str, str]) -> str:
        spoken = self.view.game.table.spoken
        return Template(line).safe_substitute({name: spoken(id) for name, id in ids.items()})

    def unsaid(self, text: str) -> bool:
        """Whether nobody has said exactly this yet."""
        return text not in self.view.state.said

    def cards(self, side: str = "", issue: str = "", option: str = "") -> list[Card]:
        """Cards of the role that have not been played, in the role's order."""
        role = self.view.role
        if role is None:
            return []
        said = self.view.state.said
        return [c for c in self._dealt(role).get((side, option or issue), ()) if c.text not in said]

    def _dealt(self, role: Role) -> dict[tuple[str, str], tuple[Card, ...]]:
        """The cards of a role by side and by option or issue. Sorted once for a role."""
        kept = _CARDS.get(id(role))
        if kept is not None and kept[0] is role:
            return kept[1]
        issue_of = self.view.game.table.issue_of
        piles: dict[tuple[str, str], tuple[Card, ...]] = {}
        for card in role.cards:
            for pile in ((card.side, card.option), (card.side, issue_of.get(card.option, ""))):
                piles[pile] = (*piles.get(pile, ()), card)
        _CARDS[id(role)] = (role, piles)
        return piles

    def card_of(self, argument: Argument) -> Card | None:
        """The card behind an argument of this seat."""
        role = self.view.role
        return next((c for c in role.cards if c.text == argument.text), None) if role else None

    def theme_of(self, argument: Argument) -> str:
        """The theme of somebody's argument, guessed from the words it shares with the themes' names."""
        text = argument.text.lower()
        return next((theme for theme in self.view.game.scenario.themes if theme in text), "")
