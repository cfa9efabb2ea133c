"""The command `check`: every problem of scenarios, roles and folders of them, once or again at each save."""

import sys
from contextlib import suppress
from pathlib import Path

import click

from exercise.authoring.pages import codes, find_page
from exercise.commands.check_formats import FORMATS, show
from exercise.commands.loading import BAD_INPUT, Bad, locate, unknown
from exercise.commands.watch import changes
from exercise.lint.check import Checked
from exercise.lint.check import check as check_files
from exercise.lint.load import load
from exercise.model.uncollected import uncollected

WARNED = 1


@click.command()
@click.argument("names", nargs=-1, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="text", help="How problems are printed.")
@click.option("--strict", is_flag=True, help="End with exit code 1 if there are warnings.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@click.option("--explain", "code", metavar="CODE", help="Print the page about a code, such as SCN415.")
def check(names: tuple[str, ...], form: str, strict: bool, watch: bool, code: str | None) -> None:
    """Check scenarios, roles and folders of them, and list every problem with its place.

    Exit code 0 if there is nothing to mend, 2 if there are errors, 1 if there are warnings and --strict is given.
    """
    if code is not None:
        click.echo(_page(code), nl=False)
        return
    if not names:
        raise click.UsageError("name a scenario, a file or a folder to check")
    paths = [_path(name) for name in names]
    with uncollected():
        checked = _once(paths, form)
    if watch:
        checked = _watch(paths, form, checked)
    sys.exit(BAD_INPUT if checked.errors else WARNED if strict and checked.warnings else 0)


def _page(code: str) -> str:
    path = find_page(code)
    if path is None:
        raise unknown("code", code, codes())
    return path.read_text(encoding="utf-8")


def _once(paths: list[Path], form: str) -> Checked:
    checked = check_files(paths, load)
    for line in show(checked, form):
        click.echo(line)
    click.echo(_summary(paths, checked), err=True)
    if checked.diagnostics and form == "text":
        click.echo(f"more about a code: exercise check --explain {checked.diagnostics[0].code}", err=True)
    return checked


def _watch(paths: list[Path], form: str, checked: Checked) -> Checked:
    """Check again after each change until Ctrl-C; what the last check found."""
    last = [checked]
    with suppress(KeyboardInterrupt):
        for _ in changes(lambda: [*last[0].files, *paths]):
            click.echo("")
            last[0] = _once(paths, form)
    return last[0]


def _path(name: str) -> Path:
    """A file or folder as it is called here: what lies below the folder one stands in is named from there."""
    path = Path(name)
    if not path.exists():
        path = locate(name)
    elif not path.is_dir() and path.suffix not in (".yaml", ".yml"):
        raise Bad(f"cannot check {name}: scenarios and roles end in .yaml")
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def _summary(paths: list[Path], checked: Checked) -> str:
    errors, warnings = (_number(n, word) for n, word in ((checked.errors, "error"), (checked.warnings, "warning")))
    files = _number(len(checked.files), "file")
    return f"{', '.join(map(str, paths))}: {errors}, {warnings} in {files}"


def _number(n: int, word: str) -> str:
    return f"{n or 'no'} {word}{'' if n == 1 else 's'}"
