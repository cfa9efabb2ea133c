"""The balance of a scenario on the screen: sections, numbers on request, noise and all issues by a key."""

from pathlib import Path

import attrs
import pytest
from seats import run, shown, table
from textual.pilot import Pilot
from waiting import until, until_shown

from exercise.model.scenario import Scenario
from exercise.ui.balance import Balance
from exercise.ui.home import Home
from exercise.ui.reading import Reading


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "transcripts").mkdir()
    monkeypatch.chdir(tmp_path)


def iraq() -> Scenario:
    return table().scenario


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_sections_follow_each_other_and_fit(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "Very narrow")
        for words in ("all accept", "needs", "without sunni", "unanimity", "FED3 OIL3 SEC3 EXE3 REL5"):
            await pilot.press("right")
            await pilot.pause()
            for _ in range(12):
                if words in shown(pilot.app):
                    break
                await pilot.press("pagedown")
                await pilot.pause()
            assert words in shown(pilot.app)
            assert all(len(line) <= size[0] for line in shown(pilot.app).splitlines())
        await pilot.press("left")
        await until_shown(pilot, "5 of 14")

    run(Balance(iraq()), drive, tmp_path, size)


def test_numbers_come_on_request_and_go_again(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "Very narrow")
        await pilot.press("right")
        await until_shown(pilot, "all accept")
        assert "3,880" not in shown(pilot.app)
        await pilot.press("n")
        await until_shown(pilot, "3,880")
        assert "all accept" in shown(pilot.app)
        await pilot.press("n")
        await until(pilot, lambda: "3,880" not in shown(pilot.app))

    run(Balance(iraq()), drive, tmp_path, (120, 44))


def test_noise_and_all_issues_are_counted_when_asked_for(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "Very narrow")
        assert "o Noise" in shown(pilot.app) and "a All issues" in shown(pilot.app)
        await pilot.press("o")
        await until_shown(pilot, "300 runs")
        assert "o Noise" not in shown(pilot.app)
        await pilot.press("a")
        await until_shown(pilot, "604,226")
        await pilot.press("left", "left", "left")
        await until_shown(pilot, "300 runs")
        assert "a All issues" not in shown(pilot.app)

    run(Balance(iraq()), drive, tmp_path, (120, 40))


def test_a_section_is_chosen_from_the_list_beside(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "Very narrow")
        pilot.app.screen.set_focus(pilot.app.screen.query_one("#contents"))
        await pilot.press("down", "down")
        await until_shown(pilot, "3 of 14")
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, Reading))
        assert "not for those who will play" in " ".join(shown(pilot.app).split())

    run(Balance(iraq()), drive, tmp_path, (120, 40))


def test_a_scenario_without_score_sheets_says_so(tmp_path: Path) -> None:
    bare = attrs.evolve(iraq(), roles={seat: attrs.evolve(role, sheet={}) for seat, role in iraq().roles.items()})

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "No party has a score sheet")
        await pilot.press("right", "n", "o", "a")
        assert "No party has a score sheet" in shown(pilot.app)

    run(Balance(bare), drive, tmp_path)


def test_hostile_titles_are_text(tmp_path: Path) -> None:
    issues = tuple(attrs.evolve(issue, title="[/b]\x1b[2J") for issue in iraq().issues)
    bad = attrs.evolve(iraq(), title="[bold]x\x1b[2J", issues=issues)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "Very narrow")
        for _ in range(7):
            await pilot.press("right")
        await until_shown(pilot, "[/b]")
        assert "\x1b" not in shown(pilot.app) and "[bold]x" in shown(pilot.app)

    run(Balance(bad), drive, tmp_path, (120, 40))


def test_it_is_reached_from_the_first_screen(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "A small valley")
        await pilot.press("b")
        await until(pilot, lambda: isinstance(pilot.app.screen, Balance))
        await until_shown(pilot, "2 of 9 packages")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))

    run(Home(), drive, tmp_path, (120, 40))


def test_a_scenario_that_does_not_load_shows_its_problems(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "aaa.yaml").write_text("id: aaa\nstages: []\n", encoding="utf-8")

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "does not load")
        home = pilot.app.screen
        assert isinstance(home, Home)
        for _ in range(10):
            row = home._chosen_row()
            if row is not None and row.path.stem == "aaa":
                break
            await pilot.press("down")
        await pilot.press("b")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, Balance)

    run(Home(), drive, tmp_path, (120, 40))
