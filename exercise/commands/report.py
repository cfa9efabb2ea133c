"""The after-action report of an exercise, in the form that its file's ending names."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import click

from exercise.commands.loading import Bad
from exercise.commands.review import leave, list_problems, open_for_review
from exercise.commands.writing import refuse_existing, write_new
from exercise.report.account import Account, account
from exercise.report.exports import TABLES, as_csv, as_json
from exercise.report.page import as_html
from exercise.report.written import as_markdown, as_text

_FILE = click.Path(path_type=Path, dir_okay=False)
FORMS: Final[Mapping[str, Callable[[Account], str]]] = {
    "html": as_html,
    "md": as_markdown,
    "txt": as_text,
    "json": as_json,
    "csv": as_csv,
}


@click.command()
@click.argument("file", type=_FILE)
@click.option(
    "-o",
    "--output",
    type=_FILE,
    metavar="FILE",
    help="Where it goes; its ending says the form: " + ", ".join(FORMS) + ".",
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMS)), help="The form, where no ending says it.  [default: txt]"
)
@click.option("--table", type=click.Choice(list(TABLES)), help="Which table to write as CSV.  [default: days]")
@click.option("--no-scores", is_flag=True, help="Leave the appendix with everybody's scores out.")
@click.option("--redact", is_flag=True, help="For sharing: no names, no private words, nothing that was for control.")
@click.option("--overwrite", is_flag=True, help="Replace a report that is there already.")
def report(
    file: Path, output: Path | None, form: str | None, table: str | None, no_scores: bool, redact: bool, overwrite: bool
) -> None:
    """Write the after-action report of the exercise saved in FILE.

    A damaged transcript is reported as far as it can be replayed; its problems are listed and the exit code is 2.
    """
    chosen = form or (output.suffix.lstrip(".").lower() if output is not None else "csv" if table else "txt")
    if chosen not in FORMS:
        raise Bad(f"there is no form {chosen or 'without an ending'}; there are {', '.join(FORMS)}")
    if table and chosen != "csv":
        raise Bad(f"--table names a table of csv, not of {chosen}")
    if output is not None:
        refuse_existing(output, overwrite)
    desk, notebook = open_for_review(file)
    if not desk.over and not redact:
        list_problems(desk.problems)
        raise Bad("the exercise is not over, and the report would open its secrets; --redact leaves them out")
    found = account(desk, notebook.notes, scores=not no_scores, redacted=redact)
    text = as_csv(found, table) if table else FORMS[chosen](found)
    if output is None:
        click.echo(text, nl=False)
    else:
        click.echo(write_new(output, text, overwrite))
    leave(desk)
