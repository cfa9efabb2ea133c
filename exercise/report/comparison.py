"""Groups of one class side by side: how each ended, who moved, which predictions came true, and what was left on the table."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from attrs import frozen

from exercise.analysis.space import Space, space_of
from exercise.engine.sheets import POINT
from exercise.findings.assessment import Verdict
from exercise.model.events import TalksEnded
from exercise.review.desk import Desk
from exercise.review.ledger import moves, promises, speeches
from exercise.review.notes import Note


@frozen
class Group:
    """One exercise of a comparison. `turning` are the events that reviewers marked as turning points.

    `missed` counts, after an agreement, the packages that no party would like less than it and somebody would like more (None
    without a whole package or sheets, or where there are too many to look at); after talks that failed, those that all parties
    would have signed as they stood at the end.
    `nearest` is the reference package with the fewest differences and how many there are.
    """

    name: str
    outcome: str
    day: int
    events: int
    agreed: dict[str, str]
    moved: tuple[tuple[str, int], ...]
    loudest: tuple[str, int]
    kept: int
    broken: int
    verdicts: dict[str, Verdict]
    nearest: tuple[str, int]
    success: bool
    missed: int | None
    gains: dict[str, float]
    turning: tuple[int, ...]


def group(desk: Desk, notes: Sequence[Note] = ()) -> Group:
    """What one exercise looks like beside others."""
    state = desk.last
    ended = [event.day for event in desk.events if isinstance(event.body, TalksEnded)]
    moved = Counter(move.seat for move in moves(desk.game, desk.events))
    said = max(speeches(desk.game, desk.events), key=lambda speech: speech.words, default=None)
    words = sum(speech.words for speech in speeches(desk.game, desk.events)) or 1
    deals = promises(desk.events)
    package = state.final.options if state.final is not None else tuple(state.agreed.values())
    return Group(
        name=desk.path.name,
        outcome=desk.assessment.outcome.name,
        day=ended[-1] if ended else state.day,
        events=len(desk.events),
        agreed={issue: state.agreed.get(issue, "") for issue in desk.game.table.core},
        moved=tuple(moved.most_common(3)),
        loudest=(said.seat, round(100 * said.words / words)) if said is not None else ("", 0),
        kept=sum(deal.verdict == "kept" for deal in deals),
        broken=sum(deal.verdict == "broken" for deal in deals),
        verdicts={finding.id: finding.verdict for finding in desk.assessment.findings},
        nearest=_nearest(desk, package),
        missed=_better(desk, package) if state.success else len(desk.game.table.sheets.zone(state.reservations)),
        success=state.success,
        gains=_gains(desk, package),
        turning=tuple(note.first for note in notes if note.kind == "turning"),
    )


def _nearest(desk: Desk, package: Sequence[str]) -> tuple[str, int]:
    """The reference package that differs least from what was on the table last."""
    core = len(desk.game.table.core)
    found = [
        (core - len(set(package) & set(reference.options)), reference.id)
        for reference in desk.game.scenario.reference_packages
    ]
    far, id = min(found, default=(0, ""))
    return id, far


def _gains(desk: Desk, package: Sequence[str]) -> dict[str, float]:
    """What a package leaves each party above what it needed at the end, in points of its own scale."""
    sheets, state = desk.game.table.sheets, desk.last
    if not package:
        return {}
    return {
        party: round(sheets.utility(party, package) / POINT - state.reservations.get(party, 0.0), 2)
        for party in sheets.parties
    }


def _better(desk: Desk, package: Sequence[str]) -> int | None:
    space = space_of(desk.game.scenario)
    whole = {desk.game.table.issue_of.get(option) for option in package} >= set(space.issues)
    if not space.parties or not whole or not space.listable:
        return None
    worth, here = _worths(space, package)
    as_good = (worth >= here[:, None]).all(axis=0)
    better = (worth > here[:, None]).any(axis=0)
    return int((as_good & better & space.coherent).sum())


def _worths(space: Space, package: Sequence[str]) -> "tuple[np.ndarray, np.ndarray]":
    """What every package is worth to each party, and what this one is."""
    worth = np.stack([space.utilities(party) for party in range(len(space.parties))])
    at = 0
    for options in space.options:
        at = at * len(options) + next(n for n, option in enumerate(options) if option in package)
    return worth, worth[:, at]
