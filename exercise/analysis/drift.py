"""Where the days carry the zone by themselves: every card of the deck comes, nobody answers any, and nobody says a word.

No exercise runs so. It is the one course that can be reckoned before anybody plays, and it tells an author which way the news
pulls.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
from attrs import frozen

from exercise.analysis.count import Count
from exercise.analysis.nearby import Nearby
from exercise.engine.sheets import POINT, Sheets
from exercise.model.scenario import Choice, ChoiceOption, Effects, Inject, Scenario

_DRAWN: Final = "@"
"""What the name of a seat begins with that only an exercise decides."""


@frozen
class Need:
    """What a party needs on the first day and on the last, in points, and how dials and cards moved it, before the limit."""

    first: float
    last: float
    by_dials: float
    by_cards: float


@frozen
class Drift:
    """The last day, if the deck is played and nobody answers.

    `dials` are those that moved, from and to; `cards` is how many came, `open` those among them that also move seats that an
    exercise draws, which are left out here.
    """

    deck: str
    cards: int
    open: tuple[str, ...]
    dials: Mapping[str, tuple[float, float]]
    needs: Mapping[str, Need]
    deals: Count


def find_drift(scenario: Scenario, near: Nearby, shift: float = 0.0) -> Drift:
    """Needs packages as far below the zone as reservations may drift."""
    course = _Course(scenario)
    sheets, parties = Sheets(scenario), near.space.parties
    needs = {}
    for party in parties:
        last = sheets.reservation(party, course.dials, course.shifts, shift)
        first = sheets.base[party] / POINT + shift
        dials = round(_pull(scenario, party, course.dials), 2)
        needs[party] = Need(first, last, dials, round(course.shifts.get(party, 0.0), 2))
    started = {dial.id: dial.start for dial in scenario.dials}
    return Drift(
        deck=scenario.deck,
        cards=course.played,
        open=tuple(course.open),
        dials={id: (started[id], now) for id, now in course.dials.items() if now != started[id]},
        needs=needs,
        deals=near.count(np.array([round(need.last * POINT) for need in needs.values()], np.int32)),
    )


def _pull(scenario: Scenario, party: str, dials: Mapping[str, float]) -> float:
    """Points by which the dials move what a party needs, whatever the limit."""
    moved = ((scenario.drift.get(d.id, {}).get(party, 0.0), dials[d.id] - d.start) for d in scenario.dials)
    return sum(per_ten * far / 10 for per_ten, far in moved)


class _Course:
    """Plays the days through."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self.dials = {dial.id: dial.start for dial in scenario.dials}
        self.shifts: dict[str, float] = {}
        self.played = 0
        self.open: dict[str, None] = {}
        clock = scenario.clock
        plan = next((deck.plan for deck in scenario.decks if deck.id == scenario.deck), {})
        cards = {inject.id: inject for inject in scenario.injects}
        for day in range(clock.first_day, clock.days + 1):
            self._morning = dict(self.dials)
            for card in (cards[id] for id, on in plan.items() if on == day and id in cards):
                self._play(card)
            for kind, times in (
                ("session_started", len(clock.sessions)),
                ("session_ended", len(clock.sessions)),
                ("day_ended", 1),
            ):
                self._react(kind, times)

    def _play(self, card: Inject) -> None:
        self.played += 1
        self._react("inject")
        self._apply(card.effects, card.id)
        if card.choice:
            for option, times in self._unanswered(card.choice):
                self._apply(option.effects, card.id, times)

    def _unanswered(self, choice: Choice) -> Iterator[tuple[ChoiceOption, int]]:
        """What comes of a decision that nobody takes; where each seat answers for itself, as often as there are seats."""
        default = next((option for option in choice.options if option.id == choice.default), None)
        if default is not None:
            parties = len(Sheets(self._scenario).parties)
            asked = sum(parties if who == "parties" else 1 for who in choice.who)
            yield default, asked if choice.rule == "each" else 1

    def _react(self, kind: str, times: int = 1) -> None:
        if kind in self._scenario.reactions:
            for _ in range(times):
                self._apply(self._scenario.reactions[kind], kind)

    def _apply(self, effects: Effects, why: str, times: int = 1) -> None:
        for dial, points in effects.dials.items():
            self._move(dial, points * times)
        for dial, (floor, otherwise) in effects.floors.items():
            now = self.dials.get(dial, 0.0)
            self._move(dial, floor - now if now < floor else otherwise)
        for seat, points in effects.reservations.items():
            if seat.startswith(_DRAWN):
                self.open[why] = None
            else:
                self.shifts[seat] = self.shifts.get(seat, 0.0) + points * times

    def _move(self, dial: str, points: float) -> None:
        """A dial stays within 0 to 100 and within what it may move in a day."""
        if dial in self.dials:
            limit, morning = self._scenario.settings.dial_limit, self._morning[dial]
            new = min(max(self.dials[dial] + points, morning - limit, 0.0), morning + limit, 100.0)
            self.dials[dial] = round(new, 2)
