"""The command `schema`: JSON Schema of scenario files, which editors use to complete and check while one types."""

from pathlib import Path

import click

from exercise.authoring.reference.noted import reference
from exercise.authoring.reference.schema import KINDS, written


@click.command()
@click.argument("kind", type=click.Choice(KINDS), default="scenario")
@click.option("--write", "folder", metavar="FOLDER", help="Write all three schemas into a folder instead.")
def schema(kind: str, folder: str | None) -> None:
    """Print the JSON Schema of a scenario, of a piece of one, or of a role.

    A file uses it by its first line: # yaml-language-server: $schema=schema/scenario.json
    """
    known = reference()
    if folder is None:
        click.echo(written(known, kind), nl=False)
        return
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for each in KINDS:
        path = target / f"{each}.json"
        path.write_text(written(known, each), encoding="utf-8")
        click.echo(path)
