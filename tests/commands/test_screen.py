"""The interface from the command line, in a terminal of its own: what opens when, and what is left when it ends."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from exercise.commands.screen import at_screen

LIMIT = 30.0


class Terminal:
    """A process in a terminal of 100 columns by 30 lines."""

    def __init__(self, folder: Path, arguments: Sequence[str]) -> None:
        self.seen = ""
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.environ |= {"TERM": "xterm-256color", "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
            os.execv(sys.executable, [sys.executable, "-m", "exercise.cli", *arguments])
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))

    def until(self, words: str) -> None:
        """Read until words were written, or the process ends."""
        end = time.monotonic() + LIMIT
        while words not in self.seen:
            assert time.monotonic() < end, self.seen[-2000:]
            assert self._read(), self.seen[-2000:]

    def type(self, keys: str) -> None:
        os.write(self._fd, keys.encode())

    def end(self) -> int:
        """Wait for the process; its exit code."""
        end = time.monotonic() + LIMIT
        while self._read():
            assert time.monotonic() < end, self.seen[-2000:]
        os.close(self._fd)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self) -> bool:
        ready, _, _ = select.select([self._fd], [], [], 1)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.seen += data.decode("utf-8", "replace")
        return bool(data)


def terminal(tmp_path: Path, *arguments: str) -> Terminal:
    (tmp_path / "transcripts").mkdir(exist_ok=True)
    return Terminal(tmp_path, arguments)


def test_alone_it_opens_the_home_screen(tmp_path: Path) -> None:
    screen = terminal(tmp_path)
    screen.until("First steps: a bridge")
    screen.type("q")
    assert screen.end() == 0


def test_play_opens_the_set_up_with_what_was_given(tmp_path: Path) -> None:
    screen = terminal(tmp_path, "play", "first-steps", "--seed", "42")
    screen.until("Start")
    screen.until("42")
    screen.type("\x1b")
    assert screen.end() == 0
    assert list((tmp_path / "transcripts").iterdir()) == []


def test_play_with_a_seat_begins_at_once_and_resume_goes_on(tmp_path: Path) -> None:
    screen = terminal(tmp_path, "play", "first-steps", "--seat", "MILL=Ann")
    screen.until("You have the floor")
    screen.type("\x0c")
    assert screen.end() == 0
    assert "Go on with: exercise resume" in screen.seen
    (saved,) = (tmp_path / "transcripts").glob("*.jsonl")
    again = terminal(tmp_path, "resume", str(saved))
    again.until("You have the floor")
    again.type("\x0c")
    assert again.end() == 0


def test_plain_stays_text(tmp_path: Path) -> None:
    plain = terminal(tmp_path, "play", "first-steps", "--bots", "all", "--plain")
    assert plain.end() == 0
    assert "== The outcome ==" in plain.seen
    assert "\x1b[?1049h" not in plain.seen


def test_a_wrong_name_is_told_before_any_screen_opens(tmp_path: Path) -> None:
    wrong = terminal(tmp_path, "play", "first-step")
    assert wrong.end() == 2
    assert "did you mean first-steps?" in wrong.seen
    assert "\x1b[?1049h" not in wrong.seen


def test_without_a_terminal_there_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not at_screen(False, None, False)
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True, raising=False)
    assert at_screen(False, None, False)
    assert not at_screen(True, None, False)
    assert not at_screen(False, Path("moves.txt"), False)
    assert not at_screen(False, None, True)
    monkeypatch.setenv("TERM", "dumb")
    assert not at_screen(False, None, False)
