"""A transcript on the desk shows the exercise as it was, at any moment and to anybody's eyes, damaged or not."""

from pathlib import Path

import pytest
from played import desk, transcript

from exercise.engine.replay import replay
from exercise.findings.assess import assess
from exercise.model import events as e
from exercise.review.desk import ALL_EYES, STEP, open_desk
from exercise.review.going import find_moment
from exercise.review.moments import KINDS, counts, moments
from exercise.transcript.problems import TranscriptError


@pytest.mark.parametrize("n", [0, 1, 2, STEP - 1, STEP, STEP + 1, 700])
def test_any_moment_is_what_a_replay_up_to_there_gives(n: int) -> None:
    found = desk()
    assert found.state(n) == replay(found.game, found.events[:n])


def test_the_middle_of_a_long_exercise_is_reached_without_copying_its_tables() -> None:
    found = desk()
    early = found.state(len(found.events) // 2)
    assert early == replay(found.game, found.events[: len(found.events) // 2])
    assert len(early.said._entries) < len(early.said) // 2
    assert found.seen("KA") is found.seen("KA")
    assert moments(found, "KA") is moments(found, "KA")


def test_the_last_moment_is_the_end_and_later_ones_are_the_same() -> None:
    found = desk()
    assert found.last == replay(found.game, found.events)
    assert found.state(len(found.events) + 500) == found.last
    assert found.over
    assert found.assessment == assess(found.game, found.last)


def test_eyes_see_what_is_theirs() -> None:
    found = desk()
    assert len(found.seen(ALL_EYES)) == len(found.events)
    for viewer in ("KA", "MED", "observer"):
        seen = found.seen(viewer)
        assert {event.n for event in seen} < {event.n for event in found.events}
        assert all(event.to == "all" or viewer == event.seat or viewer in event.to for event in seen)
    assert found.view(400, "KA").reservation is not None
    assert found.view(400, "observer").reservation is None
    assert found.view(400, "observer").state.dials == {}
    assert found.view(400, ALL_EYES).state.dials


def test_moments_are_there_for_everything_that_one_looks_for() -> None:
    found = desk()
    all_of_them = moments(found, ALL_EYES)
    assert [moment.n for moment in all_of_them] == sorted(moment.n for moment in all_of_them)
    kinds = counts(all_of_them)
    assert set(kinds) == set(KINDS)
    assert kinds["day"] == len({event.body.day for event in found.events if isinstance(event.body, e.SessionStarted)})
    assert kinds["ballot"] == sum(isinstance(event.body, e.BallotClosed) for event in found.events)
    assert kinds["news"] == sum(isinstance(event.body, e.Injected) for event in found.events)
    firsts = [moment for moment in all_of_them if moment.kind == "first"]
    assert len({moment.title.split()[0] for moment in firsts}) == len(firsts)
    assert {moment.n for moment in moments(found, "KA")} <= {event.n for event in found.seen("KA")}


def test_one_goes_where_one_asks_to_go() -> None:
    found = desk()
    last = found.events[-1].n
    assert find_moment(found, ALL_EYES, "start") == 1
    assert find_moment(found, ALL_EYES, "end") == find_moment(found, ALL_EYES, "100%") == last
    assert find_moment(found, ALL_EYES, "50 %") == found.events[len(found.events) // 2].n
    assert find_moment(found, ALL_EYES, "412") == 412
    assert find_moment(found, ALL_EYES, "fed3") == find_moment(found, ALL_EYES, "first FED3")
    assert "FED3" in str(found.events[(find_moment(found, ALL_EYES, "FED3") or 0) - 1].body)
    assert find_moment(found, ALL_EYES, "999999999") == last
    sixth = find_moment(found, ALL_EYES, "day 6")
    assert sixth is not None
    assert (found.events[sixth - 1].day, found.events[sixth - 2].day) == (6, 5)
    second = find_moment(found, ALL_EYES, "6.2")
    assert second is not None
    assert (found.events[second - 1].day, found.events[second - 1].session) == (6, 2)
    occurred = next(finding for finding in found.assessment.findings if finding.evidence)
    assert find_moment(found, ALL_EYES, occurred.id.lower()) == occurred.evidence[0]
    assert find_moment(found, ALL_EYES, "the vote on") in {m.n for m in moments(found, ALL_EYES) if m.kind == "ballot"}
    for nowhere in ("", "nonsense", "day 99", "F99"):
        assert find_moment(found, ALL_EYES, nowhere) is None
    assert find_moment(found, "KA", "412") in {event.n for event in found.seen("KA")}


def test_a_damaged_transcript_opens_as_far_as_it_goes(tmp_path: Path) -> None:
    lines = transcript().read_bytes().splitlines(keepends=True)
    path = tmp_path / "t.jsonl"
    half = lines[0] + b"".join(lines[1:])[: sum(map(len, lines[1:])) // 2]
    for damage, kept in (
        (half, 100),
        (b"".join(lines[:300] + lines[301:]), 298),
        (b"".join([*lines[:300], lines[299], *lines[300:]]), 800),
    ):
        path.write_bytes(damage)
        found = open_desk(path)
        assert found.problems
        assert len(found.events) >= kept
        assert found.state(250) == desk().state(250)
        assert found.last.n > 0


def test_what_is_no_transcript_is_said(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    for text in ("", "{}\n", "no json\n"):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(TranscriptError, match="cannot be opened") as error:
            open_desk(path)
        assert error.value.problems
