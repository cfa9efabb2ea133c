"""The balance of a scenario as a record for scripts: what `--json` prints."""

from collections.abc import Mapping
from typing import Any

from exercise.analysis.analysis import Analysis, Deal
from exercise.analysis.count import Count
from exercise.analysis.counts import Counts
from exercise.analysis.drift import Drift
from exercise.analysis.options import OptionUse
from exercise.analysis.references import Reference
from exercise.analysis.rules import RuleCount
from exercise.analysis.sensitivity import DialSwing, Sensitivity
from exercise.analysis.verdict import Finding, judge


def record(found: Analysis) -> dict[str, Any]:
    """Everything that the text says, as dictionaries and lists of plain values."""
    return {
        "scenario": found.scenario,
        "title": found.title,
        "honesty": found.honesty,
        "red_lines": found.red_lines,
        "weights": found.profile,
        "shift": found.asked.shift,
        "parties": [_party(found, party) for party in found.parties],
        "advisers": dict(found.advisers),
        "unscored": list(found.unscored),
        "issues": {issue: list(options) for issue, options in found.issues.items()},
        "verdict": [_finding(finding) for finding in judge(found)],
        "counts": _counts(found.counts),
        "counts_without_red_lines": _counts(found.unbound),
        "boycotts": [{"for": [a, b], "without": out, "packages": n} for (a, b, out), n in found.boycotts.items()],
        "rules": [_rule(rule) for rule in found.rules],
        "zone": {"listed": found.listed, "deals": [_deal(deal) for deal in found.deals]},
        "frontier": {"inside": found.frontier_inside, "whole": found.frontier},
        "options": [_use(use, found.listed) for use in found.options],
        "references": [_reference(reference) for reference in found.references],
        "sensitivity": _sensitivity(found.sensitivity),
        "dials": [_dial(dial) for dial in found.dials],
        "drift": _drift(found.drift),
        "difficulties": _by(found.difficulties),
        "noise": _noise(found),
        "agenda": _agenda(found),
    }


def _drift(drift: Drift) -> dict[str, Any]:
    return {
        "deck": drift.deck,
        "cards": drift.cards,
        "cards_with_drawn_seats": list(drift.open),
        "dials": {id: {"first": first, "last": last} for id, (first, last) in drift.dials.items()},
        "needs": {
            party: {"first": n.first, "last": n.last, "by_dials": n.by_dials, "by_cards": n.by_cards}
            for party, n in drift.needs.items()
        },
        "deals": _count(drift.deals),
    }


def _party(found: Analysis, party: str) -> dict[str, Any]:
    worst, best = found.ranges[party]
    return {
        "id": party,
        "name": found.parties[party],
        "reservation": found.reservations[party],
        "worst": worst,
        "best": best,
        "slack": found.sensitivity.slack[party],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "remark": finding.remark.name.lower(),
        "weight": str(finding.weight),
        "about": list(finding.about),
        "says": finding.says,
        "advice": finding.advice,
    }


def _rule(rule: RuleCount) -> dict[str, Any]:
    return {
        "id": rule.id,
        "kind": rule.kind,
        "stages": list(rule.stages),
        "presumed": list(rule.presumed),
        "packages": _count(rule.packages),
    }


def _use(use: OptionUse, listed: bool) -> dict[str, Any]:
    return {
        "id": use.id,
        "issue": use.issue,
        "deals": use.deals if listed else None,
        "barred_by": list(use.barred_by),
        "dominated_by": use.dominated_by,
        "unvalued": use.unvalued,
    }


def _dial(dial: DialSwing) -> dict[str, Any]:
    return {"id": dial.id, "name": dial.name, "better": dial.better, "start": dial.start, "deals": _by(dial.sizes)}


def _count(count: Count | None) -> dict[str, Any] | None:
    if count is None:
        return None
    told: dict[str, Any] = {"value": count.value, "share": count.share, "method": str(count.method)}
    return told if count.exact else told | {"low": count.low, "high": count.high}


def _by(counts: Mapping[Any, Count]) -> dict[str, Any]:
    return {str(key): _count(count) for key, count in counts.items()}


def _counts(counts: Counts) -> dict[str, Any]:
    return {
        "packages": counts.total,
        "coherent": counts.coherent,
        "all": _count(counts.zone),
        "deals": _count(counts.deals),
        "all_but_one": _count(counts.all_but_one),
        "by_number": [_count(count) for count in counts.by_number],
        "hold_outs": _by(counts.hold_outs),
        "accepted_by": _by(counts.accepted_by),
        "drawn": counts.drawn or None,
        "coalitions": [
            {"parties": list(c), "packages": n, "coherent": counts.fitting.get(c, 0)}
            for c, n in counts.coalitions.items()
        ],
    }


def _deal(deal: Deal) -> dict[str, Any]:
    return {
        "options": list(deal.options),
        "utilities": dict(deal.utilities),
        "surplus": dict(deal.surplus),
        "least_surplus": deal.least,
        "on_frontier": deal.best,
        "points": list(deal.marks),
        "also_accepted_by": list(deal.welcome),
        "kept_under_noise": deal.kept,
    }


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        "id": reference.id,
        "name": reference.name,
        "options": list(reference.options),
        "utilities": dict(reference.utilities),
        "surplus": dict(reference.surplus),
        "red_lines": {party: list(lines) for party, lines in reference.red_lines.items()},
        "accepted_by": list(reference.accepted_by),
        "open": list(reference.open),
        "coherent": reference.coherent,
        "nearest_deal": list(reference.nearest) or None,
        "changes": reference.changes,
        "steps": reference.steps,
    }


def _sensitivity(moves: Sensitivity) -> dict[str, Any]:
    return {
        "together": _by(moves.together),
        "singly": {party: _by(sizes) for party, sizes in moves.singly.items()},
        "absent": _by(moves.absent),
        "nearest": moves.nearest,
    }


def _noise(found: Analysis) -> dict[str, Any] | None:
    made = found.noise
    if made is None:
        return None
    return {
        "points": made.points,
        "runs": made.runs,
        "seed": made.seed,
        "sizes": {str(size): runs for size, runs in made.sizes.items()},
        "median": made.median,
        "low": made.low,
        "high": made.high,
        "empty": made.empty,
    }


def _agenda(found: Analysis) -> dict[str, Any] | None:
    whole = found.agenda
    if whole is None:
        return None
    most = whole.most_open
    return {
        "issues": list(whole.issues),
        "weights": whole.profile,
        "packages": whole.packages,
        "clean_core": whole.clean_core,
        "clean_rest": whole.clean_rest,
        "deals": _count(whole.deals),
        "openings": whole.openings,
        "kept": whole.kept,
        "core_options": dict(whole.core_options) if whole.core_options is not None else None,
        "most_open": None if most is None else [{"options": list(o.options), "ways": o.ways} for o in most],
    }
