"""What packages are worth to the parties: utilities, reservations, red lines and the zone of agreement.

utility = sum over issues of weight / 100 * value, from 0 to 100 on the party's own scale. All sums are kept in whole
hundredths of a point, so that every platform gets the same numbers. Scales are private: utilities of different parties are
never added or compared.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product

from exercise.model.scenario import Scenario, SeatKind

POINT = 100


class Sheets:
    """The score sheets of a scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._profile = scenario.settings.weights
        self._issue_of = {option.id: issue.id for issue in scenario.issues for option in issue.options}
        self.core = tuple(issue.id for issue in scenario.issues if issue.core)
        self.parties = tuple(
            seat.id
            for seat in scenario.seats
            if seat.kind is SeatKind.PARTY and seat.id in scenario.roles and scenario.roles[seat.id].sheet
        )
        self.scored = tuple(
            seat.id for seat in scenario.seats if seat.id in scenario.roles and scenario.roles[seat.id].sheet
        )
        self.worth = {seat: self.worth_under(seat, self._profile) for seat in self.scored}
        self.red_lines = {
            seat.id: frozenset(line.option for line in scenario.roles[seat.id].red_lines)
            for seat in scenario.seats
            if seat.id in scenario.roles
        }
        self.base = {seat: scenario.roles[seat].reservation * POINT for seat in self.scored}
        self._limit = scenario.settings.drift_limit
        self._pulls = {seat: tuple(self._pulls_on(seat)) for seat in self.scored}
        self.pulled_by = {
            dial.id: tuple(seat for seat in self.scored if scenario.drift.get(dial.id, {}).get(seat))
            for dial in scenario.dials
        }

    def _pulls_on(self, seat: str) -> Iterator[tuple[str, float, float]]:
        """The dials that move a reservation: which, points for ten of it, and where it starts."""
        for dial in self._scenario.dials:
            if points := self._scenario.drift.get(dial.id, {}).get(seat):
                yield dial.id, points, dial.start

    def worth_under(self, seat: str, profile: str) -> Mapping[str, int]:
        """Hundredths of a point that each option adds to a package, by the weights of a profile."""
        role, weights = self._scenario.roles[seat], self.weights_under(seat, profile)
        return {
            option: weights.get(issue, 0) * value
            for issue, line in role.sheet.items()
            for option, value in line.values.items()
        }

    def weights_under(self, seat: str, profile: str) -> Mapping[str, int]:
        """Percent of each issue by a profile; a role that lacks it has the core weights or the only ones."""
        weights = self._scenario.roles[seat].weights
        return weights.get(profile) or weights.get("core") or next(iter(weights.values()))

    def utility(self, seat: str, options: Iterable[str]) -> int:
        """The value of a package in hundredths of a point; an issue that is left open adds nothing."""
        worth = self.worth[seat]
        return sum(worth.get(option, 0) for option in options)

    def reservation(self, seat: str, dials: Mapping[str, float], shifts: Mapping[str, float], shift: float) -> float:
        """The reservation now: sheet, plus difficulty, plus what cards and dials did within the declared limit."""
        moved = 0.0
        for dial, per_ten, start in self._pulls[seat]:
            moved += per_ten * (dials.get(dial, start) - start) / 10
        moved += shifts.get(seat, 0.0)
        limit = self._limit
        moved = limit if moved > limit else -limit if moved < -limit else moved
        return round(self.base[seat] / POINT + shift + moved, 2)

    def accepts(self, seat: str, options: Iterable[str], reservation: float, bind: bool = True) -> bool:
        """Whether a party would rather sign this package than go home."""
        chosen = tuple(options)
        if bind and not self.red_lines[seat].isdisjoint(chosen):
            return False
        return self.utility(seat, chosen) >= round(reservation * POINT)

    def coherent(self, options: Iterable[str]) -> bool:
        return not self.clashes(options)

    def clashes(self, options: Iterable[str]) -> tuple[str, ...]:
        """The reasons why options do not fit together, without a full stop: they stand in sentences."""
        chosen = set(options)
        why = []
        for rule in self._scenario.coherence:
            if rule.given not in chosen:
                continue
            wrong = any(o in chosen for o in rule.excluded) or any(
                self._issue_of[o] == issue and o not in allowed
                for issue, allowed in rule.allowed.items()
                for o in chosen
            )
            if wrong:
                why.append(rule.why.rstrip().removesuffix("."))
        return tuple(why)

    @cached_property
    def packages(self) -> tuple[tuple[str, ...], ...]:
        """All combinations of the core issues' options, in the order of the sheets."""
        options = [[o.id for o in issue.options] for issue in self._scenario.issues if issue.core]
        return tuple(product(*options))

    @cached_property
    def _reachable(self) -> tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]:
        """Packages without a red line that come within the drift limit of every reservation, with their utilities.

        Found by taking issues one at a time and dropping a start that even the best rest cannot save.
        """
        issues = [issue for issue in self._scenario.issues if issue.core]
        limit = round((self._scenario.settings.drift_limit + 10) * POINT)
        floor = [self.base[p] - limit for p in self.parties]
        red = frozenset().union(*(self.red_lines[p] for p in self.parties)) if self.parties else frozenset()
        columns = [
            [(o.id, tuple(self.worth[p].get(o.id, 0) for p in self.parties)) for o in i.options if o.id not in red]
            for i in issues
        ]
        best = [(0,) * len(self.parties)]
        for column in reversed(columns):
            top = [max((row[k] for _, row in column), default=0) for k in range(len(self.parties))]
            best.insert(0, tuple(a + b for a, b in zip(best[0], top, strict=True)))
        starts: list[tuple[tuple[str, ...], tuple[int, ...]]] = [((), (0,) * len(self.parties))]
        for depth, column in enumerate(columns, 1):
            grown = []
            for chosen, values in starts:
                for option, row in column:
                    total = tuple(map(int.__add__, values, row))
                    if all(v + b >= f for v, b, f in zip(total, best[depth], floor, strict=True)):
                        grown.append(((*chosen, option), total))
            starts = grown
        return tuple(starts)

    def zone(self, reservations: Mapping[str, float]) -> tuple[tuple[str, ...], ...]:
        """The packages that every party would sign at these reservations with red lines kept."""
        need = [round(reservations[p] * POINT) for p in self.parties]
        return tuple(
            chosen for chosen, values in self._reachable if all(v >= n for v, n in zip(values, need, strict=True))
        )
