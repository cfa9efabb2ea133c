"""What a group may talk about: for each step of the debrief what this exercise gives it, and an improvement plan to fill in."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from exercise.engine.game import Game
from exercise.findings.assessment import Finding, Verdict
from exercise.model.scenario import FailureMode
from exercise.plain.debrief import STEPS
from exercise.plain.narration import name
from exercise.review.history import Line
from exercise.review.ledger import Move, Promise, Speech
from exercise.review.notes import Note

_NAMED: Final = 12
"""Dropped arguments up to which each is named."""


@frozen
class Lesson:
    """A step of the debrief: what it asks, and what this exercise gives to talk about."""

    title: str
    asks: str
    matter: tuple[str, ...]


@frozen
class Improvement:
    """A row of the improvement plan: what was seen, and what the scenario says would help."""

    seen: str
    helps: str


@frozen
class Matter:
    """What the debrief of one exercise draws on."""

    game: Game
    findings: Sequence[tuple[FailureMode, Finding]]
    moves: Sequence[Move]
    speech: Sequence[Speech]
    promises: Sequence[Promise]
    dropped: Sequence[str]
    zone: Line | None
    notes: Sequence[Note]
    success: bool


def lessons(matter: Matter) -> tuple[Lesson, ...]:
    """Every step of the debrief in its order; the first two ask about people and get nothing from the transcript."""
    given = ((), (), tuple(_what(matter)), tuple(_why(matter)), tuple(_predicted(matter)), tuple(_questions(matter)))
    return tuple(Lesson(step.title, step.asks, points) for step, points in zip(STEPS, given, strict=True))


def improvements(findings: Sequence[tuple[FailureMode, Finding]]) -> tuple[Improvement, ...]:
    """A row for every predicted failure that occurred, the worst first."""
    occurred = [mode for mode, finding in findings if mode.kind == "failure" and finding.verdict is Verdict.OCCURRED]
    ordered = sorted(occurred, key=lambda mode: -mode.severity)
    return tuple(Improvement(f"{mode.id} {mode.name}", mode.mitigates) for mode in ordered)


def _what(matter: Matter) -> Iterator[str]:
    for note in matter.notes:
        if note.kind == "turning":
            yield f"A reviewer marked a turning point at event {note.first}: {note.text}".rstrip(": ")
    if matter.moves:
        movers = [move.seat for move in matter.moves]
        most = max(dict.fromkeys(movers), key=movers.count)
        yield (
            f"{len(movers)} changes of position, {movers.count(most)} of them by {name(matter.game, most)}; "
            f"the first at event {matter.moves[0].n}, the last at event {matter.moves[-1].n}."
        )
    else:
        yield "Nobody changed a position."
    silent = [name(matter.game, speech.seat) for speech in matter.speech if not speech.turns]
    if silent:
        yield f"Never on the floor: {', '.join(silent)}."


def _why(matter: Matter) -> Iterator[str]:
    zone = matter.zone.last if matter.zone is not None else None
    if zone is not None and not matter.success:
        yield (
            f"At the end {zone:g} packages would have been better than no agreement for every party. Why was none signed?"
            if zone
            else "At the end no package was better than no agreement for every party. When was the last day on which one was?"
        )
    broken = [deal.id for deal in matter.promises if deal.verdict == "broken"]
    if broken:
        yield f"Side deals that were broken: {', '.join(broken)}."
    if len(matter.dropped) > _NAMED:
        yield f"{len(matter.dropped)} arguments were never answered; the debate marks them."
    elif matter.dropped:
        yield f"Arguments that nobody answered: {', '.join(matter.dropped)}."


def _predicted(matter: Matter) -> Iterator[str]:
    for title, kind, verdict in (
        ("Predicted failures that occurred", "failure", Verdict.OCCURRED),
        ("Conditions of success that were not met", "success", Verdict.AVERTED),
    ):
        found = [f"{m.id} {m.name}" for m, f in matter.findings if m.kind == kind and f.verdict is verdict]
        if found:
            yield f"{title}: {', '.join(found)}."
    unseen = [mode.id for mode, finding in matter.findings if finding.verdict is Verdict.NOT_OBSERVABLE]
    if unseen:
        yield f"What this exercise could not show: {', '.join(unseen)}."
    for note in matter.notes:
        if note.kind == "disagree":
            yield f"A reviewer disagrees with {note.about}: {note.text}"


def _questions(matter: Matter) -> Iterator[str]:
    for note in matter.notes:
        if note.kind == "question":
            yield f"A reviewer asks: {note.text}"
