"""Facts: answers to every name of the vocabulary, derived from one state when they are asked for and not before."""

from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any
from weakref import WeakKeyDictionary

from exercise.engine.facts_debate import DebateFacts
from exercise.engine.sheets import POINT, Sheets
from exercise.engine.vocabulary import FUNCTION, VARIABLE
from exercise.model.state import State

_SUBSTANCE = (
    "pressed", "pledged", "endorsed", "proposed", "amended", "imposed", "declared", "recognised", "deal_offered",
    "deal_accepted", "supported", "opposed", "voted", "answer_given",
)  # fmt: skip
_SETBACK = 5.0
"""Points for the worse in one dial, on one day, that count as a setback."""
_FALL = 1.0
"""Points by which a reservation falls after a setback before it is more than the drift of one quiet day."""
_ZONES: "WeakKeyDictionary[Sheets, dict[tuple[float, ...], int]]" = WeakKeyDictionary()
"""Sizes of zones of agreement by reservations: a pure function of the sheets, so that exercises may share it."""


class Facts(DebateFacts):
    """What is so at one moment. Unknown issues, options, seats and cards are simply not there; dials must exist."""

    def value(self, name: str) -> object:
        """The value of a variable; `entries_KIND` is the log of a kind. Raises KeyError for an unknown name."""
        if name.startswith("entries_"):
            return self.entries(name.removeprefix("entries_"))
        VARIABLE[name]
        return getattr(self, name)

    def call(self, name: str, *arguments: Any) -> object:
        """The result of a function. Raises KeyError for an unknown name, dial, kind of event or reference package."""
        FUNCTION[name]
        return getattr(self, name)(*arguments)

    # Dials

    def dial(self, dial: str) -> float:
        return float(self.state.dials[dial])

    def dial_start(self, dial: str) -> float:
        return float(self.game.table.dials[dial].start)

    def dial_change(self, dial: str) -> float:
        return round(self.dial(dial) - self.dial_start(dial), 2)

    def dial_at_close(self, dial: str) -> float:
        ended = self.state.dials_at_end if self.state.ended else {}
        return float(ended.get(dial, self.state.dials[dial]))

    def epilogue_change(self, dial: str) -> float:
        return round(self.dial(dial) - self.dial_at_close(dial), 2)

    def _days(self, dial: str) -> list[float]:
        """Ends of day of the bargaining; the day on which it stands now, or ended, with its last value."""
        ends = [day[dial] for day in reversed(tuple(self.state.dial_days)) if dial in day]
        done = [event for event in self.log("day_ended") if event.n < self.end_n]
        today = [] if done and done[-1].day == self.end_day else [self.dial_at_close(dial)]
        return [*(float(value) for value in ends[: len(done)]), *today]

    def dial_on(self, dial: str, day: int) -> float:
        before = day - self.game.scenario.clock.first_day
        days = self._days(dial)
        return self.dial_start(dial) if before < 0 else days[min(before, len(days) - 1)]

    def dial_at(self, dial: str, event: int) -> float:
        moves = [e for e in self.entries("dial") if e["dial"] == dial and e["n"] < event]
        return float(moves[-1]["new"]) if moves else self.dial_start(dial)

    def dial_lowest(self, dial: str, day: int) -> float:
        days = self._days(dial)
        return min(days[max(0, day - self.game.scenario.clock.first_day) :] or days[-1:])

    def dial_mean(self, dial: str, days: int) -> float:
        last = self._days(dial)[-max(1, days) :]
        return round(sum(last) / len(last), 2)

    # Reservations and the zone of agreement

    @cached_property
    def _at_close(self) -> State:
        return (
            self.state.but(dials=self.state.dials_at_end)
            if self.state.ended and self.state.dials_at_end
            else self.state
        )

    def _reservation(self, seat: str) -> float:
        state = self._at_close
        return self.game.table.sheets.reservation(seat, state.dials, state.shifts, self.game.setup.shift)

    def reservation_fell(self, seat: str) -> float:
        sheets = self.game.table.sheets
        if seat not in sheets.base:
            return 0.0
        return round(sheets.base[seat] / POINT + self.game.setup.shift - self._reservation(seat), 2)

    def fell_after_setback(self, seat: str) -> bool:
        moves = [e for e in self.entries("reservation") if e["party"] == seat and e["n"] < self.end_n]
        for n, day in self._setbacks:
            later = [e for e in moves if e["n"] > n and e["day"] <= day + 1]
            if later and min(e["new"] for e in later) <= later[0]["old"] - _FALL:
                return True
        return False

    @cached_property
    def _setbacks(self) -> list[tuple[int, int]]:
        """Events that set the talks back, with their day: walk-outs, lost ballots, dials that moved for the worse."""
        found = [(event.n, event.day) for event in self.log("walked_out")]
        found += [(e["n"], e["day"]) for e in self.entries("ballot") if e["what"] != "motion" and not e["passed"]]
        for move in self.entries("dial"):
            worse = {"up": move["old"] - move["new"], "down": move["new"] - move["old"]}
            if worse.get(self.game.table.dials[move["dial"]].better, 0.0) >= _SETBACK:
                found.append((move["n"], move["day"]))
        return found

    def _zone(self, reservations: Mapping[str, float]) -> int:
        sheets = self.game.table.sheets
        here = {p: reservations.get(p, 0.0) if p in self.state.present else -1000.0 for p in sheets.parties}
        sizes = _ZONES.setdefault(sheets, {})
        key = tuple(here.values())
        if key not in sizes:
            if len(sizes) > 500:
                sizes.clear()
            sizes[key] = len(sheets.zone(here))
        return sizes[key]

    @cached_property
    def zone_size(self) -> int:
        sheets = self.game.table.sheets
        return self._zone({p: self._reservation(p) for p in sheets.parties}) if sheets.parties and sheets.core else -1

    @cached_property
    def zone_empty_since(self) -> int:
        if self.zone_size != 0:
            return 0
        pasts = (past for past in self.state.checkpoints if past.n < self.end_n)
        return max(1, next((past.day for past in pasts if self._zone(past.state.reservations)), 1))

    def _worth(self, seat: str, options: tuple[str, ...]) -> bool:
        """Whether a party would rather sign this package than go home."""
        sheets = self.game.table.sheets
        return seat in sheets.base and sheets.accepts(seat, options, self._reservation(seat), self.game.red_lines_bind)

    def held_out(self, seat: str, day: int) -> bool:
        whole = len(self.game.table.core)
        refused = [
            e["target"]
            for e in self.entries("opposed")
            if e["seat"] == seat and e["day"] >= day and e["n"] <= self.end_n
        ]
        packages = [self.state.proposals[target].options for target in refused if target in self.state.proposals]
        packages += [
            tuple(b["options"])
            for b in self.entries("ballot")
            if b["day"] >= day and seat in b["no"] and b["what"] == "package"
        ]
        return any(len(options) >= whole and self._worth(seat, options) for options in packages)

    def raised(self, event: int, days: int) -> bool:
        worth = self.game.table.sheets.worth
        start = next((e.day for kind in ("inject", "choice", "spoke") for e in self.log(kind) if e.n == event), None)
        if start is None:
            return False
        for change in self.entries("position"):
            values = worth.get(change["seat"], {})
            soon = change["n"] > event and change["day"] <= start + days
            if soon and change["old"] and values.get(change["new"], 0) > values.get(change["old"], 0):
                return True
        return False

    # Seats over time

    def back_day(self, seat: str, event: int) -> int:
        return next((e.day for e in self.log("returned") if e.seat == seat and e.n > event), 0)

    def last_consulted(self, seat: str) -> int:
        met = [
            e["day"] for kind in ("asked", "shuttled", "deal_offered") for e in self.entries(kind) if e["to"] == seat
        ]
        met += [e["day"] for e in self.entries("told") if seat in e["to"]]
        met += [e["day"] for e in self.entries("bridged") if seat in e["seats"]]
        return max((day for day in met if day <= self.end_day), default=0)

    def silence(self, seat: str) -> int:
        first = self.game.scenario.clock.first_day
        active = {e.day for kind in _SUBSTANCE for e in self.log(kind) if e.seat == seat and e.n <= self.end_n}
        marks = [first - 1, *sorted(active), self.end_day + 1]
        return max(later - earlier - 1 for earlier, later in pairwise(marks))

    # Cards, role and findings

    def fired(self, inject: str) -> bool:
        return inject in self.state.fired

    def fired_day(self, inject: str) -> int:
        return self.state.fired.get(inject, 0)

    def chose(self, inject: str, choice: str) -> bool:
        return self.state.chosen.get(inject) == choice

    def played(self, kind: str) -> int:
        injects = self.game.table.injects
        return sum(1 for card in self.state.fired if card in injects and injects[card].kind == kind)

    @property
    def role_by(self) -> str:
        return self.state.role_by

    def occurred(self, finding: str) -> bool:
        """Raises KeyError where that finding was not assessed yet."""
        if self.verdicts is None:
            raise KeyError("findings are assessed after the facts")
        return self.verdicts[finding]
