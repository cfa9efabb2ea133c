"""Comparing the groups of one class."""

import json
from pathlib import Path
from typing import Final

import click

from exercise.commands.loading import Bad
from exercise.commands.review import open_for_review
from exercise.plain.wrapping import fit

MOST: Final = 30
"""Transcripts that are compared at a time."""


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE FILE..."
)
@click.option("--json", "as_json", is_flag=True, help="The comparison as JSON.")
def compare(files: tuple[Path, ...], as_json: bool) -> None:
    """Set exercises of one scenario side by side: outcomes, who moved, predictions, and what was left on the table."""
    if len(files) < 2:
        raise Bad("compare takes two or more transcripts")
    if len(files) > MOST:
        raise Bad(f"compare takes at most {MOST} transcripts")
    opened = [open_for_review(file) for file in files]
    scenarios = {desk.game.scenario.id: desk.game.scenario for desk, _ in opened}
    if len(scenarios) > 1:
        raise Bad(f"these are exercises of different scenarios: {', '.join(scenarios)}")
    going = [desk.path.name for desk, _ in opened if not desk.over]
    if going:
        raise Bad(f"a comparison opens scores, and {', '.join(going)} is not over")
    # The package space needs NumPy, which help does not.
    from exercise.report.comparison import group
    from exercise.report.comparison_text import as_json as comparison_json
    from exercise.report.comparison_text import as_lines

    (scenario,) = scenarios.values()
    groups = [group(desk, notebook.notes) for desk, notebook in opened]
    if as_json:
        click.echo(json.dumps(comparison_json(scenario, groups), indent=1, ensure_ascii=False))
        return
    for line in as_lines(scenario, groups):
        for shown in fit(line, 100):
            click.echo(shown)
