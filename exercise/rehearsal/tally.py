"""What many exercises add up to. Tallies may be added in any order, so that it does not matter which process played what."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, Self, TypeVar

from attrs import field, frozen

from exercise.findings.assessment import Verdict

Key = TypeVar("Key")

EXAMPLES: Final = 3
"""Seeds kept for each outcome, so that one can be opened and read."""
OPEN: Final = "open"
"""Stands for the option of an issue that was not settled."""


@frozen
class Played:
    """What a card did in one exercise.

    `points` is what it added to the reservations of all parties together and `dials` how far it moved dials, whichever way,
    both in hundredths; `walkouts` are those until the end of the session after it; `choice` is what was decided, if it asked.
    """

    card: str
    choice: str = ""
    points: int = 0
    dials: int = 0
    walkouts: int = 0


@frozen
class Run:
    """What one exercise came to. `day` is the day on which the talks ended; an issue that was not settled has no option."""

    seed: int
    outcome: str
    success: bool
    day: int
    events: int
    issues: Mapping[str, str]
    agreed_on: Mapping[str, int]
    verdicts: Mapping[str, Verdict]
    cards: tuple[Played, ...]
    walkouts: int
    refused: int


@frozen
class Card:
    """What a card did over the exercises in which it came; `settled` counts those in which the talks succeeded."""

    came: int = 0
    settled: int = 0
    points: int = 0
    dials: int = 0
    walkouts: int = 0
    choices: Mapping[str, int] = field(factory=dict)
    settled_after: Mapping[str, int] = field(factory=dict)

    def __add__(self, other: "Card") -> "Card":
        return Card(
            self.came + other.came,
            self.settled + other.settled,
            self.points + other.points,
            self.dials + other.dials,
            self.walkouts + other.walkouts,
            _sum(self.choices, other.choices),
            _sum(self.settled_after, other.settled_after),
        )


@frozen
class Tally:
    """Counts over exercises.

    `days` counts agreements by the day they were reached; `issues` pairs of issue and option; `agreed_on` pairs of issue and
    the day of its agreement; `findings` pairs of finding and verdict; `examples` holds the smallest seeds of each outcome;
    `refused` counts moves of bots that the rules turned down (none is expected).
    """

    runs: int = 0
    successes: int = 0
    events: int = 0
    walkouts: int = 0
    refused: int = 0
    outcomes: Mapping[str, int] = field(factory=dict)
    days: Mapping[int, int] = field(factory=dict)
    issues: Mapping[tuple[str, str], int] = field(factory=dict)
    agreed_on: Mapping[tuple[str, int], int] = field(factory=dict)
    findings: Mapping[tuple[str, str], int] = field(factory=dict)
    cards: Mapping[str, Card] = field(factory=dict)
    examples: Mapping[str, tuple[int, ...]] = field(factory=dict)

    @classmethod
    def of(cls, run: Run) -> Self:
        """The tally of a single exercise."""
        return cls(
            runs=1,
            successes=int(run.success),
            events=run.events,
            walkouts=run.walkouts,
            refused=run.refused,
            outcomes={run.outcome: 1},
            days={run.day: 1} if run.success else {},
            issues={(issue, option or OPEN): 1 for issue, option in run.issues.items()},
            agreed_on=dict.fromkeys(run.agreed_on.items(), 1),
            findings={(id, str(verdict)): 1 for id, verdict in run.verdicts.items()},
            cards={card.card: _card(card, run.success) for card in run.cards},
            examples={run.outcome: (run.seed,)},
        )

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.runs + other.runs,
            self.successes + other.successes,
            self.events + other.events,
            self.walkouts + other.walkouts,
            self.refused + other.refused,
            _sum(self.outcomes, other.outcomes),
            _sum(self.days, other.days),
            _sum(self.issues, other.issues),
            _sum(self.agreed_on, other.agreed_on),
            _sum(self.findings, other.findings),
            {id: self.cards.get(id, Card()) + other.cards.get(id, Card()) for id in {**self.cards, **other.cards}},
            _smallest(self.examples, other.examples),
        )


def total(tallies: Iterable[Tally]) -> Tally:
    """All tallies as one; nothing at all is an empty tally."""
    return sum(tallies, Tally())


def _card(played: Played, success: bool) -> Card:
    choices = {played.choice: 1} if played.choice else {}
    after = choices if success else {}
    return Card(1, int(success), played.points, played.dials, played.walkouts, choices, after)


def _sum(a: Mapping[Key, int], b: Mapping[Key, int]) -> dict[Key, int]:
    return dict(Counter(a) + Counter(b))


def _smallest(a: Mapping[str, tuple[int, ...]], b: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    return {name: tuple(sorted({*a.get(name, ()), *b.get(name, ())})[:EXAMPLES]) for name in {**a, **b}}
