"""Checks a role or a piece of a scenario on its own, as far as that goes without the scenario that uses it."""

from enum import StrEnum
from pathlib import Path
from typing import Final

from exercise.authoring.codes import Code
from exercise.authoring.load import Loaded
from exercise.authoring.nodes import Table, read_file
from exercise.authoring.pieces import Pieces, home_of
from exercise.authoring.proof import Proof
from exercise.authoring.read_role import read_role
from exercise.authoring.read_scenario import read_scenario
from exercise.model.diagnostic import Diagnostic

_ROLE: Final = frozenset({"public", "confidential", "sheet", "cards", "short"})
_SCENARIO: Final = frozenset({"id", "extends", "title"})


class Kind(StrEnum):
    """What a file of a scenario is."""

    SCENARIO = "scenario"
    ROLE = "role"
    PIECE = "piece"


def kind_of(path: Path) -> Kind:
    """What a file is by its keys; one that cannot be read, or holds nothing that is known, counts as a scenario."""
    tree = read_file(path, str(path)).node
    keys = set(tree.entries) if isinstance(tree, Table) else set()
    if keys & _ROLE:
        return Kind.ROLE
    return Kind.SCENARIO if keys & _SCENARIO or not keys else Kind.PIECE


def check_role(path: Path) -> Loaded:
    """A role file without the scenario whose issues, seats and claims it names."""
    proof, pieces, tree = _read(path)
    if tree is not None:
        read_role(proof, tree, {})
    return _found(proof, pieces)


def check_piece(path: Path) -> Loaded:
    """A piece without the files that it is included with: what it names may stand there, and so may what is missing."""
    proof, pieces, tree = _read(path)
    if tree is None:
        return _found(proof, pieces)
    read_scenario(proof, tree)
    place = tree.place
    proof.diagnostics = [
        d for d in proof.diagnostics if (d.code, d.line, d.column) != (Code.MISSING.value, place.line, place.column)
    ]
    return _found(proof, pieces)


def _read(path: Path) -> tuple[Proof, Pieces, Table | None]:
    proof = Proof()
    pieces = Pieces(proof, home_of(path), {})
    return proof, pieces, pieces.read(path)


def _found(proof: Proof, pieces: Pieces) -> Loaded:
    diagnostics: tuple[Diagnostic, ...] = tuple(sorted(dict.fromkeys(proof.diagnostics)))
    return Loaded(None, diagnostics, tuple(pieces.files))
