"""What the names of the expression language can be in a scenario: bounds of numbers, words of texts, lengths of lists."""

from collections.abc import Callable, Mapping
from functools import cached_property
from math import inf
from typing import Final

from attrs import frozen

from exercise.engine.permission import allowed
from exercise.model.scenario import Scenario, SeatKind, StageKind


@frozen
class Span:
    """A number from `low` to `high`, both included unless they are open."""

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False

    def cut(self, other: "Span") -> "Span":
        """What lies in both."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Span(low, high, low_open, not high_closed)

    @property
    def empty(self) -> bool:
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))


@frozen
class Words:
    """A text that is one of these."""

    words: frozenset[str]


@frozen
class Many:
    """A list: its length, and what can be in it, where that is known."""

    size: Span
    members: frozenset[str] | None = None


Value = Span | Words | Many | bool | None
"""What an expression can be; None where nothing is known."""

_COUNT: Final = Span(0)
_DIAL: Final = Span(0, 100)
_NOTHING: Final = Many(Span(0, 0), frozenset())

_BY_MOVE: Final[Mapping[str, tuple[str, ...]]] = {
    "spoke": ("speak",), "argued": ("argue",), "asked": ("ask",), "answered": ("answer",), "conceded": ("concede",),
    "proposed": ("propose",), "amended": ("amend",), "withdrawn": ("withdraw",), "sponsored": ("sponsor",),
    "reserved": ("reserve",), "deal_offered": ("offer_deal",), "deal_accepted": ("accept_deal",),
    "deal_declined": ("decline_deal",), "motion": ("motion",), "point": ("point_of_order",),
    "participation": ("participate",), "declared": ("declare",), "recognised": ("recognise_state",), "imposed": ("impose",),
    "agenda": ("set_agenda",), "shuttled": ("shuttle",), "text_tabled": ("table_text", "revise_text"), "bridged": ("bridge",),
    "warned": ("warn",), "deadlock": ("declare_deadlock",), "pressed": ("press",), "pledged": ("pledge",),
    "pledge_withdrawn": ("withdraw_pledge",), "endorsed": ("endorse",), "walked_out": ("walk_out",), "returned": ("return",),
}  # fmt: skip
"""Kinds of event that come only of these moves, or of a card for pressure and praise."""


class Ranges:
    """The ranges of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        clock = scenario.clock
        self._first, self._last = clock.first_day, clock.days if clock.deadline == "hard" else inf
        self._issues = {issue.id: [option.id for option in issue.options] for issue in scenario.issues}
        self._core = [issue.id for issue in scenario.issues if issue.core]
        self._parties = [seat.id for seat in scenario.seats if seat.kind is SeatKind.PARTY]

    @cached_property
    def impossible(self) -> frozenset[str]:
        """Kinds of event that no seat can bring about in any stage, and no card."""
        scenario = self._scenario
        offices = {seat.kind for seat in scenario.seats}
        moves = {move for stage in scenario.stages for office in offices for move in allowed(stage, office)}
        there = {kind for kind, needed in _BY_MOVE.items() if moves & set(needed)}
        there |= {"pressed"} if any(card.pressure for card in scenario.injects) else set()
        there |= {"endorsed"} if any(card.endorse for card in scenario.injects) else set()
        gone = set(_BY_MOVE) - there
        gone |= set() if scenario.injects else {"inject"}
        gone |= (
            set() if any(card.choice for card in scenario.injects) else {"choice", "asked_to_choose", "answer_given"}
        )
        return frozenset(gone)

    def variable(self, name: str) -> Value:
        return self._variables.get(name)

    @cached_property
    def _variables(self) -> Mapping[str, Value]:
        scenario = self._scenario
        seats = frozenset(seat.id for seat in scenario.seats)
        day = Span(self._first, self._last)
        after_end = Span(self._first)
        parties = Many(Span(0, len(self._parties)), frozenset(self._parties))
        options = frozenset(option for listed in self._issues.values() for option in listed)
        return {
            "true": True,
            "false": False,
            "day": day if not (scenario.success_stage or scenario.failure_stage) else after_end,
            "days": Span(scenario.clock.days, self._last),
            "end_day": day,
            "session": Span(1, len(scenario.clock.sessions)),
            "stage": Words(frozenset(stage.id for stage in scenario.stages)),
            "epilogue": None if self._has_epilogue else False,
            "clock_extended": _COUNT,
            "steps": _COUNT,
            "issues": Many(Span(0, len(self._issues)), frozenset(self._issues)),
            "core": Many(Span(len(self._core), len(self._core)), frozenset(self._core)),
            "parties": parties,
            "yes_votes": parties,
            "no_votes": parties,
            "abstained": parties,
            "absent": parties,
            "communities": Many(Span(0, len(scenario.communities)), frozenset(c.id for c in scenario.communities)),
            "outside": Many(_COUNT, frozenset(s.id for s in scenario.seats if s.kind is SeatKind.OUTSIDE)),
            "mediator": Words(frozenset({"", *(s.id for s in scenario.seats if s.kind is SeatKind.MEDIATOR)})),
            "text": Many(_COUNT, options),
            "core_settled": Span(0, len(self._core)),
            "settled_count": Span(0, len(self._issues)),
            "last_settled_day": _COUNT,
            "zone_size": Span(-1),
            "zone_empty_since": _COUNT,
            "moved_by_argument": _COUNT,
            "share_from_parties": Span(0, 1),
            "share_from_outside": Span(0, 1),
            "first_mixed_day": _COUNT,
            "role_by": Words(seats | {"", "parties"}),
        }

    @property
    def _has_epilogue(self) -> bool:
        scenario = self._scenario
        return bool(scenario.failure_stage) or any(stage.kind is StageKind.EPILOGUE for stage in scenario.stages)

    def call(self, name: str, arguments: tuple[str | None, ...]) -> Value:
        """The range of a function; of its arguments, those that are quoted words."""
        if name.startswith("dial") and name != "dial_change":
            return _DIAL
        found = self._functions.get(name)
        return found(arguments[0] if arguments else None) if found else None

    @cached_property
    def _functions(self) -> Mapping[str, Callable[[str | None], Value]]:
        def count(_: str | None) -> Value:
            return _COUNT

        counted = dict.fromkeys(
            ("settled_day", "tabled_day", "refusals", "votes_behind", "came_round", "back_day", "spoke", "heard",
             "last_consulted", "silence", "blamed", "fired_day"),
            count,
        )  # fmt: skip
        return {
            **counted,
            "dial_change": self._change,
            "epilogue_change": lambda _: Span(-100, 100),
            "distance": lambda _: Span(0, len(self._core)),
            "played": self._played,
            "backing": lambda _: Span(0, len(self._parties)),
            "agreed": self._option,
            "final": self._option,
            "issue_of": lambda _: Words(frozenset(self._issues)),
            "community": lambda _: Words(frozenset({"endorses", "rejects", "split", "absent", ""})),
            "members": lambda _: Many(Span(0, len(self._parties)), frozenset(self._parties)),
            "count": lambda kind: Span(0, 0) if kind in self.impossible else _COUNT,
            "entries": lambda kind: _NOTHING if kind in self.impossible else Many(_COUNT),
        }

    def _change(self, dial: str | None) -> Value:
        start = next((d.start for d in self._scenario.dials if d.id == dial), None)
        return Span(-100, 100) if start is None else Span(-start, 100 - start)

    def _played(self, kind: str | None) -> Value:
        cards = [card for card in self._scenario.injects if kind is None or card.kind == kind]
        return Span(0, len(cards))

    def _option(self, issue: str | None) -> Value:
        return Words(frozenset({"", *self._issues[issue]})) if issue in self._issues else None
