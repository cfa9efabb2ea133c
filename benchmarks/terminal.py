"""A program in a terminal of its own: started in a pty, watched until words stand on its screen, given keys."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import define, field, frozen

COLUMNS, LINES = 120, 40
LIMIT = 60.0
"""Seconds after which a program that shows nothing is given up."""
QUIET = 0.15
"""Seconds without output after which a screen counts as finished."""
_CONTROL: Final = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[PX^_\]].*?(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]|[\x00-\x1f]", re.S
)


@frozen
class Spent:
    """What a program took until it was ended: seconds of the processor, and the most memory it held at once, in MiB."""

    cpu: float
    memory: float


@define
class Terminal:
    """A running program and what it wrote."""

    pid: int
    fd: int
    began: float
    written: bytes = field(default=b"", init=False)

    @classmethod
    def start(cls, command: Sequence[str], more: Mapping[str, str]) -> "Terminal":
        """Start a program in a new pty of `COLUMNS` by `LINES`; `more` is added to its environment."""
        env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **more}
        began = time.perf_counter()
        pid, fd = pty.fork()
        if pid == 0:
            os.execve(command[0], list(command), env)
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        return cls(pid, fd, began)

    def until(self, *words: str) -> float:
        """Seconds from the start until all these words were written; 0 where they never were."""
        wanted = [word.encode() for word in words]
        while self._read(LIMIT):
            text = _CONTROL.sub(b"", self.written)
            if all(word in text for word in wanted):
                return time.perf_counter() - self.began
        return 0.0

    def press(self, key: bytes) -> float:
        """Seconds from a key to the first output that follows; then the screen is left to finish. 0 where nothing follows."""
        self.settle()
        began = time.perf_counter()
        os.write(self.fd, key)
        answered = self._read(LIMIT)
        took = time.perf_counter() - began
        self.settle()
        return took if answered else 0.0

    def settle(self) -> None:
        """Read until nothing more is written."""
        while self._read(QUIET):
            pass
        self.written = b""

    def rest(self) -> None:
        """Wait until the program has nothing more to do by itself."""
        before = -1.0
        while self.used() > before:
            before = self.used()
            self.settle()
            time.sleep(QUIET)

    def used(self) -> float:
        """Seconds of the processor so far."""
        with open(f"/proc/{self.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> Spent:
        """End the program."""
        memory = self._most_memory()
        os.kill(self.pid, signal.SIGKILL)
        _, _, usage = os.wait4(self.pid, 0)
        os.close(self.fd)
        return Spent(usage.ru_utime + usage.ru_stime, memory)

    def _most_memory(self) -> float:
        """MiB that the program held at most; what the system tells of an ended child counts this process before it started it."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))

    def _most_memory(self) -> float:
        """The most that the program held at once, in MiB; `ru_maxrss` would count what held it before it was started."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        try:
            self.written += os.read(self.fd, 1 << 20)
        except OSError:
            return False
        return True
