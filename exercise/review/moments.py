"""Where a reviewer wants to go: sessions, ballots, walk-outs, first mentions, findings, marks, and parts of a hundred."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from exercise.engine.game import Game
from exercise.model import events as e
from exercise.plain.narration import name, thing
from exercise.review.desk import Desk

KINDS: Final = ("day", "stage", "news", "text", "ballot", "exit", "settled", "first", "end")
"""What moments can be narrowed down to."""


@frozen
class Moment:
    """A place in the log worth going to: event number, what kind of moment it is, and a short title."""

    n: int
    kind: str
    title: str


def moments(desk: Desk, viewer: str) -> list[Moment]:
    """The moments that a viewer may know of, in order."""
    return list(_moments(desk.game, desk.seen(viewer)))


def _moments(game: Game, events: Sequence[e.Event]) -> Iterator[Moment]:
    mentioned: set[str] = set()
    day = None
    for event in events:
        if isinstance(event.body, e.SessionStarted) and event.body.day != day:
            day = event.body.day
            yield Moment(event.n, "day", f"Day {day}")
        if found := _moment(game, event):
            yield found
        for option in _options(event.body):
            if option in game.table.options and option not in mentioned:
                mentioned.add(option)
                yield Moment(
                    event.n, "first", f"{thing(game, option)} is heard of first, from {name(game, event.seat)}"
                )


def _moment(game: Game, event: e.Event) -> Moment | None:
    body, who = event.body, name(game, event.seat)
    match body:
        case e.StageEntered(title=title):
            return Moment(event.n, "stage", title)
        case e.Injected(inject=card, title=title):
            return Moment(event.n, "news", f"{card} {title}")
        case e.TextTabled(version=version):
            return Moment(event.n, "text", f"The text, version {version}")
        case e.BallotClosed(subject=subject, what=what, passed=passed):
            about = thing(game, subject) if subject else what
            return Moment(event.n, "ballot", f"The vote on {about} is {'carried' if passed else 'lost'}")
        case e.WalkedOut():
            return Moment(event.n, "exit", f"{who} leaves the hall")
        case e.Returned():
            return Moment(event.n, "exit", f"{who} comes back")
        case e.Agreed(option=option):
            return Moment(event.n, "settled", f"Settled: {thing(game, option)}")
        case e.Rewound(day=day, session=session):
            return Moment(event.n, "end", f"Rewound to day {day}, session {session}")
        case e.TalksEnded(success=success):
            return Moment(event.n, "end", f"The talks end {'in agreement' if success else 'without agreement'}")
        case e.Closed():
            return Moment(event.n, "end", "The exercise is closed")
        case _:
            return None


def _options(body: e.Body) -> Iterator[str]:
    """The options that an event names."""
    for field in ("option", "target", "new"):
        value = getattr(body, field, "")
        if isinstance(value, str):
            yield value
    for field in ("options", "give", "get"):
        value = getattr(body, field, ())
        if isinstance(value, tuple):
            yield from value


def find_moment(desk: Desk, viewer: str, wanted: str) -> int | None:
    """The event that somebody asks for: `412`, `40%`, `day 6`, `6.2`, `start`, `end`, a finding, or words of a moment's title."""
    seen = desk.seen(viewer)
    text = wanted.strip().casefold()
    if not seen:
        return None
    if text in ("start", "end"):
        return seen[0].n if text == "start" else seen[-1].n
    if found := re.fullmatch(r"(\d{1,3})(?:\.\d+)?\s*%", text):
        return seen[min(len(seen) - 1, len(seen) * min(100, int(found[1])) // 100)].n
    if found := re.fullmatch(r"(?:day\s+)(\d{1,4})|(\d{1,4})\.(\d{1,2})", text):
        return _session(seen, int(found[1] or found[2]), int(found[3] or 0))
    if re.fullmatch(r"\d{1,9}", text):
        earlier = [event.n for event in seen if event.n <= int(text)]
        return earlier[-1] if earlier else seen[0].n
    return _named(desk, viewer, text)


def _session(seen: Sequence[e.Event], day: int, session: int) -> int | None:
    return next((event.n for event in seen if event.day == day and event.session >= session), None)


def _named(desk: Desk, viewer: str, text: str) -> int | None:
    """The first evidence of a finding, or the first moment with these words."""
    for finding in desk.assessment.findings:
        if finding.id.casefold() == text:
            known = {event.n for event in desk.seen(viewer)}
            return next((n for n in finding.evidence if n in known), None)
    return next((moment.n for moment in moments(desk, viewer) if text and text in moment.title.casefold()), None)


def counts(found: Sequence[Moment]) -> Mapping[str, int]:
    """How many moments there are of each kind."""
    return {kind: sum(moment.kind == kind for moment in found) for kind in KINDS}
