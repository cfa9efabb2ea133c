"""A rehearsal in words and bars, for a teacher who wants to know how a scenario plays before the class does."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from exercise.model.scenario import Choice, Scenario
from exercise.plain.wrapping import pad, width, wrap
from exercise.rehearsal.conditions import Variation
from exercise.rehearsal.interval import Rate
from exercise.rehearsal.tally import OPEN, Card, Tally

CAUTION: Final = (
    "Bots bargain by rules of thumb, and scores, dials and thresholds are judgements of the authors. These rates say how the "
    "scenario plays when nobody surprises it; they predict neither a class nor history."
)
_BAR: Final = 13
_NAME: Final = 27
_CARD: Final = 34


def told(variation: Variation, tally: Tally, first_seed: int) -> list[str]:
    """Everything about one case."""
    scenario = variation.case.scenario
    lines = [f"== Rehearsal: {scenario.title} =="]
    seeds = f"{tally.runs:,} {'exercise' if tally.runs == 1 else 'exercises'} by bots, seeds from {first_seed}"
    lines += [*wrap(f"{seeds}, {variation.title}."), *wrap(CAUTION), ""]
    if not tally.runs:
        return [*lines, "Nothing was played."]
    for part in (_outcomes, _days, _issues, _predictions, _cards):
        lines += part(scenario, tally)
    per = [f"{tally.events / tally.runs:,.0f} events", f"{tally.walkouts / tally.runs:.1f} walk-outs"]
    lines += ["", f"An exercise has {' and '.join(per)} on average."]
    if tally.refused:
        lines += wrap(f"{tally.refused} moves of bots were refused; that is a fault of the bots worth reporting.")
    return lines


def compared(variations: Sequence[Variation], tallies: Sequence[Tally]) -> list[str]:
    """The cases of a rehearsal side by side, each held against the first."""
    first = _settled(tallies[0])
    scenario = variations[0].case.scenario
    runs = max(tally.runs for tally in tallies)
    lines = [f"== Conditions compared: {scenario.title} =="]
    lines += [*wrap(f"{runs:,} exercises of each row, the same seeds in all."), *wrap(CAUTION), ""]
    names = [variation.title for variation in variations]
    room = min(_NAME, max(map(width, names)))
    lines.append(f"{pad('conditions', room)}  settled  95 % interval  walk-outs  most frequent outcome")
    for variation, tally in zip(variations, tallies, strict=True):
        rate, outcomes = _settled(tally), {o.id: o.name for o in variation.case.scenario.outcomes}
        most = max(tally.outcomes, key=lambda id: (tally.outcomes[id], id), default="")
        outs = f"{tally.walkouts / tally.runs:.1f}" if tally.runs else "-"
        mark = "*" if rate.apart_from(first) else " "
        title = wrap(variation.title, columns=room)
        lines.append(
            f"{pad(title[0], room)}  {_percent(rate.share):>6}{mark}  {_between(rate):<13}  {outs:>9}  {outcomes.get(most, most)}"
        )
        lines += title[1:]
    if any(_settled(tally).apart_from(first) for tally in tallies):
        lines += [
            "",
            *wrap("* differs from the first row by more than chance explains well: the intervals do not touch."),
        ]
    return lines


def _settled(tally: Tally) -> Rate:
    return Rate(tally.successes, tally.runs)


def _percent(share: float) -> str:
    """A share in whole percent; little is not nothing, and nearly all not all."""
    if 0 < share < 0.01:
        return "<1 %"
    if 0.99 < share < 1:
        return ">99 %"
    return f"{share:.0%}".replace("%", " %")


def _between(rate: Rate) -> str:
    low, high = rate.interval
    return f"{low * 100:.0f} to {high * 100:.0f} %"


def _bar(share: float) -> str:
    """A bar that shows anything above nothing."""
    full = max(1, round(share * _BAR)) if share else 0
    return pad("█" * full, _BAR)


def _row(name: str, rate: Rate, more: str = "") -> list[str]:
    title = wrap(name, columns=_NAME) or [""]
    row = f"  {pad(title[0], _NAME)} {_bar(rate.share)} {_percent(rate.share):>5}  {_between(rate):<13} {more}"
    return [row.rstrip(), *(f"  {line}" for line in title[1:])]


def by_count(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The most frequent first."""
    return sorted(counts, key=lambda entry: (-entry[1], entry[0]))


def _outcomes(scenario: Scenario, tally: Tally) -> list[str]:
    names = {outcome.id: outcome.name for outcome in scenario.outcomes}
    lines = ["Outcomes, with the 95 % interval and seeds to open"]
    for id, count in by_count(tally.outcomes.items()):
        seeds = ", ".join(map(str, tally.examples[id]))
        lines += _row(names.get(id, id), Rate(count, tally.runs), seeds)
    if len(tally.outcomes) == 1 and tally.runs > 1:
        lines += [
            "",
            *wrap(
                "Every exercise ended in the same way. Try --vary difficulty=-2,2, or look at the balance: exercise analyse."
            ),
        ]
    return lines


