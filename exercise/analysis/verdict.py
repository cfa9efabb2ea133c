"""What the numbers say about a scenario as an exercise, and what an author can do about it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from attrs import frozen

from exercise.analysis.analysis import Analysis
from exercise.analysis.limits import DEMANDING_BELOW, EASY_ABOVE, FEW, FRAGILE_ABOVE, HARD_BELOW, THIN_BELOW, WIDE_ABOVE
from exercise.analysis.options import OptionUse


class Weight(StrEnum):
    """How much a remark matters: good as it is, worth a thought, or something that spoils the exercise."""

    GOOD = "good"
    ADVICE = "advice"
    PROBLEM = "problem"


class Remark(StrEnum):
    """What can be said about a balance."""

    NO_ZONE = "no zone of agreement"
    HARD = "a very narrow zone"
    DEMANDING = "a narrow zone"
    COMFORTABLE = "a comfortable zone"
    EASY = "an easy zone"
    TOO_WIDE = "far too wide a zone"
    SMALL = "a small space"
    CANNOT_WIN = "a role that cannot win"
    ALWAYS_WINS = "a role that cannot lose"
    THIN = "a role that gains next to nothing"
    HOLD_OUT = "one party holds out most"
    ONE_ANSWER = "an issue with one answer"
    DOMINATED = "a dominated option"
    UNVALUED = "an option that nobody values"
    BARRED = "an issue that red lines close"
    FRAGILE = "a zone that hangs on single numbers"
    CLOSES = "a zone that the days close"
    MOVES = "a zone that the days move"
    UNSCORED = "a party without a score sheet"


@frozen
class Finding:
    """One remark on the parties, issues or options in `about`, with what can be done."""

    remark: Remark
    weight: Weight
    about: tuple[str, ...]
    says: str
    advice: str = ""


_ADVICE: Final = "2 to 5\u00a0% of packages are comfortable for a first class"


def judge(found: Analysis) -> tuple[Finding, ...]:
    """Every remark on an analysis: the zone first, then roles, then options."""
    return (*_zone(found), *_roles(found), *_hold_outs(found), *_options(found))


def _zone(found: Analysis) -> Iterator[Finding]:
    deals, total = found.counts.deals, found.counts.total
    share = f"{deals.share:.2g}\u00a0% of all packages please everybody ({deals.value:,} of {total:,})"
    if deals.high == 0:
        yield _no_zone(found)
    elif total < FEW:
        text = f"{deals.value} of {total} packages please everybody; with so few packages a share says little."
        yield Finding(Remark.SMALL, Weight.GOOD, (), text, "For a longer exercise add an option or an issue.")
    elif deals.share < HARD_BELOW:
        advice = f"{_ADVICE}; lower some reservations or difficulty, or keep it for an exercise that may well fail."
        yield Finding(Remark.HARD, Weight.ADVICE, (), f"Very narrow: {share}. Many groups will fail.", advice)
    elif deals.share < DEMANDING_BELOW:
        advice = f"Good for a class that has bargained before; {_ADVICE}."
        yield Finding(Remark.DEMANDING, Weight.ADVICE, (), f"Narrow: {share}.", advice)
    elif deals.share <= EASY_ABOVE:
        yield Finding(Remark.COMFORTABLE, Weight.GOOD, (), f"Comfortable: {share}.", "Good for a first class.")
    elif deals.share <= WIDE_ABOVE:
        advice = f"{_ADVICE}; raise a reservation or two if groups finish too early."
        yield Finding(Remark.EASY, Weight.ADVICE, (), f"Easy: {share}.", advice)
    else:
        advice = f"There is little to bargain about: raise reservations, or move values further apart; {_ADVICE}."
        yield Finding(Remark.TOO_WIDE, Weight.PROBLEM, (), f"Far too wide: {share}.", advice)
    if found.noise and found.noise.empty > FRAGILE_ABOVE and deals.value:
        text = f"In {found.noise.empty:.0f}\u00a0% of noisy runs no deal is left: the zone hangs on single numbers of the sheets."
        yield Finding(Remark.FRAGILE, Weight.ADVICE, (), text, "Widen the zone a little before relying on it.")

    yield from _days(found)


def _days(found: Analysis) -> Iterator[Finding]:
    """What the days do to the zone if the cards come and nobody answers; where less than half is left, it is worth a thought."""
    first, last = found.counts.deals.value, found.drift.deals.value
    course = "with the cards as planned and no answer to any"
    if first and 2 * last < first:
        left = f"{last:,} of {first:,} deals are left" if last else f"none of {first:,} deals is left"
        advice = "Right for a closing window; else let answers to cards lower what parties need, or soften `drift`."
        yield Finding(
            Remark.CLOSES, Weight.ADVICE, (), f"The days close the zone: {course}, {left} on the last.", advice
        )
    elif last != first:
        how = "narrow" if last < first else "widen" if first else "open"
        text = f"The days {how} the zone: {course}, there are {last:,} deals on the last instead of {first:,}."
        yield Finding(Remark.MOVES, Weight.GOOD, (), text, "What is said and agreed moves it too.")


def _no_zone(found: Analysis) -> Finding:
    """An empty zone; it spoils an exercise unless a rule carries packages without everybody."""
    carried = [rule for rule in found.rules if rule.packages is not None and rule.packages.value]
    if carried:
        told = ", ".join(f"`{rule.id}` carries {rule.packages.value:,}" for rule in carried if rule.packages)
        text = f"No package pleases everybody; {told} of {found.counts.total:,} against the will of some."
        return Finding(
            Remark.NO_ZONE, Weight.ADVICE, (), text, f"Right where some are to be outvoted. {_opening(found)}"
        )
    return Finding(Remark.NO_ZONE, Weight.PROBLEM, (), "No package pleases everybody.", _opening(found))


def _opening(found: Analysis) -> str:
    """The smallest changes that open an empty zone."""
    nearest = found.sensitivity.nearest
    without = [party for party, count in found.sensitivity.absent.items() if count.value]
    told = []
    if nearest is not None and nearest < 0:
        told.append(f"Lowering every reservation by {-nearest:g} points opens it.")
    if without:
        told.append(f"It would not be empty without {' or without '.join(without)}: look at that role first.")
    if not told:
        most = -min(found.sensitivity.together)
        told.append(f"Lower reservations by more than {most} points, or bring values closer together.")
    return " ".join(told)


def _roles(found: Analysis) -> Iterator[Finding]:
    accepted = found.counts.accepted_by
    for party, (low, high) in found.ranges.items():
        need = found.reservations[party]
        if accepted[party].high == 0:
            text = f"{party} cannot win: its best package without a red line is worth {high:g}, and it needs {need:g}."
            yield Finding(
                Remark.CANNOT_WIN, Weight.PROBLEM, (party,), text, "Lower its reservation or lift a red line."
            )
        elif accepted[party].low == found.counts.total or low >= need:
            text = f"{party} cannot lose: its worst package is worth {low:g}, and it needs {need:g}."
            yield Finding(
                Remark.ALWAYS_WINS, Weight.ADVICE, (party,), text, "It has nothing to bargain for: raise its need."
            )
        elif (slack := found.sensitivity.slack[party]) is not None and slack < THIN_BELOW:
            text = f"{party} gains next to nothing: its best deal is {slack:g} points above its reservation."
            yield Finding(Remark.THIN, Weight.ADVICE, (party,), text, "Give it a deal to hope for.")
    for party in found.unscored:
        text = f"{party} has a vote and no score sheet; it is left out here, as if it accepted everything."
        yield Finding(Remark.UNSCORED, Weight.ADVICE, (party,), text, "Write a `sheet` and `weights` into its role.")


def _hold_outs(found: Analysis) -> Iterator[Finding]:
    """The party that alone stands in the way of more than half of the packages that all others accept."""
    held = {party: count.value for party, count in found.counts.hold_outs.items()}
    total = sum(held.values())
    for party, packages in held.items():
        if len(held) > 2 and total >= 10 and 2 * packages > total:
            text = f"{party} alone holds out in {packages:,} of the {total:,} packages that all but one accept."
            advice = "Its role decides the exercise; lower its reservation, or let others have more to refuse."
            yield Finding(Remark.HOLD_OUT, Weight.ADVICE, (party,), text, advice)


def _options(found: Analysis) -> Iterator[Finding]:
    for issue, options in found.issues.items():
        mine = [use for use in found.options if use.issue == issue]
        yield from _choices(found, issue, mine)
        for use in mine:
            yield from _option(use, len(options))


def _choices(found: Analysis, issue: str, uses: Iterable[OptionUse]) -> Iterator[Finding]:
    """An issue whose answer is known before anybody speaks."""
    clean = [use.id for use in uses if not use.barred_by]
    used = [use.id for use in uses if use.deals]
    several = found.listed and found.counts.deals.value > 1 and found.counts.total >= FEW
    if not clean and found.red_lines == "bind":
        text = f"Every option of {issue} crosses somebody's red line: nothing can be agreed."
        yield Finding(Remark.BARRED, Weight.PROBLEM, (issue,), text, "Lift a red line or add an option between.")
    elif len(used) == 1 and several and len(found.issues[issue]) > 1:
        text = f"Every deal has {used[0]} on {issue}: that issue is settled before anybody speaks."
        yield Finding(Remark.ONE_ANSWER, Weight.ADVICE, (issue,), text, "Make a second option worth more to somebody.")


def _option(use: OptionUse, options: int) -> Iterator[Finding]:
    if use.unvalued:
        text = f"Nobody gives anything for {use.id}."
        yield Finding(Remark.UNVALUED, Weight.ADVICE, (use.id,), text, "Let a role value it, or leave it out.")
    elif use.dominated_by and options > 1:
        text = f"{use.id} is dominated: nobody prefers it to {use.dominated_by}, and somebody prefers that."
        yield Finding(Remark.DOMINATED, Weight.ADVICE, (use.id,), text, "Let a role prefer it, or leave it out.")
