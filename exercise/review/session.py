"""The review as text: one line asks for something, lines answer; for people, pipes, scripts and screen readers."""

import shlex
from collections.abc import Callable, Mapping
from typing import Final

from attrs import define, field, frozen

from exercise.model.text import printable
from exercise.plain.ids import find
from exercise.plain.wrapping import pad, width, wrap
from exercise.review import annotating, asking, branching, stepping, telling
from exercise.review.standpoint import AskError, Standpoint
from exercise.review.stood import PANELS, allowed, asked, panel
from exercise.transcript.problems import TranscriptError

STATE_QUESTIONS: Final = ("agenda", "parties", "floor", "proposals", "deals", "time", "sheet", "brief", "claim")
"""Questions of the line mode, answered as they stood at the cursor and for the chosen eyes."""
_USAGE: Final = 35
"""Columns of how a command is written."""
Words = tuple[str, ...]
Does = Callable[["Session", Words], list[str]]


@define
class Session(Standpoint):
    """A review under way that answers lines. `playing` is what whoever shows it is to play next.

    `following` are the panels that are told after each step where they changed; `followed` is what was told of them last.
    """

    playing: stepping.Playing | None = field(default=None, init=False)
    following: tuple[str, ...] = field(default=(), init=False)
    followed: dict[str, list[str]] = field(factory=dict, init=False)

    def ask(self, line: str) -> list[str]:
        """Answer one line. Raises AskError with a sentence for what cannot be answered."""
        try:
            words = shlex.split(line)
        except ValueError:
            words = line.split()
        if not words:
            words = ["next"]
        verb, rest = words[0].casefold(), tuple(words[1:])
        try:
            if verb in STATE_QUESTIONS:
                return asked(self, verb, rest)
            if verb not in COMMANDS:
                raise AskError(f"there is no command {printable(verb, lines=False)}; help lists them")
            lines = COMMANDS[verb].does(self, rest)
            return [*lines, *_changed(self)] if verb in ("next", "back", "go") else lines
        except (TranscriptError, ValueError) as error:
            raise AskError(str(error).removesuffix(".")) from None


@frozen
class Command:
    """A command of the review: how it is written, with ids of the scenario in braces, and what it does."""

    usage: str
    says: str
    does: Does


def _play(session: Session, words: Words) -> list[str]:
    """Play from here on: `play`, `play 20`, `play 20 to day 6`."""
    session.playing = stepping.plays(session, words)
    return [f"It plays from event {session.at} on, {session.playing.speed:g} minutes a second; Ctrl-C stops it."]


def _follow(session: Session, words: Words) -> list[str]:
    """Tell panels after each step, as far as they changed: `follow zone text`, `follow off`."""
    wanted = () if words == ("off",) else tuple(find(word, PANELS) for word in words)
    if "" in wanted or not words:
        raise AskError(f"follow takes off, or some of {', '.join(PANELS)}")
    session.following = wanted
    session.followed.clear()
    return _changed(session) if wanted else ["Nothing is told after steps any more."]


def _changed(session: Session) -> list[str]:
    """The panels that are followed, where they are not what was told last."""
    lines: list[str] = []
    for which in session.following:
        told = panel(session, which) if which in allowed(session) else []
        if told and told != session.followed.get(which):
            session.followed[which] = told
            lines += [f"  {PANELS[which][0] or 'Time'}", *(f"    {line}" for line in told)]
    return lines


def _about(session: Session, words: Words) -> list[str]:
    return telling.overview(session.desk, session.open)


def _help(session: Session, words: Words) -> list[str]:
    """Every command, with ids of the transcript that is open."""
    ids = examples(session)
    lines: list[str] = []
    for heading, verbs in GROUPS.items():
        lines += [*([""] if lines else []), heading]
        for command in (COMMANDS[verb] for verb in verbs):
            usage = command.usage.format(**ids)
            room = f"  {pad(usage, _USAGE)} "
            below = width(usage) > _USAGE
            lines += [f"  {usage}"] if below else []
            lines += wrap(command.says, " " * (_USAGE + 3) if below else room, " " * (_USAGE + 3))
    asks = f"{', '.join(STATE_QUESTIONS)}: how things stood at this moment, as in an exercise"
    return [*lines, "", *wrap(asks, "  ", "  ")]


