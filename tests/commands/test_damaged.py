"""Damaged transcripts open as far as possible in every command: each problem in its place, exit code 2, and never a traceback."""

import gzip
import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import played
import pytest
from running import exercise

sys.path.append(str(Path(__file__).parents[1] / "report"))
import evil

Lines = list[bytes]
PLACE = re.compile(r"^\S.*:\d+:\d+: (error|warning) TRN\d{3}: .+ \(.+\)$")


@cache
def lines() -> tuple[bytes, ...]:
    return tuple(played.transcript(2, "first-steps").read_bytes().splitlines(keepends=True))


def flipped(found: Lines) -> Lines:
    """One bit of one byte in the middle of a line."""
    at = len(found[20]) // 2
    return [*found[:20], found[20][:at] + bytes([found[20][at] ^ 1]) + found[20][at + 1 :], *found[21:]]


DAMAGE: dict[str, tuple[Callable[[Lines], Lines], bool]] = {
    "a byte flipped": (flipped, True),
    "a line missing": (lambda found: [*found[:20], *found[21:]], True),
    "a line twice": (lambda found: [*found[:21], *found[20:]], True),
    "two lines swapped": (lambda found: [*found[:20], found[21], found[20], *found[22:]], True),
    "the order reversed": (lambda found: [found[0], *found[:0:-1]], True),
    "NUL bytes": (lambda found: [*found[:20], b"\0\0\0" + found[20], *found[21:]], True),
    "not UTF-8": (lambda found: [*found[:20], found[20].replace(b'"kind"', b'"\xff\xfekind"'), *found[21:]], True),
    "not even lines": (lambda found: [found[0], bytes(range(256)) * 40], True),
    "a header cut off": (lambda found: [found[0][:500]], False),
    "no header": (lambda found: found[1:], False),
    "gzip": (lambda found: [gzip.compress(b"".join(found))], False),
    "UTF-16": (lambda found: [b"".join(found).decode().encode("utf-16")], False),
    "nothing at all": (lambda found: [], False),
}
"""What is done to the lines of a transcript, and whether anything of it can be replayed afterwards."""
COMMANDS = (
    ("report", "FILE", "--redact"),
    ("report", "FILE", "--redact", "--format", "html"),
    ("review", "FILE", "--json"),
    ("review", "FILE", "--plain"),
    ("compare", "FILE", "GOOD"),
    ("resume", "FILE", "--plain", "--json"),
)


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_lists_the_problems_and_exits_with_2(damage: str, words: tuple[str, ...], tmp_path: Path) -> None:
    spoil, opens = DAMAGE[damage]
    path = tmp_path / "damaged.jsonl"
    path.write_bytes(b"".join(spoil(list(lines()))))
    before = path.read_bytes()
    named = {"FILE": str(path), "GOOD": str(played.transcript(3, "first-steps"))}
    result = exercise(*(named.get(word, word) for word in words))
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 2
    assert path.read_bytes() == before
    where = result.output if words[0] == "review" and opens else result.stderr
    if words[:1] == ("review",) and opens and "--json" in words:
        assert '"problems": [\n  "' in result.stdout
    else:
        # Where the eyes of a reader pass over a long line it is wrapped.
        assert PLACE.search(where.replace("\n    ", " "), re.MULTILINE) or re.search(r": error TRN\d{3}: ", where)
    if opens and words[0] in ("report", "review"):
        assert result.stdout.strip()


@pytest.mark.parametrize("damage", DAMAGE)
def test_verify_says_where_and_does_not_call_it_sound(damage: str, tmp_path: Path) -> None:
    spoil, opens = DAMAGE[damage]
    path = tmp_path / "damaged.jsonl"
    path.write_bytes(b"".join(spoil(list(lines()))))
    result = exercise("verify", str(path))
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == (1 if opens or damage == "no header" else 2)
    *problems, verdict = result.output.splitlines()
    assert problems
    assert all(PLACE.match(line) for line in problems if " TRN" in line)
    assert ": not sound; " in verdict


def test_an_end_that_is_merely_cut_off_is_told_and_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl"
    path.write_bytes(b"".join(lines()[:-1]) + lines()[-1][:-20])
    result = exercise("report", str(path), "--redact")
    assert result.exit_code == 0
    assert "warning TRN112" in result.stderr
    assert "The exercise is not over" in exercise("report", str(path), "--redact", "--format", "html").stdout


def test_a_folder_is_refused(tmp_path: Path) -> None:
    for verb in ("report", "review", "verify", "resume"):
        result = exercise(verb, str(tmp_path))
        assert result.exit_code == 2
        assert "is a directory" in result.output


@pytest.mark.parametrize(
    "words",
    [
        ("report", "FILE"), ("report", "FILE", "--format", "md"), ("report", "FILE", "--format", "json"), ("report", "FILE", "--table", "timeline"),
        ("review", "FILE", "--plain", "--as", "all"), ("review", "FILE", "--json", "--as", "all"), ("verify", "FILE"), ("verify", "FILE", "--json"),
        ("compare", "FILE", "COPY"), ("compare", "FILE", "COPY", "--json"), ("resume", "FILE", "--plain"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_nothing_of_a_hostile_transcript_reaches_the_terminal(words: tuple[str, ...], tmp_path: Path) -> None:
    copy = tmp_path / "copy\x1b[31m.jsonl"
    copy.write_bytes(evil.desk().path.read_bytes())
    named = {"FILE": str(evil.desk().path), "COPY": str(copy)}
    result = exercise(
        *(named.get(word, word) for word in words),
        typed="moments\nfindings\nmoves\nspeech\ndeals\n" if "--plain" in words else None,
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert not set("\x1b\u202e\x07\r") & set(result.output)
