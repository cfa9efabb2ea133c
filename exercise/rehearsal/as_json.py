"""A rehearsal for scripts. The same seeds give the same text, whoever played them."""

from collections.abc import Sequence
from typing import Any

from exercise.rehearsal.conditions import Variation
from exercise.rehearsal.interval import Rate
from exercise.rehearsal.tally import OPEN, Card, Tally


def as_json(variations: Sequence[Variation], tallies: Sequence[Tally], first_seed: int, stopped: str) -> dict[str, Any]:
    """All cases with counts, shares and their 95 % intervals (from 0 to 1)."""
    return {
        "scenario": variations[0].case.scenario.id,
        "first_seed": first_seed,
        "complete": not stopped,
        "cases": [_case(*pair) for pair in zip(variations, tallies, strict=True)],
    }


def _case(variation: Variation, tally: Tally) -> dict[str, Any]:
    issues: dict[str, dict[str, int]] = {}
    for (issue, option), count in sorted(tally.issues.items()):
        issues.setdefault(issue, {})["" if option == OPEN else option] = count
    agreed_on: dict[str, dict[str, int]] = {}
    for (issue, day), count in sorted(tally.agreed_on.items()):
        agreed_on.setdefault(issue, {})[str(day)] = count
    findings: dict[str, dict[str, int]] = {}
    for (id, verdict), count in sorted(tally.findings.items()):
        findings.setdefault(id, {})[verdict] = count
    return {
        "conditions": {condition.what: condition.value for condition in variation.conditions},
        "runs": tally.runs,
        "settled": _rate(Rate(tally.successes, tally.runs)),
        "outcomes": {
            id: {**_rate(Rate(count, tally.runs)), "seeds": list(tally.examples[id])}
            for id, count in sorted(tally.outcomes.items())
        },
        "days": {str(day): count for day, count in sorted(tally.days.items())},
        "issues": issues,
        "agreed_on": agreed_on,
        "findings": findings,
        "cards": {id: _card(card) for id, card in sorted(tally.cards.items())},
        "events": tally.events,
        "walkouts": tally.walkouts,
        "refused": tally.refused,
    }


def _card(card: Card) -> dict[str, Any]:
    """`points` and `dials` are sums over the exercises in which the card came."""
    return {
        "came": card.came,
        "settled": card.settled,
        "points": card.points / 100,
        "dials": card.dials / 100,
        "walkouts": card.walkouts,
        "choices": {
            id: {"count": count, "settled": card.settled_after.get(id, 0)} for id, count in sorted(card.choices.items())
        },
    }


def _rate(rate: Rate) -> dict[str, Any]:
    low, high = rate.interval
    return {"count": rate.count, "share": round(rate.share, 6), "interval": [round(low, 6), round(high, 6)]}
