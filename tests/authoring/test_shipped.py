"""The scenarios that come with the program are without a mistake, expressions included."""

from pathlib import Path

import pytest

from exercise.authoring.load import Checks, load_scenario
from exercise.engine.expressions import Expressions
from exercise.engine.vocabulary import known
from exercise.model.scenario import Scenario, SeatKind

ROOT = Path(__file__).parent.parent.parent
SCENARIOS = sorted((ROOT / "scenarios").glob("*.yaml"))


def checks_for(scenario: Scenario) -> Checks:
    names, language = known(scenario), Expressions()
    return Checks(
        lambda source: [(p.column, p.message, p.hint) for p in language.check(source, names)],
        lambda source: [(p.column, p.message, p.hint) for p in language.check_evidence(source, names)],
    )


def test_there_are_scenarios():
    assert SCENARIOS


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_no_mistake(path):
    assert [str(d) for d in load_scenario(path, checks_for=checks_for).diagnostics] == []


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_party_can_argue_for_and_against_something_on_every_core_issue(path):
    scenario = load_scenario(path).scenario
    assert scenario is not None
    issue_of = {option.id: issue.id for issue in scenario.issues for option in issue.options}
    wanted = {(side, issue.id) for side in ("for", "against") for issue in scenario.issues if issue.core}
    for seat in scenario.seats:
        if seat.kind is SeatKind.PARTY:
            cards = {(card.side, issue_of[card.option]) for card in scenario.roles[seat.id].cards}
            assert wanted <= cards, seat.id
