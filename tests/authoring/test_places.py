"""In a scenario that is put together from many files, every problem is told in the file and line where it can be mended."""

import os
import shutil
from pathlib import Path

import pytest

from exercise.lint.load import load

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(ROOT / "scenarios", folder / "scenarios")
    shutil.copytree(ROOT / "roles" / "iraq", folder / "roles" / "iraq")
    return folder


@pytest.fixture
def told(home, monkeypatch):
    """Loads the variant of the variant with one file changed; what is told, as file, line and code."""
    monkeypatch.chdir(home)
    (home / "scenarios" / "own.yaml").write_text("extends: iraq-2007.yaml\nid: own\ndeck: standard\n", encoding="utf-8")

    def loaded(file, old, new):
        path = Path(file)
        good = path.read_text(encoding="utf-8")
        assert good.count(old) == 1, f"{old} stands {good.count(old)} times in {file}"
        try:
            path.write_text(good.replace(old, new), encoding="utf-8")
            found = load(Path("scenarios/own.yaml")).diagnostics
        finally:
            path.write_text(good, encoding="utf-8")
        line = good[: good.index(old)].count("\n") + 1 + new.split("HERE")[0].count("\n")
        return [(d.file.replace(os.sep, "/"), d.line, d.code) for d in found], line, found

    return loaded


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("scenarios/own.yaml", "deck: standard", "deck: standart", "SCN309"),
        ("scenarios/own.yaml", "deck: standard", "dials: [{id: trust, start: 101}]", "SCN207"),
        ("scenarios/own.yaml", "deck: standard", "remove: {injects: [E99]}", "SCN153"),
        ("scenarios/iraq-2007.yaml", "{id: trust, start: 15}", "{id: trust, strat: 15}", "SCN202"),
        ("scenarios/iraq-2007.yaml", "plan: {E30: 4}", "plan: {E30: 40}", "SCN422"),
        ("scenarios/iraq-2006.yaml", "failure_stage: aftermath", "failure_stage: aftermaths", "SCN304"),
        ("scenarios/iraq-2006.yaml", "when: \"settled('INT')\"", "when: \"setled('INT')\"", "SCN441"),
        ("scenarios/iraq/pressures.yaml", "dials:", "dials: []\ndials:", "SCN111"),
        ("scenarios/iraq/injects.yaml", "dial('spoilers') >= 55.0", "dial('spoiler') >= 55.0", "SCN441"),
        ("scenarios/iraq/injects.yaml", "dial('spoilers') >= 55.0", "dial('spoilers') >= 155.0", "SCN511"),
        ("scenarios/iraq/findings.yaml", "when: \"occurred('F02')\"", "when: \"occurred('F98')\"", "SCN441"),
        ("scenarios/iraq/agenda.yaml", "      - id: OIL2\n", "      - id: OIL1\n", "SCN320"),
        ("roles/iraq/KA.yaml", "batna: ", "batna: 9", "SCN207"),
    ],
)
def test_a_problem_is_told_where_it_stands(told, file, old, new, code):
    found, line, diagnostics = told(file, old, new)
    first = [place for place in found if place[2] == code]
    assert first, [str(d) for d in diagnostics]
    assert first[0][0] == file
    assert abs(first[0][1] - line) <= 1


def test_what_a_variant_makes_wrong_in_another_file_names_both(told):
    _, _, diagnostics = told("scenarios/own.yaml", "deck: standard", "clock: {days: 12}")
    stages = [d for d in diagnostics if d.code == "SCN414"]
    assert {d.file.replace(os.sep, "/") for d in stages} == {"scenarios/iraq-2006.yaml"}
    assert all(d.hint.replace(os.sep, "/") == "the days stand in scenarios/own.yaml:3" for d in stages)


def test_roles_can_be_shared_and_one_replaced(home, monkeypatch):
    monkeypatch.chdir(home)
    own = home / "roles" / "own"
    own.mkdir(exist_ok=True)
    text = (home / "roles" / "iraq" / "KA.yaml").read_text(encoding="utf-8")
    (own / "KA.yaml").write_text(text.replace("\nname: ", "\nname: New ", 1), encoding="utf-8")
    (home / "scenarios" / "own.yaml").write_text(
        "extends: iraq-2006.yaml\nid: own\nroles: [../roles/iraq, ../roles/own]\n", encoding="utf-8"
    )
    scenario = load(Path("scenarios/own.yaml")).scenario
    assert scenario is not None
    assert scenario.roles["KA"].name.startswith("New ")
    assert not scenario.roles["SCIRI"].name.startswith("New ")


def test_a_piece_may_bring_roles_and_further_pieces(home, monkeypatch):
    monkeypatch.chdir(home)
    (home / "scenarios" / "shared").mkdir(exist_ok=True)
    (home / "scenarios" / "shared" / "table.yaml").write_text(
        "include: [../iraq/agenda.yaml, ../iraq/pressures.yaml]\nroles: ../../roles/iraq\n", encoding="utf-8"
    )
    text = (home / "scenarios" / "iraq-2006.yaml").read_text(encoding="utf-8")
    text = (
        text.replace("  - iraq/agenda.yaml\n", "  - shared/table.yaml\n")
        .replace("  - iraq/pressures.yaml\n", "")
        .replace("roles: ../roles/iraq\n", "")
    )
    (home / "scenarios" / "own.yaml").write_text(text, encoding="utf-8")
    loaded = load(Path("scenarios/own.yaml"))
    assert [str(d) for d in loaded.diagnostics] == []
    assert loaded.scenario is not None
    assert loaded.scenario == load(ROOT / "scenarios" / "iraq-2006.yaml").scenario
