"""Commands that write notes: marks, ranges, verdicts on findings, ratings, and files of notes in and out."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal, cast

from exercise.plain.ids import find
from exercise.plain.wrapping import wrap
from exercise.review import telling
from exercise.review.evaluation import PARTS, objectives, ratings, read_rating
from exercise.review.notes import GLYPHS, MEANINGS, VERDICTS
from exercise.review.notes_files import export, take_in
from exercise.review.standpoint import AskError, Standpoint
from exercise.review.stepping import Words

Mark = Literal["good", "mistake", "turning", "question"]
MARKS: tuple[Mark, ...] = ("good", "mistake", "turning", "question")


def begin_range(here: Standpoint, words: Words) -> list[str]:
    """The next note or mark is on the events from here to where it is written."""
    here.since = here.at
    return [f"From event {here.at}: go on, and the next note or mark is on everything up to there."]


def note(here: Standpoint, words: Words) -> list[str]:
    """A note on the event, or on a range of events."""
    first, last, said = _range(here, words)
    return _written(here, "note", first, last, said)


def mark(here: Standpoint, words: Words) -> list[str]:
    """Mark the event, or a range of events: good, mistake, turning, question."""
    kind = find(words[0], MARKS) if words else ""
    if not kind:
        raise AskError(f"mark what? {', '.join(f'{kind} ({MEANINGS[kind]})' for kind in MARKS)}")
    first, last, said = _range(here, words[1:])
    return _written(here, cast(Mark, kind), first, last, said)


def _written(here: Standpoint, kind: Literal["note"] | Mark, first: int, last: int, said: str) -> list[str]:
    if kind == "note" and not said:
        raise AskError("a note says something: note TEXT")
    written = here.notes.add(here.author, kind, said, first, last)
    here.since = 0
    return telling.told_note(written)


def _range(here: Standpoint, words: Words) -> tuple[int, int, str]:
    """The events that a note is on, and what it says: `400-420 words`, or from where a range was begun, or this event."""
    end = here.desk.places[-1] if here.desk.places else 0
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", words[0]) if words else None
    if found:
        first, last = int(found[1]), int(found[2])
        if not 0 < first <= last <= end:
            raise AskError(f"{words[0]} is no range of events; there are events 1 to {end}")
        return first, last, " ".join(words[1:])
    first, last = sorted((here.since or here.at, here.at))
    return first, last, " ".join(words)


def verdict(kind: Literal["agree", "disagree", "unseen"]) -> Callable[[Standpoint, Words], list[str]]:
    """The command that agrees, disagrees, or holds a finding for not observable, with a reason."""

    def does(here: Standpoint, words: Words) -> list[str]:
        known = [mode.id for mode in here.desk.game.scenario.findings]
        id = find(words[0], known) if words else ""
        if not id:
            example = f": {kind} {known[0]} nobody had time left" if known else "; this scenario predicts nothing"
            raise AskError(f"{kind} with which finding, and why{example}")
        return telling.told_note(here.notes.add(here.author, kind, " ".join(words[1:]), about=id))

    return does


def rate(here: Standpoint, words: Words) -> list[str]:
    """Rate an objective of the evaluation guide."""
    known = {objective.id: objective for objective in objectives(here.desk.game.scenario)}
    id = find(words[0], known) if words else ""
    if not id:
        raise AskError("rate which objective? guide lists them")
    rating, said = read_rating(words[1:])
    return telling.told_note(here.notes.add(here.author, "rating", " ".join(said), about=id, rating=rating))


def guide(here: Standpoint, words: Words) -> list[str]:
    """The evaluation guide with its ratings, or one objective with what to look for."""
    every = objectives(here.desk.game.scenario)
    if words:
        return _objective(here, words[0])
    given = ratings(here.notes.notes)
    lines: list[str] = []
    part = ""
    for objective in every:
        if objective.part != part:
            part = objective.part
            lines += [*([""] if lines else []), *wrap(PARTS[part])]
        said = ", ".join(f"{note.rating} ({author})" for author, note in given.get(objective.id, {}).items())
        lines += wrap(f"{objective.id} {objective.name}: {said or '-'}", "  ", "      ")
    rated = sum(objective.id in given for objective in every)
    return [
        *lines,
        "",
        f"{rated} of {len(every)} rated. guide {every[0].id} says what to look for; rate {every[0].id} performed WHY.",
    ]


def _objective(here: Standpoint, word: str) -> list[str]:
    known = {objective.id: objective for objective in objectives(here.desk.game.scenario)}
    objective = known.get(find(word, known))
    if objective is None:
        raise AskError(f"there is no objective {word}; guide lists them")
    lines = [f"{objective.id} {objective.name}", *wrap(f"Look for: {objective.look_for}", "  ", "  ")]
    return lines + [line for note in here.notes.notes if note.about == objective.id for line in telling.told_note(note)]


def list_notes(here: Standpoint, words: Words) -> list[str]:
    """All notes, or those of an author or of a kind."""
    kept = [note for note in here.notes.notes if not words or words[0] in (note.author, note.kind)]
    if words and not kept:
        return [f"There are no notes by {words[0]} and none of that kind ({', '.join(GLYPHS)})."]
    return telling.told_notes(kept, here.notes.problems)


def withdraw(here: Standpoint, words: Words) -> list[str]:
    """Take a note back."""
    try:
        note = here.notes.withdraw(words[0] if words else "")
    except KeyError:
        raise AskError("take back which note? notes lists them by author and number") from None
    return [f"{note.id} is taken back."]


def merge(here: Standpoint, words: Words) -> list[str]:
    """Take in notes from a file of another reviewer, or from one that was exported."""
    if not words:
        raise AskError("take in which file of notes?")
    new = take_in(here.notes, Path(words[0]))
    return [
        f"{len(new)} new {'note' if len(new) == 1 else 'notes'}.",
        *(line for note in new for line in telling.told_note(note)),
    ]


def write_notes(here: Standpoint, words: Words) -> list[str]:
    """Write all notes to a file of their own."""
    if not words:
        raise AskError("export to which file? Its name ends in .md, .csv, .json or .jsonl")
    count = export(here.notes, Path(words[0]))
    return [f"{count} {'note' if count == 1 else 'notes'} in {words[0]}."]


WRITES = ("note", "mark", "rate", "withdraw", *VERDICTS)
"""Commands that change the notes."""
