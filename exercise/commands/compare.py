"""Comparing the groups of one class."""

from collections import Counter
from pathlib import Path
from typing import Final

import click

from exercise.commands.loading import Bad
from exercise.commands.review import leave, list_problems, open_for_review
from exercise.commands.writing import print_json, write_new
from exercise.transcript.glimpse import NOTES

MOST: Final = 30
"""Transcripts that are compared at a time."""
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE FILE...")
@click.option(
    "-o", "--output", type=_FILE, metavar="FILE", help="Write a page (html) or a picture of the predictions (svg)."
)
@click.option("--overwrite", is_flag=True, help="Replace a file that is there already.")
@click.option("--json", "as_json", is_flag=True, help="The comparison as JSON.")
def compare(files: tuple[Path, ...], output: Path | None, overwrite: bool, as_json: bool) -> None:
    """Set exercises of one scenario side by side: outcomes, who moved, predictions, and what was left on the table.

    Files of notes (`*.notes.jsonl`) belong to their transcripts, so that `*.jsonl` names a class. Damaged transcripts are
    compared as far as they can be replayed; their problems are listed and the exit code is 2.
    """
    files = tuple(file for file in files if not file.name.endswith(NOTES))
    _check(files, output, as_json)
    opened = [open_for_review(file) for file in files]
    scenarios = {desk.game.scenario.id: desk.game.scenario for desk, _ in opened}
    if len(scenarios) > 1:
        raise Bad(f"these are exercises of different scenarios: {', '.join(scenarios)}")
    going = [desk.path.name for desk, _ in opened if not desk.over]
    if going:
        list_problems([problem for desk, _ in opened for problem in desk.problems])
        raise Bad(f"a comparison opens scores, and {', '.join(going)} is not over")
    # The package space needs NumPy, which help does not.
    from exercise.report import comparison, comparison_page, comparison_text
    from exercise.report.matrices import predictions

    scenario = opened[0][0].game.scenario
    groups = comparison.compare([(desk, notebook.notes) for desk, notebook in opened])
    if output is not None and output.suffix == ".svg":
        if not predictions(scenario, groups).rows:
            raise Bad(
                "no prediction could be seen in any of these, so that there is nothing to draw; write an .html page"
            )
        click.echo(write_new(output, comparison_page.as_svg(scenario, groups), overwrite))
    elif output is not None:
        click.echo(write_new(output, comparison_page.as_html(scenario, groups), overwrite))
    elif as_json:
        print_json(comparison_text.as_json(scenario, groups))
    else:
        click.echo("\n".join(comparison_text.as_lines(scenario, groups)))
    leave(*(desk for desk, _ in opened))


def _check(files: tuple[Path, ...], output: Path | None, as_json: bool) -> None:
    if len(files) < 2:
        raise Bad("compare takes two or more transcripts")
    if len(files) > MOST:
        raise Bad(f"compare takes at most {MOST} transcripts")
    twice = [str(path) for path, count in Counter(file.resolve() for file in files).items() if count > 1]
    if twice:
        raise Bad(f"these are named twice: {', '.join(twice)}")
    if output is not None and as_json:
        raise Bad("--json goes to the screen; leave -o out, or redirect it into a file")
    if output is not None and output.suffix not in (".html", ".svg"):
        raise Bad(f"a comparison is written as .html or .svg, not as {output.suffix or 'a file without an ending'}")
