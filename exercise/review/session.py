"""The review as text: one line asks for something, lines answer; for people, pipes, scripts and screen readers."""

import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, cast

from attrs import define, field, frozen

from exercise.engine.moment import Moment
from exercise.engine.views import OBSERVER
from exercise.model.events import FACILITATOR, Event
from exercise.model.text import printable
from exercise.plain.answers import answer
from exercise.plain.ids import find
from exercise.plain.language import Query
from exercise.plain.wrapping import pad, wrap
from exercise.review import telling
from exercise.review.branch import Twig, branch, tree
from exercise.review.desk import ALL_EYES, Desk
from exercise.review.going import find_moment
from exercise.review.moments import KINDS
from exercise.review.notes import MEANINGS, Notebook
from exercise.transcript.problems import TranscriptError

STATE_QUESTIONS: Final = ("agenda", "parties", "floor", "proposals", "flow", "deals", "time", "sheet", "brief", "claim")
"""Questions of the line mode, answered as they stood at the cursor and for the chosen eyes."""
_MARKS: Final = ("good", "mistake", "turning", "question")
_MOST: Final = 40
"""Hits of a search that are listed."""


class AskError(Exception):
    """A line that asks for nothing there is, in a sentence."""


@define
class Session:
    """A review under way: the desk, the reviewer's notes, whose eyes, and the event at which it stands.

    `only` keeps stepping and listing to what it names: a seat, an issue, a kind of event, or private words.
    """

    desk: Desk
    notes: Notebook
    author: str = "reviewer"
    viewer: str = OBSERVER
    at: int = 0
    only: tuple[str, str] = ("", "")
    over: bool = field(default=False, init=False)

    def ask(self, line: str) -> list[str]:
        """Answer one line. Raises AskError with a sentence for what cannot be answered."""
        try:
            words = shlex.split(line)
        except ValueError:
            words = line.split()
        if not words:
            words = ["next"]
        verb, rest = words[0].casefold(), tuple(words[1:])
        if verb in STATE_QUESTIONS:
            return self._state(verb, rest)
        if verb not in _COMMANDS:
            raise AskError(f"there is no command {printable(verb, lines=False)}; help lists them")
        try:
            return _COMMANDS[verb].does(self, rest)
        except (TranscriptError, ValueError) as error:
            raise AskError(str(error)) from None

    # Eyes and filters

    def see_as(self, viewer: str) -> None:
        """Look with the eyes of a seat, an `observer`, the `facilitator`, or `all` once it is over. Raises AskError."""
        wanted = viewer.casefold()
        if wanted == "all":
            if not self.desk.over:
                raise AskError(
                    "everything is open only when the exercise is over; try observer, a seat, or facilitator"
                )
            self.viewer = ALL_EYES
        elif wanted in (OBSERVER, FACILITATOR):
            self.viewer = ALL_EYES if wanted == FACILITATOR else OBSERVER
        elif seat := find(viewer, self.desk.game.table.seats):
            self.viewer = seat
        else:
            raise AskError(
                f"there is no seat {viewer}; there are {', '.join(self.desk.game.table.seats)}, observer, all"
            )

    def shown(self) -> list[Event]:
        """The events that the chosen eyes see, as far as the filter lets through."""
        return [event for event in self.desk.seen(self.viewer) if self._passes(event)]

    def _passes(self, event: Event) -> bool:
        what, value = self.only
        match what:
            case "seat":
                return event.seat == value
            case "issue":
                named = [getattr(event.body, name, "") for name in ("issue", "option", "target", "new")]
                issues = self.desk.game.table.issue_of
                return value in [
                    n if n in self.desk.game.table.issues else issues.get(n, "") for n in named if isinstance(n, str)
                ]
            case "kind":
                return event.body.kind == value
            case "private":
                return event.to != "all"
            case _:
                return True

    # State at the cursor

    def _state(self, verb: str, words: Sequence[str]) -> list[str]:
        seen = self.desk.view(self.at, self.viewer)
        at = Moment(self.desk.game, self.desk.state(self.at), seen.seat)
        if not at.state.stage:
            raise AskError("nothing has happened yet here; step on with next")
        return answer(seen, at, Query(verb, tuple(words)))


Words = tuple[str, ...]
Does = Callable[[Session, Words], list[str]]


@frozen
class Command:
    """A command of the review: how it is written, what it does."""

    usage: str
    says: str
    does: Does


def _number(words: Words, usual: int) -> int:
    if not words:
        return usual
    if not words[0].isdigit() or not 0 < int(words[0]) <= 10_000:
        raise AskError(f"{words[0]} is no number of events")
    return int(words[0])


