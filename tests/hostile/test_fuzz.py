"""No bytes make the check raise: good files with a few things wrong end in diagnostics that can be printed, or play and print."""

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutating import mutate

from exercise.authoring.codes import Code
from exercise.commands.check_formats import FORMATS, show
from exercise.engine.game import Game, Table
from exercise.handout.write import sheets_of
from exercise.lint.check import check
from exercise.lint.load import load
from exercise.model.scenario import Scenario
from exercise.model.setup import Setup
from exercise.room.conductor import Conductor
from exercise.room.opening import usual_players
from exercise.room.room import Room

ROOT = Path(__file__).parent.parent.parent
BAD = ROOT / "tests" / "bad"
NEW = """extends: base.yaml
id: new
remove: {findings: [F1]}
reactions: {agreed: {trust: {at_least: 3}}}
drift: {trust: {NORTH: 1}}
stages:
  - {id: talks, next: [{to: closed, when: "parties.exists(p, away(p))"}, vote]}
injects:
  - id: FLOOD
    when: "dial('trust') > 3.0 && day in [1, 2]"
    reservations: {NORTH: 1}
"""
KNOWN = {code.value for code in Code}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    home = tmp_path_factory.mktemp("fuzz")
    shutil.copytree(ROOT / "scenarios", home / "scenarios")
    shutil.copytree(ROOT / "roles" / "first-steps", home / "roles" / "first-steps")
    shutil.copytree(BAD / "roles", home / "valley" / "roles")
    shutil.copy(BAD / "base.yaml", home / "valley" / "base.yaml")
    (home / "valley" / "new.yaml").write_text(NEW, encoding="utf-8")
    return home


def play(scenario: Scenario) -> Room:
    room = Room.open(Game(Table(scenario), Setup(players=usual_players(scenario))))
    Conductor(room).run()
    return room


SPOILED = (
    ("valley/base.yaml", "valley/base.yaml"),
    ("valley/base.yaml", "valley/new.yaml"),
    ("valley/new.yaml", "valley/new.yaml"),
    ("valley/roles/NORTH.yaml", "valley/base.yaml"),
    ("scenarios/first-steps.yaml", "scenarios/first-steps.yaml"),
    ("roles/first-steps/MILL.yaml", "roles/first-steps/MILL.yaml"),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.sampled_from(SPOILED), chance=st.integers(0, 2**32))
def test_no_bytes_make_the_check_raise(folder, files, chance):
    spoiled, checked = (folder / name for name in files)
    good = spoiled.read_bytes()
    try:
        spoiled.write_bytes(mutate(good, random.Random(chance)))
        found = check([checked], load)
        printed = ["\n".join(show(found, form)) for form in sorted(FORMATS)]
        still_good = load(checked).scenario if not found.errors and checked.parent.name != "first-steps" else None
    finally:
        spoiled.write_bytes(good)
    assert all(printed) or not found.diagnostics
    if still_good is not None:
        assert all(sheet.markdown for sheet in sheets_of(still_good))
        assert play(still_good).state.closed
    for diagnostic in found.diagnostics:
        assert diagnostic.code in KNOWN
        assert (diagnostic.line == 0) == (diagnostic.column == 0)
