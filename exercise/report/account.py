"""What an after-action report says, gathered from a transcript: what happened, when, who moved, and what it bears out."""

from collections.abc import Mapping, Sequence

from attrs import frozen
from msgspec.structs import replace

from exercise.engine.flow import FlowRow, flow
from exercise.engine.sheets import POINT
from exercise.findings.assessment import Finding
from exercise.model.events import ALL, CONTROL, Event
from exercise.model.scenario import FailureMode
from exercise.plain.narration import label, name, sentence, thing
from exercise.review.desk import ALL_EYES, Desk
from exercise.review.history import Line, distances, positions_by_day, standing, support
from exercise.review.ledger import Move, Promise, Speech, moves, promises, speeches
from exercise.review.moments import Moment, moments
from exercise.review.notes import VERDICTS, Note
from exercise.review.telling import verdict_of


@frozen
class Predicted:
    """A prediction with its verdict in words, its evidence told in short, and what reviewers hold of it."""

    mode: FailureMode
    finding: Finding
    verdict: str
    evidence: tuple[tuple[int, str], ...]
    reviewers: tuple[Note, ...]


@frozen
class Revealed:
    """What a party needed at the end and what the last package on the table was worth to it, on its own scale."""

    name: str
    worth: float
    needed: float


@frozen
class Account:
    """Everything in a report; charts have a value for each of `days`. `scores` are empty where they are left out."""

    desk: Desk
    seats: tuple[tuple[str, str], ...]
    issues: tuple[tuple[str, str], ...]
    timeline: tuple[Moment, ...]
    days: tuple[int, ...]
    dials: tuple[Line, ...]
    support: tuple[tuple[str, tuple[Line, ...]], ...]
    distance: tuple[Line, ...]
    zone: Line
    speech: tuple[Speech, ...]
    moves: tuple[Move, ...]
    promises: tuple[Promise, ...]
    flow: tuple[tuple[str, tuple[FlowRow, ...]], ...]
    predicted: tuple[Predicted, ...]
    scoreboard: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...]
    scores: tuple[Revealed, ...]
    redacted: bool


def account(desk: Desk, notes: Sequence[Note] = (), *, scores: bool = True, redacted: bool = False) -> Account:
    """Gather a report. `redacted` leaves out handles, private words and what was for control; it never shows scores."""
    notes = _nameless(notes) if redacted else notes
    events = [event for event in desk.events if not redacted or event.to == ALL]
    kept = standing(events)
    days = _days(desk, kept)
    held = positions_by_day(events, days)
    table = desk.game.table
    return Account(
        desk=desk,
        seats=_seats(desk, redacted),
        issues=tuple(
            (issue, thing(desk.game, desk.last.agreed.get(issue, "")) or "not settled") for issue in desk.last.issues
        ),
        timeline=tuple(m for m in moments(desk, ALL_EYES) if m.kind != "first" and _may(desk, m.n, redacted)),
        days=days,
        dials=() if redacted else _dials(desk, days),
        support=tuple((i, tuple(line for line in support(desk.game, held, i) if any(line.values))) for i in table.core),
        distance=tuple(distances(desk.game, held, [issue for issue in table.core if issue in desk.last.issues])),
        zone=_zone(desk, days),
        speech=tuple(speeches(desk.game, events)),
        moves=tuple(moves(desk.game, events)),
        promises=() if redacted else tuple(promises(events)),
        flow=tuple((issue, flow(desk.last, issue)) for issue in desk.last.issues),
        predicted=_predicted(desk, events, notes),
        scoreboard=_scoreboard(desk),
        notes=tuple(notes),
        scores=() if redacted or not scores else _scores(desk),
        redacted=redacted,
    )


def _days(desk: Desk, kept: Sequence[Event]) -> tuple[int, ...]:
    first = desk.game.scenario.clock.first_day
    return tuple(range(first, max([first, *(event.day for event in kept)]) + 1))


def _may(desk: Desk, n: int, redacted: bool) -> bool:
    return not redacted or desk.events[desk.index(n) - 1].to == ALL


def _seats(desk: Desk, redacted: bool) -> tuple[tuple[str, str], ...]:
    """Every seat with who played it; a redacted report says only whether that was a person."""

    def who(player: str) -> str:
        kind, _, handle = player.partition(":")
        return {"human": "a person" if redacted else f"{handle or 'a person'}", "bot": "a bot"}.get(kind, kind)

    players = desk.last.players
    return tuple((name(desk.game, seat.id), who(players.get(seat.id, "absent"))) for seat in desk.game.scenario.seats)


def _ends(desk: Desk, days: Sequence[int]) -> list[int]:
    """The number of the last event of each day that still counts."""
    last: dict[int, int] = {}
    for event in standing(list(desk.events)):
        last[event.day] = event.n
    found, n = [], 0
    for day in days:
        n = last.get(day, n)
        found.append(n)
    return found


def _dials(desk: Desk, days: Sequence[int]) -> tuple[Line, ...]:
    states = [desk.state(n) for n in _ends(desk, days)]
    return tuple(
        Line(dial.id, dial.name, tuple(float(state.dials.get(dial.id, dial.start)) for state in states))
        for dial in desk.game.scenario.dials
    )


def _zone(desk: Desk, days: Sequence[int]) -> Line:
    """Packages that all parties could have signed as their sheets stood at the end of each day."""
    sheets = desk.game.table.sheets
    values: list[float | None] = []
    for n in _ends(desk, days):
        held = desk.state(n).reservations
        there = set(sheets.parties) <= set(held)
        values.append(float(len(sheets.zone(held))) if there and sheets.parties else None)
    return Line("zone", "packages acceptable to all", tuple(values))


def _predicted(desk: Desk, events: Sequence[Event], notes: Sequence[Note]) -> tuple[Predicted, ...]:
    known = {event.n: event for event in events}
    found = []
    for mode in desk.game.scenario.findings:
        finding = desk.assessment.finding(mode.id)
        evidence = tuple((n, _short(desk, known[n])) for n in finding.evidence if n in known and known[n].to != CONTROL)
        said = tuple(note for note in notes if note.about == mode.id and note.kind in VERDICTS)
        found.append(Predicted(mode, finding, verdict_of(mode, finding), evidence, said))
    return tuple(found)


def _short(desk: Desk, event: Event) -> str:
    """An event in a few words with its place."""
    head, _ = sentence(desk.game, event)
    return f"{label(desk.game, event)} {head.strip(' *-<>=').rstrip(':') or event.body.kind.replace('_', ' ')}"


def _scoreboard(desk: Desk) -> tuple[tuple[str, str], ...]:
    rows = {row.id: row.question for row in desk.game.scenario.scoreboard}
    return tuple((rows[row.id], ", ".join(row.sources) or "none of them") for row in desk.assessment.scoreboard)


def _scores(desk: Desk) -> tuple[Revealed, ...]:
    sheets, state = desk.game.table.sheets, desk.last
    package = state.final.options if state.final is not None else tuple(state.agreed.values())
    if not package:
        return ()
    return tuple(
        Revealed(name(desk.game, seat), sheets.utility(seat, package) / POINT, state.reservations.get(seat, 0.0))
        for seat in sheets.scored
    )


def _nameless(notes: Sequence[Note]) -> list[Note]:
    """Notes with reviewers by number in the place of their handles."""
    authors: Mapping[str, str] = {
        author: f"reviewer {n}" for n, author in enumerate(sorted({n.author for n in notes}), 1)
    }
    return [replace(note, author=authors[note.author]) for note in notes]
