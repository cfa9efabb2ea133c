"""Writing what a command made into a file: never over something that is there without being told to."""

from pathlib import Path

from exercise.commands.loading import Bad


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
