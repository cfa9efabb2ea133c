"""Scenarios that check without an error and yet broke something later, as fuzzing found them: now they play, print and balance."""

import shutil
from pathlib import Path

import pytest

from exercise.analysis.analysis import analyse
from exercise.engine.game import Game, Table
from exercise.handout.markdown import as_html
from exercise.handout.write import sheets_of
from exercise.lint.load import load
from exercise.model.setup import Setup
from exercise.plain.balance.whole import told
from exercise.room.conductor import Conductor
from exercise.room.opening import usual_players
from exercise.room.room import Room

ROOT = Path(__file__).parent.parent.parent
FOUND = {
    "an-occasion-without-lines": (
        "roles/first-steps/MED.yaml",
        'closing_success:\n    - "You have agreed. The first stone is laid in spring."',
        "closing_success: []",
    ),
    "an-occasion-without-lines-of-a-party": ("roles/first-steps/MILL.yaml", "lines:\n", "lines:\n  toast: []\n"),
}


@pytest.mark.parametrize("case", FOUND)
def test_it_plays_prints_and_balances(case: str, tmp_path: Path) -> None:
    file, old, new = FOUND[case]
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    shutil.copytree(ROOT / "roles" / "first-steps", tmp_path / "roles" / "first-steps")
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = load(tmp_path / "scenarios" / "first-steps.yaml")
    assert found.scenario is not None, [str(d) for d in found.diagnostics]
    room = Room.open(Game(Table(found.scenario), Setup(seed=1, players=usual_players(found.scenario))))
    Conductor(room).run()
    assert room.state.closed
    assert all(
        as_html(sheet.markdown, title=sheet.title, scenario="", mark="", wide=sheet.wide)
        for sheet in sheets_of(found.scenario)
    )
    assert told(analyse(found.scenario))
