"""Looking back: reviewing a transcript as text, and checking whether it can be trusted."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from time import sleep
from typing import Any, Final

import click

from exercise.commands.loading import BAD_INPUT, Bad
from exercise.commands.review_summary import summary
from exercise.commands.running import reader
from exercise.commands.screen import at_screen, look_back
from exercise.commands.writing import print_json
from exercise.model.diagnostic import Severity
from exercise.model.text import printable
from exercise.plain.answers import counted
from exercise.plain.wrapping import fit
from exercise.review import telling
from exercise.review.branching import told_tree
from exercise.review.desk import Desk, open_desk
from exercise.review.notes import Notebook
from exercise.review.session import Session
from exercise.review.standpoint import AskError
from exercise.review.stepping import arrive
from exercise.review.verify import Verification, compare
from exercise.review.verify import verify as verified
from exercise.transcript.glimpse import NOTES
from exercise.transcript.problems import TranscriptError

_FILE = click.Path(path_type=Path, dir_okay=False)
UNSOUND: Final = 1


@click.command()
@click.argument("file", type=_FILE)
@click.option(
    "--as", "eyes", default="observer", show_default=True, metavar="SEAT|observer|all", help="Whose eyes to look with."
)
@click.option("--at", "where", default="", metavar="WHERE", help="Where to begin: 412, 40%, day 6, 6.2, F02, end.")
@click.option("--author", default="reviewer", show_default=True, help="The handle that signs notes.")
@click.option("--plain", is_flag=True, help="Text without boxes, for screen readers, pipes and scripts.")
@click.option("--script", type=_FILE, help="Read commands from a file; the first wrong one ends the run.")
@click.option(
    "--ask", "asks", multiple=True, metavar="COMMAND", help="Answer this and leave; may be given several times."
)
@click.option("--branches", is_flag=True, help="Print the tree of transcripts that branched off each other, and leave.")
@click.option("--json", "as_json", is_flag=True, help="State, moments, ledgers, findings, notes and branches as JSON.")
def review(
    file: Path,
    eyes: str,
    where: str,
    author: str,
    plain: bool,
    script: Path | None,
    asks: tuple[str, ...],
    branches: bool,
    as_json: bool,
) -> None:
    """Look back at the exercise saved in FILE: step by step, with anybody's eyes, with notes; `help` inside says how."""
    session = _session(file, eyes, author)
    desk = session.desk
    if branches:
        _say(told_tree(file))
        return
    if where and (asks or as_json):
        _answer(session, f"go {where}", "--at")
    answers = [_answer(session, line, f"--ask {line!r}") for line in asks]
    if as_json:
        print_json(summary(session))
        leave(desk, listed=True)
        return
    if asks:
        for told in answers:
            _say(told)
        return
    if at_screen(plain, script, as_json) and not where:
        look_back(desk, author, eyes)
        return
    _say(telling.overview(desk, session.open))
    if where:
        _say(_answer(session, f"go {where}", "--at"))
    lines = reader(script)
    number = 0
    while not session.over:
        line = lines("review> ")
        if line is None:
            break
        number += 1
        if not sys.stdin.isatty() or script is not None:
            click.echo(f"review> {printable(line, lines=False)}")
        if not line.lstrip().startswith("#"):
            _ask(session, line, number, script)
    leave(desk, listed=True)


def open_for_review(file: Path) -> tuple[Desk, Notebook]:
    """A transcript on the desk with the notes on it; what is wrong with either is listed on standard error."""
    if file.name.endswith(NOTES):
        raise Bad(f"{file} holds reviewers' notes; name the transcript that they are on")
    try:
        desk = open_desk(file)
    except TranscriptError as error:
        list_problems(error.problems)
        raise Bad(str(error)) from None
    notebook = Notebook(file, desk.header)
    list_problems(notebook.problems)
    return desk, notebook


