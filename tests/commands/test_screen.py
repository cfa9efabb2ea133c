"""Several people at one terminal: what one read is gone before the next looks, also above the screen."""

import sys

import pytest

from exercise.commands.running import clear_screen


@pytest.mark.skipif(sys.platform == "win32", reason="there the system clears all of it")
def test_the_lines_above_the_screen_go_too(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    clear_screen()
    assert capsys.readouterr().out.endswith("\x1b[3J")


def test_nothing_is_written_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    clear_screen()
    assert capsys.readouterr().out == ""
