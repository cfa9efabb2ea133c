"""Groups side by side: what is said of each is what its transcript holds, and what was left on the table is counted."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from exercise.commands.loading import scenario
from exercise.engine.game import Game, Table
from exercise.model.setup import Setup
from exercise.report.comparison import Group, _better, group
from exercise.report.comparison_text import as_json, as_lines
from exercise.review.desk import Desk, open_desk
from exercise.review.notes import Note
from exercise.room.conductor import Conductor
from exercise.room.opening import open_room, usual_players


@cache
def desk(seed: int) -> Desk:
    found = scenario("iraq-2006")
    path = Path(mkdtemp(prefix="compared")) / f"group{seed}.jsonl"
    room, _ = open_room(Game(Table(found), Setup(seed=seed, players=usual_players(found))), path, durable=False)
    Conductor(room).run()
    room.close()
    return open_desk(path)


@cache
def groups() -> tuple[Group, ...]:
    return tuple(group(desk(seed), [Note("ann", 1, "turning", "Here.", 40, 40)]) for seed in (1, 2, 3))


def test_each_group_is_what_its_transcript_says() -> None:
    for seed, found in zip((1, 2, 3), groups(), strict=True):
        state = desk(seed).last
        assert found.outcome == desk(seed).assessment.outcome.name
        assert {issue: option for issue, option in found.agreed.items() if option}.items() <= state.agreed.items()
        assert found.events == len(desk(seed).events)
        assert found.turning == (40,)
        assert set(found.verdicts) == {mode.id for mode in desk(seed).game.scenario.findings}
        assert found.nearest[0] in {reference.id for reference in desk(seed).game.scenario.reference_packages}


@pytest.mark.parametrize(
    "package", [("FED3", "OIL3", "SEC3", "EXE3", "REL5"), ("FED1", "OIL1", "SEC1", "EXE1", "REL1"), ("FED3", "OIL2")]
)
def test_what_was_left_on_the_table_is_what_counting_finds(package: tuple[str, ...]) -> None:
    found = desk(1)
    sheets = found.game.table.sheets
    here = {party: sheets.utility(party, package) for party in sheets.parties}
    better = 0
    for other in sheets.packages:
        worth = {party: sheets.utility(party, other) for party in sheets.parties}
        if all(worth[p] >= here[p] for p in here) and any(worth[p] > here[p] for p in here) and sheets.coherent(other):
            better += 1
    assert _better(found, package) == (better if len(package) == 5 else None)


def test_the_table_names_every_group_and_the_matrix_every_prediction_that_could_be_seen() -> None:
    lines = as_lines(desk(1).game.scenario, groups())
    text = "\n".join(lines)
    for found in groups():
        assert f"{found.name}: {found.outcome}" in text
    rows = [line for line in lines if line[:1] in "FC" and line[1:3].isdigit()]
    seen = [m.id for m in desk(1).game.scenario.findings if any(g.verdicts[m.id] != "not_observable" for g in groups())]
    assert [row.split()[0] for row in rows] == seen
    assert all(sum(row.count(sign) for sign in "●○·") >= len(groups()) for row in rows)
    whole = as_json(desk(1).game.scenario, groups())
    assert [row["name"] for row in whole["groups"]] == [found.name for found in groups()]
