"""The guided first exercise: the coach's hints follow what was done, and it goes when everything was tried or when asked to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from seats import run, shown
from textual.pilot import Pilot
from waiting import until, until_shown

from exercise.ui.ending import Ending
from exercise.ui.guided import Coach, GuidedConference
from exercise.ui.home import Home
from exercise.ui.preferences import Preferences


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "transcripts").mkdir()
    monkeypatch.chdir(tmp_path)


async def begun(pilot: Pilot[None]) -> GuidedConference:
    await until_shown(pilot, "begin here")
    await pilot.press("g")
    await until(pilot, lambda: isinstance(pilot.app.screen, GuidedConference))
    guided = pilot.app.screen
    assert isinstance(guided, GuidedConference)
    await until_shown(pilot, "Read your brief")
    return guided


async def press_until(pilot: Pilot[None], key: str, holds: Callable[[], bool]) -> None:
    for _ in range(60):
        if holds():
            return
        await pilot.press(key)
        await pilot.pause()
    raise AssertionError(shown(pilot.app))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_the_whole_first_exercise_by_the_hints_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        guided = await begun(pilot)
        coach = guided.query_one(Coach)

        def title() -> str:
            return coach.hint.title

        def says(words: str) -> bool:
            return words in coach.hint.says

        await pilot.press("b", "escape")
        await until(pilot, lambda: title() == "Argue")
        await pilot.press("a", "enter")
        await until(pilot, lambda: title() == "Look at the value")
        await pilot.press("p", "escape")
        await pilot.press("p", "right", "space", "escape")
        await pilot.pause()
        assert title() == "Look at the value"
        await pilot.press("p", "down", "right", "space", "escape")
        await until(pilot, lambda: title() == "Propose" and "p again" in coach.hint.says)
        await pilot.press("p", "p")
        await until(pilot, lambda: title() == "Support")
        await press_until(pilot, "space", lambda: says("t shows it") or title() == "Vote")
        await pilot.press("colon", *"support text", "enter", "escape")
        await until(pilot, lambda: title() == "Vote")
        await press_until(pilot, "space", lambda: not isinstance(pilot.app.screen, GuidedConference))
        await pilot.press("y")
        await until(pilot, lambda: not coach.display)
        await press_until(pilot, "space", lambda: not isinstance(pilot.app.screen, GuidedConference))
        while not guided.room.state.closed:
            await pilot.press("y")
            await pilot.pause()
            if pilot.app.screen is guided:
                await pilot.press("space")
                await pilot.pause()
        await until(pilot, lambda: isinstance(pilot.app.screen, Ending))

    run(Home(), drive, tmp_path, size)
    assert Preferences.load(tmp_path / "interface.json").guided


def test_the_coach_can_be_sent_away(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        guided = await begun(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: not guided.query_one(Coach).display)
        await pilot.press("b", "escape", "space")
        await pilot.pause()
        assert not guided.query_one(Coach).display
        assert "Coach" not in shown(pilot.app)

    run(Home(), drive, tmp_path)


def test_leaving_comes_home_and_the_exercise_can_be_gone_on_with(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await begun(pilot)
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
        await until_shown(pilot, "you as HILL")

    run(Home(), drive, tmp_path, (120, 40))
