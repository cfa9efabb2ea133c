"""The only writer of a transcript: what it has appended is in the file, whole decisions or nothing."""

import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from exercise.model.events import Event
from exercise.transcript.chain import link, seal
from exercise.transcript.codec import Header, encode_event, encode_header
from exercise.transcript.lock import lock
from exercise.transcript.problems import TranscriptError, TranscriptExistsError
from exercise.transcript.reader import Recording, read_transcript

_BINARY: Final[int] = getattr(os, "O_BINARY", 0)
_OPEN: Final = os.O_RDWR | os.O_APPEND | _BINARY


class TranscriptWriter:
    """Appends decisions to one transcript. `durable` also waits for the disk, which costs about 0.2 ms a decision."""

    def __init__(self, path: Path, fd: int, durable: bool) -> None:
        self.path = path
        self._fd = fd
        self._durable = durable
        self._size = 0
        self._chain = b""
        self._n = 0

    @classmethod
    def create(cls, path: Path, header: Header, durable: bool = False) -> Self:
        """Begin a transcript. Raises TranscriptExistsError where the file exists, TranscriptError where it fails."""
        try:
            head = encode_header(header)
            fd = os.open(path, _OPEN | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError as error:
            raise TranscriptExistsError(f"{path} exists already and is not overwritten.") from error
        except (OSError, ValueError) as error:
            raise TranscriptError(f"The transcript {path} cannot be created: {_reason(error)}.") from error
        writer = cls(path, fd, durable)
        try:
            writer._claim()
            chain = link(b"", head)
            writer._write(seal(head, chain), chain, 0)
            writer._sync_folder()
        except BaseException as error:
            writer.close()
            path.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise TranscriptError(f"The transcript {path} cannot be created: {_reason(error)}.") from error
            raise
        return writer

    @classmethod
    def reopen(cls, path: Path, durable: bool = False) -> tuple[Self, Recording]:
        """Go on with a transcript, and what is in it. A cut-off end is moved to a side file `NAME.torn`.

        Raises TranscriptError where the file is damaged, cannot be written or is being written by somebody else.
        """
        try:
            fd = os.open(path, _OPEN)
        except (OSError, ValueError) as error:
            raise TranscriptError(f"The transcript {path} cannot be continued: {_reason(error)}.") from error
        writer = cls(path, fd, durable)
        try:
            writer._claim()
            recording = read_transcript(path)
            if recording.damaged:
                message = f"The transcript is damaged and cannot be continued: {recording.errors[0]}"
                raise TranscriptError(message, recording.problems)
            writer._go_on(recording)
        except BaseException as error:
            writer.close()
            if isinstance(error, OSError):
                raise TranscriptError(f"The transcript {path} cannot be continued: {_reason(error)}.") from error
            raise
        return writer, recording

    def append(self, events: Sequence[Event]) -> None:
        """Write the events of one decision. Where this raises TranscriptError, the file is as it was before.

        Raises UnicodeEncodeError, and writes nothing, for text that no file can hold.
        """
        if not events:
            return
        if self._fd < 0:
            raise TranscriptError(f"The transcript {self.path} is closed; resume the exercise from it.")
        if events[0].n != self._n + 1:
            raise TranscriptError(f"The transcript {self.path} ends with event {self._n}; resume the exercise from it.")
        chain, lines = self._chain, []
        last = events[-1]
        for event in events:
            head = encode_event(event, event is not last)
            chain = link(chain, head)
            lines.append(seal(head, chain))
        self._write(b"".join(lines), chain, last.n)

    def close(self) -> None:
        """Let go of the file. Closing twice does nothing."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _claim(self) -> None:
        if not lock(self._fd):
            raise TranscriptError(f"{self.path} is being written by another exercise.")

    def _write(self, data: bytes, chain: bytes, n: int) -> None:
        try:
            rest = data
            while rest:
                rest = rest[os.write(self._fd, rest) :]
            if self._durable:
                os.fsync(self._fd)
            if os.fstat(self._fd).st_nlink == 0:
                raise FileNotFoundError(0, "it was deleted while the exercise ran")
            self._size, self._chain, self._n = self._size + len(data), chain, n
        except OSError as error:
            self._take_back()
            raise TranscriptError(f"The transcript {self.path} cannot be written: {_reason(error)}.") from error
        except BaseException:
            # An interrupt must not leave a decision in the file that the room does not know.
            self._take_back()
            raise

    def _take_back(self) -> None:
        """Cut off a half-written decision; where even that fails, nothing more is written."""
        try:
            os.ftruncate(self._fd, self._size)
        except OSError:
            self.close()

    def _go_on(self, recording: Recording) -> None:
        self._size, self._chain, self._n = recording.size, recording.chain, len(recording.events)
        if os.fstat(self._fd).st_size > self._size:
            self._keep_torn()
            os.ftruncate(self._fd, self._size)
        os.lseek(self._fd, self._size - 1, os.SEEK_SET)
        if os.read(self._fd, 1) != b"\n":
            self._write(b"\n", self._chain, self._n)

    def _keep_torn(self) -> None:
        os.lseek(self._fd, self._size, os.SEEK_SET)
        with self.path.with_name(self.path.name + ".torn").open("ab") as side:
            while part := os.read(self._fd, 1 << 20):
                side.write(part)

    def _sync_folder(self) -> None:
        """A new file is safe only when its folder is on the disk too; Windows cannot open folders."""
        if not self._durable or os.name == "nt":
            return
        fd = os.open(self.path.parent, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeEncodeError):
        return "a name or text holds characters that no file can hold"
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)) or "unknown reason"