def _next(session: Session, words: Words) -> list[str]:
    count = _number(words, 1)
    ahead = [event for event in session.shown() if event.n > session.at][:count]
    if not ahead:
        return ["That was the last of it."]
    session.at = ahead[-1].n
    return [line for event in ahead for line in _with_notes(session, event)]


def _back(session: Session, words: Words) -> list[str]:
    behind = [event for event in session.shown() if event.n < session.at][-_number(words, 1) :]
    if not behind:
        return ["That was the first of it."]
    session.at = behind[0].n
    return _with_notes(session, behind[0])


def _with_notes(session: Session, event: Event) -> list[str]:
    notes = [note for note in session.notes.notes if note.first <= event.n <= note.last]
    return [*telling.told_event(session.desk, event), *(line for note in notes for line in telling.told_note(note))]


def _go(session: Session, words: Words) -> list[str]:
    n = find_moment(session.desk, session.viewer, " ".join(words))
    if n is None:
        raise AskError(
            "nothing like it was found; try an event number, 40%, day 6, 6.2, a finding, or words of a moment"
        )
    session.at = n
    event = next(event for event in session.desk.seen(session.viewer) if event.n == n)
    return _with_notes(session, event)


def _find(session: Session, words: Words) -> list[str]:
    wanted = " ".join(words).casefold()
    if not wanted:
        raise AskError("say what to look for: find oil")
    hits = []
    for event in session.shown():
        lines = telling.told_event(session.desk, event)
        if wanted in " ".join(line.strip() for line in lines).casefold():
            hits.append(lines[0])
    more = [f"and {len(hits) - _MOST} more"] if len(hits) > _MOST else []
    return [*hits[:_MOST], *more] or ["Nothing was found."]


def _only(session: Session, words: Words) -> list[str]:
    """seat KA, issue OIL, kind ballot, private, or all."""
    what = words[0].casefold() if words else "all"
    table = session.desk.game.table
    if what == "all":
        session.only = ("", "")
        return ["Everything is shown again."]
    if what == "private":
        session.only = ("private", "")
        return ["Only private words are shown."]
    known: Mapping[str, Sequence[str]] = {
        "seat": tuple(table.seats),
        "issue": tuple(table.issues),
        "kind": sorted({event.body.kind for event in session.desk.events}),
    }
    if what not in known or len(words) < 2:
        raise AskError("only takes: seat KA, issue OIL, kind ballot, private, or all")
    value = find(words[1], known[what])
    if not value:
        raise AskError(f"there is no {what} {words[1]}; there are {', '.join(known[what])}")
    session.only = (what, value)
    return [f"Only {what} {value} is shown; only all shows everything."]


def _as(session: Session, words: Words) -> list[str]:
    session.see_as(words[0] if words else OBSERVER)
    seen = session.desk.seen(session.viewer)
    who = "everything" if session.viewer == ALL_EYES else f"what {session.viewer} knew"
    return [f"You see {who}: {len(seen)} of {len(session.desk.events)} events."]


def _moments(session: Session, words: Words) -> list[str]:
    kind = words[0].casefold() if words else ""
    if kind and kind not in KINDS:
        raise AskError(f"there are no moments of the kind {kind}; there are {', '.join(KINDS)}")
    return telling.told_moments(session.desk, session.viewer, kind)


def _dials(session: Session, words: Words) -> list[str]:
    if session.viewer != ALL_EYES:
        raise AskError("dials are for control; look with as facilitator, or as all once it is over")
    state = session.desk.state(session.at)
    return [
        f"{pad(dial.name, 28)} {state.dials.get(dial.id, dial.start):5.1f}" for dial in session.desk.game.scenario.dials
    ]


def _finding(session: Session, words: Words) -> list[str]:
    modes = {mode.id: mode for mode in session.desk.game.scenario.findings}
    if not words:
        return telling.told_findings(session.desk, session.notes.notes)
    id = find(words[0], modes)
    if not id:
        raise AskError(f"there is no finding {words[0]}")
    return telling.told_finding(session.desk, session.viewer, modes[id], session.notes.notes)


def _note(session: Session, words: Words) -> list[str]:
    note = session.notes.add(session.author, "note", " ".join(words), session.at, session.at)
    return telling.told_note(note)


def _mark(session: Session, words: Words) -> list[str]:
    if not words or words[0] not in _MARKS:
        raise AskError(f"mark what? {', '.join(f'{kind} ({MEANINGS[kind]})' for kind in _MARKS)}")
    kind = cast(Literal["good", "mistake", "turning", "question"], words[0])
    return telling.told_note(session.notes.add(session.author, kind, " ".join(words[1:]), session.at, session.at))


