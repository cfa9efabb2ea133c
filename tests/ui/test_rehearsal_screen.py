"""A rehearsal on the screen: counts grow, stop, go on; an outcome opens an exercise that ended so; failures are said."""

from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, ClassVar

import pytest
from seats import run, shown, table
from textual.pilot import Pilot
from waiting import until, until_shown

from exercise.rehearsal import spreading
from exercise.ui import rehearsal as screen
from exercise.ui.conference import Conference
from exercise.ui.home import Home
from exercise.ui.rehearsal import Rehearsal


class Here(Executor):
    """Plays at once and in this process. `ended` keeps how whoever used it let it go."""

    ended: ClassVar[list[dict[str, Any]]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.ended.append({"wait": wait, "cancel_futures": cancel_futures})


@pytest.fixture(autouse=True)
def _quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "transcripts").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(spreading, "processes", lambda workers: Here())
    monkeypatch.setattr(spreading, "cores", lambda: 1)
    monkeypatch.setattr(spreading, "CHUNK", 2)
    monkeypatch.setattr(screen, "RUNS", 6)


def rehearsal() -> Rehearsal:
    return Rehearsal(table("first-steps").scenario)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_counts_are_shown_and_more_is_added(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "6 exercises played")
        assert "100% A bridge" in shown(pilot.app)
        await pilot.press("m")
        await until_shown(pilot, "12 exercises played")
        assert all(len(line) <= size[0] for line in shown(pilot.app).splitlines())

    run(rehearsal(), drive, tmp_path, size)


def test_it_stops_and_keeps_what_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "RUNS", 400)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "of 400")
        await until(pilot, lambda: "A bridge" in shown(pilot.app))
        await pilot.press("s")
        await until_shown(pilot, "Stopped early: what is done is kept.")
        assert "exercises played" in shown(pilot.app)

    run(rehearsal(), drive, tmp_path)


def test_an_outcome_opens_an_exercise_that_ended_so(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "6 exercises played")
        await pilot.press("shift+tab", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Rehearsal))
        assert any(isinstance(each, Conference) for each in pilot.app.screen_stack)
        assert list((tmp_path / "transcripts").glob("first-steps-*-seed1.jsonl"))

    run(rehearsal(), drive, tmp_path, (120, 40))


def test_what_goes_wrong_is_said_and_what_was_counted_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "6 exercises played")

        def fail(case: bytes, seeds: range) -> None:
            raise RuntimeError("no bots [/b]")

        monkeypatch.setattr(spreading, "play_chunk", fail)
        await pilot.press("m")
        await until_shown(pilot, "The rehearsal failed: no bots [/b]")
        assert "6 exercises played" in shown(pilot.app)

    run(rehearsal(), drive, tmp_path)


def test_home_leads_there_and_back(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "First steps")
        await pilot.press("e")
        await until_shown(pilot, "6 exercises played")
        await pilot.press("question_mark")
        await until_shown(pilot, "they predict neither")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))

    run(Home(), drive, tmp_path)


def test_who_leaves_in_the_middle_does_not_wait_for_what_is_being_played(tmp_path: Path) -> None:
    Here.ended.clear()

    async def drive(pilot: Pilot[None]) -> None:
        await pilot.press("escape")
        await until(pilot, lambda: bool(Here.ended))
        assert Here.ended == [{"wait": False, "cancel_futures": True}]

    run(rehearsal(), drive, tmp_path)
