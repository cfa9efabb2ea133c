"""Loading scenarios for the commands, with every problem told and exit code 2."""

import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import click

from exercise.authoring.explain import explain, read_line
from exercise.authoring.load import Loaded
from exercise.content import find_scenario, scenario_files
from exercise.model.diagnostic import Severity
from exercise.model.scenario import Scenario
from exercise.model.text import printable
from exercise.room.library import load as load

BAD_INPUT = 2


class Bad(click.ClickException):
    """Something in the input is wrong: one sentence, exit code 2."""

    exit_code = BAD_INPUT

    def show(self, file: object = None) -> None:
        click.echo(f"exercise: {printable(self.message, lines=False)}", err=True)


def unknown(what: str, word: str, known: Iterable[str], more: str = "") -> Bad:
    """Something that does not exist, with the nearest that does, or all there are."""
    ids = {id.casefold(): id for id in known}
    near = get_close_matches(word.casefold(), ids, n=1)
    hint = f"did you mean {ids[near[0]]}?" if near else f"there are {', '.join(ids.values()) or 'none'}{more}"
    return Bad(f"no {what} {word or 'without a name'}; {hint}")


def locate(name: str) -> Path:
    """The file of a scenario, or a Bad with the nearest name."""
    path = find_scenario(name)
    if path is None and Path(name).suffix in (".yaml", ".yml"):
        raise Bad(f"cannot read {name}: it is {'a folder' if Path(name).is_dir() else 'not there'}")
    if path is None:
        raise unknown("scenario", name, sorted(scenario_files()))
    return path


def report(loaded: Loaded) -> None:
    """Print every diagnostic with its source line to standard error."""
    for diagnostic in loaded.diagnostics:
        click.echo(explain(diagnostic, read_line), err=True)


def scenario(name: str) -> Scenario:
    """A scenario that can be played; its problems are printed, and errors end the program."""
    loaded = load(locate(name))
    errors = [d for d in loaded.diagnostics if d.severity is Severity.ERROR]
    if errors or loaded.scenario is None:
        report(loaded)
        sys.exit(BAD_INPUT)
    return loaded.scenario
