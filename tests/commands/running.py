"""Runs the command as its users do: as a process of its own, or in this one where that says the same faster."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from exercise.cli import cli


def exercise(*arguments: str, typed: str | None = None) -> Result:
    """The command in this process; `typed` is what stands in its standard input."""
    return CliRunner().invoke(cli, list(arguments), input=typed)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "exercise.cli", *arguments]


def process(*arguments: str, typed: str = "", cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
    """The command as a process of its own."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
    return subprocess.run(command(*arguments), input=typed, capture_output=True, text=True, cwd=cwd, env=env)