def leave(*desks: Desk, listed: bool = False) -> None:
    """List what is wrong with transcripts, and exit with the code of bad input where one is damaged.

    One that is merely cut off at its end is not. `listed` says that its problems were shown before.
    """
    problems = [problem for desk in desks for problem in desk.problems]
    if not listed:
        list_problems(problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        sys.exit(BAD_INPUT)


def list_problems(problems: Sequence[object]) -> None:
    """Print problems to standard error, one a line."""
    for problem in problems:
        click.echo(printable(str(problem), lines=False), err=True)


def _session(file: Path, eyes: str, author: str) -> Session:
    desk, notebook = open_for_review(file)
    session = Session(desk, notebook, author)
    try:
        session.see_as(eyes)
    except AskError as error:
        raise Bad(f"--as: {error}") from None
    return session


def _answer(session: Session, line: str, option: str) -> list[str]:
    """The answer to a line that came with an option; a wrong one ends the run."""
    try:
        return session.ask(line)
    except AskError as error:
        raise Bad(f"{option}: {error}") from None


def _ask(session: Session, line: str, number: int, script: Path | None) -> None:
    try:
        _say(session.ask(line))
        _play(session, script is None and sys.stdin.isatty())
    except AskError as error:
        if script is not None:
            raise Bad(f"{script}:{number}:1: error: {error}") from None
        _say([f"{error}."])


def _play(session: Session, in_time: bool) -> None:
    """Tell what is played, in time where somebody watches; Ctrl-C stops it where it is."""
    playing, session.playing = session.playing, None
    try:
        for seconds, n in playing.steps if playing else ():
            if in_time:
                sleep(seconds)
            _say(arrive(session, n))
    except KeyboardInterrupt:
        click.echo(f"\nStopped at event {session.at}.")


def _say(lines: list[str]) -> None:
    for line in lines:
        for shown in fit(line):
            click.echo(shown)


@click.command()
@click.argument("file", type=_FILE)
@click.option(
    "--against", type=_FILE, metavar="JSON", help="Compare with the outcome that exercise play --json printed."
)
@click.option("--json", "as_json", is_flag=True, help="The result as JSON.")
def verify(file: Path, against: Path | None, as_json: bool) -> None:
    """Check whether the transcript FILE can be trusted: its chain, its replay, and whether what it states follows.

    Exit code 0 for a sound transcript, 1 for one that is not, 2 for a file that is none.
    """
    found = verified(file)
    saved = list(compare(found.outcome, _outcome(against))) if against is not None else []
    if as_json:
        result = {
            "sound": found.sound and not saved,
            "events": found.events,
            "replayed": found.replayed,
            "problems": list(map(str, found.problems)),
            "differences": [*map(str, found.differences), *saved],
            "outcome": dict(found.outcome),
        }
        print_json(result)
    else:
        for line in (*found.problems, *found.differences, *saved):
            click.echo(printable(str(line), lines=False))
        click.echo(f"{printable(str(file), lines=False)}: {_verdict(found, saved)}")
    if not found.outcome and not found.events:
        sys.exit(BAD_INPUT)
    sys.exit(0 if found.sound and not saved else UNSOUND)


def _verdict(found: Verification, saved: Sequence[str]) -> str:
    """What was checked and what came of it, in one line."""
    if found.sound and not saved:
        return f"sound; {found.events:,} events, chain checked, replayed, findings recomputed"
    parts = ["not sound", f"{found.events:,} events could be read"]
    if found.problems:
        parts.append(f"{len(found.problems):,} {counted('problem', len(found.problems))} of the file")
    if found.outcome:
        differ = len(found.differences)
        parts.append(
            f"replayed to the end; {differ:,} {counted('statement', differ)} that {'does' if differ == 1 else 'do'} not follow"
        )
    else:
        parts.append(f"replayed up to {found.replayed:,} of them" if found.events else "nothing to replay")
    if saved:
        parts.append(f"{len(saved):,} {counted('difference', len(saved))} from the saved outcome")
    return "; ".join(parts)


def _outcome(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Bad(f"cannot read the outcome {path}: {error}") from None
    if not isinstance(found, dict):
        raise Bad(f"{path} is not an outcome that exercise play --json printed")
    return found
