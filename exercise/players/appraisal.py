"""What packages are worth to a bot, and how much it asks for as time passes."""

from bisect import bisect_right
from collections.abc import Collection, Mapping
from functools import cached_property

from exercise.engine.calendar import total_sessions
from exercise.engine.moment import Moment
from exercise.engine.sheets import POINT
from exercise.engine.views import View
from exercise.model.value import Value
from exercise.players.brief import INDIFFERENT, Brief
from exercise.players.styles import Style

BAND = 60
"""Packages that a bot compares when it looks for one that others might take."""
WORRY = (0.75, 1.6, 1.3, 0.0)
"""How much of its caution weighs so many days after the last news: most on the day after, when it has reached home."""
LIVABLE = 45
"""Value on its own issue from which a party calls an option bearable."""
ROLE_BAR = 30
"""The same for the foreign role, when everything else is agreed and much is at stake."""
HELD, FOR, AGAINST, TEXT, AGREED = 10, 3, -8, 15, 50
"""What counts for or against an option in the hall: a seat that holds it, one that spoke for or against it, the text, an
agreement. In tenths, so that sums are exact."""
WEIGHT = 200
"""Hundredths of a point of its own that a bot gives for a tenth of a seat."""


class Appraisal(Value, frozen=True, eq=False, gc=True, dict=True):
    """One bot's judgement at one moment; utilities are in hundredths of a point."""

    view: View
    style: Style
    brief: Brief

    @cached_property
    def elapsed(self) -> float:
        """Share of the time that has passed, from 0 to 1."""
        return min(1.0, self.view.state.clock / max(1, total_sessions(self.view.game, self.view.state)))

    @cached_property
    def need(self) -> int:
        """What a package must be worth: the reservation value, and what a cautious party wants above it."""
        return round(((self.view.reservation or 0.0) + self.style.caution * self._worry) * POINT)

    @property
    def reserved(self) -> int:
        """The bare reservation value, without what a cautious party wants above it."""
        return round((self.view.reservation or 0.0) * POINT)

    @property
    def _worry(self) -> float:
        """How much caution the days ask for: most when there was news yesterday or today, little when it has been quiet."""
        news = self.view.news
        quiet_days = self.view.state.day - news.day if news is not None else len(WORRY)
        return WORRY[min(quiet_days, len(WORRY) - 1)]

    @cached_property
    def aspiration(self) -> int:
        """What the bot asks for now: from its opening share of the best package down to its reservation by the last fifth."""
        falling = self.brief.ranking().falling
        best = -falling[0] if falling else POINT * 100
        top = max(self.need, round(best * self.style.opening))
        passed = min(1.0, self.elapsed / 0.8) ** self.style.patience
        return top - round((top - self.need) * float(passed))

    def value(self, option: str) -> int:
        """What an option is worth on its own issue, 0 to 100."""
        return self.brief.values.get(option, INDIFFERENT)

    def best(self, issue: str) -> str:
        """The option on offer that this party likes best on an issue."""
        return next((option for option in self.brief.liked.get(issue, ()) if option not in self.shut), "")

    def flagship(self, issue: str) -> str:
        """What a party asks for in public: the best option that it has arguments for, else the best."""
        return self.brief.flagships.get(issue) or self.best(issue)

    def red(self, option: str) -> bool:
        return option in self.brief.red_lines

    def bearable(self, option: str) -> bool:
        """Whether the party could live with an option by itself; it asks for less where no core issue is at stake."""
        core = self.view.game.table.issue_of.get(option, "") in self.view.game.table.core
        return not self.red(option) and self.value(option) >= (LIVABLE if core else ROLE_BAR)

    def utility(self, options: tuple[str, ...]) -> int:
        worth = self.brief.worth
        return sum([worth.get(option, 0) for option in options])

    def accepts(self, options: tuple[str, ...], at: int | None = None) -> bool:
        """Whether the party would take a package now, at its reservation or at a higher bar."""
        if not self.brief.red_lines.isdisjoint(options):
            return False
        return self.utility(self.completed(options)) >= (self.need if at is None else at)

    def completed(self, options: tuple[str, ...]) -> tuple[str, ...]:
        """A package with what is agreed beside it, and with the best to hope for on issues that this stage does not take."""
        table = self.view.game.table
        issue_of, core = table.issue_of, table.core
        settled = {issue_of[option] for option in options}
        if settled.issuperset(core):
            return options
        agreed = self.view.state.agreed
        hoped = [agreed.get(i) or (self.best(i) if i not in self.issues else "") for i in core if i not in settled]
        return (*options, *(option for option in hoped if option))

    @cached_property
    def issues(self) -> tuple[str, ...]:
        """The issues that this stage takes."""
        return Moment(self.view.game, self.view.state, self.view.seat).issues

    @cached_property
    def shut(self) -> frozenset[str]:
        """Options that are not on offer yet."""
        return frozenset(self.view.game.table.conditional) - self.view.state.unlocked

    def open(self, options: tuple[str, ...]) -> tuple[str, ...]:
        """As much of a package as may be put on the table in this stage."""
        issue_of, locked = self.view.game.table.issue_of, self.view.state.locked
        return tuple(o for o in options if issue_of[o] in self.issues and issue_of[o] not in locked)

    def whole(self, options: tuple[str, ...]) -> bool:
        """Whether a proposal settles every core issue that this stage takes and that is not signed yet."""
        issue_of = self.view.game.table.issue_of
        return self._unsettled.issubset([issue_of[option] for option in options])

    @cached_property
    def _unsettled(self) -> set[str]:
        wanted = set(self.view.game.table.core) - self.view.state.locked
        return wanted.intersection(self.issues) or wanted

    @cached_property
    def leanings(self) -> Mapping[str, int]:
        """How much the rest of the hall is on record for each option, in tenths of a seat."""
        state, me = self.view.state, self.view.seat
        score = dict.fromkeys(self.view.game.table.issue_of, 0)
        for seat, positions in state.positions.items():
            if seat != me:
                for option in positions.values():
                    score[option] += HELD
        for target, stands in state.stances.items():
            if target in score:
                yes = sum(stands.values())
                score[target] += FOR * yes + AGAINST * (len(stands) - yes)
                if me in stands:
                    score[target] -= FOR if stands[me] else AGAINST
        text = state.proposals.get(state.text) if state.text else None
        for option in text.options if text else ():
            score[option] += TEXT
        for option in state.agreed.values():
            score[option] += AGREED
        return score

    @cached_property
    def target(self) -> tuple[str, ...]:
        """The package to ask for: good enough for us now, and as near as possible to what others are on record for."""
        ranking = self.brief.ranking(self.shut)
        if not ranking.packages:
            return ()
        end = max(1, bisect_right(ranking.falling, -self.aspiration))
        near = slice(max(0, end - BAND), end)
        leaning, crowd = self.leanings.__getitem__, self.style.crowd
        leanings = map(sum, zip(*[map(leaning, clauses[near]) for clauses in ranking.columns], strict=True))
        appeal = [crowd * lean - less / WEIGHT for lean, less in zip(leanings, ranking.falling[near], strict=True)]
        return self._bettered(ranking.packages[near][appeal.index(max(appeal))])

    def _bettered(self, package: tuple[str, ...]) -> tuple[str, ...]:
        """A package with what we like better in each place where that costs nobody's support."""
        issue_of, leanings = self.view.game.table.issue_of, self.leanings
        for held in package:
            place = package.index(held)
            for option in self.brief.liked.get(issue_of[held], ()):
                if self.value(option) <= self.value(held):
                    break
                better = (*package[:place], option, *package[place + 1 :])
                fits = option not in self.shut and not self.red(option) and self.brief.sheets.coherent(better)
                if fits and leanings[option] >= leanings[held]:
                    package = better
                    break
        return package

    def dearest(self, options: tuple[str, ...]) -> str:
        """The clause of a package that gives this party most."""
        worth = self.brief.worth
        return max(options, key=lambda option: worth.get(option, 0), default="")

    def mended(self, options: tuple[str, ...], bar: int) -> tuple[str, ...]:
        """One or two other clauses that would make a package acceptable, and that others are on record for."""
        issue_of, leanings = self.view.game.table.issue_of, self.leanings
        changes: dict[str, str] = {}
        package = options
        for _ in range(2):
            clause, option = self.obstacle(package, bar)
            if not option or issue_of[option] in changes or leanings[option] < HELD:
                return ()
            changes[issue_of[option]] = option
            package = tuple(option if o == clause else o for o in package)
            if self.accepts(package, bar):
                return tuple(changes.values()) if self.shut.isdisjoint(package) else ()
        return ()

    def obstacle(self, options: tuple[str, ...], bar: int, among: Collection[str] = ()) -> tuple[str, str]:
        """The clause to object to and the option to ask for instead: one change that would make the package acceptable.

        `among` are the clauses that are open to objection, all without it. Nobody objects to what it is on record for, or asks
        for more than that. Among changes that will do, the one that the hall leans to most; without one, the change that helps
        most.
        """
        mine, issue_of = self.view.state.positions.get(self.view.seat, {}), self.view.game.table.issue_of
        swaps = [(clause, gain, option) for clause in among or options for gain, option in self.brief.swaps[clause]]
        modest = [
            (clause, gain, option)
            for clause, gain, option in swaps
            if mine.get(issue_of[clause]) != clause
            and self.value(option) <= self.value(mine.get(issue_of[clause], option))
        ]
        return self._cure(options, bar, modest) or self._cure(options, bar, swaps) or ("", "")

    def _cure(self, options: tuple[str, ...], bar: int, swaps: list[tuple[str, int, str]]) -> tuple[str, str] | None:
        """The best of some changes to a package: a clause that goes and the option that comes."""
        reds = [o for o in options if self.red(o)]
        lacking = bar - self.utility(options)
        mine = frozenset(self.view.state.positions.get(self.view.seat, {}).values())
        cures: list[tuple[int, int, str, str]] = []
        helps: list[tuple[int, int, str, str]] = []
        for clause, gain, option in swaps:
            if gain >= lacking and (not reds or reds == [clause]):
                cures.append((self.leanings[option] + HELD * (option in mine), gain, clause, option))
            else:
                helps.append((gain + (10_000 if clause in reds else 0), 0, clause, option))
        for changes in (cures, helps):
            for _, _, clause, option in sorted(changes, reverse=True):
                if self.brief.sheets.coherent([*(o for o in options if o != clause), option]):
                    return clause, option
        return None
