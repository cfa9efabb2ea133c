"""The reviewer's desk on the screen: stepping, jumping, other eyes, marks, questions; the transcript is never touched."""

from functools import cache
from pathlib import Path
from shutil import copy
from tempfile import mkdtemp

import pytest
from seats import run, shown, table
from textual.pilot import Pilot
from waiting import until, until_shown

from exercise.commands.seating import seating
from exercise.engine.game import Game
from exercise.model.setup import Setup
from exercise.review.desk import ALL_EYES
from exercise.room.conductor import Conductor
from exercise.room.opening import open_room
from exercise.ui.home import Home
from exercise.ui.listing import Rows
from exercise.ui.review import Review
from exercise.ui.reviewing.judged import Judged


@cache
def saved(scenario: str = "first-steps") -> Path:
    made = table(scenario)
    path = Path(mkdtemp(prefix="reviewed")) / "talks.jsonl"
    setup = Setup(seed=2, players=seating(made.scenario, (), (), (), "bot"))
    room, _ = open_room(Game(made, setup), path, durable=False)
    Conductor(room).run()
    room.close()
    return path


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "transcripts").mkdir()
    monkeypatch.chdir(tmp_path)
    return Path(copy(saved(), tmp_path / "transcripts" / "talks.jsonl"))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_the_state_follows_the_cursor(talks: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    review = Review.of(talks)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what an observer saw")
        before = review.session.at
        await pilot.press("down", "down", "down")
        await until(pilot, lambda: review.session.at > before)
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: f"event {review.session.at} of" in shown(pilot.app))
        await pilot.press("g", *"end", "enter")
        await until(pilot, lambda: review.session.at >= review.session.desk.places[-1] - 2)
        assert "Day 2" in shown(pilot.app)
        assert all(len(line) <= size[0] for line in shown(pilot.app).splitlines())

    run(review, drive, tmp_path, size)


def test_eyes_are_changed_and_dials_are_for_control(talks: Path, tmp_path: Path) -> None:
    review = Review.of(talks)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what an observer saw")
        few = len(review.trail.items)
        assert "Zone of agreement" not in shown(pilot.app)
        await pilot.press("e", "end", "enter")
        await until(pilot, lambda: review.session.viewer == ALL_EYES)
        await until(pilot, lambda: len(review.trail.items) >= few)
        await until_shown(pilot, "everything")
        await pilot.press("end")
        await until_shown(pilot, "Zone of agreement")
        await pilot.press("colon", *"as nobody", "enter")
        await until_shown(pilot, "There is no seat nobody")

    run(review, drive, tmp_path, (120, 50))


def test_the_filter_shows_what_it_lets_through_until_escape(talks: Path, tmp_path: Path) -> None:
    review = Review.of(talks)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what an observer saw")
        every = len(review.session.shown())
        await pilot.press("o")
        await until_shown(pilot, f"{every} events would be shown")
        await pilot.press("right", "down", "down", "space")
        await until_shown(pilot, "Which kind?")
        await pilot.press("down", "enter")
        await until_shown(pilot, "would be shown")
        await pilot.press("enter")
        await until_shown(pilot, "only seat ")
        only = review.session.only
        assert only.seat and only.kind
        assert all(event.seat == only.seat and event.body.kind == only.kind for event in review.session.shown())
        await pilot.press("escape")
        await until(pilot, lambda: len(review.session.shown()) == every)

    run(review, drive, tmp_path, (100, 30))


def test_moments_are_listed_by_kind_and_gone_to(talks: Path, tmp_path: Path) -> None:
    review = Review.of(talks)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what an observer saw")
        await pilot.press("j")
        await until_shown(pilot, "Moments")
        await pilot.press("left", "left", "left")
        await until_shown(pilot, "finding")
        await pilot.press("right", "right", "right", "end", "enter")
        await until(pilot, lambda: review.session.at > 50)
        await pilot.press("j", "escape")
        await until_shown(pilot, "what an observer saw")

    run(review, drive, tmp_path, (100, 30))


