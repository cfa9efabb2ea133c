"""What a seat knows of itself before the exercise begins: its sheet and cards, sorted once for a scenario."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

from attrs import frozen

from exercise.engine.game import Table
from exercise.engine.sheets import Sheets
from exercise.model.role import Card, Role
from exercise.players.phrases import FALLBACK, NEUTRAL

Package = tuple[str, ...]
SHAME = 20
"""Value of an option on its own issue below which a party may sign it for the sake of the rest, but does not propose it."""
INDIFFERENT = 50
"""Value of an option on which a role's sheet says nothing."""


@frozen
class Ranking:
    """Packages, best first, with what they are worth, negated, to search in; `columns` are their clauses issue by issue."""

    packages: tuple[Package, ...]
    falling: tuple[int, ...]
    columns: tuple[tuple[str, ...], ...]


@frozen(slots=False, eq=False)
class Brief:
    """A seat and a scenario with nobody's sheet but its own; utilities are in hundredths of a point."""

    table: Table
    seat: str

    @cached_property
    def role(self) -> Role | None:
        return self.table.scenario.roles.get(self.seat)

    @cached_property
    def sheets(self) -> Sheets:
        return self.table.sheets

    @cached_property
    def place(self) -> int:
        """The number of the seat in the order of the scenario."""
        return tuple(self.table.seats).index(self.seat)

    @cached_property
    def red_lines(self) -> frozenset[str]:
        return self.sheets.red_lines.get(self.seat, frozenset())

    @cached_property
    def worth(self) -> Mapping[str, int]:
        """What each option adds to a package; empty without a score sheet."""
        return self.sheets.worth.get(self.seat, {})

    @cached_property
    def values(self) -> Mapping[str, int]:
        """What each option of the scenario is worth on its own issue, 0 to 100."""
        sheet = self.role.sheet if self.role else {}
        return {
            option: sheet[issue].values.get(option, 0) if issue in sheet else INDIFFERENT
            for option, issue in self.table.issue_of.items()
        }

    @cached_property
    def liked(self) -> Mapping[str, tuple[str, ...]]:
        """The options of each issue on the sheet, the dearest first."""
        sheet = self.role.sheet if self.role else {}
        return {
            issue: tuple(sorted(line.values, key=lambda option: -line.values[option])) for issue, line in sheet.items()
        }

    @cached_property
    def flagships(self) -> Mapping[str, str]:
        """What the seat asks for in public on an issue: the dearest option that it has arguments for."""
        argued = {card.option for card in self.role.cards if card.side == "for"} if self.role else set()
        found: dict[str, str] = {}
        for option in sorted(argued.intersection(self.values), key=lambda o: (-self.values[o], o)):
            found.setdefault(self.table.issue_of[option], option)
        return found

    @cached_property
    def swaps(self) -> Mapping[str, tuple[tuple[int, str], ...]]:
        """What a package would gain with another option in the place of each: those that add something and are no red line.

        In the place of a red line every other option will do.
        """
        table, worth, red = self.table, self.worth, self.red_lines
        found: dict[str, tuple[tuple[int, str], ...]] = {}
        for clause, issue in table.issue_of.items():
            others = [option for option in table.options_of[issue] if option != clause and option not in red]
            gains = [(worth.get(option, 0) - worth.get(clause, 0), option) for option in others]
            found[clause] = tuple(swap for swap in gains if swap[0] > 0 or clause in red)
        return found

    def ranking(self, shut: frozenset[str] = frozenset()) -> "Ranking":
        """The coherent packages that the seat could propose, without those that are shut where others are left."""
        found = self._rankings.get(shut)
        if found is None:
            found = self._rankings[shut] = self._rank(shut)
        return found

    @cached_property
    def _rankings(self) -> "dict[frozenset[str], Ranking]":
        return {}

    def _rank(self, shut: frozenset[str]) -> "Ranking":
        sheets, worth = self.sheets, self.worth
        shameful = self.red_lines.union(option for option, value in self.values.items() if value < SHAME)
        usable = [p for p in sheets.packages if shameful.isdisjoint(p) and sheets.coherent(p)]
        usable = usable or [p for p in sheets.packages if self.red_lines.isdisjoint(p) and sheets.coherent(p)]
        usable = [p for p in usable if shut.isdisjoint(p)] or usable
        rows = sorted((-sum(worth.get(option, 0) for option in p), p) for p in usable)
        return Ranking(
            tuple(package for _, package in rows),
            tuple(less for less, _ in rows),
            tuple(zip(*(package for _, package in rows), strict=True)),
        )

    @cached_property
    def cards(self) -> Mapping[tuple[str, str], tuple[Card, ...]]:
        """The cards of the role by side and by option or issue, in the role's order."""
        issue_of = self.table.issue_of
        piles: dict[tuple[str, str], tuple[Card, ...]] = {}
        for card in self.role.cards if self.role else ():
            for pile in ((card.side, card.option), (card.side, issue_of.get(card.option, ""))):
                piles[pile] = (*piles.get(pile, ()), card)
        return piles

    @cached_property
    def lines(self) -> Mapping[str, tuple[str, ...]]:
        """What the seat may say on each occasion: its role's lines, then neutral ones; nothing where a role empties its own."""
        own = self.role.lines if self.role else {}
        found = {o: (*own.get(o, ()), *NEUTRAL.get(o, ())) for o in dict.fromkeys((*own, *NEUTRAL, *FALLBACK))}
        spoken = {o: lines or ((FALLBACK[o],) if o in FALLBACK else ()) for o, lines in found.items()}
        return {o: lines for o, lines in spoken.items() if lines}


@lru_cache(maxsize=1024)
def brief_of(table: Table, seat: str) -> Brief:
    """The brief of a seat, kept with what it has worked out."""
    return Brief(table, seat)
