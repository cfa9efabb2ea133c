"""Where transcripts lie and what they are called."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from exercise.transcript.codec import Header
from exercise.transcript.problems import TranscriptError, TranscriptExistsError
from exercise.transcript.writer import TranscriptWriter

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 60


def transcripts_folder(here: Path | None = None) -> Path:
    """`transcripts` in the current folder where there is one, else in the user's own data folder. Creates nothing."""
    near = (here or Path.cwd()) / "transcripts"
    if near.is_dir():
        return near
    # Most exercises run where the folder is, and never need the library.
    from platformdirs import user_data_path

    return user_data_path("fourteen-days", appauthor=False) / "transcripts"


def transcript_path(folder: Path, scenario: str, day_label: str, seed: int) -> Path:
    """The first free name, such as `iraq-2006-2026-11-23-seed7.jsonl`; free for sure only once the file is created."""
    return next(path for path in _names(folder, scenario, day_label, seed) if not path.exists())


def begin_transcript(folder: Path, header: Header, day_label: str, durable: bool = False) -> TranscriptWriter:
    """Create a transcript under the first free name, and the folder where it is missing. Raises TranscriptError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TranscriptError(f"The folder {folder} cannot be created: {error.strerror}.") from error
    for path in _names(folder, header.scenario.id, day_label, header.setup.seed):
        try:
            return TranscriptWriter.create(path, header, durable)
        except TranscriptExistsError:
            continue
    raise AssertionError("names never end")


def _names(folder: Path, scenario: str, day_label: str, seed: int) -> Iterator[Path]:
    stem = f"{_slug(scenario)}-{_slug(day_label)}-seed{seed}"
    yield folder / f"{stem}.jsonl"
    for number in count(2):
        yield folder / f"{stem}-{number}.jsonl"


def _slug(words: str) -> str:
    """The words as part of a file name on every system."""
    return _UNSAFE.sub("-", words[:_LONGEST]).strip("-") or "exercise"