def _verdict(kind: Literal["agree", "disagree", "unseen"]) -> Does:
    def does(session: Session, words: Words) -> list[str]:
        id = find(words[0], [mode.id for mode in session.desk.game.scenario.findings]) if words else ""
        if not id:
            raise AskError(f"{kind} with which finding, and why? {kind} F02 nobody had time left")
        return telling.told_note(session.notes.add(session.author, kind, " ".join(words[1:]), about=id))

    return does


def _notes(session: Session, words: Words) -> list[str]:
    lines = [line for note in session.notes.notes for line in telling.told_note(note)]
    return [*lines, *session.notes.problems] or ["There are no notes yet."]


def _withdraw(session: Session, words: Words) -> list[str]:
    try:
        note = session.notes.withdraw(words[0] if words else "")
    except KeyError:
        raise AskError("take back which note? notes lists them by author and number") from None
    return [f"{note.id} is taken back."]


def _merge(session: Session, words: Words) -> list[str]:
    if not words:
        raise AskError("merge which file of notes?")
    new = session.notes.merge(Path(words[0]))
    return [
        f"{len(new)} new {'note' if len(new) == 1 else 'notes'}.",
        *(line for note in new for line in telling.told_note(note)),
    ]


def _branch(session: Session, words: Words) -> list[str]:
    """branch [SEAT=PLAYER...]: a new transcript from here."""
    players = dict(word.split("=", 1) for word in words if "=" in word)
    players = {seat.upper(): who if who.startswith("bot") else f"human:{who}" for seat, who in players.items()}
    path, shared = branch(session.desk.path, session.at, players=players)
    return [f"Branched after event {shared}: {path}", f"Play on with: exercise resume {path}"]


def _tree(session: Session, words: Words) -> list[str]:
    def told(twig: Twig, depth: int) -> list[str]:
        seen = twig.glimpse
        since = f" after {seen.parent_event}" if depth else ""
        here = "  <" if seen.path.name == session.desk.path.name else ""
        line = f"{'  ' * depth}{seen.path.name}{since}: {seen.events} events, {'over' if seen.over else f'day {seen.day}'}{here}"
        return [printable(line, lines=False), *(line for each in twig.branches for line in told(each, depth + 1))]

    return told(tree(session.desk.path), 0)


def _help(session: Session, words: Words) -> list[str]:
    lines = [f"  {pad(command.usage, 34)} {command.says}" for command in dict.fromkeys(_COMMANDS.values())]
    return [
        *lines,
        *wrap(f"  {', '.join(STATE_QUESTIONS)}: how things stood at this moment, as in an exercise", "  ", "  "),
    ]


def _quit(session: Session, words: Words) -> list[str]:
    session.over = True
    return []


_COMMANDS: Final[Mapping[str, Command]] = {
    "next": Command("next [N], or an empty line", "the next events", _next),
    "back": Command("back [N]", "back by so many events", _back),
    "go": Command("go 412 | 40% | day 6 | F02 | end", "to a moment", _go),
    "moments": Command("moments [ballot|exit|news|...]", "moments worth going to", _moments),
    "find": Command("find WORDS", "events with these words", _find),
    "only": Command("only seat KA | issue OIL | all", "step through these events only", _only),
    "as": Command("as KA | observer | all", "look with other eyes", _as),
    "about": Command("about", "the transcript and how it ended", lambda s, w: telling.overview(s.desk, s.viewer)),
    "moves": Command(
        "moves", "who moved on what, after what", lambda s, w: telling.told_moves(s.desk, s.desk.seen(s.viewer))
    ),
    "speech": Command("speech", "who spoke how much", lambda s, w: telling.told_speech(s.desk, s.desk.seen(s.viewer))),
    "promises": Command(
        "promises", "side deals, kept and broken", lambda s, w: telling.told_promises(s.desk, s.desk.seen(s.viewer))
    ),
    "dials": Command("dials", "the dials at this moment", _dials),
    "findings": Command("findings [F02]", "predictions, or one with its evidence", _finding),
    "note": Command("note TEXT", "a note on this event", _note),
    "mark": Command("mark turning TEXT", "mark it: good, mistake, turning, question", _mark),
    "agree": Command("agree F02 WHY", "agree with a finding", _verdict("agree")),
    "disagree": Command("disagree F02 WHY", "disagree with it", _verdict("disagree")),
    "unseen": Command("unseen F02 WHY", "hold it for not observable", _verdict("unseen")),
    "notes": Command("notes", "all notes", _notes),
    "withdraw": Command("withdraw ann-3", "take a note back", _withdraw),
    "merge": Command("merge FILE", "take in another reviewer's notes", _merge),
    "branch": Command("branch [KA=Ann]", "play on otherwise from here, in a new file", _branch),
    "tree": Command("tree", "this transcript and its branches", _tree),
    "help": Command("help", "this list", _help),
    "quit": Command("quit", "leave", _quit),
}
