"""A transcript holds whole decisions or nothing, has one writer, and is never overwritten."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from records import decisions, header, record

from exercise.engine.game import Game, Table
from exercise.engine.replay import replay
from exercise.model import events as e
from exercise.model.setup import Setup
from exercise.transcript.chain import unseal
from exercise.transcript.codec import Header
from exercise.transcript.problems import TranscriptError, TranscriptExistsError
from exercise.transcript.reader import read_transcript
from exercise.transcript.writer import TranscriptWriter

MADE = decisions()


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file of this process can grow beyond a size; the kernel writes what still fits."""
    resource = pytest.importorskip("resource", reason="this system cannot limit the size of files")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_same_exercise_gives_the_same_bytes(tmp_path: Path) -> None:
    record(tmp_path / "one", number=len(MADE))
    record(tmp_path / "other", number=len(MADE))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_every_line_is_json_and_ends_with_its_chain(tmp_path: Path) -> None:
    record(tmp_path / "one")
    first, *lines = (tmp_path / "one").read_bytes().splitlines()
    assert list(json.loads(first)) == ["format", "program", "scenario", "digest", "setup", "chain"]
    for line in lines:
        fields = list(json.loads(line))
        assert fields[:8] == ["n", "day", "session", "by", "to", "min", "kind", "what"]
        assert fields[8:] in (["chain"], ["more", "chain"])
        assert json.loads(line)["chain"].encode() == unseal(line)[1]


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_text("precious")
    with pytest.raises(TranscriptExistsError, match="exists"):
        TranscriptWriter.create(path, header())
    assert path.read_text() == "precious"


def test_a_transcript_has_one_writer(tmp_path: Path) -> None:
    path = tmp_path / "one"
    with TranscriptWriter.create(path, header()) as writer:
        writer.append(MADE[0])
        before = path.read_bytes()
        with pytest.raises(TranscriptError, match="another exercise"):
            TranscriptWriter.reopen(path)
        code = f"from pathlib import Path; from exercise.transcript.writer import *; TranscriptWriter.reopen(Path({str(path)!r}))"
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=_env())
        assert "another exercise" in other.stderr
        assert path.read_bytes() == before
    TranscriptWriter.reopen(path)[0].close()


def test_going_on_gives_the_same_bytes_as_never_stopping(tmp_path: Path) -> None:
    record(tmp_path / "whole", number=30)
    path = tmp_path / "halves"
    record(path, number=5)
    writer, recording = TranscriptWriter.reopen(path, durable=True)
    with writer:
        assert recording.events == tuple(event for events in MADE[:5] for event in events)
        for events in MADE[5:30]:
            writer.append(events)
    assert path.read_bytes() == (tmp_path / "whole").read_bytes()


def test_wherever_the_end_is_cut_off_whole_decisions_stay_and_the_rest_is_kept_aside(tmp_path: Path) -> None:
    path, side = tmp_path / "one", tmp_path / "one.torn"
    record(path, number=6)
    whole = path.read_bytes()
    ends = [len(whole) - len(whole.split(b"\n", 1)[1])]
    for events in MADE[:6]:
        ends.append(len(b"\n".join(whole.split(b"\n")[: 1 + events[-1].n])) + 1)
    for cut in [*range(ends[0], ends[0] + 40), *range(ends[-3] - 5, len(whole))]:
        path.write_bytes(whole[:cut])
        side.unlink(missing_ok=True)
        writer, recording = TranscriptWriter.reopen(path)
        kept = sum(end - 1 <= cut for end in ends[1:])
        assert recording.events == tuple(event for events in MADE[:kept] for event in events)
        with writer:
            for events in MADE[kept:6]:
                writer.append(events)
        assert path.read_bytes() == whole
        end = ends[kept]
        assert (side.read_bytes() if side.exists() else b"") == whole[end:cut]


def test_what_was_cut_off_earlier_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "one"
    record(path)
    for torn in (b'{"n":1', b'{"n":2'):
        with path.open("ab") as file:
            file.write(torn)
        TranscriptWriter.reopen(path)[0].close()
    assert (tmp_path / "one.torn").read_bytes() == b'{"n":1{"n":2'


