"""Printing: everything a class needs on paper, in one folder."""

from pathlib import Path
from typing import Final

import click

from exercise.commands.loading import Bad, scenario
from exercise.handout.markdown import as_html
from exercise.handout.overview import overview
from exercise.handout.write import Sheet, sheets_of
from exercise.model.scenario import Scenario

_ENDINGS: Final = {"markdown": (".md",), "html": (".html",), "both": (".md", ".html")}


@click.command()
@click.argument("name", metavar="SCENARIO")
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), help="Where it goes; else handout-SCENARIO."
)
@click.option(
    "--format", "how", type=click.Choice(list(_ENDINGS)), default="both", show_default=True, help="Which files."
)
@click.option("--overwrite", is_flag=True, help="Replace sheets that are there already.")
def handout(name: str, folder: Path | None, how: str, overwrite: bool) -> None:
    """Write the sheets of SCENARIO for the printer: situation manual, roles, controller's handbook, forms, guides.

    The HTML pages print from any browser. Sheets under roles/ are confidential: give each to its seat only.
    """
    found = scenario(name)
    target = folder or Path(f"handout-{found.id}")
    papers = sheets_of(found)
    written = {
        target / f"{sheet.path}{ending}": (sheet, ending)
        for ending in _ENDINGS[how]
        for sheet in (*papers, overview(found, papers, ending))
    }
    there = [path for path in written if path.exists()]
    if there and not overwrite:
        raise Bad(f"{there[0]} is there already; --overwrite replaces it, --to writes elsewhere")
    for path, (sheet, ending) in written.items():
        _write(path, _content(found, sheet, ending))
    click.echo(f"{len(written)} sheets in {target}; begin with {target / 'README'}{_ENDINGS[how][-1]}")


def _content(found: Scenario, sheet: Sheet, ending: str) -> str:
    if ending == ".md":
        return sheet.markdown
    return as_html(sheet.markdown, title=sheet.title, scenario=found.title, mark=sheet.mark, wide=sheet.wide)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Bad(f"cannot write {path}: {error.strerror}") from None
