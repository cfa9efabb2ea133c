"""The review as text: every command answers, wrong ones are told, and eyes see what is theirs."""

from pathlib import Path
from shutil import copy

import pytest
from played import transcript

from exercise.review.desk import open_desk
from exercise.review.notes import Notebook
from exercise.review.session import _COMMANDS, STATE_QUESTIONS, AskError, Session
from exercise.transcript.reader import read_transcript


@pytest.fixture
def session(tmp_path: Path) -> Session:
    path = Path(copy(transcript(), tmp_path / "talks.jsonl"))
    header = read_transcript(path).header
    assert header is not None
    return Session(open_desk(path), Notebook(path, header), "ann")


def test_one_steps_goes_back_and_jumps(session: Session) -> None:
    first = session.ask("")
    assert session.at == 1
    session.ask("next 5")
    there = session.at
    assert session.ask("back 1") != first
    assert session.at < there
    session.ask("go day 6")
    assert session.desk.events[session.at - 1].day == 6
    session.ask("go end")
    assert session.ask("next") == ["That was the last of it."]
    session.ask("go start")
    assert session.ask("back") == ["That was the first of it."]


def test_only_what_was_asked_for_is_stepped_through(session: Session) -> None:
    session.ask("as all")
    for line, holds in (
        ("only seat ka", lambda event: event.seat == "KA"),
        ("only kind ballot", lambda event: event.body.kind == "ballot"),
        ("only private", lambda event: event.to != "all"),
    ):
        session.ask(line)
        assert session.shown()
        assert all(holds(event) for event in session.shown())
    session.ask("only issue OIL")
    assert 0 < len(session.shown()) < len(session.desk.events)
    session.ask("only all")
    assert len(session.shown()) == len(session.desk.events)


def test_eyes_change_what_is_seen_and_asked(session: Session) -> None:
    session.ask("go 500")
    with pytest.raises(AskError, match="dials are for control"):
        session.ask("dials")
    assert "Trust" in "\n".join(session.ask("as all") + session.ask("dials"))
    assert "points" not in "\n".join(session.ask("as KA"))
    assert "You sign from" in "\n".join(session.ask("sheet"))
    session.ask("as observer")
    assert session.ask("sheet") == ["This seat has no score sheet."]


def test_secrets_stay_closed_until_it_is_over(tmp_path: Path) -> None:
    lines = transcript().read_bytes().splitlines(keepends=True)
    path = tmp_path / "half.jsonl"
    path.write_bytes(b"".join(lines[:400]))
    header = read_transcript(path).header
    assert header is not None
    session = Session(open_desk(path), Notebook(path, header))
    with pytest.raises(AskError, match="only when the exercise is over"):
        session.ask("as all")
    assert "It is not over." in session.ask("about")


@pytest.mark.parametrize("verb", [*_COMMANDS, *STATE_QUESTIONS])
def test_every_command_answers_or_says_what_it_needs(verb: str, session: Session) -> None:
    session.ask("as all")
    session.ask("go 500")
    try:
        lines = session.ask(verb)
    except AskError as error:
        lines = [str(error)]
    assert verb == "quit" or any(line.strip() for line in lines)


def test_marks_verdicts_and_notes_are_kept(session: Session) -> None:
    session.ask("go 412")
    for line in ("note Here.", "mark turning It turned.", "agree F02 Nobody had time.", "unseen F08 Not shown."):
        session.ask(line)
    told = "\n".join(session.ask("notes"))
    for words in ("Here.", "↺ ann-2 turning on 4", "✓ ann-3 agree on F02", "○ ann-4 unseen on F08"):
        assert words in told
    assert "✓" in "\n".join(session.ask("findings F02"))
    assert session.ask("withdraw ann-1") == ["ann-1 is taken back."]
    assert "Here." not in "\n".join(session.ask("notes"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("fly", "no command fly"),
        ("next many", "no number of events"),
        ("go nowhere at all", "nothing like it was found"),
        ("as NOBODY", "there is no seat NOBODY"),
        ("only seat NOBODY", "there is no seat NOBODY"),
        ("only", ""),
        ("moments sunset", "no moments of the kind sunset"),
        ("find", "say what to look for"),
        ("findings F99", "no finding F99"),
        ("mark great", "mark what?"),
        ("agree", "agree with which finding"),
        ("agree F02", "give a reason"),
        ("withdraw bob-1", "take back which note"),
        ("merge nowhere.jsonl", "No such file"),
        ("branch NOBODY=Ann", "cannot be played by"),
        ("\x1b[2J", "no command \ufffd"),
        ('note "unbalanced', ""),
    ],
)
def test_what_cannot_be_answered_is_said(line: str, says: str, session: Session) -> None:
    session.ask("go 412")
    if says:
        with pytest.raises(AskError, match=says.replace("?", r"\?")):
            session.ask(line)
    else:
        assert session.ask(line)