def test_a_full_disk_takes_nothing_and_the_exercise_goes_on_when_there_is_room(tmp_path: Path) -> None:
    path = tmp_path / "one"
    record(tmp_path / "whole")
    lines = (tmp_path / "whole").read_bytes().splitlines(keepends=True)
    with TranscriptWriter.create(path, header()) as writer:
        for events in MADE[:30]:
            before = path.read_bytes()
            size = sum(len(lines[event.n]) for event in events)
            for spare in (0, 1, size // 2, size - 1):
                with full_disk(len(before) + spare), pytest.raises(TranscriptError, match="cannot be written"):
                    writer.append(events)
                assert path.read_bytes() == before
            writer.append(events)
    assert path.read_bytes() == (tmp_path / "whole").read_bytes()


def test_a_disk_too_full_to_begin_leaves_no_file(tmp_path: Path) -> None:
    with full_disk(100), pytest.raises(TranscriptError, match="File too large"):
        TranscriptWriter.create(tmp_path / "one", header())
    assert list(tmp_path.iterdir()) == []


def test_a_disk_too_full_to_keep_the_torn_end_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "one"
    record(path)
    with path.open("ab") as file:
        file.write(b'{"n":1')
    before = path.read_bytes()
    with full_disk(0), pytest.raises(TranscriptError, match="cannot be continued"):
        TranscriptWriter.reopen(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("call", ["write", "fsync", "fstat"])
@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), OSError(errno.EIO, "I/O"), KeyboardInterrupt()]
)
def test_whatever_fails_the_file_is_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: BaseException
) -> None:
    path = tmp_path / "one"
    with TranscriptWriter.create(path, header(), durable=True) as writer:
        writer.append(MADE[0])
        before = path.read_bytes()
        real = getattr(os, call)

        def fails(*arguments: Any) -> Any:
            if call == "write":
                real(arguments[0], arguments[1][:33])
            raise error

        monkeypatch.setattr(os, call, fails)
        with pytest.raises(KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else TranscriptError):
            writer.append(MADE[1])
        monkeypatch.undo()
        assert path.read_bytes() == before
        writer.append(MADE[1])
    assert read_transcript(path).events == (*MADE[0], *MADE[1])


def test_a_file_that_cannot_be_mended_is_not_written_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*arguments: Any) -> int:
        raise OSError(errno.EIO, "broken")

    writer = TranscriptWriter.create(tmp_path / "one", header())
    monkeypatch.setattr(os, "write", fails)
    monkeypatch.setattr(os, "ftruncate", fails)
    with pytest.raises(TranscriptError, match="broken"):
        writer.append(MADE[0])
    monkeypatch.undo()
    with pytest.raises(TranscriptError, match="closed"):
        writer.append(MADE[0])


def test_a_file_deleted_or_lost_with_its_folder_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    with TranscriptWriter.create(folder / "one", header()) as writer:
        writer.append(MADE[0])
        shutil.rmtree(folder)
        with pytest.raises(TranscriptError, match="deleted"):
            writer.append(MADE[1])


@pytest.mark.parametrize("name", ["missing/one", "file/one", "nul\0", "x" * 300, "/proc/one", "/dev/full"])
def test_a_place_that_cannot_be_written_is_an_error_that_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TranscriptError, match=r"cannot be created: .+|exists"):
        TranscriptWriter.create(tmp_path / name, header())
    with pytest.raises(TranscriptError, match=r"cannot be continued: .+"):
        TranscriptWriter.reopen(tmp_path / name)


def test_a_read_only_file_is_not_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(tmp_path / "one")

    def fails(*arguments: Any, **more: Any) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "open", fails)
    with pytest.raises(TranscriptError, match="Read-only"):
        TranscriptWriter.reopen(tmp_path / "one")
    with pytest.raises(TranscriptError, match="Read-only"):
        TranscriptWriter.create(tmp_path / "two", header())


def test_a_damaged_transcript_is_read_but_not_continued(tmp_path: Path) -> None:
    path = tmp_path / "one"
    record(path)
    data = path.read_bytes().replace(b'"min":', b'"min":1', 1)
    path.write_bytes(data)
    with pytest.raises(TranscriptError, match="TRN111") as caught:
        TranscriptWriter.reopen(path)
    assert caught.value.problems == read_transcript(path).problems
    assert path.read_bytes() == data


def test_a_decision_that_does_not_follow_is_not_written(tmp_path: Path) -> None:
    with TranscriptWriter.create(tmp_path / "one", header()) as writer:
        writer.append(())
        for wrong in (MADE[1], MADE[3]):
            with pytest.raises(TranscriptError, match="ends with event 0"):
                writer.append(wrong)
        writer.append(MADE[0])
        with pytest.raises(TranscriptError, match=f"ends with event {MADE[0][-1].n}"):
            writer.append(MADE[0])
    with pytest.raises(TranscriptError, match="closed"):
        writer.append(MADE[1])


def test_text_that_no_file_can_hold_writes_nothing(tmp_path: Path) -> None:
    with TranscriptWriter.create(tmp_path / "one", header()) as writer:
        before = (tmp_path / "one").read_bytes()
        with pytest.raises(UnicodeEncodeError):
            writer.append([e.Event(1, 1, 1, "N1", e.ALL, e.Spoke("\ud800"))])
        assert (tmp_path / "one").read_bytes() == before
        writer.append(MADE[0])
    handle = Header(header().scenario, Setup(facilitator="\udcff"))
    with pytest.raises(TranscriptError, match="no file can hold"):
        TranscriptWriter.create(tmp_path / "two", handle)
    assert not (tmp_path / "two").exists()


def test_replaying_what_was_read_gives_the_state_of_the_game(tmp_path: Path) -> None:
    events = record(tmp_path / "one", number=len(MADE))
    recording = read_transcript(tmp_path / "one")
    assert recording.header == header()
    assert recording.header is not None
    game = Game(Table(recording.header.scenario), recording.header.setup)
    assert replay(game, recording.events).closed
    assert recording.events == events


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
