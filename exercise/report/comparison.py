"""Groups of one class side by side: how each ended, who moved, which predictions came true, and what was left on the table."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import prod
from pathlib import Path

import numpy as np
from attrs import frozen

from exercise.analysis.space import space_of
from exercise.engine.sheets import POINT
from exercise.findings.assessment import Verdict
from exercise.model import events as e
from exercise.review.desk import Desk
from exercise.review.history import standing
from exercise.review.ledger import moves, promises, speeches
from exercise.review.notes import Note


@frozen
class Left:
    """What the last package was worth beside what could have been had, as the sheets stood at the end.

    `gains` are points above what each party needed, on its own scale. `joint` is the geometric mean of the parties' gains in
    percent of the best that the zone of agreement allowed: a ratio of Nash products, so that no scales are added or compared;
    None without a package, a zone or anything to gain. `missed` counts, after an agreement, the packages that no party would
    like less than it and somebody would like more (None without a whole package or sheets, or where there are too many to look
    at: on the Pareto frontier it is 0); after talks that failed, those that all parties would have signed.
    """

    gains: Mapping[str, float]
    joint: int | None
    missed: int | None


@frozen
class Group:
    """One exercise of a comparison. Days are None for what never happened.

    `moved` are changes of position and `words` percent of the words on the floor, by seat. `references` says for each
    reference package on how many issues the last package differs from it; `nearest` is the nearest of them. `turning` are the
    events that reviewers marked as turning points.
    """

    name: str
    outcome: str
    success: bool
    day: int
    events: int
    agreed: Mapping[str, str]
    days: Mapping[str, int | None]
    walkouts: int
    moved: Mapping[str, int]
    words: Mapping[str, int]
    kept: int
    broken: int
    verdicts: Mapping[str, Verdict]
    references: Mapping[str, int]
    nearest: str
    left: Left
    turning: tuple[int, ...]


def compare(opened: Sequence[tuple[Desk, Sequence[Note]]]) -> tuple[Group, ...]:
    """Every exercise beside the others, under names that tell them apart."""
    names = distinct([desk.path for desk, _ in opened])
    return tuple(group(desk, notes, name) for (desk, notes), name in zip(opened, names, strict=True))


def distinct(paths: Sequence[Path]) -> list[str]:
    """File names, with as many of their folders as it takes to tell them apart."""
    parts = [path.resolve().parts for path in paths]
    for length in range(1, max(map(len, parts), default=1) + 1):
        names = ["/".join(part[-length:]) for part in parts]
        if len(set(names)) == len(set(parts)):
            break
    return names


def group(desk: Desk, notes: Sequence[Note] = (), name: str = "") -> Group:
    """What one exercise looks like beside others."""
    state, log = desk.last, standing(desk.events)
    package = state.final.options if state.final is not None else tuple(state.agreed.values())
    said = speeches(desk.game, desk.events)
    words = sum(speech.words for speech in said) or 1
    deals = promises(desk.events)
    ended = [event.day for event in log if isinstance(event.body, e.TalksEnded)]
    references = _references(desk, package)
    return Group(
        name=name or desk.path.name,
        outcome=desk.assessment.outcome.name,
        success=state.success,
        day=ended[-1] if ended else state.day,
        events=len(desk.events),
        agreed={issue: state.agreed.get(issue, "") for issue in desk.game.table.core},
        days={
            "first change of position": _first(log, lambda body: isinstance(body, e.PositionTaken) and body.old and body.new),
            "first text on the table": _first(log, lambda body: isinstance(body, e.TextTabled)),
            "first walk-out": _first(log, lambda body: isinstance(body, e.WalkedOut)),
            "first issue settled": _first(log, lambda body: isinstance(body, e.Agreed)),
            "end of the talks": ended[-1] if ended else None,
        },
        walkouts=sum(isinstance(event.body, e.WalkedOut) for event in log),
        moved=Counter(move.seat for move in moves(desk.game, desk.events)),
        words={speech.seat: round(100 * speech.words / words) for speech in said},
        kept=sum(deal.verdict == "kept" for deal in deals),
        broken=sum(deal.verdict == "broken" for deal in deals),
        verdicts={finding.id: finding.verdict for finding in desk.assessment.findings},
        references=references,
        nearest=min(references, key=lambda id: references[id], default=""),
        left=_left(desk, package),
        turning=tuple(note.first for note in notes if note.kind == "turning"),
    )  # fmt: skip


def _first(log: Iterable[e.Event], wanted: Callable[[e.Body], object]) -> int | None:
    """The day of the first event that is wanted."""
    return next((event.day for event in log if wanted(event.body)), None)


def _references(desk: Desk, package: Sequence[str]) -> dict[str, int]:
    """On how many issues a package differs from each reference package."""
    if not package:
        return {}
    core = len(desk.game.table.core)
    return {
        reference.id: core - len(set(package) & set(reference.options))
        for reference in desk.game.scenario.reference_packages
    }


def _left(desk: Desk, package: Sequence[str]) -> Left:
    sheets, state = desk.game.table.sheets, desk.last
    if not set(sheets.parties) <= set(state.reservations):
        return Left({}, None, None)
    zone = sheets.zone(state.reservations) if sheets.parties else ()
    gains = _gains(desk, package) if package else {}
    return Left(
        gains=gains,
        joint=_joint(gains, [_gains(desk, deal) for deal in zone]) if gains and zone else None,
        missed=_better(desk, package) if state.success else len(zone),
    )


def _gains(desk: Desk, package: Sequence[str]) -> dict[str, float]:
    """What a package leaves each party above what it needed at the end, in points of its own scale."""
    sheets, needed = desk.game.table.sheets, desk.last.reservations
    return {party: round(sheets.utility(party, package) / POINT - needed[party], 2) for party in sheets.parties}


def _joint(gains: Mapping[str, float], deals: Sequence[Mapping[str, float]]) -> int | None:
    """Percent of the best geometric mean of gains among deals; parties that no deal gives anything are left aside."""
    able = [party for party in gains if any(deal[party] > 0 for deal in deals)]
    best = max(prod(max(0.0, deal[party]) for party in able) for deal in deals) if able else 0.0
    if not best:
        return None
    share: float = (prod(max(0.0, gains[party]) for party in able) / best) ** (1 / len(able))
    return round(100 * share)


def _better(desk: Desk, package: Sequence[str]) -> int | None:
    """How many packages are better than this one for somebody and worse for nobody."""
    space = space_of(desk.game.scenario)
    whole = {desk.game.table.issue_of.get(option) for option in package} >= set(space.issues)
    if not whole or not space.parties or not space.listable:
        return None
    worth = np.stack([space.utilities(party) for party in range(len(space.parties))])
    at = 0
    for options in space.options:
        at = at * len(options) + next(n for n, option in enumerate(options) if option in package)
    here = worth[:, at, None]
    as_good, better = (worth >= here).all(axis=0), (worth > here).any(axis=0)
    return int(np.count_nonzero(as_good & better & space.coherent))
