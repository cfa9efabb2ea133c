"""The pages about diagnostics: one Markdown file a code, with what it means, why it matters, a bad example and a good one.

A block of an example is YAML. Its first line may name the file that it stands for (`scenario.yaml` where it does not), and how
its bytes come about: `encoding=NAME`, `escaped` for text with Python's escapes, `padded=N` for N bytes of
comments behind it, `repeated=N` for a last line that stands there N times more.
"""

import re
from pathlib import Path
from typing import Final

from attrs import frozen

from exercise.content import shipped

SCENARIO: Final = "scenario.yaml"
_TITLE: Final = re.compile(r"# (SCN\d{3}): (.+)")
_BLOCK: Final = re.compile(r"^```yaml *([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

Files = dict[str, bytes]


@frozen
class Page:
    """A page as it is read. `bad` and `good` are files by their paths from the scenario's folder."""

    code: str
    meaning: str
    severities: tuple[str, ...]
    text: str
    bad: Files
    good: Files


def folder() -> Path:
    """Where the pages are: in the wheel, or in the documentation of a checkout."""
    inside = shipped() / "diagnostics"
    return inside if inside.is_dir() else shipped() / "docs" / "diagnostics"


def find_page(code: str) -> Path | None:
    """The page about a code, however its letters are written; None where there is none."""
    name = code.strip().upper()
    path = folder() / f"{name}.md"
    return path if re.fullmatch(r"SCN\d{3}", name) and path.is_file() else None


def codes() -> list[str]:
    """Every code that has a page."""
    return sorted(path.stem for path in folder().glob("SCN*.md"))


def read_page(path: Path) -> Page:
    """A page with its examples. Raises ValueError for one that is not written as pages are."""
    text = path.read_text(encoding="utf-8")
    title = _TITLE.match(text)
    severity = re.search(r"^Severity: (.+)$", text, re.MULTILINE)
    if not title or not severity or "\n## Bad\n" not in text or "\n## Good\n" not in text:
        raise ValueError(f"{path.name} has no title, severity, bad or good example")
    before, good = text.split("\n## Good\n")
    before, bad = before.split("\n## Bad\n")
    return Page(title[1], title[2], tuple(severity[1].split(" or ")), text, _files(bad), _files(good))


def _files(part: str) -> Files:
    files: Files = {}
    for words, body in _BLOCK.findall(part):
        name, content = SCENARIO, body.encode()
        for word in words.split():
            key, _, value = word.partition("=")
            match key:
                case "encoding":
                    content = body.encode(value)
                case "escaped":
                    content = re.sub(r"\\x(..)", lambda found: chr(int(found[1], 16)), body).encode()
                case "repeated":
                    content += content.splitlines(keepends=True)[-1] * int(value)
                case "padded":
                    content += b"# more\n" * (int(value) // 7)
                case _:
                    name = word
        files[name] = content
    return files
