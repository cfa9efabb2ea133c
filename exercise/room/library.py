"""Scenarios of the library with everything checked that can be checked, expressions included."""

from collections.abc import Sequence
from pathlib import Path

from exercise.authoring.load import Checks, Loaded, load_scenario
from exercise.content import scenario_files
from exercise.engine.expressions import Expressions
from exercise.engine.scanning import Problem
from exercise.engine.vocabulary import known
from exercise.model.scenario import Scenario


def load(path: Path) -> Loaded:
    """A scenario with every diagnostic, expressions included."""
    return load_scenario(path, checks_for=_checks, library=scenario_files())


def _checks(found: Scenario) -> Checks:
    """Checks of expressions that know the names of this scenario."""
    names, expressions = known(found), Expressions()

    def told(problems: Sequence[Problem]) -> list[tuple[int, str, str]]:
        return [(problem.column, problem.message, problem.hint) for problem in problems]

    return Checks(
        expression=lambda source: told(expressions.check(source, names)),
        evidence=lambda entry: told(expressions.check_evidence(entry, names)),
    )
