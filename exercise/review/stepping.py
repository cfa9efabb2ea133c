"""Commands that move through a transcript: step, jump, search, filter, change eyes, play."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from exercise.engine.audience import sees
from exercise.engine.views import OBSERVER
from exercise.model.events import Event
from exercise.plain.ids import find
from exercise.plain.wrapping import wrap
from exercise.review import telling
from exercise.review.going import find_moment
from exercise.review.moments import KINDS, Moment, moments
from exercise.review.playback import FASTEST, SLOWEST, USUAL, pause
from exercise.review.standpoint import AUDIENCES, AskError, Filter, Standpoint
from exercise.review.warned import warnings_of

Words = tuple[str, ...]
ALL_KINDS: Final = (*KINDS, "finding", "warning", "mark")
"""Kinds of moments: those of the log, events that bear out a finding, early warnings, and what reviewers marked."""
_WORDS: Final[Mapping[str, str]] = {
    "walk-out": "exit",
    "walkout": "exit",
    "vote": "ballot",
    "note": "mark",
    "card": "news",
}
"""Other words for kinds of moments."""
_MOST: Final = 40
"""Hits of a search that are listed."""
_FIELDS: Final = ("seat", "issue", "kind", "to")


def kind_of(word: str) -> str:
    """The kind of moments that a word means, singular or plural; empty where there is none."""
    singular = word.casefold()
    for known in (singular, singular.removesuffix("s")):
        if _WORDS.get(known, known) in ALL_KINDS:
            return _WORDS.get(known, known)
    return ""


def moments_of(here: Standpoint, kind: str = "") -> Sequence[Moment]:
    """Moments worth going to for the chosen eyes: all but first mentions and evidence, or those of one kind."""
    if kind == "finding":
        return list(_evidence(here))
    if kind == "warning":
        return list(_warned(here))
    if kind == "mark":
        return list(_marked(here))
    found = [m for m in moments(here.desk, here.viewer) if (m.kind == kind if kind else m.kind != "first")]
    return found if kind else sorted([*found, *_marked(here)], key=lambda moment: moment.n)


def _evidence(here: Standpoint) -> Iterator[Moment]:
    """Events that bear out a finding which has occurred."""
    if not here.open:
        raise AskError("findings are open when the exercise is over; look with as facilitator")
    seen = {event.n for event in here.desk.seen(here.viewer)}
    names = {mode.id: mode.name for mode in here.desk.game.scenario.findings}
    rows = [
        (n, f.id) for f in here.desk.assessment.findings if f.id in here.desk.assessment.occurred for n in f.evidence
    ]
    for n, id in sorted(rows):
        if n in seen:
            yield Moment(n, "finding", f"{id} {names[id]}")


def _warned(here: Standpoint) -> Iterator[Moment]:
    if not here.open:
        raise AskError("early warnings are for control; look with as facilitator")
    names = {mode.id: mode.name for mode in here.desk.game.scenario.findings}
    for warned in warnings_of(here.desk).stood:
        yield Moment(warned.first, "warning", f"{warned.finding} {names[warned.finding]}")


def _marked(here: Standpoint) -> Iterator[Moment]:
    for note in here.notes.notes:
        if note.first:
            says = f"{note.author}: {note.text or note.kind}"
            yield Moment(note.first, "mark", f"{telling.glyphs([note])} {says}")


def _number(words: Words, usual: int) -> int:
    if not words:
        return usual
    if not words[0].isdigit() or not 0 < int(words[0]) <= 10_000:
        raise AskError(f"{words[0]} is no number of events and no kind of moment ({', '.join(ALL_KINDS)})")
    return int(words[0])


def step_on(here: Standpoint, words: Words) -> list[str]:
    """The next events, or on to the next moment of a kind."""
    if words and (kind := kind_of(words[0])):
        return _to_moment(here, kind, 1)
    ahead = here.ahead(_number(words, 1))
    if not ahead:
        return ["That was the last of it."]
    here.at = ahead[-1].n
    return [line for event in ahead for line in with_notes(here, event)]


def step_back(here: Standpoint, words: Words) -> list[str]:
    """Back by so many events, or to the moment of a kind before this one."""
    if words and (kind := kind_of(words[0])):
        return _to_moment(here, kind, -1)
    behind = here.behind(_number(words, 1))
    if not behind:
        return ["That was the first of it."]
    here.at = behind[0].n
    return with_notes(here, behind[0])


def _to_moment(here: Standpoint, kind: str, step: int) -> list[str]:
    n = next_moment(here, kind, step)
    if n is None:
        return [f"There is no {kind} {'after' if step > 0 else 'before'} this one."]
    return arrive(here, n)


def next_moment(here: Standpoint, kind: str, step: int) -> int | None:
    """The event of the next moment of a kind, or of the one before; None where there is none."""
    places = sorted({moment.n for moment in moments_of(here, kind)})
    if step > 0:
        return next((n for n in places if n > here.at), None)
    return next((n for n in reversed(places) if n < here.at), None)


def arrive(here: Standpoint, n: int) -> list[str]:
    """Stand at an event and tell it; one that these eyes do not see is told by that."""
    here.at = n
    event = here.desk.event(n)
    if event is None or not sees(event, here.viewer):
        return [f"{n}: these eyes did not see this event."]
    return with_notes(here, event)


def with_notes(here: Standpoint, event: Event) -> list[str]:
    """An event and the notes on it."""
    notes = [line for note in here.notes.on(event.n) for line in telling.told_note(note)]
    return [*telling.told_event(here.desk, event), *notes]


def told_in_full(here: Standpoint, event: Event) -> list[str]:
    """An event with the claims that it cites and the notes on it."""
    texts = {claim.id: claim.text for claim in here.desk.game.scenario.claims}
    cited = getattr(event.body, "cites", ())
    claims = [line for id in cited for line in wrap(f"{id}: {texts.get(id, '')}", "    cites ", "        ")]
    notes = [line for note in here.notes.on(event.n) for line in telling.told_note(note)]
    return [*telling.told_event(here.desk, event), *claims, *notes]


def go(here: Standpoint, words: Words) -> list[str]:
    """To a moment: `412`, `40%`, `day 6`, a finding, an option, a kind of moment, words."""
    if len(words) == 1 and words[0].casefold() != "end" and (kind := kind_of(words[0])):
        n = next_moment(here, kind, 1)
        if n is None:
            n = next((moment.n for moment in moments_of(here, kind)), None)
    elif len(words) == 1 and not here.open and find(words[0], [m.id for m in here.desk.game.scenario.findings]):
        raise AskError("findings are open when the exercise is over; look with as facilitator")
    else:
        n = find_moment(here.desk, here.viewer, " ".join(words))
    if n is None:
        raise AskError(
            "nothing like it was found; try an event number, 40%, day 6, 6.2, a finding, an option, or a kind of moment"
        )
    return arrive(here, n)


def list_moments(here: Standpoint, words: Words) -> list[str]:
    """The moments worth going to, or those of one kind."""
    kind = kind_of(words[0]) if words else ""
    if words and not kind:
        raise AskError(f"there are no moments of the kind {words[0]}; there are {', '.join(ALL_KINDS)}")
    return telling.told_moments(moments_of(here, kind))


def hits(here: Standpoint, wanted: str) -> Iterator[Event]:
    """The events shown in which words stand, whatever their capitals."""
    words = wanted.casefold()
    for event in here.shown():
        if words in " ".join(telling.summary_of(here.desk, event)).casefold():
            yield event


def search(here: Standpoint, words: Words) -> list[str]:
    """The events with these words."""
    wanted = " ".join(words)
    if not wanted:
        raise AskError("say what to look for: find oil")
    found = list(hits(here, wanted))
    lines = [telling.told_briefly(here.desk, event) for event in found[:_MOST]]
    more = [f"... and {len(found) - _MOST} more"] if len(found) > _MOST else []
    return [*lines, *more] or ["Nothing was found."]


def narrow(here: Standpoint, words: Words) -> list[str]:
    """Let through a seat, an issue, a kind of event, an audience, several of these, or everything."""
    if not words or words[0].casefold() == "all":
        here.only = Filter()
        return ["Everything is shown again."]
    if words[0].casefold() == "private":
        words = ("to", "private")
    if len(words) % 2:
        raise AskError("only takes pairs: seat KA, issue OIL, kind ballot, to private; or all")
    table = here.desk.game.table
    known: Mapping[str, Sequence[str]] = {
        "seat": tuple(table.seats),
        "issue": tuple(table.issues),
        "kind": kinds(here),
        "to": AUDIENCES,
    }
    fields = {}
    for what, word in zip(words[::2], words[1::2], strict=True):
        if what.casefold() not in known:
            raise AskError(f"only takes {', '.join(_FIELDS)}, or all; {what} is none of them")
        value = find(word, known[what.casefold()])
        if not value:
            raise AskError(f"there is no {what} {word}; there are {', '.join(known[what.casefold()])}")
        fields["audience" if what.casefold() == "to" else what.casefold()] = value
    here.only = Filter(**fields)
    count = len(here.shown())
    return [f"Only {here.only}: {count:,} event{'s' if count != 1 else ''}; only all shows everything."]


def kinds(here: Standpoint) -> list[str]:
    """The kinds of events that the chosen eyes see."""
    return sorted({event.body.kind for event in here.desk.seen(here.viewer)})


def look_as(here: Standpoint, words: Words) -> list[str]:
    """Look with other eyes."""
    here.see_as(words[0] if words else OBSERVER)
    seen = here.desk.seen(here.viewer)
    return [f"You see {here.who}: {len(seen):,} of {len(here.desk.events):,} events."]


def read_speed(word: str) -> float:
    """Minutes a second as people write them. Raises AskError."""
    try:
        speed = float(word)
    except ValueError:
        speed = 0.0
    if not SLOWEST <= speed <= FASTEST:
        raise AskError(f"{word} is no speed; say how many minutes of the exercise pass in a second, such as {USUAL:g}")
    return speed


@frozen
class Playing:
    """What is being played: its speed in minutes a second, and the events to come with the seconds to wait before each."""

    speed: float
    steps: Iterator[tuple[float, int]]


def plays(here: Standpoint, words: Words) -> Playing:
    """What `play [SPEED] [to WHERE]` asks for. Raises AskError."""
    speed = USUAL
    if words and words[0].casefold() != "to":
        speed, words = read_speed(words[0]), words[1:]
    end: int | None = None
    if words:
        kind = kind_of(words[1]) if len(words) == 2 and words[1].casefold() != "end" else ""
        end = next_moment(here, kind, 1) if kind else find_moment(here.desk, here.viewer, " ".join(words[1:]))
        if end is None:
            raise AskError(f"nothing like {' '.join(words[1:])} was found to play to")
    ahead = here.ahead(len(here.desk.events))
    steps = ((pause(event, speed), event.n) for event in ahead if end is None or event.n <= end)
    return Playing(speed, steps)
