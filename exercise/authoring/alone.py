"""Checks a role or a piece of a scenario on its own, as far as that goes without the scenario that uses it."""

import re
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final

from exercise.authoring.codes import Code
from exercise.authoring.explain import text_of
from exercise.authoring.load import Loaded
from exercise.authoring.pieces import Pieces, home_of
from exercise.authoring.proof import EnoughError, Proof
from exercise.authoring.read_role import read_role
from exercise.authoring.read_scenario import read_scenario
from exercise.model.diagnostic import Diagnostic

_KEY: Final = re.compile(r"^([a-z_]+)\s*:", re.MULTILINE)
_ROLE: Final = frozenset({"public", "confidential", "sheet", "cards", "short"})
_SCENARIO: Final = frozenset({"id", "extends", "title"})


class Kind(StrEnum):
    """What a file of a scenario is."""

    SCENARIO = "scenario"
    ROLE = "role"
    PIECE = "piece"


def kind_of(path: Path) -> Kind:
    """What a file is by its keys; one that cannot be read, or holds nothing that is known, counts as a scenario."""
    keys = set(_KEY.findall(text_of(str(path))))
    if keys & _ROLE:
        return Kind.ROLE
    return Kind.SCENARIO if keys & _SCENARIO or not keys else Kind.PIECE


def check_role(path: Path) -> Loaded:
    """A role file without the scenario whose issues, seats and claims it names."""
    proof, pieces = _opened(path)
    with suppress(EnoughError):
        tree = pieces.read(path)
        if tree is not None:
            read_role(proof, tree, {})
    return _found(proof, pieces)


def check_piece(path: Path) -> Loaded:
    """A piece without the files that it is included with: what it names may stand there, and so may what is missing."""
    proof, pieces = _opened(path)
    with suppress(EnoughError):
        tree = pieces.read(path)
        if tree is not None:
            read_scenario(proof, tree)
            here = (Code.MISSING.value, tree.place.line, tree.place.column)
            proof.diagnostics = [d for d in proof.diagnostics if (d.code, d.line, d.column) != here]
    return _found(proof, pieces)


def _opened(path: Path) -> tuple[Proof, Pieces]:
    proof = Proof()
    return proof, Pieces(proof, home_of(path), {})


def _found(proof: Proof, pieces: Pieces) -> Loaded:
    diagnostics: tuple[Diagnostic, ...] = tuple(sorted(dict.fromkeys(proof.diagnostics)))
    return Loaded(None, diagnostics, tuple(pieces.files))
