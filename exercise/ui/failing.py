"""What is said when a part of the program fails: a sentence, where it happened, and what becomes of the exercise."""

import traceback
from pathlib import Path

from exercise.model.text import printable
from exercise.transcript.problems import TranscriptError

SAVED = "Everything that was acknowledged is saved."


def told(error: BaseException) -> str:
    """An error in a sentence. What the program knew at that moment is not in it: it may be somebody's secret."""
    if isinstance(error, TranscriptError):
        return printable(str(error))
    cause = error.__cause__ or error
    says = printable(str(cause), lines=False)[:300].rstrip(".")
    return f"{type(cause).__name__}{f': {says}' if says else ''} ({_where(cause)})."


def _where(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "no place is known"
    ours = [frame for frame in frames if "exercise" in Path(frame.filename).parts]
    last = (ours or frames)[-1]
    return f"{Path(last.filename).name}, line {last.lineno}"
