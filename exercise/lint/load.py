"""Loads a scenario with everything that can be found out about it: mistakes first, then what makes a poor game."""

from pathlib import Path

from attrs import evolve

from exercise.authoring.load import Loaded
from exercise.lint.lint import lint
from exercise.room import library


def load(path: Path) -> Loaded:
    """A scenario with every error and every warning."""
    loaded = library.load(path)
    return evolve(loaded, diagnostics=tuple(sorted((*loaded.diagnostics, *lint(loaded)))))
