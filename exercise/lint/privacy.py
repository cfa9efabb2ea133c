"""Secrets in public text, and names that a text for participants should not hold."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from exercise.authoring.codes import Code
from exercise.authoring.nodes import Place, place_within
from exercise.lint.notes import Notes
from exercise.model.role import Role
from exercise.model.scenario import Inject

RUN: Final = 8
"""Words in a row that two texts do not share by chance."""
SENTENCE: Final = 5
"""Words from which on a whole sentence counts."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+")
_SCORE: Final = re.compile(
    r"\b(?:reservation|no[- ]deal|walk[- ]away|batna|points?|score|sheet|margin)\b", re.IGNORECASE
)

Public = tuple[str, Place, str]
"""A text, where it or the block that holds it stands, and the one seat that it belongs to, if any."""


def check_privacy(notes: Notes) -> None:
    public = [*_public(notes), *_roles(notes)]
    _check_sentences(notes, public)
    _check_numbers(notes)
    if notes.proof.avoid_names:
        _check_names(notes, public)


def _public(notes: Notes) -> Iterator[Public]:
    """Texts of the scenario that everybody reads."""
    scenario, proof = notes.scenario, notes.proof
    for field in ("title", "summary", "teaches", "advisory", "honesty"):
        yield getattr(scenario, field), proof.place("scenario", "", field), ""
    for kind, things, fields in (
        ("seat", scenario.seats, ("name",)),
        ("community", scenario.communities, ("name",)),
        ("issue", scenario.issues, ("title", "short", "note")),
        ("option", [o for issue in scenario.issues for o in issue.options], ("title", "text")),
        ("stage", scenario.stages, ("title", "text")),
        ("dial", scenario.dials, ("name", "reads")),
        ("outcome", scenario.outcomes, ("name", "text")),
    ):
        for thing in things:
            for field in fields:
                yield getattr(thing, field), proof.place(kind, thing.id, field), ""
    for inject in scenario.injects:
        for text, field in _told(inject):
            yield text, proof.place("inject", inject.id, field), inject.to[0] if len(inject.to) == 1 else ""


def _told(inject: Inject) -> Iterator[tuple[str, str]]:
    yield inject.title, "title"
    yield inject.source, "source"
    yield inject.text, "text"
    if inject.choice:
        yield inject.choice.question, "choice"
        for option in inject.choice.options:
            yield option.title, "choice"
            yield option.text, "choice"


def _roles(notes: Notes) -> Iterator[Public]:
    """The public part of each role, and what its delegates say in the hall."""
    for seat, role in notes.scenario.roles.items():
        place = notes.proof.place
        for text in (role.summary, *role.positions):
            yield text, place("role", role.id, "public"), ""
        yield role.opening, place("role", role.id, "opening"), ""
        for delegate in role.delegates:
            yield delegate.title, place("role", role.id, "delegates"), ""
            yield delegate.stance, place("role", role.id, "delegates"), ""
        for card in role.cards:
            yield card.text, place("role", role.id, "cards"), seat


def _secrets(role: Role) -> Iterator[str]:
    yield from (role.brief, role.no_deal, role.margin_why, role.weights_why, role.split, *role.walks_out_if)
    yield from role.interests.values()
    yield from (line.why for line in role.sheet.values())
    yield from (line.why for line in role.red_lines)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Whole sentences of some length, and runs of words of longer ones."""
    for sentence in _SENTENCE.split(text):
        words = _words(sentence)
        if len(words) < RUN:
            if len(words) >= SENTENCE:
                yield words
            continue
        yield from (words[at : at + RUN] for at in range(len(words) - RUN + 1))


def _check_sentences(notes: Notes, public: list[Public]) -> None:
    read: dict[tuple[str, ...], tuple[str, Place, str]] = {}
    for text, place, seat in public:
        for run in _runs(text):
            read.setdefault(run, (text, place, seat))
    told: set[tuple[str, Place]] = set()
    for seat, role in notes.scenario.roles.items():
        for text in _secrets(role):
            found = next((run for run in _runs(text) if run in read and read[run][2] != seat), None)
            if found is None:
                continue
            said, block, _ = read[found]
            place = written.place if (written := notes.proof.written(said, block)) else block
            if (seat, place) not in told:
                told.add((seat, place))
                message = f"a secret of {seat} stands in a text that others read: “{' '.join(found)}”"
                notes.warn(place, Code.SECRET, message, f"say it otherwise here or in the role of {seat}")


def _check_numbers(notes: Notes) -> None:
    """The numbers at which a role walks away, in a sentence of its own public part that speaks of scores."""
    for role in notes.scenario.roles.values():
        if not role.sheet:
            continue
        secret = {str(role.reservation), str(role.batna)}
        for text, field in [*((t, "public") for t in (role.summary, *role.positions)), (role.opening, "opening")]:
            for sentence in _SENTENCE.split(text):
                numbers = secret & set(re.findall(r"\d+", sentence))
                if numbers and _SCORE.search(sentence):
                    message = f"the public part of role {role.id} tells its number {min(numbers)}"
                    notes.warn(
                        notes.proof.place("role", role.id, field), Code.SECRET, message, "keep it to `confidential`"
                    )


def _check_names(notes: Notes, public: list[Public]) -> None:
    """Names to avoid in what participants read or say: roles with all that is in them, cards and the agenda."""
    names = {text.value: _name(text.value) for text in notes.proof.avoid_names if _words(text.value)}
    for text, block in [*((t, p) for t, p, _ in public), *_said(notes)]:
        for name, pattern in names.items():
            if pattern.search(text):
                place, hint = _place_of(notes, text, block, pattern), "describe the office instead of the person"
                notes.warn(place, Code.REAL_NAME, f"the name {name} stands here", hint)


def _name(written: str) -> re.Pattern[str]:
    """The words of a name, whole and in a row, whatever their case."""
    words = r"[\W_]+".join(map(re.escape, _WORD.findall(written)))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _place_of(notes: Notes, text: str, block: Place, pattern: re.Pattern[str]) -> Place:
    """Where the name stands; the block that holds the text where that cannot be told."""
    written = notes.proof.written(text, block)
    found = written and pattern.search(written.value)
    if not written or not found:
        return block
    return place_within(written, found.start(), notes.lines.get(block.file, ()))


def _said(notes: Notes) -> Iterator[tuple[str, Place]]:
    """What only the delegation itself reads, or says when it is asked."""
    for role in notes.scenario.roles.values():
        for key, texts in _kept(role):
            yield from ((text, notes.proof.place("role", role.id, key)) for text in texts)


def _kept(role: Role) -> Iterator[tuple[str, Iterable[str]]]:
    """Texts of a role by the key that they stand under."""
    yield "name", (role.name,)
    yield "short", (role.short,)
    yield "confidential", (role.brief, role.no_deal, role.margin_why)
    yield "interests", role.interests.values()
    yield "red_lines", (line.why for line in role.red_lines)
    yield "sheet", (line.why for line in role.sheet.values())
    yield "weights_why", (role.weights_why,)
    yield "split", (role.split,)
    yield "walks_out_if", role.walks_out_if
    yield "mandate", (task.text for task in role.mandate)
    yield "stances", role.stances.values()
    yield "questions", (question.text for question in role.questions)
    yield "answers", (answer.text for answer in role.answers)
    yield "lines", (line for lines in role.lines.values() for line in lines)
    for card in role.cards:
        yield "cards", (card.reply, card.answer)
    yield from role.notes.items()
