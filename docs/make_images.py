"""Draws the pictures in docs/images from real exercises: `python docs/make_images.py [NAME...]`.

The interface's screens come from scenes.py; line-mode.svg is a scripted session of the line mode. Drawing again changes nothing
unless the program or its content has changed.
"""

import asyncio
import io
import os
import re
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text
from scenes import SCENES, Scene, shelf
from textual.app import App

from exercise.ui.app import Interface
from exercise.ui.preferences import Preferences

HERE = Path(__file__).parent
IMAGES = HERE / "images"
SIZE = (120, 40)
TRIES = 200
FONTS = '"Fira Code", "DejaVu Sans Mono", "Cascadia Mono", Menlo, monospace'
HARD_SPACE = "&#160;"
LINE_MODE = "line-mode"
SCRIPT = """\
speak "We came to listen as well as to ask."
ask SCIRI "What would make a limit of three governorates bearable?" on FED
why propose
support FED3 "Three governorates are enough to share a port."
argue FED3 for "Three governorates are enough to share a port, and too few to frighten anybody." cite V08
"""
LINES = 46


def main() -> None:
    wanted = sys.argv[1:] or [LINE_MODE, *SCENES]
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    IMAGES.mkdir(exist_ok=True)
    if LINE_MODE in wanted:
        (IMAGES / f"{LINE_MODE}.svg").write_text(line_mode(), encoding="utf-8")
    with shelf():
        for name in wanted:
            if name in SCENES:
                (IMAGES / f"{name}.svg").write_text(asyncio.run(screen(SCENES[name])), encoding="utf-8")


# The interface


async def screen(scene: Scene, size: tuple[int, int] = SIZE, theme: str = "") -> str:
    """A scene as SVG, in a theme of the interface or its default."""
    with tempfile.TemporaryDirectory() as folder:
        app = Interface(lambda _: scene.begin(), Preferences(Path(folder, "interface.json"), theme=theme))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in scene.keys:
                await pilot.press(key)
                await pilot.pause()
            for _ in range(TRIES):
                if scene.until in shown(app):
                    break
                await pilot.pause(0.05)
            else:
                sys.exit(f"{scene.title}: {scene.until!r} never came; there is\n{shown(app)}")
            await pilot.pause(0.3)
            return tidied(app.export_screenshot(title=scene.title))


def shown(app: App[None]) -> str:
    """What is on the screen, as text."""
    return "\n".join("".join(part.text for part in strip) for strip in app.screen._compositor.render_strips())


def tidied(svg: str) -> str:
    """A picture that asks no font server for its typeface, and in which no renderer can swallow spaces at an edge."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.S)
    svg = re.sub(r"font-family: Fira Code[^;]*;", f"font-family: {FONTS};", svg)
    svg = re.sub(r"<text([^>]*textLength[^>]*)>(.*?)</text>\n?", _without_spaces, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def _without_spaces(text: re.Match[str]) -> str:
    """A piece of text that begins and ends where its letters do."""
    attributes, words = text[1], text[2]
    found = re.search(r' x="([\d.]+)".*textLength="([\d.]+)"', attributes)
    bare = words
    while bare.startswith(HARD_SPACE):
        bare = bare.removeprefix(HARD_SPACE)
    before = cell_len(unescape(words)) - cell_len(unescape(bare))
    while bare.endswith(HARD_SPACE):
        bare = bare.removesuffix(HARD_SPACE)
    if not bare or found is None:
        return text[0] if bare else ""
    cell = float(found[2]) / cell_len(unescape(words))
    attributes = attributes.replace(f' x="{found[1]}"', f' x="{float(found[1]) + before * cell:g}"')
    length = f'textLength="{cell_len(unescape(bare)) * cell:g}"'
    attributes = attributes.replace(f'textLength="{found[2]}"', length)
    return f"<text{attributes}>{bare}</text>\n"


# The line mode


def line_mode() -> str:
    """The last lines of a scripted session as SVG."""
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    for line in session():
        console.print(as_shown(line), soft_wrap=False)
    return tidied(console.export_svg(title="exercise play iraq-2006 --seat KA --plain", theme=DIMMED_MONOKAI))


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


if __name__ == "__main__":
    main()
