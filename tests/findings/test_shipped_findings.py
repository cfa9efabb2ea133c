"""The findings of the shipped scenarios with the scenarios that use them."""

from pathlib import Path

import pytest

from exercise.authoring.load import Checks, load_scenario
from exercise.engine.decide import start
from exercise.engine.expressions import Expressions
from exercise.engine.game import Game, Table
from exercise.engine.scanning import Problem
from exercise.engine.vocabulary import known
from exercise.findings.assess import assess
from exercise.model.scenario import Scenario

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios").glob("iraq-*.yaml"))


def checks(scenario: Scenario) -> Checks:
    cel, names = Expressions(), known(scenario)

    def told(problems: list[Problem]) -> list[tuple[int, str, str]]:
        return [(problem.column, problem.message, problem.hint) for problem in problems]

    return Checks(lambda text: told(cel.check(text, names)), lambda text: told(cel.check_evidence(text, names)))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_expression_fits_its_scenario(path: Path) -> None:
    assert load_scenario(path, checks_for=checks).diagnostics == ()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_an_exercise_begins_without_a_verdict(path: Path) -> None:
    scenario = load_scenario(path).scenario
    assert scenario is not None
    game = Game(Table(scenario))
    found = assess(game, start(game).state)
    assert found.occurred == ()
    assert found.outcome.id == "going_on"
