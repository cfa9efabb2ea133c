"""What can be wrong with a transcript: one table of codes, and the error of whoever cannot go on."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from exercise.model.diagnostic import Diagnostic, Severity
from exercise.model.text import printable

MOST: Final = 100
"""Problems listed for one file; what comes after is only counted."""

_LONGEST = 300
_ERROR, _WARNING = Severity.ERROR, Severity.WARNING


@frozen
class Code:
    """What a code means, how bad it is, and what to do about it."""

    severity: Severity
    meaning: str
    hint: str


_COPY = "the line is left out; compare with another copy"
_UNTOLD = "nobody was told of it; resuming cuts it off"

CODES: Final[Mapping[str, Code]] = {
    "TRN101": Code(_ERROR, "the file cannot be opened", "name a transcript file that you may read"),
    "TRN102": Code(_ERROR, "no header", "the first line holds format, program, scenario, digest and setup"),
    "TRN103": Code(_ERROR, "newer format", "update the program to read all of it and to go on with it"),
    "TRN104": Code(
        _ERROR, "unreadable scenario or setup", "the events can be listed, but neither replayed nor continued"
    ),
    "TRN105": Code(
        _ERROR, "wrong digest", "the scenario was changed after the exercise began; compare with another copy"
    ),
    "TRN106": Code(_ERROR, "not JSON", _COPY),
    "TRN107": Code(_ERROR, "not an event", _COPY),
    "TRN108": Code(_ERROR, "unknown kind of event", "the line is left out; a newer program may know it"),
    "TRN109": Code(_ERROR, "missing events", "what follows may not fit; compare with another copy"),
    "TRN110": Code(_ERROR, "a number twice or too late", "lines must stay in the order in which they were written"),
    "TRN111": Code(_ERROR, "broken chain", "this line, or one cut out before it, was changed after it was written"),
    "TRN112": Code(_WARNING, "last line cut off", _UNTOLD),
    "TRN113": Code(_WARNING, "last decision cut off", _UNTOLD),
    "TRN114": Code(_ERROR, "more problems than are listed", "mend or replace the file first"),
    "TRN115": Code(_ERROR, "an event of what there is not", _COPY),
}


class TranscriptError(Exception):
    """A transcript cannot be written or continued. The message is a sentence for the person at the keyboard."""

    def __init__(self, message: str, problems: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(printable(message, lines=False))
        self.problems = problems


class TranscriptExistsError(TranscriptError):
    """A file of that name is there already, and nothing is ever overwritten."""


def diagnostic(file: str, line: int, code: str, message: str) -> Diagnostic:
    """A problem of the table. The message may quote the file, so it is made printable and short."""
    known = CODES[code]
    shown = printable(message, lines=False)
    if len(shown) > _LONGEST:
        shown = shown[:_LONGEST] + "…"
    return Diagnostic(printable(file, lines=False), line, 1 if line else 0, known.severity, code, shown, known.hint)
