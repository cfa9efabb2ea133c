"""The home screen: what it lists, what its keys do, and what it says of files that are damaged."""

import shutil
from pathlib import Path

import pytest
from seats import open_room, run, shown
from textual.pilot import Pilot
from waiting import until

from exercise.content import shipped
from exercise.lint.load import load
from exercise.model import moves as m
from exercise.model.moves import Command
from exercise.ui.conference import Conference
from exercise.ui.home import Home
from exercise.ui.problems import Problems
from exercise.ui.reading import Reading
from exercise.ui.theme_dialog import ThemeDialog


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Transcripts of this test only."""
    (tmp_path / "transcripts").mkdir()
    monkeypatch.chdir(tmp_path)


async def ready(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "7 parties" in shown(pilot.app) and "A small valley" in shown(pilot.app))


async def go_to(pilot: Pilot[None], ending: str) -> None:
    """Put the cursor on the row of the file with this ending."""
    home = pilot.app.screen
    assert isinstance(home, Home)
    for _ in range(40):
        row = home._chosen_row()
        if row is not None and str(row.path).endswith(ending):
            return
        await pilot.press("down")
    raise AssertionError(ending)


def saved(tmp_path: Path, name: str = "open.jsonl", finish: bool = False) -> Path:
    path = tmp_path / "transcripts" / name
    room = open_room("KA=Ann", path=path)
    if finish:
        room.submit(Command("facilitator", m.End("enough")))
    room.close()
    return path


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_scenarios_are_listed_with_a_preview_beside_them(tmp_path: Path, size: tuple[int, int]) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "105 min · 7 parties · 14 days" in shown(pilot.app))
        await go_to(pilot, "iraq-2006.yaml")
        await until(pilot, lambda: "May 2006" in shown(pilot.app))
        assert "n New" in shown(pilot.app)

    run(Home(), drive, tmp_path, size)


def test_an_exercise_is_gone_on_with_and_its_file_is_free_afterwards(tmp_path: Path) -> None:
    path = saved(tmp_path)

    async def drive(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "Ann as KA" in shown(pilot.app))
        await go_to(pilot, "open.jsonl")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Conference))
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
        await go_to(pilot, "open.jsonl")
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Conference))

    run(Home(), drive, tmp_path, (120, 40))
    assert path.exists()


def test_a_finished_exercise_shows_its_outcome_in_the_preview(tmp_path: Path) -> None:
    saved(tmp_path, finish=True)

    async def drive(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "Look back" in shown(pilot.app))
        await go_to(pilot, "open.jsonl")
        await until(pilot, lambda: "Outcome" in shown(pilot.app))
        assert "Agreed" in shown(pilot.app)

    run(Home(), drive, tmp_path, (120, 40))


def test_exercises_to_look_back_at_are_told_apart_by_the_names_that_people_gave_them(tmp_path: Path) -> None:
    saved(tmp_path, "boycott.jsonl", finish=True)
    saved(tmp_path, "iraq-2006-2026-11-23-seed7-2.jsonl", finish=True)

    async def drive(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "boycott · Ann as KA" in shown(pilot.app))
        assert "seed7" not in shown(pilot.app)

    run(Home(), drive, tmp_path, (120, 40))


def test_damaged_files_say_what_is_wrong_with_them(tmp_path: Path) -> None:
    path = saved(tmp_path, "torn.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], lines[1].replace(b'"day"', b'"dax"'), *lines[2:]]))
    (tmp_path / "transcripts" / "hostile.jsonl").write_text('[/ \x1b[2J "', encoding="utf-8")
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "broken.yaml").write_text("id: broken\ntitle: [/b]\nstages: \x1b[2J\n", encoding="utf-8")

    async def drive(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "hostile.jsonl" in shown(pilot.app))
        await go_to(pilot, "hostile.jsonl")
        await until(pilot, lambda: "Damaged" in shown(pilot.app) and "TRN102" in shown(pilot.app))
        await go_to(pilot, "torn.jsonl")
        await until(pilot, lambda: "TRN107" in shown(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Conference | Reading))
        assert "TRN107" in shown(pilot.app)
        await pilot.press("escape")
        assert "\x1b" not in shown(pilot.app)

    run(Home(), drive, tmp_path, (120, 40))


def test_the_caret_stands_under_a_place_in_a_long_line(tmp_path: Path) -> None:
    path = saved(tmp_path, "torn.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], lines[1].rstrip()[:-1] + b', "x": "' + b"y" * 300 + b"\n", *lines[2:]]))

    async def drive(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "Ann as KA" in shown(pilot.app))
        await go_to(pilot, "torn.jsonl")
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, Reading))
        rows = shown(pilot.app).splitlines()
        at = next(number for number, row in enumerate(rows) if "    2 | {" in row)
        assert rows[at + 1].index("^") == rows[at].index("{")

    run(Home(), drive, tmp_path, (80, 24))


def test_check_lists_the_problems_of_a_scenario(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "broken.yaml").write_text("id: broken\nstages: []\n", encoding="utf-8")

    async def drive(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "does not load" in shown(pilot.app))
        await go_to(pilot, "broken.yaml")
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, Problems))
        await until(pilot, lambda: "SCN201" in shown(pilot.app))
        assert "broken.yaml:" in shown(pilot.app)

    run(Home(), drive, tmp_path, (120, 40))


def test_the_preview_counts_what_the_check_counts(tmp_path: Path) -> None:
    """A wrong name in an expression is found beside the list as well as by the check."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    valley = (shipped() / "scenarios" / "first-steps.yaml").read_text(encoding="utf-8")
    (folder / "wrong.yaml").write_text(valley.replace("core_settled > 0", "core_setled > 0"), encoding="utf-8")
    shutil.copytree(shipped() / "roles", tmp_path / "roles")
    errors = [d for d in load(folder / "wrong.yaml").diagnostics if d.severity == "error"]
    assert errors

    async def drive(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "does not load" in shown(pilot.app))
        await go_to(pilot, "wrong.yaml")
        await until(pilot, lambda: f"{len(errors)} error" in shown(pilot.app))

    run(Home(), drive, tmp_path, (120, 40))


def test_themes_are_tried_kept_and_taken_back(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await ready(pilot)
        before = pilot.app.theme
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, ThemeDialog))
        await pilot.press("down", "down")
        await until(pilot, lambda: pilot.app.theme == "high-contrast")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.theme == before)
        await pilot.press("t", "down", "enter")
        await until(pilot, lambda: pilot.app.theme == "conference-light")

    run(Home(), drive, tmp_path, (120, 40))
    assert "conference-light" in (tmp_path / "interface.json").read_text(encoding="utf-8")


def test_the_first_paint_reads_no_scenario() -> None:
    import subprocess
    import sys

    code = "import sys; import exercise.ui.home, exercise.ui.app; print(sorted({'yaml','cel_expr_python','msgspec','transitions'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_a_facilitator_reads_any_brief(tmp_path: Path) -> None:
    async def drive(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await pilot.press("w")
        await until(pilot, lambda: "Whose brief?" in shown(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Reading))
        assert "Confidential: The hill farms" in shown(pilot.app)

    run(Home(), drive, tmp_path, (120, 40))
