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
from exercise.ui.review import Review


@cache
def saved() -> Path:
    made = table("first-steps")
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
        await until_shown(pilot, "what observer knew")
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
        await until_shown(pilot, "what observer knew")
        few = len(review.trail.items)
        await pilot.press("e", *"all", "enter")
        await until(pilot, lambda: review.session.viewer == ALL_EYES)
        await until(pilot, lambda: len(review.trail.items) >= few)
        await until_shown(pilot, "everything")
        await pilot.press("e", *"nobody", "enter")
        await until_shown(pilot, "There is no seat nobody")

    run(review, drive, tmp_path, (120, 40))


def test_marks_and_notes_are_kept_beside_the_transcript(talks: Path, tmp_path: Path) -> None:
    review = Review.of(talks)
    before = talks.read_bytes()

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what observer knew")
        await pilot.press("down", "down", "m", *"turning Here [/b] it turned", "enter")
        await until_shown(pilot, "↺ reviewer: Here [/b] it turned")
        await pilot.press("a")
        await until_shown(pilot, "turning on")
        await pilot.press("escape")

    run(review, drive, tmp_path, (120, 40))
    assert talks.read_bytes() == before
    assert (talks.parent / "talks.notes.jsonl").exists()


@pytest.mark.parametrize(
    ("key", "words"), [("o", "moves"), ("s", "turns"), ("d", "deal"), ("f", "findings"), ("question_mark", "Look back")]
)
def test_ledgers_and_help_open_in_windows(key: str, words: str, talks: Path, tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what observer knew")
        await pilot.press(key)
        await until_shown(pilot, words)
        await pilot.press("escape")
        await until_shown(pilot, "what observer knew")

    run(Review.of(talks), drive, tmp_path, (120, 40))


def test_it_plays_by_itself_to_the_end(talks: Path, tmp_path: Path) -> None:
    review = Review.of(talks)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "what observer knew")
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
