"""A transcript's name says scenario, day and seed, is safe everywhere and never names a file that is there."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import header
from small import SCENARIO

from exercise.model.setup import Setup
from exercise.transcript.codec import Header
from exercise.transcript.naming import begin_transcript, transcript_path, transcripts_folder
from exercise.transcript.problems import TranscriptError
from exercise.transcript.reader import read_transcript
from exercise.transcript.writer import TranscriptWriter


def test_a_name_says_scenario_day_and_seed(tmp_path: Path) -> None:
    path = transcript_path(tmp_path, "iraq-2006", "2026-11-23", 7)
    assert path == tmp_path / "iraq-2006-2026-11-23-seed7.jsonl"
    path.write_text("")
    assert transcript_path(tmp_path, "iraq-2006", "2026-11-23", 7).name == "iraq-2006-2026-11-23-seed7-2.jsonl"


def test_beginning_takes_the_next_free_name_and_makes_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "transcripts"
    for suffix in ("", "-2", "-3"):
        with begin_transcript(folder, header(), "today") as writer:
            assert writer.path.name == f"small-today-seed1{suffix}.jsonl"
            assert read_transcript(writer.path).header == header()


def test_a_name_taken_at_the_last_moment_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create = TranscriptWriter.create

    def late(path: Path, made: Header, durable: bool = False) -> TranscriptWriter:
        if path.name.endswith("seed1.jsonl"):
            path.write_text("theirs")
        return create(path, made, durable)

    monkeypatch.setattr(TranscriptWriter, "create", late)
    with begin_transcript(tmp_path, header(), "today") as writer:
        assert writer.path.name == "small-today-seed1-2.jsonl"
    assert (tmp_path / "small-today-seed1.jsonl").read_text() == "theirs"


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TranscriptError, match="cannot be"):
        begin_transcript(tmp_path / "file" / "transcripts", header(), "today")


def test_transcripts_lie_in_the_folder_at_hand_or_in_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    own = transcripts_folder()
    assert tmp_path not in own.parents
    assert own.name == "transcripts"
    assert "fourteen-days" in own.parts
    (tmp_path / "transcripts").mkdir()
    assert transcripts_folder() == tmp_path / "transcripts"
    assert transcripts_folder(tmp_path / "elsewhere") == own


@given(words=st.text(), seed=st.integers())
def test_no_name_leads_out_of_the_folder_or_into_the_terminal(words: str, seed: int) -> None:
    path = transcript_path(Path("/nowhere"), words, words, seed)
    assert path.parent == Path("/nowhere")
    assert path.name.isascii()
    assert path.name.isprintable()
    assert not path.name.startswith((".", "-"))


def test_a_scenario_from_anywhere_is_begun(tmp_path: Path) -> None:
    made = Header(attrs.evolve(SCENARIO, id="../../etc/\x1b[31m" + "x" * 500), Setup(seed=-3))
    with begin_transcript(tmp_path, made, "2026-11-23") as writer:
        assert writer.path.parent == tmp_path