def examples(session: Session) -> dict[str, str]:
    """Ids of the scenario for examples of how commands are written."""
    scenario, table = session.desk.game.scenario, session.desk.game.table
    findings = [mode.id for mode in scenario.findings]
    return {
        "seat": next(iter(table.parties), "SEAT"),
        "issue": next(iter(table.issues), "ISSUE"),
        "option": next(iter(table.options), "OPTION"),
        "finding": findings[0] if findings else "FINDING",
        "author": session.author,
    }


def _quit(session: Session, words: Words) -> list[str]:
    session.over = True
    return []


GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "Going through it": ("next", "back", "go", "play", "moments", "find", "only", "as"),
    "How things stood here": ("state", "follow", "zone", "dials", "flow", "cited"),
    "The whole of it": ("about", "moves", "speech", "promises", "findings", "warnings", "scoreboard"),
    "Notes": (
        "note", "mark", "from", "agree", "disagree", "unseen", "guide", "rate", "notes", "withdraw", "merge", "export",
    ),
    "What if": ("branch", "tree", "compare"),
    "And": ("help", "quit"),
}  # fmt: skip
COMMANDS: Final[Mapping[str, Command]] = {
    "next": Command("next [N | ballot | mark ...]", "the next events, or the next moment; also an empty line", stepping.step_on),
    "back": Command("back [N | ballot | mark ...]", "back by so many events, or to the moment before", stepping.step_back),
    "go": Command("go 412 | 40% | day 6 | {option} | end", "to a moment; also 6.2, a finding, ballot, exit", stepping.go),
    "play": Command("play [20] [to day 6]", "plays on by itself: minutes a second", _play),
    "moments": Command("moments [ballot | exit | first ...]", "moments worth going to", stepping.list_moments),
    "find": Command("find WORDS", "events with these words", stepping.search),
    "only": Command("only seat {seat} issue {issue} | all", "these events only; also kind, to private", stepping.narrow),
    "as": Command("as {seat} | observer | facilitator | all", "look with other eyes", stepping.look_as),
    "state": Command("state [agenda | text | zone ...]", "everything beside the log", asking.how_things_stood),
    "follow": Command("follow zone text | off", "tell these after each step, where they changed", _follow),
    "zone": Command("zone", "packages that all would have signed", asking.zone),
    "dials": Command("dials", "the dials", asking.dials),
    "flow": Command("flow [{issue}]", "the debate: answered, dropped, conceded", asking.flow),
    "cited": Command("cited", "which claims were cited, and how", asking.cited),
    "about": Command("about", "the transcript and how it ended", _about),
    "moves": Command("moves", "who moved on what, after what", asking.ledger_of_moves),
    "speech": Command("speech", "who spoke how much, and after whom", asking.speech),
    "promises": Command("promises", "side deals, kept and broken", asking.side_deals),
    "findings": Command("findings [{finding}]", "predictions, or one with its evidence", asking.findings),
    "warnings": Command("warnings", "early warnings where they stood", asking.early_warnings),
    "scoreboard": Command("scoreboard [QUESTION]", "which article it bears out", asking.scoreboard),
    "note": Command("note [400-420] TEXT", "a note on this event, or on several", annotating.note),
    "mark": Command("mark turning [400-420] TEXT", "good, mistake, turning, question", annotating.mark),
    "from": Command("from", "the next note is on all from here on", annotating.begin_range),
    "agree": Command("agree {finding} WHY", "agree with a finding", annotating.verdict("agree")),
    "disagree": Command("disagree {finding} WHY", "disagree with it", annotating.verdict("disagree")),
    "unseen": Command("unseen {finding} WHY", "hold it for not observable", annotating.verdict("unseen")),
    "guide": Command("guide [{finding}]", "the evaluation guide with its ratings", annotating.guide),
    "rate": Command("rate {finding} performed WHY", "or some, major, unable, not (P S M U N)", annotating.rate),
    "notes": Command("notes [{author} | turning]", "all notes, or some of them", annotating.list_notes),
    "withdraw": Command("withdraw {author}-3", "take a note back", annotating.withdraw),
    "merge": Command("merge FILE", "take in notes; also JSON and CSV", annotating.merge),
    "export": Command("export FILE", "write notes as .md, .csv, .json, .jsonl", annotating.write_notes),
    "branch": Command("branch [{seat}=Ann]", "play on otherwise from here, in a new file", branching.begin),
    "tree": Command("tree", "this transcript and its branches", branching.show_tree),
    "compare": Command("compare [FILE]", "beside its parent, or another one", branching.compare),
    "help": Command("help", "this list", _help),
    "quit": Command("quit", "leave", _quit),
    "import": Command("import FILE", "take in notes", annotating.merge),
}  # fmt: skip
