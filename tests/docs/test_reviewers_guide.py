"""The reviewer's guide is done, from its first command to its last, and answers as it says.

Blocks of `sh` are run in a folder with the shipped transcripts; a block of `typed` after one is what is typed into it, and a block of
`text` what is printed, where `...` stands for anything.
"""

import re
import shlex
from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner

from exercise.cli import cli

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "docs" / "reviewers-guide.md"
BLOCKS = re.compile(r"^```(?P<kind>sh|typed|text)\n(?P<block>.*?)^```$", re.M | re.S)


def run(arguments: list[str], typed: str) -> str:
    result = CliRunner().invoke(cli, arguments, input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 0, result.output
    return result.output


def matches(wanted: str, said: str) -> bool:
    pattern = ".*?".join(re.escape(part) for part in wanted.strip().split("..."))
    return re.fullmatch(pattern, said.strip().replace("\u00a0", " "), re.S) is not None


def test_the_guide_is_done_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (ROOT / "transcripts").glob("*.jsonl"):
        if not path.name.endswith(".notes.jsonl"):
            copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    blocks = [(match["kind"], match["block"]) for match in BLOCKS.finditer(GUIDE.read_text(encoding="utf-8"))]
    for index, (kind, block) in enumerate(blocks):
        if kind != "sh":
            continue
        rest = dict(reversed(list(_after(blocks[index + 1 :]))))
        said = "".join(run(shlex.split(line)[1:], rest.get("typed", "")) for line in block.splitlines())
        if wanted := rest.get("text"):
            assert matches(wanted, said), f"the guide says\n{wanted}\nand this was said\n{said[:3000]}"
    assert {path.name for path in tmp_path.iterdir()} >= {
        "boycott.html",
        "boycott-to-share.html",
        "boycott.notes.jsonl",
    }


def _after(blocks: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The blocks that belong to a command: up to the next one."""
    ends = next((n for n, (kind, _) in enumerate(blocks) if kind == "sh"), len(blocks))
    return blocks[:ends]
