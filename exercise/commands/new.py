"""Beginning a scenario: from a few answers, from another scenario, from a score sheet, or from a negotiation domain."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

import click

from exercise.authoring.reference.noted import reference
from exercise.authoring.reference.schema import KINDS, written
from exercise.commands.loading import Bad, locate
from exercise.content import scenario_files
from exercise.scaffold.balanced import invented
from exercise.scaffold.draft import Draft, DraftError, slug
from exercise.scaffold.genius import from_genius
from exercise.scaffold.sheet_csv import from_csv
from exercise.scaffold.write import files_of, variant_of

EXAMPLES: Final = """\b
Examples:
  exercise new                                       asks what it needs to know
  exercise new "Water for two towns" --party Upriver --party Downriver --party City \\
      --issue "Water: none | a third | half" --issue "Dam: no | small | large" --days 3
  exercise new "The late conference" --like iraq-2006
  exercise new "Water" --sheet scores.csv
  exercise new "Jobs" --domain jobs.json --profile jobs1.json --profile jobs2.json
"""
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(epilog=EXAMPLES)
@click.argument("title", default="")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="A delegation; repeat it.")
@click.option(
    "--issue", "issues", multiple=True, metavar="TITLE[: A | B | C]", help="A question with its options; repeat it."
)
@click.option("--days", type=click.IntRange(1, 60), help="Days of the conference.  [default: 3]")
@click.option("--like", metavar="SCENARIO", help="Begin as a variant of another scenario that says only what differs.")
@click.option("--sheet", type=_FILE, metavar="CSV", help="Take issues, options and scores from a spreadsheet.")
@click.option("--domain", type=_FILE, help="Take them from a Genius (XML) or GeniusWeb (JSON) domain.")
@click.option("--profile", "profiles", multiple=True, type=_FILE, help="A party's profile in that domain; repeat it.")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    help="Where scenarios/ and roles/ are.",
)
def new(
    title: str, parties: tuple[str, ...], issues: tuple[str, ...], days: int | None, like: str | None,
    sheet: Path | None, domain: Path | None, profiles: tuple[Path, ...], folder: Path,
) -> None:  # fmt: skip
    """Write a small complete scenario called TITLE that checks clean and can be played, to be filled in."""
    given = [name for name, value in (("--like", like), ("--sheet", sheet), ("--domain", domain)) if value]
    if len(given) > 1 or (given and (parties or issues)) or (profiles and not domain):
        raise Bad(
            "begin from one thing: --party and --issue, or --like, or --sheet, or --domain with its --profile files"
        )
    title = title.strip() or _asked("What is it called?")
    try:
        if like:
            files = _variant(like, title, folder)
        else:
            files = files_of(_draft(title, parties, issues, days, sheet, domain, profiles))
    except DraftError as error:
        raise Bad(str(error)) from None
    _write_all(files, folder)
    first = folder / next(iter(files))
    click.echo(f"{len(files)} {'file' if len(files) == 1 else 'files'} in {folder}; begin with {first}")
    click.echo(f"Then: exercise check {first}   exercise play {first}")


def _draft(
    title: str, parties: tuple[str, ...], issues: tuple[str, ...], days: int | None,
    sheet: Path | None, domain: Path | None, profiles: tuple[Path, ...],
) -> Draft:  # fmt: skip
    if sheet is not None:
        return from_csv(sheet, title, days or 3)
    if domain is not None:
        return from_genius(domain, profiles, title, days or 3)
    names = parties or _asked_many("Who sits at the table? One delegation a line, an empty line ends.")
    questions = issues or _asked_many(
        "What is to be settled? One question a line, options may follow: Water: none | half | all"
    )
    return invented(title, names, questions, days or 3)


def _variant(like: str, title: str, folder: Path) -> Mapping[PurePosixPath, str]:
    """A shipped scenario is extended by its name, any other by the way to its file, which has to stay inside the folder."""
    path, id = locate(like), slug(title)
    base = like
    if scenario_files().get(like) != path:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise Bad(
                f"{path} lies outside {folder}, and a scenario takes nothing from outside; choose its folder with --to"
            )
        base = Path(os.path.relpath(path.resolve(), (folder / "scenarios").resolve())).as_posix()
    return {PurePosixPath("scenarios") / f"{id}.yaml": variant_of(path.stem, base, id, title)}


def _at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _asked(question: str) -> str:
    if not _at_terminal():
        raise Bad("give the scenario a title: exercise new TITLE; exercise new --help shows what else it takes")
    answer: str = click.prompt(question)
    return answer.strip()


def _asked_many(question: str) -> tuple[str, ...]:
    if not _at_terminal():
        raise Bad(
            "say who sits at the table and what is to be settled: --party NAME and --issue TITLE, each two or more times"
        )
    click.echo(question)
    answers: list[str] = []
    while answer := click.prompt(f"  {len(answers) + 1}", default="", show_default=False).strip():
        answers.append(answer)
    return tuple(answers)


def _write_all(files: Mapping[PurePosixPath, str], folder: Path) -> None:
    """Write nothing where anything is there already; the schemas beside the scenarios are brought up to date."""
    there = [folder / path for path in files if (folder / path).exists()]
    if there:
        raise Bad(f"{there[0]} is there already; choose another title, or another folder with --to")
    known = reference()
    schemas = {PurePosixPath("scenarios") / "schema" / f"{kind}.json": written(known, kind) for kind in KINDS}
    for name, text in {**files, **schemas}.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise Bad(f"cannot write {path}: {error.strerror}") from None
