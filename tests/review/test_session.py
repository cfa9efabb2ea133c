"""The review as text: every command answers, wrong ones are told, and eyes see what is theirs."""

import re
from pathlib import Path
from shutil import copy

import pytest
from played import desk, transcript

from exercise.model import events as e
from exercise.plain.wrapping import WIDTH
from exercise.review.desk import ALL_EYES, open_desk
from exercise.review.going import find_moment
from exercise.review.notes import Notebook
from exercise.review.playback import LONGEST
from exercise.review.session import COMMANDS, STATE_QUESTIONS, Session
from exercise.review.standpoint import AskError
from exercise.review.warned import warnings_of
from exercise.room.conductor import Conductor
from exercise.room.room import Room
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


@pytest.mark.parametrize("verb", [*COMMANDS, *STATE_QUESTIONS])
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


def test_the_help_names_what_is_in_the_transcript(session: Session) -> None:
    told = session.ask("help")
    assert any("agree F01 WHY" in line for line in told)
    assert all(len(line) <= 78 for line in told)
    other = Session(desk(2, "first-steps"), session.notes)
    told = other.ask("help")
    assert any("as HILL" in line for line in told)
    assert not any(id in line for line in told for id in ("KA", "F02", "FED"))


def test_one_goes_on_to_the_next_moment_of_a_kind(session: Session) -> None:
    session.ask("as all")
    session.ask("go 600")
    session.ask("next ballot")
    first = session.at
    assert isinstance(session.desk.events[first - 1].body, e.BallotClosed)
    session.ask("next vote")
    assert session.at > first
    session.ask("back ballots")
    assert session.at == first
    session.ask("mark good Here")
    session.ask("go 10")
    session.ask("go mark")
    assert session.at == first
    session.ask("go 10")
    session.ask("next finding")
    assert any(session.at in f.evidence for f in session.desk.assessment.findings)
    session.ask("go warning")
    assert session.at in {warned.first for warned in warnings_of(session.desk).stood}
    assert session.ask("back exit") == ["There is no exit before this one."]
    option = session.desk.game.scenario.issues[1].options[1].id
    session.ask(f"go {option}")
    assert option in str(session.desk.events[session.at - 1].body)


def test_filters_stand_together_and_name_their_audience(session: Session) -> None:
    session.ask("as all")
    (told,) = session.ask("only seat KA kind told to private")
    assert told.startswith("Only seat KA, kind told, audience private: ")
    assert all(event.seat == "KA" and event.body.kind == "told" and event.to != "all" for event in session.shown())
    session.ask("only to control")
    assert session.shown()
    assert {event.to for event in session.shown()} == {"control"}
    for wrong in ("only seat", "only colour red", "only to nobody"):
        with pytest.raises(AskError):
            session.ask(wrong)


def test_the_panels_stand_as_things_stood(session: Session) -> None:
    session.ask("as all")
    session.ask("go 900")
    lines = session.ask("state")
    for heading in ("Agenda", "On record", "Text on the table", "Zone of agreement", "Dials", "Early warnings"):
        assert heading in lines
    state = session.desk.state(900)
    text = state.proposals[state.text]
    assert f"  {text.id}, version {state.text_version}: {' '.join(text.options)}" in lines
    assert any("would be signed by" in line for line in lines)
    session.ask("as KA")
    lines = session.ask("state")
    assert "Dials" not in lines
    assert any("of the" in line and "that it needs" in line for line in lines)
    for control in ("zone", "dials", "state zone", "state warnings"):
        with pytest.raises(AskError, match="for control"):
            session.ask(control)
    with pytest.raises(AskError, match="there is no panel"):
        session.ask("state weather")


def test_panels_that_are_followed_are_told_where_they_change(session: Session) -> None:
    session.ask("as all")
    session.ask("go 400")
    assert "  Zone of agreement" in session.ask("follow zone time")
    assert "  Zone of agreement" not in session.ask("next")
    told = session.ask("go 900")
    assert "  Zone of agreement" in told and "  Time" in told
    session.ask("as KA")
    assert "  Zone of agreement" not in session.ask("go 300")
    session.ask("follow off")
    assert "  Time" not in session.ask("go 800")
    with pytest.raises(AskError, match="follow takes off"):
        session.ask("follow weather")


def test_playing_waits_as_long_as_was_spoken_and_cuts_idle_time(session: Session) -> None:
    session.ask("as all")
    session.ask("go day 2")
    start = session.at
    session.ask("play 30 to day 3")
    assert session.playing is not None
    steps = list(session.playing.steps)
    assert [n for _, n in steps] == [event.n for event in session.desk.events if start < event.n and event.day < 3] + [
        find_moment(session.desk, ALL_EYES, "day 3")
    ]
    minutes = {event.n: event.minutes for event in session.desk.events}
    assert all(seconds == pytest.approx(minutes[n] / 30) for seconds, n in steps if minutes[n] > 5)
    assert all(seconds <= LONGEST for seconds, _ in steps)
    for wrong in ("play 0", "play fast", "play 10 to nowhere at all"):
        with pytest.raises(AskError):
            session.ask(wrong)


