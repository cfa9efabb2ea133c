"""Nothing that a review answers tells the chosen eyes what they could not know."""

import json
from pathlib import Path
from shutil import copy

import pytest
from played import desk, transcript

from exercise.commands.review_summary import summary
from exercise.engine.audience import sees
from exercise.model import events as e
from exercise.review.desk import open_desk
from exercise.review.notes import Notebook
from exercise.review.session import COMMANDS, STATE_QUESTIONS, Session
from exercise.review.standpoint import AskError
from exercise.transcript.reader import read_transcript

SILENT = {
    "as", "quit", "branch", "merge", "import", "export", "note", "mark", "from", "agree", "disagree", "unseen", "rate", "withdraw",
}  # fmt: skip
"""Commands that write or change the eyes, and tell nothing of the exercise."""


def session_of(tmp_path: Path, viewer: str, events: int = 0) -> Session:
    path = tmp_path / "talks.jsonl"
    copy(transcript(), path)
    if events:
        path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[: events + 1]))
    header = read_transcript(path).header
    assert header is not None
    session = Session(open_desk(path), Notebook(path, header))
    session.see_as(viewer)
    return session


def told(session: Session) -> str:
    """Everything that the review answers at several moments, in one line."""
    answers: list[str] = []
    for place in ("go 300", "go 620", "go end"):
        for line in (
            place,
            *COMMANDS,
            *STATE_QUESTIONS,
            "back 300",
            "next 300",
            "flow OIL",
            "findings F05",
            "only private",
            "next 300",
            "only all",
        ):
            if line in SILENT:
                continue
            try:
                answers += session.ask(line)
            except AskError as error:
                answers.append(str(error))
            if session.playing is not None:
                session.playing = None
    answers.append(json.dumps(summary(session), ensure_ascii=False))
    return " ".join(" ".join(answers).split())


@pytest.mark.parametrize("viewer", ["observer", "KA", "MED"])
@pytest.mark.parametrize("events", [0, 640])
def test_no_private_word_of_others_is_told(viewer: str, events: int, tmp_path: Path) -> None:
    session = session_of(tmp_path, viewer, events)
    hidden = {
        " ".join(text.split())
        for event in session.desk.events
        if not sees(event, viewer) and len(text := str(getattr(event.body, "text", ""))) > 20
    }
    heard = {
        " ".join(str(getattr(event.body, "text", "")).split()) for event in session.desk.events if sees(event, viewer)
    }
    everything = told(session)
    assert len(hidden - heard) > 5
    assert [text for text in hidden - heard if text in everything] == []
    assert any(text in everything for text in heard if len(text) > 20)


def test_control_is_told_all_and_a_seat_no_sheet_but_its_own(tmp_path: Path) -> None:
    session = session_of(tmp_path, "KA")
    roles = session.desk.game.scenario.roles
    everything = told(session)
    for seat, role in roles.items():
        brief = " ".join(role.brief.split())[:60]
        assert not brief or (brief in everything) == (seat == "KA")
    for event in session.desk.events:
        if isinstance(event.body, e.ReservationMoved) and event.body.party != "KA":
            who = session.desk.game.table.short(event.body.party)
            assert f"What {who} needs moved from {event.body.old:g} to {event.body.new:g}" not in everything
    session.see_as("all")
    private = [event for event in session.desk.events if isinstance(event.body, e.Told)]
    assert private
    assert " ".join(private[0].body.text.split()) in told(session)  # type: ignore[union-attr]


def test_the_summary_counts_what_these_eyes_saw(tmp_path: Path) -> None:
    found = summary(session_of(tmp_path, "KA"))
    assert found["seen"] == len(desk().seen("KA")) < found["events"]
    assert "dials" not in found["state"]
    assert "zone" not in found["state"]
    numbers = {event.n for event in desk().seen("KA")}
    for row in (*found["moments"], *found["flow"], *found["moves"], *found["promises"], *found["questions"]):
        assert row["n"] in numbers
    for row in (*found["findings"], *found["scoreboard"]):
        assert set(row["evidence"]) <= numbers
    assert "findings" not in summary(session_of(tmp_path, "KA", 640))
    assert summary(session_of(tmp_path, "facilitator", 640))["state"]["zone"]
