"""Where a reviewer wants to go, as people write it: `412`, `40%`, `day 6`, `6.2`, `end`, a finding, an option, words."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from exercise.model import events as e
from exercise.plain.ids import find
from exercise.review.desk import Desk
from exercise.review.moments import moments


def find_moment(desk: Desk, viewer: str, wanted: str) -> int | None:
    """The number of the event that somebody asks for, among those that the viewer may know of; None where there is none."""
    seen = desk.seen(viewer)
    text = wanted.strip().casefold()
    if not seen or not text:
        return None
    if text in ("start", "end"):
        return seen[0].n if text == "start" else seen[-1].n
    if found := re.fullmatch(r"(\d{1,3})(?:\.\d+)?\s*%", text):
        return seen[min(len(seen) - 1, len(seen) * min(100, int(found[1])) // 100)].n
    if found := re.fullmatch(r"(?:day\s+)(\d{1,4})|(\d{1,4})\.(\d{1,2})", text):
        return _session(seen, int(found[1] or found[2]), int(found[3] or 0))
    if re.fullmatch(r"\d{1,9}", text):
        return before(seen, int(text))
    return _named(desk, viewer, text)


def before(seen: Sequence[e.Event], n: int) -> int:
    """The number of the last of some events that is not after event `n`; of the first where all are."""
    at = bisect_right(seen, n, key=lambda event: event.n)
    return seen[max(0, at - 1)].n


def _session(seen: Sequence[e.Event], day: int, session: int) -> int | None:
    return next((event.n for event in seen if event.day == day and event.session >= session), None)


def _named(desk: Desk, viewer: str, text: str) -> int | None:
    """The first evidence of a finding, the first mention of an option, or the first moment with these words."""
    if mode := find(text, [mode.id for mode in desk.game.scenario.findings]):
        known = {event.n for event in desk.seen(viewer)}
        return next((n for n in desk.assessment.finding(mode).evidence if n in known), None)
    words = text.removeprefix("first ").strip()
    known_moments = moments(desk, viewer)
    if option := find(words, desk.game.table.options):
        return next((m.n for m in known_moments if m.kind == "first" and m.title.split()[0] == option), None)
    return next((moment.n for moment in known_moments if text in moment.title.casefold()), None)
