"""What an after-action report says, gathered from a transcript: what happened, when, who moved, and what it bears out."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen
from msgspec.structs import replace

from exercise.engine.flow import FlowRow, flow
from exercise.engine.sheets import POINT
from exercise.findings.assessment import Finding
from exercise.model.events import ALL, FACILITATOR, Event, TextTabled
from exercise.model.scenario import FailureMode
from exercise.plain.narration import name, thing
from exercise.report.cited import Cited, cite
from exercise.report.lessons import Improvement, Lesson, Matter, improvements, lessons
from exercise.report.redaction import Redaction, redaction
from exercise.review.desk import ALL_EYES, Desk
from exercise.review.history import Held, Line, distances, positions_by_day, standing, support
from exercise.review.ledger import Move, Promise, Speech, moves, promises, speeches
from exercise.review.moments import Moment, moments
from exercise.review.notes import VERDICTS, Note
from exercise.review.telling import verdict_of


@frozen
class Predicted:
    """A prediction with its verdict in words, the numbers of its evidence, and what reviewers hold of it.

    `claims` are the ids and words of the claims that predict it; `kept_back` counts evidence that the report does not tell.
    """

    mode: FailureMode
    finding: Finding
    verdict: str
    claims: tuple[tuple[str, str], ...]
    evidence: tuple[int, ...]
    kept_back: int
    reviewers: tuple[Note, ...]


@frozen
class Contested:
    """A question on which the sources differ: what each says, which of them this exercise bears out, and the events for it."""

    id: str
    question: str
    says: tuple[tuple[str, str], ...]
    borne_out: tuple[str, ...]
    evidence: tuple[int, ...]


@frozen
class LastPackage:
    """The last package on the table: the event that put it there, its options by issue, and the final vote, if there was one."""

    n: int
    adopted: bool
    options: tuple[tuple[str, str], ...]
    votes: tuple[tuple[str, str], ...]


@frozen
class Revealed:
    """What a party needed at the end and what the last package on the table was worth to it, on its own scale."""

    name: str
    worth: float
    needed: float


@frozen
class Account:
    """Everything in a report; charts have a value for each of `days`. `scores` are empty where they are left out.

    `hide` is applied to every text before it is shown. `zone` is None where nothing can be said of it.
    """

    desk: Desk
    source: str
    players: tuple[tuple[str, str], ...]
    issues: tuple[tuple[str, str], ...]
    package: LastPackage | None
    timeline: tuple[Moment, ...]
    days: tuple[int, ...]
    dials: tuple[Line, ...]
    support: tuple[tuple[str, tuple[Line, ...]], ...]
    distance: tuple[Line, ...]
    zone: Line | None
    speech: tuple[Speech, ...]
    moves: tuple[Move, ...]
    promises: tuple[Promise, ...]
    flow: tuple[tuple[str, tuple[FlowRow, ...]], ...]
    predicted: tuple[Predicted, ...]
    scoreboard: tuple[Contested, ...]
    notes: tuple[Note, ...]
    lessons: tuple[Lesson, ...]
    plan: tuple[Improvement, ...]
    scores: tuple[Revealed, ...]
    cited: tuple[Cited, ...]
    redacted: bool
    hide: Redaction


def account(desk: Desk, notes: Sequence[Note] = (), *, scores: bool = True, redacted: bool = False) -> Account:
    """Gather a report. `redacted` leaves out names, private words and what was for control; it never shows scores."""
    hide = _hiding(desk, notes) if redacted else Redaction()
    notes = _nameless(notes) if redacted else notes
    events = [event for event in desk.events if not redacted or event.to == ALL]
    days = _days(desk, standing(events))
    held = positions_by_day(events, days)
    table = desk.game.table
    found = Account(
        desk=desk,
        source="" if redacted else desk.path.name,
        players=_players(desk, redacted),
        issues=tuple(
            (issue, thing(desk.game, desk.last.agreed.get(issue, "")) or "not settled") for issue in desk.last.issues
        ),
        package=_package(desk, events),
        timeline=_timeline(desk, events),
        days=days,
        dials=() if redacted else _dials(desk, days),
        support=tuple((i, tuple(line for line in support(desk.game, held, i) if any(line.values))) for i in table.core),
        distance=_distances(desk, held),
        zone=_zone(desk, days) if desk.over else None,
        speech=tuple(speeches(desk.game, events)),
        moves=tuple(moves(desk.game, events)),
        promises=() if redacted else tuple(promises(events)),
        flow=tuple((issue, _flow(desk, issue, events)) for issue in desk.last.issues),
        predicted=_predicted(desk, events, notes),
        scoreboard=_scoreboard(desk, events),
        notes=tuple(notes),
        lessons=(),
        plan=(),
        scores=() if redacted or not scores else _scores(desk),
        cited=(),
        redacted=redacted,
        hide=hide,
    )
    verdicts = [(row.mode, row.finding) for row in found.predicted]
    return evolve(
        found,
        lessons=lessons(_matter(found, verdicts)),
        plan=improvements(verdicts),
        cited=cite(desk.game, events, _references(found)),
    )


def _hiding(desk: Desk, notes: Sequence[Note]) -> Redaction:
    scenario = desk.game.scenario
    words = [word for seat in scenario.seats for word in (seat.id, seat.name, name(desk.game, seat.id))]
    return redaction(desk.game.setup, desk.events, notes, words)


def _matter(found: Account, verdicts: Sequence[tuple[FailureMode, Finding]]) -> Matter:
    return Matter(
        game=found.desk.game,
        findings=verdicts,
        moves=found.moves,
        speech=found.speech,
        promises=found.promises,
        dropped=[row.argument.id for _, rows in found.flow for row in rows if row.dropped],
        zone=found.zone,
        notes=found.notes,
        success=found.desk.last.success,
    )


def _references(found: Account) -> Iterator[tuple[str, int]]:
    """Everything in a report that refers to an event, with the number of the event."""
    for row in found.predicted:
        yield from ((row.mode.id, n) for n in row.evidence)
    for question in found.scoreboard:
        yield from ((question.id, n) for n in question.evidence)
    for move in found.moves:
        yield "moves", move.n
        yield "moves", move.after
    for deal in found.promises:
        yield from (("deals", n) for n in (deal.n, *deal.kept[-1:], *deal.broken))
    for note in found.notes:
        yield "notes", note.first
        yield "notes", note.last


def _timeline(desk: Desk, events: Sequence[Event]) -> tuple[Moment, ...]:
    known = {event.n for event in events}
    return tuple(m for m in moments(desk, ALL_EYES) if m.kind != "first" and m.n in known)


def _days(desk: Desk, kept: Sequence[Event]) -> tuple[int, ...]:
    first = desk.game.scenario.clock.first_day
    return tuple(range(first, max([first, *(event.day for event in kept)]) + 1))


def _players(desk: Desk, redacted: bool) -> tuple[tuple[str, str], ...]:
    """Who played which seats, people first; a redacted report says only that it was a person."""

    def who(player: str) -> str:
        kind, _, handle = player.partition(":")
        return {"human": "a person" if redacted else f"{handle or 'a person'}", "bot": "bots"}.get(kind, kind)

    played = [(who(desk.last.players.get(seat.id, "absent")), seat.id) for seat in desk.game.scenario.seats]
    if facilitator := desk.game.setup.facilitator:
        played.insert(0, (who(f"human:{facilitator}"), FACILITATOR))
    seats: dict[str, list[str]] = {}
    for player, seat in sorted(played, key=lambda pair: pair[0] in ("bots", "script", "absent")):
        seats.setdefault(player, []).append(name(desk.game, seat))
    return tuple((player, ", ".join(names)) for player, names in seats.items())


def _package(desk: Desk, events: Sequence[Event]) -> LastPackage | None:
    """What was voted on last as a whole, else the last text that was tabled."""
    final = desk.last.final
    n, options = 0, tuple[str, ...]()
    for event in standing(events):
        if isinstance(event.body, TextTabled):
            n, options = event.n, event.body.options
    if final is not None:
        options = final.options
    if not options:
        return None
    words = (("for", "yes"), ("against", "no"), ("abstaining", "abstain"), ("absent", "absent"))
    votes = {} if final is None else {word: getattr(final, choice) for word, choice in words}
    return LastPackage(
        n=n,
        adopted=final is not None and final.passed,
        options=tuple((desk.game.table.issue_of.get(option, ""), thing(desk.game, option)) for option in options),
        votes=tuple(
            (word, ", ".join(name(desk.game, seat) for seat in seats)) for word, seats in votes.items() if seats
        ),
    )


def _flow(desk: Desk, issue: str, events: Sequence[Event]) -> tuple[FlowRow, ...]:
    """The arguments on an issue that were made in one of these events, with the answers that were."""
    known = {event.n for event in events}
    return tuple(
        evolve(row, answers=tuple(answer for answer in row.answers if answer.n in known))
        for row in flow(desk.last, issue)
        if row.argument.n in known
    )


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


def _distances(desk: Desk, held: Sequence[Held]) -> tuple[Line, ...]:
    """How far apart the parties stood on each core issue, under its short name."""
    table = desk.game.table
    lines = distances(desk.game, held, [issue for issue in table.core if issue in desk.last.issues])
    return tuple(evolve(line, title=f"{line.id} {table.issues[line.id].short or line.title}") for line in lines)


def _zone(desk: Desk, days: Sequence[int]) -> Line | None:
    """Packages that all parties could have signed as their sheets stood at the end of each day."""
    sheets = desk.game.table.sheets
    values: list[float | None] = []
    for n in _ends(desk, days):
        held = desk.state(n).reservations
        there = set(sheets.parties) <= set(held)
        values.append(float(len(sheets.zone(held))) if there and sheets.parties else None)
    return Line("zone", "packages acceptable to all", tuple(values))


def _predicted(desk: Desk, events: Sequence[Event], notes: Sequence[Note]) -> tuple[Predicted, ...]:
    known = {event.n for event in events}
    words = {claim.id: claim.text for claim in desk.game.scenario.claims}
    found = []
    for mode in desk.game.scenario.findings:
        finding = desk.assessment.finding(mode.id)
        evidence = tuple(n for n in finding.evidence if n in known)
        found.append(
            Predicted(
                mode=mode,
                finding=finding,
                verdict=verdict_of(mode, finding),
                claims=tuple((claim, words.get(claim, "")) for claim in mode.claims),
                evidence=evidence,
                kept_back=len(finding.evidence) - len(evidence),
                reviewers=tuple(note for note in notes if note.about == mode.id and note.kind in VERDICTS),
            )
        )
    return tuple(found)


def _scoreboard(desk: Desk, events: Sequence[Event]) -> tuple[Contested, ...]:
    known = {event.n for event in events}
    titles = {source.id: source.title for source in desk.game.scenario.sources}
    scores = {score.id: score for score in desk.assessment.scoreboard}
    return tuple(
        Contested(
            id=row.id,
            question=row.question,
            says=tuple((titles.get(source, source), words) for source, words in row.says.items()),
            borne_out=tuple(titles.get(source, source) for source in scores[row.id].sources),
            evidence=tuple(n for n in scores[row.id].evidence if n in known),
        )
        for row in desk.game.scenario.scoreboard
        if row.id in scores
    )


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
