"""The command that shows a scenario's balance."""

import json
from pathlib import Path

import pytest
from recorded import assert_recorded
from running import exercise

from exercise.plain.wrapping import WIDTH, width

GOLDEN = Path(__file__).parent / "golden"
SHOWN = {
    "analyse-iraq-2006": ("analyse", "iraq-2006", "--agenda", "--noise", "50"),
    "analyse-first-steps": ("analyse", "first-steps"),
}
PROCESSES = Path(__file__).parent.parent / "processes" / "scenarios"


@pytest.mark.parametrize("name", SHOWN)
def test_the_balance_is_told_as_recorded(name: str) -> None:
    result = exercise(*SHOWN[name])
    assert result.exit_code == 0
    assert_recorded(GOLDEN / f"{name}.txt", result.output)
    assert max(width(line) for line in result.output.splitlines()) <= WIDTH


@pytest.mark.parametrize("path", sorted(PROCESSES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_small_scenario_has_a_balance(path: Path) -> None:
    result = exercise("analyse", str(path))
    assert result.exit_code == 0
    assert "Verdict" in result.output and "What the vote would carry" in result.output
    assert max(width(line) for line in result.output.splitlines()) <= WIDTH


def test_the_balance_as_json_says_what_the_text_says() -> None:
    found = json.loads(exercise("analyse", "iraq-2006", "--agenda", "--json").output)
    assert found["counts"]["deals"] == {"value": 12, "share": 100 * 12 / 6480, "method": "listed"}
    assert found["counts"]["hold_outs"]["SCIRI"]["value"] == 27
    assert found["agenda"]["deals"]["value"] == 604_226 and found["agenda"]["deals"]["method"] == "pruned"
    assert found["sensitivity"]["together"]["-6"]["value"] == 101
    assert [v["remark"] for v in found["verdict"]] == ["hard", "moves", "dominated"]
    assert len(found["zone"]["deals"]) == 12 and found["zone"]["deals"][0]["points"] == ["kalai-smorodinsky", "maximin"]
    kurds = [b for b in found["boycotts"] if b["without"] == "kurd" and b["for"] == ["shia", "sunni"]]
    assert [b["packages"] for b in kurds] == [281]


def test_a_difficulty_moves_the_zone() -> None:
    easier = json.loads(exercise("analyse", "iraq-2006", "--difficulty", "easier", "--json").output)
    assert easier["counts"]["deals"]["value"] == 32
    assert easier["difficulties"]["authored"]["value"] == 12


def test_one_section_alone() -> None:
    told = exercise("analyse", "iraq-2006", "--section", "dials").output
    assert "What the dials do" in told and "Verdict" not in told


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--section", "zon"), "no section zon; did you mean zone?"),
        (("--difficulty", "hardest"), "no difficulty hardest; did you mean harder?"),
    ],
)
def test_what_does_not_exist_is_named(arguments: tuple[str, ...], says: str) -> None:
    result = exercise("analyse", "iraq-2006", *arguments)
    assert result.exit_code == 2
    assert says in result.output


BARE = """
id: bare
title: "Nothing but talk"
summary: "Two sides meet."
roles: bare-roles
clock: {days: 1}
seats:
  - {id: ONE, name: "One", kind: party}
  - {id: TWO, name: "Two", kind: party}
issues:
  - id: ROAD
    title: "The road"
    options:
      - {id: ROAD1, title: "Open", text: "It opens."}
      - {id: ROAD2, title: "Shut", text: "It stays shut."}
rules: [{id: both, kind: unanimity}]
stages: [{id: vote, kind: ballot, title: "The vote", rule: both, until_day: 1, next: closed}]
outcomes: [{id: over, name: "Over", when: "true"}]
"""


@pytest.mark.parametrize("flag", [(), ("--json",)])
def test_a_scenario_without_score_sheets_says_so(tmp_path: Path, flag: tuple[str, ...]) -> None:
    (tmp_path / "bare.yaml").write_text(BARE, encoding="utf-8")
    (tmp_path / "bare-roles").mkdir()
    for seat in ("ONE", "TWO"):
        role = f'id: {seat}\nname: "{seat}"\nshort: "{seat}"\npublic: {{summary: "It wants the road."}}\n'
        (tmp_path / "bare-roles" / f"{seat}.yaml").write_text(role, encoding="utf-8")
    result = exercise("analyse", str(tmp_path / "bare.yaml"), *flag)
    assert result.exit_code == 0, result.output
    assert "no party has a score sheet" in " ".join(result.output.split())


def test_everything_lists_every_coalition() -> None:
    told = exercise("analyse", "first-steps", "--all", "--section", "coalitions").output
    rows = [line.split() for line in told.split("every coalition")[1].splitlines()[2:]]
    counts = {" ".join(row[:-1]): int(row[-1]) for row in rows[: rows.index([])]}
    assert counts["(nobody)"] == 1 and counts["HILL MILL FERRY"] == 2
    assert sum(counts.values()) == 9
