"""`exercise check`: what is printed, in which form, with which exit code, and again after a file is saved."""

import json
import shutil
from pathlib import Path

import pytest
from running import exercise

from exercise.commands import check as command
from exercise.commands.watch import changes, look

BAD = Path(__file__).parent.parent / "bad"
WARNED = """
issues:
  - {id: WATER, title: "The river", options: [{id: WATER9, title: "Dry", text: "Nobody takes any."}]}
"""


@pytest.fixture
def valley(tmp_path, monkeypatch):
    """The folder one stands in, with a good scenario and its roles."""
    shutil.copy(BAD / "base.yaml", tmp_path)
    shutil.copytree(BAD / "roles", tmp_path / "roles")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def spoil(folder: Path, old: str, new: str, file: str = "base.yaml") -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_problem_with_its_line_and_a_caret(valley):
    spoil(valley, "deck: plain", "deck: plian")
    result = exercise("check", "base.yaml")
    assert result.exit_code == 2
    assert result.stdout.splitlines() == [
        "base.yaml:57:7: error SCN309: there is no deck `plian` (did you mean `plain`?)",
        "   57 | deck: plian",
        "              ^",
    ]
    assert result.stderr.splitlines() == [
        "base.yaml: 1 error, no warnings in 3 files",
        "more about a code: exercise check --explain SCN309",
    ]


def test_all_problems_of_a_folder_at_once_each_in_its_own_file(valley):
    spoil(valley, "deck: plain", "deck: plian")
    spoil(valley, "core: {WATER: 60, ROAD: 40}", "core: {WATER: 60, ROAD: 50}", "roles/NORTH.yaml")
    spoil(valley, 'test: "settled_count == 0"', 'test: "settld_count == 0"')
    lines = [line for line in exercise("check", ".").stdout.splitlines() if ": error " in line]
    assert [line.split(" ")[0] for line in lines] == ["base.yaml:57:7:", "base.yaml:59:84:", "roles/NORTH.yaml:13:9:"]
    assert "did you mean settled_count?" in lines[1]


def test_json_names_the_place_and_the_line(valley):
    spoil(valley, "deck: plain", "deck: plian")
    found = json.loads(exercise("check", "base.yaml", "--format", "json").stdout)
    assert (found["errors"], found["warnings"]) == (1, 0)
    assert found["files"] == ["base.yaml", "roles/NORTH.yaml", "roles/SOUTH.yaml"]
    assert found["diagnostics"] == [
        {
            "file": "base.yaml",
            "line": 57,
            "column": 7,
            "severity": "error",
            "code": "SCN309",
            "message": "there is no deck `plian`",
            "hint": "did you mean `plain`?",
            "source": "deck: plian",
        }
    ]


def test_github_annotations_are_one_line_each_with_their_signs_escaped(valley):
    (valley / "odd,name.yaml").write_text('extends: base.yaml\nid: new\nminutes: "a%0A\\nb"\n', encoding="utf-8")
    shown = exercise("check", "odd,name.yaml", "--format", "github").stdout
    assert shown == (
        "::error file=odd%2Cname.yaml,line=3,col=10,title=SCN204::`minutes` is a whole number, not `a%250A\ufffdb`\n"
    )


def test_a_problem_without_a_line_has_none_in_github(valley):
    (valley / "empty.yaml").write_bytes(b"")
    assert exercise("check", "empty.yaml", "--format", "github").stdout == (
        "::error file=empty.yaml,title=SCN108::the file is empty\n"
    )


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 1)])
def test_warnings_count_only_when_strict(valley, options, code):
    spoil(valley, "next: closed}", "next: talks}")
    result = exercise("check", "base.yaml", *options)
    assert "warning SCN412" in result.stdout
    assert result.exit_code == code


