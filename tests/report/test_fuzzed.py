"""Whatever happens to the bytes of a transcript, it is opened, verified, reported and compared without an exception."""

import re
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import played
from hypothesis import given, settings
from hypothesis import strategies as st

from exercise.report.account import account
from exercise.report.comparison import group
from exercise.report.comparison_text import as_lines
from exercise.report.page import as_html
from exercise.report.written import as_text
from exercise.review.desk import open_desk
from exercise.review.verify import verify
from exercise.transcript.problems import TranscriptError

WORD = re.compile(rb'(?<=")[A-Za-z][A-Za-z0-9_-]*(?=")')
NUMBER = re.compile(rb"(?<=:)-?[0-9.]+")


@cache
def good() -> bytes:
    return played.transcript(2, "first-steps").read_bytes()


@cache
def places(pattern: "re.Pattern[bytes]") -> list[tuple[int, int]]:
    """Where words or numbers stand in the events."""
    start = good().index(b"\n")
    return [found.span() for found in pattern.finditer(good()) if found.start() > start]


@cache
def path() -> Path:
    return Path(mkdtemp(prefix="fuzzed")) / "talks.jsonl"


def survives(data: bytes) -> None:
    path().write_bytes(data)
    verify(path())
    try:
        desk = open_desk(path())
    except TranscriptError as refused:
        told = refused.problems
        assert told
        return
    for redacted in (False, True):
        found = account(desk, redacted=redacted)
        assert as_html(found)
        assert as_text(found)
    assert as_lines(desk.game.scenario, [group(desk), group(desk)])


@settings(max_examples=15)
@given(at=st.integers(0), lost=st.integers(0, 300), junk=st.binary(max_size=6))
def test_bytes_lost_and_changed(at: int, lost: int, junk: bytes) -> None:
    at %= len(good())
    survives(good()[:at] + junk + good()[at + lost :])


@settings(max_examples=10)
@given(st.lists(st.tuples(st.integers(0), st.one_of(st.integers(0), st.text(max_size=6))), min_size=1, max_size=4))
def test_words_of_events_that_become_other_words(changes: list[tuple[int, int | str]]) -> None:
    """The lines stay JSON, so that what they say has to be borne: a seat that is an option, a choice that is none."""
    data = bytearray(good())
    spans = places(WORD)
    for number, word in sorted(((n % len(spans), word) for n, word in changes), key=lambda change: -change[0]):
        start, end = spans[number]
        other = spans[word % len(spans)] if isinstance(word, int) else None
        data[start:end] = (
            good()[slice(*other)] if other else re.sub(r'["\\\s]', "", str(word)).encode("utf-8", "replace")
        )
    survives(bytes(data))


@settings(max_examples=10)
@given(
    st.lists(
        st.tuples(st.integers(0), st.sampled_from([b"0", b"-1", b"7", b"99999999999", b"1e308", b"-2.5"])),
        min_size=1,
        max_size=3,
    )
)
def test_numbers_of_events_that_become_other_numbers(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(good())
    spans = places(NUMBER)
    for number, value in sorted(((n % len(spans), value) for n, value in changes), reverse=True):
        start, end = spans[number]
        data[start:end] = value
    survives(bytes(data))


@settings(max_examples=10)
@given(st.randoms(use_true_random=False))
def test_lines_in_any_order(chance: object) -> None:
    head, *lines = good().splitlines(keepends=True)
    chance.shuffle(lines)  # type: ignore[attr-defined]
    survives(head + b"".join(lines))
