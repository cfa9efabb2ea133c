"""Runs the line mode from the command line: where lines come from, where they go, and what is left at the end."""

import sys
from collections.abc import Callable
from pathlib import Path

import click
from attrs import frozen

from exercise.commands.farewell import farewell
from exercise.commands.loading import BAD_INPUT, Bad
from exercise.commands.writing import print_json
from exercise.engine.calendar import total_sessions
from exercise.engine.views import OBSERVER
from exercise.model.scenario import Scenario
from exercise.model.text import printable
from exercise.plain.ending import as_json as outcome_json
from exercise.plain.ending import ending
from exercise.plain.pace import Pace
from exercise.plain.session import LineSession
from exercise.plain.wrapping import fit, wrap
from exercise.room.room import Room
from exercise.transcript.problems import TranscriptError

Lines = Callable[[str], str | None]


@frozen
class Run:
    """How the line mode is run: options that `play` and `resume` share."""

    path: Path
    script: Path | None = None
    as_json: bool = False
    reveal: bool = True
    view: str = OBSERVER
    pace: float = 0.0
    since: int = 0


def run(room: Room, how: Run, lines: Lines) -> None:
    """Run to the end of the exercise or of the input, and say where the transcript is."""
    said = Say(how.as_json)
    pace = Pace(how.pace, total_sessions(room.game, room.state)) if how.pace else None
    interactive = how.script is None and _at_terminal()
    session = LineSession(
        room, lines, said, echo=not interactive, strict=how.script is not None, watch_as=how.view, pace=pace, since=how.since,
        hide=clear_screen if interactive and not how.as_json else None,
    )  # fmt: skip
    if not how.since:
        said.all(_begin(room.game.scenario))
    try:
        over = _play(session, said)
        if how.as_json:
            print_json(outcome_json(room.game, room.state, str(how.path)))
        elif over:
            said.all(ending(room, how.reveal))
    finally:
        room.close()
        if not (room.state.closed and how.as_json):
            farewell(how.path, room.state.closed)
    if session.errors and not interactive:
        for error in session.errors if how.script is None else session.errors[:1]:
            click.echo(printable(f"{how.script or 'input'}:{error}", lines=False), err=True)
        sys.exit(BAD_INPUT)


def _begin(scenario: Scenario) -> list[str]:
    """What the scenario is about, how far it can be trusted, and where its numbered claims are explained."""
    claims = (
        f"What is cited by number, such as {scenario.claims[0].id}, is listed at the end." if scenario.claims else ""
    )
    told = (text for text in (scenario.summary, scenario.honesty, claims) if text)
    return [line for text in told for line in ("", *wrap(text))][1:]


def clear_screen() -> None:
    """Take away what the last person read, and what a terminal keeps above the screen to scroll back to."""
    click.clear()
    if sys.stdout.isatty() and sys.platform != "win32":
        sys.stdout.write("\x1b[3J")
        sys.stdout.flush()


def _play(session: LineSession, said: "Say") -> bool:
    try:
        return session.run()
    except TranscriptError as error:
        raise Bad(f"{error} Everything that was acknowledged is saved.") from None
    except KeyboardInterrupt:
        said("")
        return False


class Say:
    """Prints lines of the exercise; beside JSON they go to standard error where a person has to read them, else nowhere."""

    def __init__(self, as_json: bool) -> None:
        self._silent = as_json and not _at_terminal()
        self._err = as_json

    def __call__(self, line: str) -> None:
        if not self._silent:
            click.echo(line, err=self._err)

    def all(self, lines: list[str]) -> None:
        for line in lines:
            for shown in fit(line):
                self(shown)


def reader(script: Path | None, as_json: bool = False) -> Lines:
    """Where lines come from: a script, a pipe, or a person at a prompt."""
    if script is not None:
        try:
            lines = iter(script.read_text(encoding="utf-8-sig").split("\n"))
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            raise Bad(f"cannot read the script {script}: {reason}") from None
        return lambda prompt: next(lines, None)
    if not _at_terminal():
        return lambda prompt: _piped()
    return _ask_beside if as_json else _ask


def _at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _piped() -> str | None:
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return line.rstrip("\r\n") if line else None


def _ask(prompt: str) -> str | None:
    try:
        return input(prompt)
    except EOFError:
        return None


def _ask_beside(prompt: str) -> str | None:
    """A prompt on standard error, because standard output is JSON."""
    click.echo(prompt, err=True, nl=False)
    return _piped()