def test_a_role_is_checked_with_the_scenario_that_uses_it(valley):
    spoil(valley, "cites: [R1]", "cites: [R2]", "roles/NORTH.yaml")
    spoil(valley, "deck: plain", "deck: plian")
    result = exercise("check", "roles/NORTH.yaml")
    assert result.exit_code == 2
    assert [line.split(":")[0] for line in result.stdout.splitlines() if "SCN" in line] == ["roles/NORTH.yaml"]
    assert "SCN308" in result.stdout


def test_a_role_and_a_piece_that_nobody_uses_are_checked_on_their_own(valley):
    (valley / "lone.yaml").write_text("id: LONE\nname: Lone\nshort: Lone\npublic: {sumary: x}\n", encoding="utf-8")
    (valley / "piece.yaml").write_text("dials:\n  - {id: trust, name: Trust, start: 400}\n", encoding="utf-8")
    result = exercise("check", ".")
    assert [line.split(" ")[2] for line in result.stdout.splitlines() if " error " in line] == ["SCN202:", "SCN207:"]


def test_nothing_to_check_is_said():
    result = exercise("check")
    assert result.exit_code == 2
    assert "name a scenario, a file or a folder" in result.output


def test_only_yaml_is_checked(valley):
    (valley / "notes.txt").write_text("id: x\n", encoding="utf-8")
    result = exercise("check", "notes.txt")
    assert result.exit_code == 2
    assert "end in .yaml" in result.output


def test_watch_checks_again_when_a_file_was_saved(valley, monkeypatch):
    def once_then_leave(files):
        spoil(valley, "deck: plain", "deck: plian")
        yield look(files())
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "changes", once_then_leave)
    result = exercise("check", "base.yaml", "--watch")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[0] == "base.yaml: no errors, no warnings in 3 files"
    assert "SCN309" in result.stdout


def test_changes_are_told_when_they_are_complete(tmp_path):
    file, folder = tmp_path / "a.yaml", tmp_path / "roles"
    folder.mkdir()
    file.write_text("id: a\n", encoding="utf-8")
    steps = iter(
        [
            lambda: None,
            lambda: file.write_text("", encoding="utf-8"),
            lambda: file.write_text("id: ab\n", encoding="utf-8"),
            lambda: None,
            lambda: (folder / "N.yaml").write_text("id: N\n", encoding="utf-8"),
            lambda: None,
            (folder / "N.yaml").unlink,
            lambda: None,
        ]
    )
    done = []

    def pause():
        done.append(next(steps))
        done[-1]()

    seen = changes(lambda: [file, folder], pause)
    assert (len(next(seen)), len(done)) == (1, 4)
    assert (len(next(seen)), len(done)) == (2, 6)
    assert (len(next(seen)), len(done)) == (1, 8)


def test_the_page_about_a_code_is_printed():
    result = exercise("check", "--explain", "scn415")
    assert result.exit_code == 0
    assert result.output.startswith("# SCN415: a rule needs more votes than there are\n")
    assert "## Good" in result.output


@pytest.mark.parametrize(("code", "says"), [("SCN999", "no code SCN999"), ("../README", "no code ../README")])
def test_a_code_without_a_page_is_said(code, says):
    result = exercise("check", "--explain", code)
    assert result.exit_code == 2
    assert says in result.output


def test_warnings_about_the_game_come_with_the_check_and_can_be_allowed_where_they_stand(valley):
    spoil(valley, "values: [0, 80, 90]", "values: [0, 80, 30]", "roles/SOUTH.yaml")
    assert "warning SCN504: WATER2 is at least as good" in exercise("check", "base.yaml").stdout
    spoil(valley, "deferral: true}", "deferral: true}  # allow SCN504: people say it")
    assert exercise("check", "base.yaml", "--strict").exit_code == 0


def test_the_schema_is_printed_and_written(tmp_path):
    printed = json.loads(exercise("schema", "role").stdout)
    assert printed["title"] == "A role of Fourteen Days"
    result = exercise("schema", "--write", str(tmp_path / "schema"))
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "schema").iterdir()) == ["piece.json", "role.json", "scenario.json"]
    assert json.loads((tmp_path / "schema" / "role.json").read_text(encoding="utf-8")) == printed
