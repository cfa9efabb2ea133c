"""How an exercise went over its days, from what somebody heard: support for options, and how far the parties stood apart."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from attrs import frozen

from exercise.engine.game import Game
from exercise.model import events as e

Held = Mapping[str, Mapping[str, str]]
"""For each seat the option it is on record for, by issue."""


@frozen
class Line:
    """One line of a chart: its value at the end of each day, None where there was none yet."""

    id: str
    title: str
    values: tuple[float | None, ...]

    @property
    def last(self) -> float | None:
        return self.values[-1] if self.values else None


def standing(events: Sequence[e.Event]) -> list[e.Event]:
    """The events that still count: what a rewind undid is left out."""
    kept: list[e.Event] = []
    for event in events:
        if isinstance(event.body, e.Rewound):
            to = (event.body.day, event.body.session)
            kept = [past for past in kept if (past.day, past.session) < to]
        else:
            kept.append(event)
    return kept


def first_positions(events: Sequence[e.Event]) -> dict[str, dict[str, str]]:
    """What each seat went on record for at first, by issue."""
    held: dict[str, dict[str, str]] = {}
    for event in standing(events):
        if isinstance(event.body, e.PositionTaken) and event.body.new:
            held.setdefault(event.seat, {}).setdefault(event.body.issue, event.body.new)
    return held


def positions_by_day(events: Sequence[e.Event], days: Sequence[int]) -> list[Held]:
    """Who was on record for what at the end of each of these days."""
    held: dict[str, dict[str, str]] = {}
    taken = [event for event in standing(events) if isinstance(event.body, e.PositionTaken)]
    found: list[Held] = []
    at = 0
    for day in days:
        while at < len(taken) and taken[at].day <= day:
            body = taken[at].body
            if isinstance(body, e.PositionTaken):
                held.setdefault(taken[at].seat, {})[body.issue] = body.new
            at += 1
        found.append({seat: dict(mine) for seat, mine in held.items()})
    return found


def support(game: Game, held: Sequence[Held], issue: str) -> list[Line]:
    """For each option of an issue, how many seats were on record for it."""
    return [
        Line(
            option.id, option.title, tuple(float(sum(mine.get(issue) == option.id for mine in day.values())) for day in held)
        )
        for option in game.table.issues[issue].options
    ]  # fmt: skip


def distances(game: Game, held: Sequence[Held], issues: Sequence[str]) -> list[Line]:
    """For each issue, how far apart the parties on record stood, in percent of the way from its first option to its last.

    Options of an issue are ordered along its dimension, except those that only postpone it: they stand nowhere.
    """
    return [Line(id, game.table.title(id), tuple(_distance(game, day, id) for day in held)) for id in issues]


def _distance(game: Game, held: Held, issue: str) -> float | None:
    scale = [option.id for option in game.table.issues[issue].options if not option.deferral]
    places = [scale.index(o) for p in game.table.parties if (o := held.get(p, {}).get(issue, "")) in scale]
    pairs = list(combinations(places, 2))
    if not pairs or len(scale) < 2:
        return None
    return 100 * sum(abs(a - b) for a, b in pairs) / len(pairs) / (len(scale) - 1)
