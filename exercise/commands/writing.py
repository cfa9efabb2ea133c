"""Writing what a command made: as JSON, or into a file, and never over something that is there without being told to."""

import json
from pathlib import Path
from typing import Any

import click

from exercise.commands.loading import Bad
from exercise.model.text import printable


def write_new(path: Path, text: str, overwrite: bool) -> Path:
    """Write a text and give the path. Raises Bad where the file is there already or cannot be written."""
    refuse_existing(path, overwrite)
    try:
        path.write_text(text, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise Bad(f"cannot write {path}: {getattr(error, 'strerror', None) or error}") from None
    return path


def refuse_existing(path: Path, overwrite: bool) -> None:
    """Raises Bad where a file is there that must not be replaced."""
    if path.exists() and not overwrite:
        raise Bad(f"{path} is there already; --overwrite replaces it")


def print_json(value: Any) -> None:
    """A value as JSON that loses nothing and sends no control code to a terminal: those are written as escapes."""
    text = json.dumps(value, indent=1, ensure_ascii=False)
    if printable(text) != text:
        text = "".join(char if printable(char) == char else json.dumps(char)[1:-1] for char in text)
    click.echo(text)
