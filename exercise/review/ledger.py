"""Ledgers of an exercise: who moved on what and after what, who spoke how much and after whom, which promises were kept.

A rewind undoes what came after it; what is undone is in no ledger.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from exercise.engine.game import Game
from exercise.model import events as e
from exercise.review.history import standing

_SPOKEN: Final = (e.Spoke, e.Argued, e.Asked, e.Answered, e.Conceded, e.Proposed, e.Amended)
"""Turns on the floor: what counts as speaking."""


@frozen
class Move:
    """A change of position. `after` is the last event before it in which somebody else spoke to the same issue; 0 is none."""

    n: int
    seat: str
    issue: str
    old: str
    new: str
    cause: str
    after: int


def moves(game: Game, events: Sequence[e.Event]) -> list[Move]:
    """Every change of position from one option to another, in order: the ledger of concessions."""
    latest: dict[str, list[tuple[int, str]]] = {}
    found = []
    for event in standing(events):
        body = event.body
        if isinstance(body, e.PositionTaken) and body.old and body.new:
            before = next((n for n, seat in reversed(latest.get(body.issue, ())) if seat != event.seat), 0)
            cause = body.cause or "of its own accord"
            found.append(Move(event.n, event.seat, body.issue, body.old, body.new, cause, before))
        elif issue := _issue(game, body):
            latest.setdefault(issue, []).append((event.n, event.seat))
    return found


def _issue(game: Game, body: e.Body) -> str:
    """The issue that an event speaks to, if it is one."""
    issue = getattr(body, "issue", "")
    if isinstance(issue, str) and issue:
        return issue
    option = getattr(body, "option", "")
    return game.table.issue_of.get(option, "") if isinstance(option, str) else ""


@frozen
class Speech:
    """What one seat said on the floor: turns, words, and minutes of exercise time."""

    seat: str
    turns: int
    words: int
    minutes: int


def speeches(game: Game, events: Sequence[e.Event]) -> list[Speech]:
    """Every seat's part of the talking, in the order of the table; outsiders and empty seats with nothing said are left out."""
    turns: Counter[str] = Counter()
    words: Counter[str] = Counter()
    minutes: Counter[str] = Counter()
    for event in standing(events):
        if isinstance(event.body, _SPOKEN):
            turns[event.seat] += 1
            words[event.seat] += len(str(getattr(event.body, "text", "")).split())
            minutes[event.seat] += event.minutes
    parties = set(game.table.parties)
    return [
        Speech(seat.id, turns[seat.id], words[seat.id], minutes[seat.id])
        for seat in game.scenario.seats
        if turns[seat.id] or seat.id in parties
    ]


def followers(events: Sequence[e.Event]) -> Mapping[tuple[str, str], int]:
    """How often one seat spoke right after another: pairs of (before, after)."""
    found: Counter[tuple[str, str]] = Counter()
    before = ""
    for event in standing(events):
        if isinstance(event.body, _SPOKEN):
            if before and before != event.seat:
                found[(before, event.seat)] += 1
            before = event.seat
    return found


@frozen
class Promise:
    """A side deal that was accepted. `broken` are the events in which a partner acted against what it had promised.

    `kept` are those in which one acted for it afterwards. With neither, the promise was never put to the test.
    """

    id: str
    n: int
    seat: str
    to: str
    give: tuple[str, ...]
    get: tuple[str, ...]
    kept: tuple[int, ...]
    broken: tuple[int, ...]

    @property
    def verdict(self) -> str:
        return "broken" if self.broken else "kept" if self.kept else "not put to the test"


def promises(events: Sequence[e.Event]) -> list[Promise]:
    """The accepted side deals with what became of them."""
    log = standing(events)
    offered = {event.body.id: event for event in log if isinstance(event.body, e.DealOffered)}
    found = []
    for event in log:
        if not isinstance(event.body, e.DealAccepted) or event.body.id not in offered:
            continue
        offer = offered[event.body.id]
        assert isinstance(offer.body, e.DealOffered)
        owes = {offer.seat: offer.body.give, offer.body.to: offer.body.get}
        kept, broken = _after(log, event.n, owes)
        body = offer.body
        found.append(Promise(body.id, event.n, offer.seat, body.to, body.give, body.get, kept, broken))
    return found


def _after(
    log: Sequence[e.Event], since: int, owes: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Events after a deal in which a partner acted for what it owes, and against it."""
    kept: list[int] = []
    broken: list[int] = []
    votes: dict[str, tuple[str, ...]] = {}
    for event in log:
        if isinstance(event.body, e.BallotOpened):
            votes[event.body.id] = event.body.options
        if event.n <= since or event.seat not in owes:
            continue
        for acts_for, options in _stands(event.body, votes):
            if set(options) & set(owes[event.seat]):
                (kept if acts_for else broken).append(event.n)
                break
    return tuple(kept), tuple(broken)


def _stands(body: e.Body, votes: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """For or against which options an event is. A no to a whole package says nothing about one option in it."""
    match body:
        case e.Supported(target=target):
            yield True, (target,)
        case e.PositionTaken(new=new) if new:
            yield True, (new,)
        case e.Argued(side=side, target=target):
            yield side == "for", (target,)
        case e.Opposed(target=target, option=option):
            yield False, (option or target,)
        case e.Voted(ballot=ballot, choice=choice):
            options = votes.get(ballot, ())
            if choice == "yes":
                yield True, options
            elif choice == "no" and len(options) == 1:
                yield False, options
        case _:
            return