def test_a_finding_opens_on_its_events_and_takes_a_verdict(tmp_path: Path) -> None:
    review = Review.of(Path(copy(saved("iraq-2006"), tmp_path / "talks.jsonl")))
    found = next(f for f in review.session.desk.assessment.findings if len(f.evidence) > 1)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what an observer saw")
        await pilot.press("f")
        await until_shown(pilot, found.id)
        listing = pilot.app.screen.query_one(Judged).query_one(Rows)
        await until(pilot, lambda: bool(listing.chosen))
        listing.highlighted = listing.get_option_index(found.id)
        await pilot.press("enter")
        await until_shown(pilot, f"event 1 of {len(found.evidence)}")
        assert review.session.at == found.evidence[0]
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: review.session.at == found.evidence[1])
        await pilot.press("f", "a")
        await until(pilot, lambda: review.line.value == f"agree {found.id} ")
        await pilot.press(*"so it was", "enter")
        await until_shown(pilot, f"agree on {found.id}")
        await pilot.press("escape")
        await until_shown(pilot, "How things stood")

    run(review, drive, tmp_path, (120, 40))


def test_the_guide_is_rated_by_letters_and_with_a_reason(talks: Path, tmp_path: Path) -> None:
    review = Review.of(talks)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what an observer saw")
        await pilot.press("u")
        await until_shown(pilot, "Keeps its word")
        await pilot.press("s")
        await until_shown(pilot, "some difficulty")
        await pilot.press("down", "enter")
        await until(pilot, lambda: review.line.value.startswith("rate "))
        await pilot.press(*"unable nobody tried", "enter")
        await until_shown(pilot, "rating on N2")

    run(review, drive, tmp_path, (120, 50))
    assert [note.rating for note in review.session.notes.notes] == ["some difficulty", "unable"]


def test_words_are_found_one_after_the_other_and_ranges_are_marked(talks: Path, tmp_path: Path) -> None:
    review = Review.of(talks)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what an observer saw")
        await pilot.press("slash", *"bridge", "enter")
        await until_shown(pilot, "F3 goes on")
        first = review.session.at
        await pilot.press("f3")
        await until(pilot, lambda: review.session.at > first)
        second = review.session.at
        await pilot.press("space", "f3", "f3")
        await until_shown(pilot, f"range from {second}")
        last = review.session.at
        await pilot.press("m", *"turning It turned", "enter")
        await until_shown(pilot, f"on {second} to {last}")
        (note,) = review.session.notes.notes
        assert (note.first, note.last, note.kind) == (second, last, "turning")
        assert review.trail.sign_of(second) == "↺" == review.trail.sign_of(last)
        assert review.trail.sign_of(first) == ""
        await pilot.press("slash", *"no such words", "enter")
        await until_shown(pilot, "Nothing shown here holds")
        await pilot.press("enter")
        await until_shown(pilot, "Event ")

    run(review, drive, tmp_path, (120, 40))


def test_marks_and_notes_are_kept_beside_the_transcript(talks: Path, tmp_path: Path) -> None:
    review = Review.of(talks)
    before = talks.read_bytes()

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what an observer saw")
        await pilot.press("down", "down", "m", *"turning Here [/b] it turned", "enter")
        await until_shown(pilot, "Here [/b] it turned")
        await pilot.press("a")
        await until_shown(pilot, "turning on")
        await pilot.press("escape")

    run(review, drive, tmp_path, (120, 40))
    assert talks.read_bytes() == before
    assert (talks.parent / "talks.notes.jsonl").exists()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("c", "moves"),
        ("s", "turns"),
        ("d", "deal"),
        ("l", "Concessions"),
        ("question_mark", "Look back"),
    ],
)
def test_ledgers_and_help_open_in_windows(key: str, words: str, talks: Path, tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what an observer saw")
        await pilot.press(key)
        await until_shown(pilot, words)
        await pilot.press("escape")
        await until_shown(pilot, "what an observer saw")

    run(Review.of(talks), drive, tmp_path, (120, 40))


def test_a_scenario_without_predictions_says_so(talks: Path, tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what an observer saw")
        await pilot.press("f")
        await until_shown(pilot, "This scenario predicts nothing.")

    run(Review.of(talks), drive, tmp_path, (120, 40))


def test_it_plays_by_itself_to_the_end(talks: Path, tmp_path: Path) -> None:
    review = Review.of(talks)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what an observer saw")
        await pilot.press("g", *"95%", "enter")
        await until(pilot, lambda: review.session.at > 80)
        await pilot.press("p", "p", "p", "p")
        await until(pilot, lambda: review.trail.cursor is review.trail.items[-1])
        await until(pilot, lambda: review._playing is None)

    run(review, drive, tmp_path)


def test_home_leads_there_and_back(talks: Path, tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "Look back")
        await pilot.press("end", "v")
        await until(pilot, lambda: isinstance(pilot.app.screen, Review))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))

    run(Home(), drive, tmp_path)