def _days(scenario: Scenario, tally: Tally) -> list[str]:
    if not tally.days:
        return ["", "No exercise ended in an agreement."]
    lines = ["", f"Days to agreement, in {tally.successes} agreements"]
    for day, count in sorted(tally.days.items()):
        lines += _row(f"day {day}", Rate(count, tally.successes))
    return lines


def _issues(scenario: Scenario, tally: Tally) -> list[str]:
    titles = {option.id: f"{option.id} {option.title}" for issue in scenario.issues for option in issue.options}
    lines = ["", "What stood agreed at the end, issue by issue"]
    for issue in scenario.issues:
        found = [(option, count) for (id, option), count in tally.issues.items() if id == issue.id]
        there = sum(count for _, count in found)
        if not there:
            continue
        days = {day: count for (id, day), count in tally.agreed_on.items() if id == issue.id}
        when = f", settled on day {_span(days)}" if days else ""
        lines += wrap(f"{issue.id} {issue.title}{when}", " ", "   ")
        for option, count in by_count(found):
            lines += _row("not settled" if option == OPEN else titles.get(option, option), Rate(count, there))
    return lines


def _span(days: Mapping[int, int]) -> str:
    """The first and the last day, and the one in the middle."""
    ordered = [day for day, count in sorted(days.items()) for _ in range(count)]
    first, middle, last = ordered[0], ordered[len(ordered) // 2], ordered[-1]
    return f"{first}" if first == last else f"{first} to {last}, mostly by {middle}"


def _predictions(scenario: Scenario, tally: Tally) -> list[str]:
    lines = []
    for kind, title, yes, no in (
        ("failure", "Predicted failures", "occurred", "averted"),
        ("success", "Conditions of success", "met", "missed"),
    ):
        modes = [mode for mode in scenario.findings if mode.kind == kind]
        if not modes:
            continue
        lines += ["", f"{pad(title, 46)}{yes:>9}{no:>9}  not seen"]
        for mode in modes:
            shares = [
                _percent(tally.findings.get((mode.id, verdict), 0) / tally.runs)
                for verdict in ("occurred", "averted", "not_observable")
            ]
            name = wrap(f"{mode.id} {mode.name}", columns=43)
            lines.append(f"  {pad(name[0], 44)}{shares[0]:>9}{shares[1]:>9}{shares[2]:>10}")
            lines += [f"    {line}" for line in name[1:]]
    return lines


def _cards(scenario: Scenario, tally: Tally) -> list[str]:
    """What each card does to the talks. That it came before a failure does not mean that it brought it about."""
    rows = [(inject, tally.cards[inject.id]) for inject in scenario.injects if inject.id in tally.cards]
    if not rows:
        return []
    head = f"{'came':>5}{'points':>8}{'dials':>7}{'walk-outs':>11}{'settled':>9}"
    lines = ["", f"{pad('Cards', _CARD + 2)}{head}"]
    for inject, card in sorted(rows, key=lambda row: (-abs(row[1].points) / row[1].came, row[0].id)):
        title = wrap(f"{inject.id} {inject.title}", columns=_CARD)
        figures = f"{_percent(card.came / tally.runs):>5}{card.points / card.came / 100:>+8.1f}"
        figures += f"{card.dials / card.came / 100:>7.0f}{card.walkouts / card.came:>11.2f}"
        figures += f"{_percent(card.settled / card.came):>9}"
        lines.append(f"  {pad(title[0], _CARD)}{figures}")
        lines += [f"    {line}" for line in title[1:]]
        if inject.choice is not None and len(card.choices) > 1:
            lines += _choices(inject.choice, card)
    note = (
        "points: what the card and the answer to it add to what all parties together need, on average; dials: how far it moves "
        "dials; walk-outs: until the end of the next session; settled: share of talks that succeeded. To see what a card brings "
        "about, compare with and without it: --vary card.ID=on,off."
    )
    return [*lines, *wrap(note, "  ", "  ")]


def _choices(choice: Choice, card: Card) -> list[str]:
    """What was decided, where it was not always the same."""
    titles = {option.id: option.title for option in choice.options}
    lines = []
    for id, count in by_count(card.choices.items()):
        settled = _percent(card.settled_after.get(id, 0) / count)
        lines.append(
            f"    {pad(titles.get(id, id)[: _CARD - 2], _CARD - 2)}{_percent(count / card.came):>5}{'':26}{settled:>9}"
        )
    return lines
