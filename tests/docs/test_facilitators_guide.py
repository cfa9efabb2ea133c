"""The facilitator's guide is done, from its first command to its last, and answers as it says.

Blocks of `sh` are run in an empty folder; a block of `text` after one is what it prints, where `...` stands for anything. Comments
say what is done to a file: `in FILE` puts the keys of the next YAML block into it, `try in FILE: OLD => NEW` makes a mistake for
the next command only.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from exercise.cli import cli

GUIDE = Path(__file__).parent.parent.parent / "docs" / "facilitators-guide.md"
PARTS = re.compile(r"^<!-- (?P<does>in|try in) (?P<rest>.*?) -->$|^```(?P<kind>\w*)\n(?P<block>.*?)^```$", re.M | re.S)


def runs(block: str) -> Iterator[list[str]]:
    for line in block.splitlines():
        assert line.startswith("exercise "), line
        yield shlex.split(line)[1:]


def run(arguments: list[str]) -> str:
    result = CliRunner().invoke(cli, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


def put(path: Path, keys: str) -> None:
    """Put top-level keys into a file in the place of those that are there."""
    text = path.read_text(encoding="utf-8")
    for part in re.split(r"^(?=\w+:)", keys, flags=re.M):
        if key := part.partition(":")[0].strip():
            text, number = re.subn(rf"^{key}:.*?(?=^\S|\Z)", lambda _, new=part: new, text, count=1, flags=re.M | re.S)
            assert number == 1, f"{path} has no {key}"
    path.write_text(text, encoding="utf-8")


def spoil(path: Path, change: str) -> str:
    """Make a mistake in a file; gives what stood there before."""
    before = path.read_text(encoding="utf-8")
    old, new = change.split(" => ")
    assert old in before, f"{path} does not hold {old}"
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    return before


def matches(wanted: str, said: str) -> bool:
    """Whether what was said is what is written, with `...` for anything."""
    pattern = ".*?".join(re.escape(part) for part in wanted.strip().split("..."))
    return re.fullmatch(pattern, said.strip().replace("\u00a0", " "), re.S) is not None


def test_the_guide_is_done_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file, spoilt, said, ran = Path(), (Path(), ""), "", 0
    for part in PARTS.finditer(GUIDE.read_text(encoding="utf-8")):
        match part["does"], part["kind"]:
            case "in", _:
                file = Path(part["rest"])
            case "try in", _:
                name, _, change = part["rest"].partition(": ")
                spoilt = (Path(name), spoil(Path(name), change))
            case _, "yaml":
                put(file, part["block"])
            case _, "sh":
                said = "".join(run(arguments) for arguments in runs(part["block"]))
                ran += 1
                if spoilt[1]:
                    spoilt[0].write_text(spoilt[1], encoding="utf-8")
                    spoilt = (Path(), "")
            case _, "text":
                assert matches(part["block"], said), (
                    f"the guide says\n{part['block']}\nand this was said\n{said[:2000]}"
                )
            case _:
                raise AssertionError(f"nobody knows what to do with {part[0]}")
    assert ran >= 12
    assert list((tmp_path / "handout-water-for-the-salwa" / "roles").glob("*.html"))