def test_findings_are_closed_to_seats_until_it_is_over(tmp_path: Path) -> None:
    path = tmp_path / "half.jsonl"
    path.write_bytes(b"".join(transcript().read_bytes().splitlines(keepends=True)[:600]))
    header = read_transcript(path).header
    assert header is not None
    session = Session(open_desk(path), Notebook(path, header))
    for line in (
        "findings",
        "findings F02",
        "go F02",
        "warnings",
        "scoreboard",
        "moments finding",
        "next warning",
        "compare x",
    ):
        with pytest.raises(AskError):
            session.ask(line)
    session.ask("as facilitator")
    assert session.ask("findings")


def test_a_range_is_noted_and_the_guide_is_rated(session: Session) -> None:
    session.ask("as all")
    session.ask("note 400-412 All of this.")
    session.ask("go 500")
    session.ask("from")
    session.ask("go 510")
    session.ask("mark turning Between these.")
    notes = session.notes.notes
    assert [(note.first, note.last) for note in notes] == [(400, 412), (500, 510)]
    assert "Between these." in " ".join(session.ask("go 505"))
    session.ask("rate C01 some difficulty Two were missing.")
    session.ask("rate N4 P")
    told = session.ask("guide")
    assert "  C01 All five, by all: some difficulty (ann)" in told
    assert "  N4 Keeps its word: performed (ann)" in told
    assert any(line.startswith("2 of ") for line in told)
    assert "Two were missing." in " ".join(session.ask("guide C01"))
    for wrong in (
        "rate",
        "rate C01",
        "rate C01 great",
        "rate X99 P",
        "note 9-3 x",
        "note 1-99999 x",
        "note",
        "guide X99",
    ):
        with pytest.raises(AskError):
            session.ask(wrong)


def test_the_flow_tells_what_was_dropped_and_cited(session: Session) -> None:
    session.ask("as all")
    session.ask("go end")
    told = "\n".join(session.ask("flow OIL"))
    assert "dropped" in told and "cites V11" in told and re.search(r"answers A\d+", told)
    cited = session.ask("cited")
    assert any(line.startswith("V11 (") for line in cited)
    session.ask("go 100")
    assert len(session.ask("flow")) < len(told.splitlines())


def test_a_closed_exercise_has_nothing_to_branch_from(session: Session) -> None:
    session.ask("as all")
    session.ask("go end")
    with pytest.raises(AskError, match="pick an earlier event"):
        session.ask("branch")
    session.ask("go 700")
    told = session.ask("branch IAF=bot:hard-liner")
    assert told[0].startswith("Branched after event 7")
    assert len(session.ask("tree")) == 2
    with pytest.raises(AskError, match="branched off no other"):
        session.ask("compare")


def test_a_branch_is_compared_with_its_parent(session: Session) -> None:
    session.ask("as all")
    session.ask("go 700")
    session.ask("branch IAF=bot:hard-liner")
    path = session.desk.path.with_name("talks-branch1.jsonl")
    room = Room.resume(path)
    Conductor(room).run()
    room.close()
    header = read_transcript(path).header
    assert header is not None
    child = Session(open_desk(path), Notebook(path, header))
    child.ask("as all")
    told = "\n".join(child.ask("compare"))
    assert "They are the same up to event 7" in told
    assert "outcome" in told and "talks.jsonl goes on:" in told
    assert child.ask(f"compare {path}") == ["They are the same, event for event."]


def test_what_is_found_has_a_line_each_and_ends_in_dots_where_it_is_cut(session: Session) -> None:
    session.ask("as all")
    found = session.ask("find regional")
    assert len(found) > 3
    assert all(len(line) <= WIDTH for line in found)
    assert any(line.endswith(" ...") for line in found)
    cut = next(line for line in found if line.endswith(" ...")).removesuffix(" ...")
    number = int(cut.split(" ")[0].rpartition(".")[2])
    assert " ".join(session.ask(f"go {number}")).count(cut.split(" ", 1)[1][:40]), "it can be gone to by its number"


def test_a_question_that_no_exercise_can_answer_is_not_put_to_the_test(session: Session) -> None:
    session.ask("as all")
    told = " ".join(session.ask("scoreboard X11"))
    assert told.count("not tested here:") == 2
    assert "borne out: S1" not in told
