"""Draws docs/images/line-mode.svg from a real session: `python docs/make_images.py`."""

import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

HERE = Path(__file__).parent
SCRIPT = """\
speak "We came to listen as well as to ask."
ask SCIRI "What would make a limit of three governorates bearable?" on FED
why propose
support FED3 "Three governorates are enough to share a port."
argue FED3 for "Three governorates are enough to share a port, and too few to frighten anybody." cite V08
"""
LINES = 46


def session() -> list[str]:
    """The lines of a scripted session of one delegation against bots, up to its last command."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "moves.txt")
        script.write_text(SCRIPT, encoding="utf-8")
        command = [sys.executable, "-m", "exercise.cli", "play", "iraq-2006", "--seat", "KA", "--seed", "7"]
        command += ["--script", str(script), "--transcript", str(Path(folder, "t.jsonl"))]
        ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    lines = ran.stdout.splitlines()
    last = max(n for n, line in enumerate(lines) if line.startswith("KA> argue"))
    return lines[last - LINES + 6 : last + 6]


def as_shown(line: str) -> Text:
    """The line as a terminal shows it: the line mode uses no colour. Spaces in front survive SVG only as hard ones."""
    indent = len(line) - len(line.lstrip())
    return Text("\u00a0" * indent + line.lstrip())


def main() -> None:
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    for line in session():
        console.print(as_shown(line), soft_wrap=False)
    svg = console.export_svg(title="exercise play iraq-2006 --seat KA", theme=DIMMED_MONOKAI)
    # The template asks a font server for its typeface; a picture in a repository asks nobody.
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.S)
    (HERE / "images" / "line-mode.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
