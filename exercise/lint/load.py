"""Loads a scenario with everything that can be found out about it: mistakes first, then what makes a poor game."""

from pathlib import Path

from exercise.authoring.load import Loaded
from exercise.room import library


def load(path: Path) -> Loaded:
    """A scenario with every error and every warning."""
    return library.load(path)
