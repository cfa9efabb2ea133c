"""The balance of a scenario as a record for scripts: what `--json` prints."""

from collections.abc import Mapping
from typing import Any

from exercise.analysis.analysis import Analysis
from exercise.analysis.count import Count
from exercise.analysis.counts import Counts
from exercise.analysis.verdict import judge


def record(found: Analysis) -> dict[str, Any]:
    """Everything that the text says, as dictionaries and lists of plain values."""
    return {
        "scenario": found.scenario,
        "title": found.title,
        "honesty": found.honesty,
        "red_lines": found.red_lines,
        "weights": found.profile,
        "shift": found.asked.shift,
        "parties": [
            {
                "id": party,
                "name": name,
                "reservation": found.reservations[party],
                "worst": found.ranges[party][0],
                "best": found.ranges[party][1],
                "slack": found.sensitivity.slack[party],
            }
            for party, name in found.parties.items()
        ],
        "advisers": dict(found.advisers),
        "unscored": list(found.unscored),
        "issues": {issue: list(options) for issue, options in found.issues.items()},
        "verdict": [
            {
                "remark": f.remark.name.lower(),
                "weight": str(f.weight),
                "about": list(f.about),
                "says": f.says,
                "advice": f.advice,
            }
            for f in judge(found)
        ],
        "counts": _counts(found.counts),
        "counts_without_red_lines": _counts(found.unbound),
        "boycotts": [{"for": [a, b], "without": out, "packages": n} for (a, b, out), n in found.boycotts.items()],
        "rules": [
            {
                "id": rule.id,
                "kind": rule.kind,
                "stages": list(rule.stages),
                "presumed": list(rule.presumed),
                "packages": _count(rule.packages),
            }
            for rule in found.rules
        ],
        "zone": _zone(found),
        "frontier": {"inside": found.frontier_inside, "whole": found.frontier},
        "options": [
            {
                "id": use.id,
                "issue": use.issue,
                "deals": use.deals if found.listed else None,
                "barred_by": list(use.barred_by),
                "dominated_by": use.dominated_by,
                "unvalued": use.unvalued,
            }
            for use in found.options
        ],
        "references": [_reference(found, n) for n in range(len(found.references))],
        "sensitivity": _sensitivity(found),
        "dials": [
            {"id": d.id, "name": d.name, "better": d.better, "start": d.start, "deals": _by(d.sizes)}
            for d in found.dials
        ],
        "difficulties": {name: _count(count) for name, count in found.difficulties.items()},
        "noise": _noise(found),
        "agenda": _agenda(found),
    }


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


def _zone(found: Analysis) -> dict[str, Any]:
    return {
        "listed": found.listed,
        "deals": [
            {
                "options": list(deal.options),
                "utilities": dict(deal.utilities),
                "surplus": dict(deal.surplus),
                "least_surplus": deal.least,
                "on_frontier": deal.best,
                "points": list(deal.marks),
                "also_accepted_by": list(deal.welcome),
                "kept_under_noise": deal.kept,
            }
            for deal in found.deals
        ],
    }


def _reference(found: Analysis, number: int) -> dict[str, Any]:
    ref = found.references[number]
    return {
        "id": ref.id,
        "name": ref.name,
        "options": list(ref.options),
        "utilities": dict(ref.utilities),
        "surplus": dict(ref.surplus),
        "red_lines": {party: list(lines) for party, lines in ref.red_lines.items()},
        "accepted_by": list(ref.accepted_by),
        "open": list(ref.open),
        "coherent": ref.coherent,
        "nearest_deal": list(ref.nearest) or None,
        "changes": ref.changes,
        "steps": ref.steps,
    }


def _sensitivity(found: Analysis) -> dict[str, Any]:
    moves = found.sensitivity
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
