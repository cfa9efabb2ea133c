"""The reference of scenarios as one Markdown page: every field, kind, move, decision rule, event, fact and function."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from exercise.authoring.reference.meanings import FORMS
from exercise.authoring.reference.noted import Field, Reference
from exercise.engine.permission import STAGE_MOVES, office_moves
from exercise.engine.scanning import BUILT_IN, MACROS
from exercise.engine.vocabulary import EVENT_FIELDS, FUNCTIONS, VARIABLES
from exercise.model.events import EVENTS
from exercise.model.kinds import MEANINGS, Deferral, RuleKind, SeatKind, StageKind
from exercise.model.moves import MOVES
from exercise.model.scenario import COSTS

_COMMON: Final = ("n", "day", "session", "seat")
"""What every entry of the log has, before the fields of its kind."""

HEAD = """# Reference of scenarios

Written from the program by `docs/make_pages.py`; a test fails where this page is out of date.

A scenario is a YAML file in `scenarios/`; its roles are files in `roles/`. Texts may stand without quotes unless they hold a
colon and a space, or begin with a sign such as `[`, `{`, `&`, `*`, `!`, `|`, `>`, `@`, `%` or a quote. `no`, `010` and
`12:30` stay what was written unless a field asks for a number or a flag. Where a list is expected, one thing may stand alone.
Things with an id may be written as a list, each with its `id`, or as a map from id to the rest. `exercise check` tells what
is wrong and where; editors know the fields from the first line of a file:

```yaml
# yaml-language-server: $schema=schema/scenario.json
```

`exercise schema --write scenarios/schema` writes these schemas beside scenarios of your own.
"""


def page(reference: Reference) -> str:
    """The whole page."""
    lines = [HEAD]
    for name, found in reference.forms.items():
        lines += _form(name, found)
    lines += _kinds()
    lines += _moves()
    lines += _expressions()
    lines += _events()
    return "\n".join(lines).rstrip() + "\n"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heads = list(head)
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


def _form(name: str, found: tuple[Field, ...]) -> Iterator[str]:
    title, _, under = name.partition(".")
    yield f"## {title.capitalize()}{': ' + under.replace('.', ', ') if under else ''}"
    yield ""
    yield FORMS[name].meaning
    yield ""
    yield from _table(
        ("Field", "Takes", "Default", "Meaning", "Example"),
        ((f"`{field.key}`", _takes(field), _default(field), field.meaning, f"`{field.example}`") for field in found),
    )


def _takes(field: Field) -> str:
    return f"{field.takes.in_words} ({field.unit})" if field.unit else field.takes.in_words


def _default(field: Field) -> str:
    return "**needed**" if field.needed else field.default or "none"


def _kinds() -> Iterator[str]:
    for title, kinds in (("Kinds of seats", SeatKind), ("Decision rules", RuleKind), ("Deferrals", Deferral)):
        yield from (f"## {title}", "")
        yield from _table(("Kind", "Meaning"), ((f"`{kind}`", MEANINGS[kind]) for kind in _members(kinds)))
    yield from (
        "## Kinds of stages",
        "",
        "With the moves that are allowed there unless the stage `adds` or `removes` some.",
        "",
    )
    yield from _table(
        ("Kind", "Meaning", "Moves"),
        ((f"`{kind}`", MEANINGS[kind], ", ".join(m for m in MOVES if m in STAGE_MOVES[kind])) for kind in StageKind),
    )


def _members(kinds: type[StrEnum]) -> list[StrEnum]:
    return list(kinds)


def _moves() -> Iterator[str]:
    yield from (
        "## Moves",
        "",
        "Names of moves stand in `adds`, `removes` and `costs`. Costs are minutes of exercise time.",
        "",
    )
    yield from _table(
        ("Move", "Meaning", "By", "Cost"),
        ((f"`{kind}`", _sentence(move), ", ".join(_offices(kind)) or "facilitator", str(COSTS.get(kind, 0)))
         for kind, move in MOVES.items()),
    )  # fmt: skip


def _offices(move: str) -> Iterator[str]:
    yield from (str(office) for office in SeatKind if move in office_moves(office))


def _sentence(described: type) -> str:
    return " ".join((described.__doc__ or "").strip().split("\n\n")[0].split())


def _expressions() -> Iterator[str]:
    yield """## Expressions

Conditions and tests are written in [CEL](https://cel.dev): `&&`, `||`, `!`, `==`, `!=`, `<`, `<=`, `>`, `>=`, `in`, `+`, `-`,
`*`, `/`, `a ? b : c`, text in single quotes, lists in `[ ]`. Numbers with a dot and without do not mix: `dial('trust') > 60.0`,
`day > 6`."""
    searches = ", ".join(f"`{name}`" for name in sorted(MACROS))
    built_in = ", ".join(f"`{name}`" for name in sorted(BUILT_IN))
    yield f"Lists are searched with {searches}: `parties.exists(p, away(p))`. Also there: {built_in}."
    yield from ("", "### Facts", "")
    yield from _table(
        ("Fact", "Type", "Meaning", "Example"),
        ((f"`{v.name}`", f"`{v.type}`", v.meaning, f"`{v.example}`") for v in VARIABLES),
    )
    yield from ("### Functions", "")
    yield from _table(
        ("Function", "Type", "Meaning", "Example"),
        ((f"`{f.signature}`", f"`{f.type}`", f.meaning, f"`{f.example}`") for f in FUNCTIONS),
    )


def _events() -> Iterator[str]:
    yield from ("## Kinds of events", "")
    yield "For `reactions`, `evidence`, `count('kind')` and `entries('kind')`. Every entry has `n`, `day`, `session` and `seat`."
    yield ""
    yield from _table(
        ("Kind", "Meaning", "Fields"),
        ((f"`{kind}`", _sentence(event), _own_fields(kind)) for kind, event in EVENTS.items()),
    )


def _own_fields(kind: str) -> str:
    return ", ".join(f"`{name}`" for name in EVENT_FIELDS[kind][len(_COMMON) :])
