"""Transcripts of older formats open, replay and are sound; what they did not say is filled in, and a step may change events."""

import json
from pathlib import Path
from shutil import copy

import pytest

from exercise.engine.game import Game, Table
from exercise.engine.replay import replay
from exercise.model import events as e
from exercise.review.verify import verify
from exercise.room.room import Room
from exercise.transcript import codec, formats
from exercise.transcript.chain import link, seal, unseal
from exercise.transcript.codec import decode_event, decode_header
from exercise.transcript.formats import FORMAT, STEPS, Step
from exercise.transcript.problems import TranscriptError
from exercise.transcript.reader import read_transcript

FOLDER = Path(__file__).parent / "formats"
EVERY = range(1, FORMAT + 1)


def test_every_format_has_a_transcript_and_every_older_one_a_step() -> None:
    assert {path.name for path in FOLDER.glob("*.jsonl")} == {f"format-{number}.jsonl" for number in EVERY}
    assert set(STEPS) == set(range(1, FORMAT))


@pytest.mark.parametrize("number", EVERY)
def test_it_opens_without_a_problem_and_is_sound(number: int) -> None:
    path = FOLDER / f"format-{number}.jsonl"
    recording = read_transcript(path)
    assert recording.problems == ()
    assert recording.header is not None
    assert recording.header.format == number
    state = replay(Game(Table(recording.header.scenario), recording.header.setup), recording.events)
    assert state.closed
    found = verify(path)
    assert found.sound, [*found.problems, *found.differences]


def test_what_format_1_did_not_say_is_filled_in() -> None:
    raw = json.loads((FOLDER / "format-1.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert "parent" not in raw["setup"]
    assert all("short" not in issue for issue in raw["scenario"]["issues"])
    assert all("answers" not in role for role in raw["scenario"]["roles"].values())
    header, problems = decode_header((FOLDER / "format-1.jsonl").read_bytes().splitlines()[0])
    assert problems == []
    assert header is not None
    assert (header.setup.parent, header.setup.parent_event) == ("", 0)
    assert all(role.answers == () for role in header.scenario.roles.values())


def test_an_older_exercise_is_gone_on_with(tmp_path: Path) -> None:
    path = Path(copy(FOLDER / "format-1.jsonl", tmp_path / "half.jsonl"))
    lines = path.read_bytes().splitlines(keepends=True)
    last = max(n for n, line in enumerate(lines[:60]) if b'"more":true' not in line)
    path.write_bytes(b"".join(lines[: last + 1]))
    room = Room.resume(path)
    assert len(room.events) == last
    room.close()


def older(kind: str, what: formats.Json) -> tuple[str, formats.Json]:
    """A step of a made-up format in which speaking was called saying and its text words."""
    return ("spoke", {"text": what["words"]}) if kind == "said" else (kind, what)


def test_a_step_may_rename_events_and_their_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "STEPS", {**STEPS, 1: Step(STEPS[1].header, older)})
    line = b'{"n":1,"day":1,"session":1,"by":"KA","to":"all","min":4,"kind":"said","what":{"words":"We are here."}}'
    event, _ = decode_event(line, 1)
    assert event.body == e.Spoke("We are here.")
    with pytest.raises(codec.LineError, match="no event of format 1"):
        decode_event(line.replace(b"words", b"wards"), 1)
    newer, _ = decode_event(line.replace(b"said", b"spoke").replace(b"words", b"text"), 1)
    assert newer == event
    with pytest.raises(codec.LineError, match="unknown kind 'said'"):
        decode_event(line, FORMAT)


@pytest.mark.parametrize(
    "damage", [b'"issues":[7]', b'"issues":7', b'"roles":[]', b'"roles":{"KA":7}', b'"findings":"x"']
)
def test_an_older_header_that_makes_no_sense_is_a_problem_and_no_error(damage: bytes, tmp_path: Path) -> None:
    lines = (FOLDER / "format-1.jsonl").read_bytes().splitlines(keepends=True)
    raw = json.loads(lines[0])
    key = json.loads(b"{" + damage + b"}")
    raw["scenario"] = {**raw["scenario"], **key}
    raw.pop("chain")
    head = json.dumps(raw).encode()[:-1]
    path = tmp_path / "damaged.jsonl"
    path.write_bytes(b"".join([seal(head, link(b"", head)), *lines[1:]]))
    assert unseal(path.read_bytes().splitlines()[0])[0] == head
    recording = read_transcript(path)
    assert recording.header is None
    assert recording.problems[0].code == "TRN104"
    assert recording.events
    with pytest.raises(TranscriptError):
        Room.resume(path)
