"""Loads a scenario with its roles and says everything that is wrong with it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from exercise.authoring.codes import Code
from exercise.authoring.links import check_links
from exercise.authoring.merge import prune
from exercise.authoring.nodes import Entry, Items, Table, Text, place_within, read_file
from exercise.authoring.pieces import Pieces, home_of, role_files
from exercise.authoring.proof import EVIDENCE, EnoughError, Proof
from exercise.authoring.read_role import read_role
from exercise.authoring.read_scenario import read_scenario
from exercise.authoring.sense import check_sense
from exercise.model.diagnostic import Diagnostic, Severity
from exercise.model.role import Role
from exercise.model.scenario import Scenario

_CHAIN: Final = 8
"""Scenarios that extend each other are followed so far when only a title is wanted."""

_COUNTED: Final = 2_500
"""Characters of one expression that count; a longer one is refused by itself and costs no more."""
EXPRESSIONS: Final = 60_000
"""Characters that all expressions of a scenario may have together; checking them takes most of the time."""

Check = Callable[[str], Sequence[tuple[int, str, str]]]
"""Checks an expression: column from 1, message and hint of every problem."""


@frozen
class Checks:
    """How expressions are checked; `evidence` checks a kind of event with a condition."""

    expression: Check | None = None
    evidence: Check | None = None


@frozen
class Loaded:
    """What a file gave: a scenario only where nothing is an error, every diagnostic, and the files that were read.

    `proof` knows where everything stands; it is there where there is a scenario.
    """

    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[Path, ...]
    proof: Proof | None = None
    lines: Mapping[str, tuple[str, ...]] = field(factory=dict)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)


@frozen
class Found:
    """A scenario file in a folder, as a list of scenarios shows it; `problem` says why it cannot be shown better."""

    path: Path
    id: str
    title: str
    summary: str = ""
    level: str = ""
    minutes: int = 0
    problem: str = ""


def load_scenario(
    path: Path,
    check_expression: Check | None = None,
    *,
    checks_for: Callable[[Scenario], Checks] | None = None,
    home: Path | None = None,
    library: Mapping[str, Path] | None = None,
) -> Loaded:
    """Load a scenario. Never raises for what files hold: every problem is a diagnostic.

    `checks_for` makes the checks of expressions for the scenario as read, so that names in them can be checked as well.
    `home` is the folder that the files may not leave; without it the one that holds `scenarios`, or the file's own.
    `library` are scenarios that `extends` may call by name, wherever they are.
    """
    proof = Proof()
    pieces = Pieces(proof, home or home_of(path), library or {})
    scenario = None
    with suppress(EnoughError):
        scenario = _read(pieces, path, checks_for or (lambda _: Checks(check_expression)))
    diagnostics = tuple(sorted(dict.fromkeys(proof.diagnostics)))
    failed = any(d.severity is Severity.ERROR for d in diagnostics)
    files = tuple(dict.fromkeys(pieces.files))
    return Loaded(None, diagnostics, files) if failed else Loaded(scenario, diagnostics, files, proof, pieces.lines)


def _read(pieces: Pieces, path: Path, checks_for: Callable[[Scenario], Checks]) -> Scenario | None:
    """The scenario as it was read, whatever is wrong with it; None where there is nothing to read. Raises EnoughError."""
    tree = pieces.scenario(path)
    if tree is None:
        return None
    proof = pieces.proof
    tree = _for_this(tree, pieces)
    scenario = read_scenario(proof, tree)
    scenario = evolve(scenario, roles=_roles(pieces, tree, scenario))
    check_links(proof, scenario)
    check_sense(proof, scenario)
    _check_tests(proof, pieces, checks_for(scenario))
    return scenario


def _for_this(tree: Table, pieces: Pieces) -> Table:
    """The tree without cards that belong `only` to a scenario that this one is not and does not extend."""
    injects = tree.get("injects")
    if not isinstance(injects, Items):
        return tree
    ids = {"", *pieces.ids, _text(tree, "id")}
    gone = {_text(item, "id") for item in injects.items if _text(item, "only") not in ids}
    left = Items(tuple(item for item in injects.items if _text(item, "id") not in gone), injects.place)
    kept = {**tree.entries, "injects": Entry(tree.entries["injects"].place, left)}
    pruned = prune(Table(kept, tree.place), gone)
    return pruned if isinstance(pruned, Table) else tree


def _text(node: object, key: str) -> str:
    found = node.get(key) if isinstance(node, Table) else None
    return found.value if isinstance(found, Text) else ""


def _roles(pieces: Pieces, tree: Table, scenario: Scenario) -> dict[str, Role]:
    """The roles by seat. Files of roles that no seat plays are only looked at for their id; a later file replaces."""
    proof = pieces.proof
    named = tree.get("roles")
    trees: dict[str, Table] = {}
    for file in dict.fromkeys(role_files(pieces, named)) if named is not None else ():
        found = pieces.read(file)
        if found is None:
            continue
        name = _text(found, "id")
        if not name:
            proof.error(found.place, Code.MISSING, "a role needs `id`")
        elif name in trees and Path(trees[name].place.file).parent == file.parent:
            hint = f"the first is in {trees[name].place.file}"
            proof.error(found.place, Code.TWICE, f"there are two roles `{name}` in one folder", hint)
        trees[name] = found
    for name, found in trees.items():
        proof.define("role", name, found.place)
    options = {issue.id: tuple(option.id for option in issue.options) for issue in scenario.issues}
    roles = {}
    for seat in scenario.seats:
        played = trees.get(seat.role or seat.id)
        pruned = prune(played, proof.removed - set(proof.defined("option"))) if played is not None else None
        if isinstance(pruned, Table):
            roles[seat.id] = read_role(proof, pruned, options)
    return roles


def _check_tests(proof: Proof, pieces: Pieces, checks: Checks) -> None:
    left = EXPRESSIONS
    for text, kind in proof.tests:
        left -= min(len(text.value), _COUNTED)
        if left < 0:
            message = f"a scenario has at most {EXPRESSIONS:,} characters of expressions; here they are exceeded"
            proof.error(text.place, Code.TOO_MUCH, message, "leave something out")
            return
        check = checks.evidence if kind == EVIDENCE else checks.expression
        for column, message, hint in check(text.value) if check else ():
            place = place_within(text, max(0, column - 1), pieces.lines.get(text.place.file, ()))
            proof.error(place, Code.EXPRESSION, message, hint)


def find_scenarios(folders: Iterable[Path]) -> tuple[Found, ...]:
    """The scenario files in these folders, by file name; a name found in an earlier folder hides a later one."""
    found: dict[str, Found] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
            if path.name not in found and (one := _glance(path)):
                found[path.name] = one
    return tuple(found.values())


def _glance(path: Path) -> Found | None:
    """What a list shows of a file; None where it is no scenario."""
    read = read_file(path, str(path))
    tree = read.node
    if not isinstance(tree, Table):
        why = read.diagnostics[0].message if read.diagnostics else "this is no scenario"
        return Found(path, path.stem, path.stem, problem=why)
    if not _text(tree, "id") or not {"stages", "extends"} & set(tree.entries):
        return None
    chain = [tree]
    file, home = path, home_of(path)
    while (parent := _text(chain[-1], "extends")) and len(chain) < _CHAIN:
        file = file.parent / parent
        base = read_file(file, str(file)).node if file.resolve().is_relative_to(home) else None
        if not isinstance(base, Table):
            break
        chain.append(base)
    minutes = _first(chain, "minutes")
    return Found(
        path,
        _text(tree, "id"),
        _first(chain, "title"),
        _first(chain, "summary"),
        _first(chain, "level"),
        int(minutes) if minutes.isdecimal() else 0,
    )


def _first(chain: Sequence[Table], key: str) -> str:
    return next((word.strip() for tree in chain if (word := _text(tree, key))), "")
