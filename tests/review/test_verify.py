"""Trust: a good transcript is sound; a changed one, even with a forged chain, says exactly what does not follow."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from played import desk, transcript

from exercise.model import events as e
from exercise.plain.ending import as_json
from exercise.review.verify import compare, verify
from exercise.transcript.reader import read_transcript
from exercise.transcript.writer import TranscriptWriter


def test_what_was_played_is_sound_and_its_outcome_is_recomputed() -> None:
    found = verify(transcript())
    assert found.sound
    assert found.events == len(desk().events)
    assert list(compare(found.outcome, as_json(desk().game, desk().last))) == []


def test_a_changed_line_breaks_the_chain(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(transcript().read_bytes().replace(b'"old":70', b'"old":71', 1))
    found = verify(path)
    assert not found.sound
    assert [problem.code for problem in found.problems] == ["TRN111"]


def forged(path: Path, change: Callable[[e.Event], e.Event]) -> Path:
    """The transcript with events changed and a whole new chain."""
    recording = read_transcript(transcript())
    assert recording.header is not None
    writer = TranscriptWriter.create(path, recording.header, durable=False)
    writer.append(tuple(map(change, recording.events)))
    writer.close()
    return path


def other(kind: type[e.Body], **fields: object) -> Callable[[e.Event], e.Event]:
    """Changes the first event of a kind."""
    done: list[int] = []

    def change(event: e.Event) -> e.Event:
        if done or not isinstance(event.body, kind):
            return event
        done.append(event.n)
        return msgspec.structs.replace(event, body=msgspec.structs.replace(event.body, **fields))

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (other(e.DialMoved, old=3.5), "is stated as 3.5; what follows is"),
        (other(e.DialMoved, new=400.0), "within its bounds is stated as False"),
        (other(e.ReservationMoved, new=1.0), "needs now is stated as 1.0"),
        (other(e.BallotClosed, passed=False), "the result is stated as False; what follows is True"),
        (other(e.Voted, ballot="B99"), "the ballot is stated as B99"),
        (other(e.Agreed, issue="OIL", option="FED1"), "the issue of FED1 is stated as OIL; what follows is FED"),
    ],
)
def test_a_forger_who_mends_the_chain_is_found_by_what_does_not_follow(
    change: Callable[[e.Event], e.Event], says: str, tmp_path: Path
) -> None:
    found = verify(forged(tmp_path / "t.jsonl", change))
    assert found.problems == ()
    assert says in "\n".join(map(str, found.differences))


def test_a_saved_outcome_that_says_otherwise_is_told_line_by_line() -> None:
    outcome = dict(verify(transcript()).outcome)
    stated = {
        **outcome,
        "success": not outcome["success"],
        "transcript": "elsewhere",
        "findings": outcome["findings"][1:],
    }
    assert [line.split(":")[0] for line in compare(outcome, stated)] == ["success", "findings F01"]


def test_what_cannot_be_opened_is_a_problem_and_no_error(tmp_path: Path) -> None:
    found = verify(tmp_path / "nowhere.jsonl")
    assert not found.sound
    assert found.outcome == {}
