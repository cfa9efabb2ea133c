"""Every code of the table has a file that shows it, and no file however bad stops the reader."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import decisions, record

from exercise.model.diagnostic import Severity
from exercise.model.events import Event
from exercise.model.text import printable
from exercise.transcript.chain import link, seal, unseal
from exercise.transcript.problems import CODES, MOST
from exercise.transcript.reader import Recording, read_transcript

Lines = list[bytes]


def rechained(lines: Lines) -> Lines:
    """The lines as a forger would leave them: every chain made anew."""
    chain, made = b"", []
    for line in lines:
        head, _ = unseal(line)
        chain = link(chain, head)
        made.append(seal(head, chain))
    return made


def put(lines: Lines, at: int, old: bytes, new: bytes) -> Lines:
    assert old in lines[at]
    return [*lines[:at], lines[at].replace(old, new, 1), *lines[at + 1 :]]


def cut_decision(lines: Lines) -> Lines:
    last = max(number for number, line in enumerate(lines) if b'"more":true' in line)
    return lines[: last + 1]


BAD: dict[str, tuple[Callable[[Lines], Lines], int, int]] = {
    "TRN101": (lambda lines: [], 0, 0),
    "TRN102": (lambda lines: lines[1:], 1, 0),
    "TRN103": (lambda lines: rechained(put(lines, 0, b'"format":2', b'"format":3')), 1, 0),
    "TRN104": (lambda lines: rechained(put(lines, 0, b'"seats":[', b'"seats":[7,')), 1, 0),
    "TRN105": (lambda lines: rechained(put(lines, 0, b'"batna":40', b'"batna":41')), 1, 0),
    "TRN106": (lambda lines: put(lines, 5, b'"kind"', b'kind"'), 6, 1),
    "TRN107": (lambda lines: put(lines, 5, b'"day":', b'"dai":'), 6, 1),
    "TRN108": (lambda lines: rechained(put(lines, 5, b'"kind":"', b'"kind":"un')), 6, 1),
    "TRN109": (lambda lines: [*lines[:5], *lines[6:]], 6, 1),
    "TRN110": (lambda lines: [*lines[:6], *lines[5:]], 7, 0),
    "TRN111": (lambda lines: put(lines, 5, b'"min":', b'"min":1'), 6, 0),
    "TRN112": (lambda lines: [*lines[:-1], lines[-1][:-20]], 0, 1),
    "TRN113": (cut_decision, 0, 0),
    "TRN115": (lambda lines: rechained(put(lines, 5, b'"by":"', b'"by":"no-')), 6, 1),
    "TRN114": (lambda lines: [*lines, *[b"?\n"] * (MOST + 1)], 0, 0),
}
"""How a good file becomes bad, the line of the first problem (0: any), and how many events are lost (but TRN113)."""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.jsonl"
    record(path)
    return path


def reread(path: Path, lines: Lines) -> Recording:
    path.write_bytes(b"".join(lines))
    return read_transcript(path)


def test_a_good_file_has_no_problems(good: Path) -> None:
    recording = read_transcript(good)
    assert recording.problems == ()
    assert recording.events == tuple(event for events in decisions()[:30] for event in events)
    assert recording.size == good.stat().st_size


def test_every_code_has_a_bad_file() -> None:
    assert set(BAD) == set(CODES)


@pytest.mark.parametrize("code", sorted(set(BAD) - {"TRN101", "TRN114"}))
def test_bad_file(code: str, good: Path, tmp_path: Path) -> None:
    spoil, line, lost = BAD[code]
    events = read_transcript(good).events
    lines = good.read_bytes().splitlines(keepends=True)
    recording = reread(tmp_path / f"{code}.jsonl", spoil(lines))
    assert [problem.code for problem in recording.problems] == [code], recording.problems
    problem = recording.problems[0]
    assert line in (0, problem.line)
    assert problem.severity is CODES[code].severity
    assert problem.hint == CODES[code].hint
    assert problem.file.endswith(f"{code}.jsonl")
    if code == "TRN113":
        assert recording.events == events[: len(recording.events)]
        assert 0 < len(recording.events) < len(events)
    else:
        assert len(recording.events) == len(events) - lost
    assert (recording.header is None) == (code in ("TRN102", "TRN104"))


def test_bad_file_trn101(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
    for path in (tmp_path / "missing.jsonl", tmp_path, pipe, Path("/dev/zero"), Path("nul\0.jsonl")):
        recording = read_transcript(path)
        assert [(problem.code, problem.line) for problem in recording.problems] == [("TRN101", 0)]
        assert recording.header is None
        assert recording.events == ()


def test_bad_file_trn114(good: Path) -> None:
    lines = good.read_bytes().splitlines(keepends=True)
    codes = [problem.code for problem in reread(good, BAD["TRN114"][0](lines)).problems]
    assert codes == ["TRN106"] * MOST + ["TRN114"]


def test_an_empty_file_has_no_header(tmp_path: Path) -> None:
    assert [problem.code for problem in reread(tmp_path / "empty", []).problems] == ["TRN102"]


def test_only_a_cut_off_end_is_no_damage(good: Path) -> None:
    assert {code for code, known in CODES.items() if known.severity is Severity.WARNING} == {"TRN112", "TRN113"}


def test_one_changed_line_is_one_problem_wherever_it_is(good: Path) -> None:
    lines = good.read_bytes().splitlines(keepends=True)
    for at in range(1, len(lines)):
        recording = reread(good, put(lines, at, b'"session":', b'"session":1'))
        assert [(problem.code, problem.line) for problem in recording.problems] == [("TRN111", at + 1)]


def test_a_changed_number_does_not_hide_what_follows(good: Path) -> None:
    whole = len(read_transcript(good).events)
    lines = good.read_bytes().splitlines(keepends=True)
    recording = reread(good, put(lines, 5, b'"n":5', b'"n":95'))
    assert [(problem.code, problem.line) for problem in recording.problems] == [("TRN109", 6), ("TRN110", 7)]
    assert len(recording.events) == whole


def test_a_newer_header_that_makes_no_sense_hides_no_events(good: Path) -> None:
    events = read_transcript(good).events
    lines = good.read_bytes().splitlines(keepends=True)
    recording = reread(good, rechained([b'{"format":3,"chain":"0123456789abcdef"}\n', *lines[1:]]))
    assert [problem.code for problem in recording.problems] == ["TRN103"]
    assert (recording.header, recording.events) == (None, events)


def test_a_missing_chain_is_a_problem(good: Path) -> None:
    lines = good.read_bytes().splitlines(keepends=True)
    bare = [unseal(line)[0] + b"}\n" for line in lines]
    recording = reread(good, bare)
    assert {problem.code for problem in recording.problems} == {"TRN111"}
    assert len(recording.problems) == len(lines)


def test_line_ends_of_another_system_and_a_lost_last_one_do_no_harm(good: Path) -> None:
    data, events = good.read_bytes(), read_transcript(good).events
    for changed in (data.replace(b"\n", b"\r\n"), data.removesuffix(b"\n")):
        recording = reread(good, [changed])
        assert (recording.problems, recording.events) == ((), events)


@pytest.mark.parametrize("field", [b'"by":"', b'"day":', b'"session":'])
def test_an_event_of_a_seat_or_a_day_that_cannot_be_is_left_out(field: bytes, good: Path) -> None:
    whole = len(read_transcript(good).events)
    lines = good.read_bytes().splitlines(keepends=True)
    recording = reread(good, rechained(put(lines, 5, field, field + b"9999")))
    assert [(problem.code, problem.line) for problem in recording.problems] == [("TRN115", 6)]
    assert len(recording.events) == whole - 1


def test_empty_lines_are_told_and_cost_no_event(good: Path) -> None:
    events = read_transcript(good).events
    lines = good.read_bytes().splitlines(keepends=True)
    recording = reread(good, [*lines[:5], b"\n", b"\n", *lines[5:]])
    assert [(problem.code, problem.line) for problem in recording.problems] == [("TRN106", 6), ("TRN106", 7)]
    assert recording.events == events


@pytest.mark.parametrize(
    ("packed", "says"),
    [
        (gzip.compress, "packed with gzip"),
        (lambda data: data.decode().encode("utf-16"), "UTF-16"),
        (lambda data: b"\xef\xbb\xbf" + data, "byte order mark"),
        (lambda data: b"PK\x03\x04" + data, "zip archive"),
        (lambda data: bytes(range(256)) * 9, "there is no header"),
    ],
)
def test_what_is_no_transcript_is_one_problem(packed: Callable[[bytes], bytes], says: str, good: Path) -> None:
    recording = reread(good, [packed(good.read_bytes())])
    assert recording.header is None
    told = [problem for problem in recording.problems if problem.code == "TRN102"]
    assert says in told[0].message
    assert len(recording.problems) <= 2 or recording.events


def test_nesting_without_end_is_not_followed(good: Path) -> None:
    lines = good.read_bytes().splitlines(keepends=True)
    deep = b"[" * 200_000
    for bad in (deep, b'{"n":1,"what":' + deep, b'{"what":' + deep + b"]" * 200_000 + b"}"):
        assert reread(good, [*lines, bad + b"\n"]).problems[0].code in ("TRN106", "TRN107")
        assert reread(good, [bad + b"\n", *lines[1:]]).problems[0].code == "TRN102"


def test_what_is_wrong_is_said_without_control_codes(good: Path, tmp_path: Path) -> None:
    lines = good.read_bytes().splitlines(keepends=True)
    evil = b'"kind":"\\u001b[2J\\u202e' + b"x" * 5000
    path = tmp_path / "evil\x1b[31m.jsonl"
    lines = put(lines, 0, b'"digest":"', b'"digest":"\\u001b[2J\\u202e')
    recording = reread(path, rechained(put(lines, 5, b'"kind":"', evil)))
    assert [problem.code for problem in recording.problems] == ["TRN105", "TRN108"]
    for problem in recording.problems:
        assert printable(str(problem), lines=False) == str(problem)
        assert len(str(problem)) < 700


@settings(max_examples=300)
@given(data=st.data())
def test_any_damage_is_noticed_and_none_stops_the_reader(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path, whole, events = _shared(tmp_path_factory)
    at = data.draw(st.integers(0, len(whole) - 1))
    junk = data.draw(st.binary(max_size=8))
    end = min(len(whole), at + data.draw(st.integers(0, 400)))
    damaged = data.draw(st.sampled_from([whole[:at] + junk + whole[end:], whole[:end] + whole[at:], whole[:at]]))
    recording = reread(path, [damaged])
    if damaged == whole[: len(damaged)]:
        assert recording.events == events[: len(recording.events)]
        assert not recording.damaged or recording.header is None
    elif damaged.replace(b"\r", b"") != whole:
        assert recording.problems
    for problem in recording.problems:
        assert printable(str(problem), lines=False) == str(problem)


@given(st.binary(max_size=300), st.integers(1, 20))
def test_no_bytes_stop_the_reader(tmp_path_factory: pytest.TempPathFactory, junk: bytes, times: int) -> None:
    path = tmp_path_factory.getbasetemp() / "junk.jsonl"
    assert reread(path, [junk + b"\n"] * times).problems


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(st.characters(exclude_categories=["Cs"])), st.lists
    )
)
def test_no_value_in_a_field_stops_the_reader(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    path, whole, _ = _shared(tmp_path_factory)
    lines = whole.splitlines(keepends=True)
    fields = msgspec.json.decode(lines[2])
    for name in fields:
        other = msgspec.json.encode({**fields, name: value}) + b"\n"
        assert reread(path, [*lines[:2], other, *lines[3:]]).header is not None


def _shared(factory: pytest.TempPathFactory) -> tuple[Path, bytes, tuple[Event, ...]]:
    source = factory.getbasetemp() / "shared.jsonl"
    if not source.exists():
        record(source, number=6)
    return factory.getbasetemp() / "damaged.jsonl", source.read_bytes(), read_transcript(source).events
