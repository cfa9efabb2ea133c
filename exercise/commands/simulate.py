"""Rehearsing: many whole exercises by bots, and what they come to."""

import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, Final

import attrs
import click

from exercise.commands.loading import Bad, scenario
from exercise.commands.seating import cards_of, deck_of, seating, shift_of
from exercise.engine.game import Game, Table
from exercise.model.setup import Setup
from exercise.rehearsal.as_json import as_json as rehearsal_json
from exercise.rehearsal.conditions import ConditionError, Variation, variations
from exercise.rehearsal.playing import Case, rehearse
from exercise.rehearsal.spreading import Spread, cores, processes
from exercise.rehearsal.telling import compared, told
from exercise.room.opening import open_room
from exercise.transcript.problems import TranscriptError

INTERRUPTED: Final = 130
EXAMPLES: Final = """\b
Examples:
  exercise simulate iraq-2006 --runs 500
  exercise simulate iraq-2006 --vary dial.enforcement=20,90 --vary dial.trust=20,60
  exercise simulate iraq-2006 --open 17              that run as a transcript

\b
What can vary, each with its values:
  dial.ID=0..100   deck=ID        difficulty=ID|POINTS  red_lines=bind,warn
  card.ID=on,off   mediator=bot,none   bots=STYLE       seat.ID=STYLE|absent
"""


@click.command(epilog=EXAMPLES)
@click.argument("name", metavar="SCENARIO")
@click.option(
    "--runs", default=200, show_default=True, type=click.IntRange(1, 10_000_000), help="Exercises of each case."
)
@click.option(
    "--seed", default=1, show_default=True, type=click.IntRange(0, 2**53), help="The seed of the first exercise."
)
@click.option("--workers", type=click.IntRange(1, 512), help="Processes that play; else one for each core.")
@click.option("--bots", multiple=True, metavar="all|STYLE|SEAT=STYLE", help="Bots, as in exercise play.")
@click.option("--absent", multiple=True, metavar="SEAT", help="A seat that stays empty.")
@click.option("--mediator", default="bot", show_default=True, type=click.Choice(["bot", "none"]), help="Who mediates.")
@click.option("--deck", default="", help="The deck of cards.")
@click.option("--difficulty", default="", help="A name that exercise show lists, or a number of points.")
@click.option("--leave-out", multiple=True, metavar="CARD", help="A card that does not come.")
@click.option("--vary", multiple=True, metavar="WHAT=A,B", help="Compare conditions; repeat it for every combination.")
@click.option("--dask", metavar="ADDRESS", help="Spread over a Dask cluster, such as tcp://host:8786.")
@click.option(
    "--open", "opened", type=click.IntRange(0, 2**53), metavar="SEED", help="Play one run and save its transcript."
)
@click.option(
    "--transcript", type=click.Path(path_type=Path, dir_okay=False), help="Where --open saves; never overwrites."
)
@click.option("--json", "as_json", is_flag=True, help="Counts, shares and intervals as JSON.")
def simulate(
    name: str, runs: int, seed: int, workers: int | None, bots: tuple[str, ...], absent: tuple[str, ...], mediator: str,
    deck: str, difficulty: str, leave_out: tuple[str, ...], vary: tuple[str, ...], dask: str | None, opened: int | None,
    transcript: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Play SCENARIO many times by bots and tell how it comes out.

    Ctrl-C ends it early and keeps what is done.
    """
    found = scenario(name)
    setup = Setup(
        seed=seed,
        players=seating(found, (), bots, absent, mediator),
        deck=deck_of(found, deck),
        shift=shift_of(found, difficulty),
        left_out=cards_of(found, leave_out),
    )
    try:
        cases = variations(Case(found, setup), vary)
    except ConditionError as error:
        raise Bad(f"--vary: {error}") from None
    if opened is not None:
        _save(cases, opened, transcript)
        return
    if transcript is not None:
        raise Bad("--transcript says where --open SEED saves a run; without --open nothing is saved")
    spread = Spread([variation.case for variation in cases], seed, runs)
    _play(spread, workers or cores(), dask)
    if as_json:
        click.echo(
            json.dumps(rehearsal_json(cases, spread.tallies, seed, spread.stopped), indent=1, ensure_ascii=False)
        )
    else:
        lines = told(cases[0], spread.tallies[0], seed) if len(cases) == 1 else compared(cases, spread.tallies)
        click.echo("\n".join(lines))
    if spread.stopped:
        done = sum(tally.runs for tally in spread.tallies)
        click.echo(f"exercise: {spread.stopped} after {done:,} of {spread.wanted:,} exercises", err=True)
        sys.exit(INTERRUPTED)


def _play(spread: Spread, workers: int, dask: str | None) -> None:
    with _progress(spread.wanted) as step:
        if dask is None:
            with processes(workers) as executor:
                spread.play(executor, workers, step)
        else:
            from exercise.rehearsal.cluster import ClusterError, cluster

            try:
                with cluster(dask) as (executor, threads):
                    spread.play(executor, threads, step)
            except ClusterError as error:
                raise Bad(str(error)) from None


def _progress(wanted: int) -> AbstractContextManager[Callable[[int], object]]:
    """A bar on standard error where somebody looks."""
    if not sys.stderr.isatty():
        return nullcontext(lambda done: None)
    return _Bar(click.progressbar(length=wanted, label="Rehearsing", file=sys.stderr))


@attrs.define
class _Bar:
    """click's bar as something that is told how many more are done."""

    bar: Any

    def __enter__(self) -> Callable[[int], object]:
        self.bar.__enter__()
        update: Callable[[int], object] = self.bar.update
        return update

    def __exit__(self, *error: object) -> None:
        self.bar.__exit__(*error)


def _save(cases: tuple[Variation, ...], seed: int, transcript: Path | None) -> None:
    """Play one run of the only case and keep its transcript."""
    if len(cases) > 1:
        raise Bad("--open plays one run: give --vary a single value for each condition")
    case = cases[0].case
    try:
        room, path = open_room(
            Game(Table(case.scenario), attrs.evolve(case.setup, seed=seed)), transcript, durable=False
        )
    except TranscriptError as error:
        raise Bad(str(error)) from None
    try:
        rehearse(room, case.dials)
    finally:
        room.close()
    click.echo(path)
