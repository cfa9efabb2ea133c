"""Spoils the bytes of good files: bits of YAML in odd places, lines that are gone, twice, or in another order."""

import random
from collections.abc import Callable

PIECES = (
    b"[", b"]", b"{", b"}", b":", b": ", b"- ", b"'", b'"', b"#", b"&a ", b"*a", b"!!str ", b"!", b"|\n", b">-\n", b"---\n", b"...\n",
    b"%YAML 1.1\n", b"? ", b"<<: ", b"\t", b"\n", b"\n\n", b"\r\n", b"\r", b" ", b"    ", b"\0", b"\xff", b"\xc3\x28", b"\xed\xa0\x80",
    b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xc2\x85", b"\x1b[31m", b"~", b"null", b"yes", b"010", b"-1", b"1e9", b"99999999999",
    b".5", b"1.", b"NaN", b"@subject", b"draw", b"parties", b"all", b"core", b"closed", b"NORTH", b"WATER1", b"FLOOD", b"trust", b"id: NORTH",
    b"extends: base.yaml\n", b"include: [base.yaml]\n", b"include: new.yaml\n", b"remove: {seats: [NORTH]}\n", b"roles: .\n", b"roles: [roles, roles]\n",
    b"''", b'""', b"{}", b"[]", b"[[]]", b"{a: {b: []}}", b"(", b"&&", b"||", b"!(", b".exists(x, ", b"entries('spoke')", b"dial('trust')", b" == 1",
    b"\\", b"\\x", b"$", b"$seat", b"\xf0\x9f\x98\x80", b"e\xcc\x81",
)  # fmt: skip


def mutate(content: bytes, chance: random.Random) -> bytes:
    """The content with a few things wrong."""
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_WAYS)(content, chance)
    return content


def _insert(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice(PIECES) + content[at:]


def _replace(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice(PIECES) + content[at + chance.randint(1, 12) :]


def _delete(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + content[at + chance.randint(1, 40) :]


def _flip(content: bytes, chance: random.Random) -> bytes:
    if not content:
        return content
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]


def _lines(change: Callable[[list[bytes], int, int], None]) -> Callable[[bytes, random.Random], bytes]:
    def changed(content: bytes, chance: random.Random) -> bytes:
        lines = content.split(b"\n")
        change(lines, chance.randrange(len(lines)), chance.randrange(len(lines)))
        return b"\n".join(lines)

    return changed


def _drop(lines: list[bytes], at: int, _: int) -> None:
    del lines[at]


def _double(lines: list[bytes], at: int, to: int) -> None:
    lines.insert(to, lines[at])


def _swap(lines: list[bytes], at: int, to: int) -> None:
    lines[at], lines[to] = lines[to], lines[at]


def _indent(lines: list[bytes], at: int, to: int) -> None:
    lines[at] = b" " * (to % 7) + lines[at].lstrip()


def _value(lines: list[bytes], at: int, to: int) -> None:
    """The value of one key behind another key."""
    key, colon, _ = lines[at].partition(b":")
    lines[at] = key + colon + lines[to].partition(b":")[2]


_WAYS = (_insert, _replace, _delete, _flip, *map(_lines, (_drop, _double, _swap, _indent, _value)))
