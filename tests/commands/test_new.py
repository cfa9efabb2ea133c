"""`exercise new`: from flags, from questions, from another scenario; it never writes over anything."""

from pathlib import Path

import pytest
from running import exercise

from exercise.commands.loading import scenario
from exercise.lint.load import load

FLAGS = ("--party", "Upper", "--party", "Lower", "--issue", "Water: none | half | all", "--issue", "Dam")


def test_flags_make_a_scenario_that_checks_clean_and_plays(tmp_path: Path) -> None:
    made = exercise("new", "Two towns", *FLAGS, "--days", "2", "--to", str(tmp_path))
    assert made.exit_code == 0
    path = tmp_path / "scenarios" / "two-towns.yaml"
    assert str(path) in made.output
    for file in (path, *(tmp_path / "roles").rglob("*.yaml")):
        schema = file.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
        assert (file.parent / schema).is_file()
    assert exercise("check", str(path), "--strict").exit_code == 0
    played = exercise("play", str(path), "--bots", "all", "--json", "--transcript", str(tmp_path / "t.jsonl"))
    assert played.exit_code == 0
    assert '"closed": true' in played.output


def test_it_asks_for_what_was_not_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exercise.commands.new._at_terminal", lambda: True)
    typed = "Two towns\nUpper\nLower\n\nWater: none | all\n\n"
    made = exercise("new", "--to", str(tmp_path), typed=typed)
    assert made.exit_code == 0
    assert "Who sits at the table?" in made.output
    found = load(tmp_path / "scenarios" / "two-towns.yaml").scenario
    assert found is not None
    assert [option.title for option in found.issues[0].options] == ["none", "all"]


def test_another_scenario_is_extended_by_its_name_or_its_file(tmp_path: Path) -> None:
    assert exercise("new", "The late conference", "--like", "iraq-2006", "--to", str(tmp_path)).exit_code == 0
    late = tmp_path / "scenarios" / "the-late-conference.yaml"
    found, base = load(late), scenario("iraq-2006")
    assert found.scenario is not None
    assert found.scenario.title == "The late conference"
    assert found.scenario.injects == base.injects
    away = exercise("new", "Later", "--like", str(late), "--to", str(tmp_path / "elsewhere"))
    assert away.exit_code == 2
    assert "takes nothing from outside" in away.stderr
    assert exercise("new", "Later", "--like", str(late), "--to", str(tmp_path)).exit_code == 0
    later = load(tmp_path / "scenarios" / "later.yaml")
    assert [str(d) for d in later.diagnostics if d.severity == "error"] == []
    assert later.scenario is not None
    assert later.scenario.title == "Later"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("new",), "give the scenario a title"),
        (("new", "T"), "say who sits at the table"),
        (("new", "T", "--party", "A", "--issue", "X"), "there are 1 delegations"),
        (("new", "T", "--like", "iraq-2006", "--sheet", "x.csv"), "begin from one thing"),
        (("new", "T", "--profile", "x.xml", *FLAGS), "begin from one thing"),
        (("new", "T", "--sheet", "nowhere.csv"), "nowhere.csv:1:1: error: it is not there"),
        (("new", "T", "--like", "irak-2006"), "did you mean iraq-2006?"),
    ],
)
def test_what_is_wrong_is_said(arguments: tuple[str, ...], says: str, tmp_path: Path) -> None:
    result = exercise(*arguments, "--to", str(tmp_path))
    assert result.exit_code == 2
    assert says in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    arguments = ("new", "Two towns", *FLAGS, "--to", str(tmp_path))
    assert exercise(*arguments).exit_code == 0
    role = tmp_path / "roles" / "two-towns" / "UPPER.yaml"
    role.write_text("mine", encoding="utf-8")
    (tmp_path / "scenarios" / "two-towns.yaml").unlink()
    refused = exercise(*arguments)
    assert refused.exit_code == 2
    assert "is there already" in refused.stderr
    assert role.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "scenarios" / "two-towns.yaml").exists()
