"""The problems of a scenario on the screen: a list with places, the file beside it, and the way into an editor."""

from pathlib import Path

import pytest
from seats import run, shown
from textual.pilot import Pilot
from waiting import until, until_shown

from exercise.model.diagnostic import Diagnostic, Severity
from exercise.ui.home import Home
from exercise.ui.problems import Problems, editor_command


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "transcripts").mkdir()
    monkeypatch.chdir(tmp_path)


FILE = "".join(f"line {number} [/b] of the file\n" for number in range(1, 60))


def found(path: Path) -> tuple[Diagnostic, ...]:
    return (
        Diagnostic(str(path), 7, 3, Severity.ERROR, "SCN305", "there is no rule `[/b]`", "did you mean `b`?"),
        Diagnostic(str(path), 40, 1, Severity.WARNING, "SCN504", "option A is dominated"),
    )


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_the_file_follows_the_problem_that_is_chosen(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(FILE, encoding="utf-8")

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "1 error, 1 warning.")
        for words in ("bad.yaml:7:3 SCN305", "there is no rule `[/b]`", "▶    7 line 7 [/b]"):
            assert words in shown(pilot.app)
        await pilot.press("down")
        await until_shown(pilot, "▶   40 line 40")
        await pilot.press("question_mark")
        await until_shown(pilot, "Every problem with its place")

    run(Problems("Check of bad.yaml", lambda: found(path)), drive, tmp_path, size)


def test_what_is_mended_is_gone_when_it_is_checked_again(tmp_path: Path) -> None:
    problems = [found(tmp_path / "bad.yaml")]

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "1 error, 1 warning.")
        problems[0] = problems[0][1:]
        await pilot.press("r")
        await until_shown(pilot, "no errors, 1 warning.")
        problems[0] = ()
        await pilot.press("r")
        await until_shown(pilot, "There is nothing to mend.")

    run(Problems("Check of bad.yaml", lambda: problems[0]), drive, tmp_path)


def test_enter_without_an_editor_says_how_to_name_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "1 error")
        await pilot.press("enter")
        await until_shown(pilot, "set VISUAL or EDITOR")

    run(Problems("Check", lambda: found(tmp_path / "bad.yaml")), drive, tmp_path)


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("", []),
        ("nano", ["nano", "+7,3", "F"]),
        ("/usr/bin/vim -n", ["/usr/bin/vim", "-n", "+7", "F"]),
        ("code", ["code", "--wait", "--goto", "F:7:3"]),
        ("ed", ["ed", "F"]),
    ],
)
def test_editors_are_told_the_place_in_their_own_way(editor: str, command: list[str]) -> None:
    problem = Diagnostic("F", 7, 3, Severity.ERROR, "SCN305", "x")
    assert editor_command(problem, {"EDITOR": editor}) == command
    assert editor_command(problem, {"EDITOR": "ignored", "VISUAL": editor or "ed"}) == (command or ["ed", "F"])


def test_home_leads_to_the_problems_of_a_scenario(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "aaa.yaml").write_text("id: aaa\ntitle: [\n", encoding="utf-8")

    async def drive(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "First steps")
        await pilot.press("down")
        await until(pilot, lambda: "aaa" in shown(pilot.app))
        await pilot.press("c")
        await until_shown(pilot, "Check of aaa.yaml")
        assert "aaa.yaml:" in shown(pilot.app)

    run(Home(), drive, tmp_path)
