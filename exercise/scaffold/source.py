"""Files that a draft is taken from, read with care: they come from strangers."""

from pathlib import Path
from typing import Final

from exercise.scaffold.draft import DraftError

LIMIT: Final = 4_000_000
"""Bytes of a file that a draft is taken from."""


def text_of(path: Path) -> str:
    """The text of a file. Raises DraftError for what cannot be read, is too large, or is not UTF-8."""
    try:
        if not path.is_file():
            raise DraftError(f"it is {'not a file' if path.exists() else 'not there'}", f"{path}:1:1")
        if path.stat().st_size > LIMIT:
            raise DraftError(f"the file is larger than {LIMIT // 1_000_000} MB", f"{path}:1:1")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DraftError(f"the file is not UTF-8 (byte {error.start + 1})", f"{path}:1:1") from None
    except OSError as error:
        raise DraftError(f"it cannot be read: {error.strerror}", f"{path}:1:1") from None
