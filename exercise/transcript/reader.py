"""Reads a transcript as far as it can be read and says what is wrong with it; it never raises for what is in a file."""

import stat
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from exercise.engine.game import Table
from exercise.engine.sense import Sense, sense_of
from exercise.model.diagnostic import Diagnostic, Severity
from exercise.model.events import Event
from exercise.transcript.chain import link, unseal
from exercise.transcript.codec import Header, LineError, decode_event, decode_header
from exercise.transcript.formats import FORMAT
from exercise.transcript.problems import MOST, diagnostic


@frozen
class Recording:
    """What a transcript holds: its header where one can be read, whole decisions only, and what is wrong.

    `size` counts the bytes up to the end of the last whole decision, `chain` is its digest: a writer goes on there.
    """

    header: Header | None
    events: tuple[Event, ...]
    problems: tuple[Diagnostic, ...]
    size: int = 0
    chain: bytes = b""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Damage, as against an end that was merely cut off."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def damaged(self) -> bool:
        return bool(self.errors)


def read_transcript(path: Path) -> Recording:
    """Everything that can be read from a file. A file that cannot be opened has a problem and no events."""
    reading = _Reading(str(path))
    try:
        # A device or a pipe may never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(0, "it is not a file")
        with path.open("rb") as lines:
            reading.read(lines)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        reading.report(0, "TRN101", f"the transcript cannot be read: {reason}")
    return reading.recording()


class _Reading:
    """One pass over the lines of a file.

    A line is in its place when its chain follows from the line before; a number alone may be damaged. After damage the
    chain goes on from what the damaged line states, so that one changed line is one problem.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._header: Header | None = None
        self._format = FORMAT
        self._sense: Sense | None = None
        self._events: list[Event] = []
        self._problems: list[Diagnostic] = []
        self._unlisted = 0
        self._line = 0
        self._next = 1
        self._chain = b""
        self._at = 0
        self._whole = (0, 0, b"")

    def read(self, lines: Iterable[bytes]) -> None:
        for number, line in enumerate(lines, 1):
            self._line = number
            self._at += len(line)
            if number > 1:
                self._event(line)
            else:
                self._first(line)
        if self._line == 0:
            self.report(0, "TRN102", "the file is empty")

    def report(self, line: int, code: str, message: str) -> None:
        if len(self._problems) < MOST:
            self._problems.append(diagnostic(self._file, line, code, message))
        else:
            self._unlisted += 1

    def recording(self) -> Recording:
        kept, size, chain = self._whole
        if kept < len(self._events):
            self.report(self._line, "TRN113", f"the last decision is cut off after event {self._events[-1].n}")
        if self._header is None and not self._events:
            # What is no transcript at all is not told line by line.
            self._problems, self._unlisted = [p for p in self._problems if p.line <= 1], 0
        if self._unlisted:
            self._problems.append(diagnostic(self._file, 0, "TRN114", f"there are {self._unlisted} more problems"))
        return Recording(self._header, tuple(self._events[:kept]), tuple(self._problems), size, chain)

    def _first(self, line: bytes) -> None:
        self._header, problems = decode_header(line)
        if self._header is not None:
            self._format = self._header.format
            self._sense = sense_of(Table(self._header.scenario))
        for problem in problems:
            self.report(1, problem.code, str(problem))
        if any(problem.code == "TRN102" for problem in problems):
            if b'"kind"' in line:
                self._event(line)
            return
        head, stated = unseal(line)
        if link(b"", head) != stated:
            self.report(1, "TRN111", "the header does not fit its chain")
        self._chain = stated
        self._whole = (0, self._at, stated)

    def _event(self, line: bytes) -> None:
        head, stated = unseal(line)
        follows = self._follows(head, stated)
        if follows is not True and not line.endswith(b"\n"):
            self.report(self._line, "TRN112", "the last line is cut off")
            return
        try:
            event, more = decode_event(line, self._format)
            if self._sense is not None and (nonsense := self._sense(event)):
                raise LineError("TRN115", f"event {event.n} cannot be: {nonsense}")
        except LineError as problem:
            self.report(self._line, problem.code, str(problem))
            self._next += bool(line.strip())
            self._pass(stated, False)
            return
        if event.n < self._next:
            self.report(self._line, "TRN110", f"event {event.n} comes after event {self._next - 1}")
            if not follows:
                return
        elif event.n > self._next:
            self.report(self._line, "TRN109", f"event {self._next} is missing before event {event.n}")
        elif follows is False:
            self.report(self._line, "TRN111", f"event {event.n} does not fit its chain")
        self._events.append(event)
        self._next = event.n + 1
        self._pass(stated, more)

    def _follows(self, head: bytes, stated: bytes) -> bool | None:
        """Whether a line's chain follows from the line before; None where that one has no chain to follow from."""
        if self._chain and stated:
            return link(self._chain, head) == stated
        return None if stated else False

    def _pass(self, stated: bytes, more: bool) -> None:
        self._chain = stated
        if not more:
            self._whole = (len(self._events), self._at, stated)
