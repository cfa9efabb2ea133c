"""The command that looks at a scenario's balance before anybody plays it."""

import json
import sys
from collections.abc import Generator
from typing import TYPE_CHECKING

import click

from exercise.commands.loading import Bad, scenario, unknown
from exercise.model.scenario import Scenario
from exercise.plain.wrapping import fit, wrap

if TYPE_CHECKING:
    from exercise.analysis.analysis import Analysis
    from exercise.analysis.noise import Step

NOISE = 100_000
"""Runs of noise at most."""


@click.command()
@click.argument("name", metavar="SCENARIO")
@click.option(
    "--noise", metavar="RUNS", type=click.IntRange(0, NOISE), default=0, help="Move every score at random, so often."
)
@click.option("--seed", type=int, default=1, show_default=True, help="For noise and for samples of very large spaces.")
@click.option("--agenda", is_flag=True, help="Also count the packages of all issues together.")
@click.option("--frontier", is_flag=True, help="Find the whole Pareto frontier of a large space too; may take minutes.")
@click.option("--difficulty", metavar="ID", help="With the reservations of this difficulty.")
@click.option("--red-lines", type=click.Choice(["bind", "warn"]), help="Instead of the scenario's setting.")
@click.option("--section", "only", metavar="ID", multiple=True, help="Show this section only; repeat for several.")
@click.option("--all", "everything", is_flag=True, help="List every deal and every coalition.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for scripts.")
def analyse(
    name: str,
    noise: int,
    seed: int,
    agenda: bool,
    frontier: bool,
    difficulty: str | None,
    red_lines: str | None,
    only: tuple[str, ...],
    everything: bool,
    as_json: bool,
) -> None:
    """Show the balance of SCENARIO: who can agree on what, which deals there are, and what moves them.

    SCENARIO is a name from `exercise scenarios` or a file.
    """
    found = scenario(name)
    from exercise.analysis.analysis import Asked, NoSheetsError, analysing
    from exercise.analysis.counts import TooManyPartiesError

    asked = Asked(_shift(found, difficulty), red_lines or "", noise, seed, agenda, frontier)
    try:
        made = _counted(analysing(found, asked))
    except NoSheetsError:
        _without_sheets(found, as_json)
        return
    except TooManyPartiesError as error:
        raise Bad(str(error)) from error
    if as_json:
        from exercise.plain.balance.record import record

        click.echo(json.dumps(record(made), indent=1, ensure_ascii=False))
        return
    from exercise.plain.balance.whole import sections, told

    known = [section.id for section in sections(made)] if only else []
    for id in only:
        if id not in known:
            raise unknown("section", id, known)
    for line in told(made, only, everything):
        for shown in fit(line):
            click.echo(shown)


def _counted(steps: "Generator[Step, None, Analysis]") -> "Analysis":
    """The analysis at the end of its steps, which somebody who looks on is told."""
    watched = sys.stderr.isatty()
    while True:
        try:
            step = next(steps)
        except StopIteration as done:
            if watched:
                click.echo("\r\x1b[K", nl=False, err=True)
            found: Analysis = done.value
            return found
        if watched:
            part = "" if step.part is None else f" ({100 * step.part:.0f} %)"
            click.echo(f"\r\x1b[K{step.doing}{part} ...", nl=False, err=True)


def _shift(found: Scenario, difficulty: str | None) -> float:
    """The points by which a difficulty moves reservations."""
    if difficulty is None:
        return 0.0
    shifts = {d.id: d.shift for d in found.difficulties}
    if difficulty not in shifts:
        raise unknown("difficulty", difficulty, shifts) if shifts else Bad(f"{found.id} has no difficulties")
    return shifts[difficulty]


def _without_sheets(found: Scenario, as_json: bool) -> None:
    text = f"{found.title}: no party has a score sheet, so nothing can be said about its balance."
    if as_json:
        click.echo(
            json.dumps({"scenario": found.id, "title": found.title, "parties": [], "says": text}, ensure_ascii=False)
        )
        return
    for line in wrap(f"{text} Write `batna`, `margin`, `weights` and `sheet` into the roles, and ask again."):
        click.echo(line)
