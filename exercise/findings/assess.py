"""Assess an exercise: run every test of the scenario over the facts of one state."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from exercise.engine.facts import Facts
from exercise.engine.game import Game, Table
from exercise.findings.assessment import Assessment, Finding, Score, Verdict
from exercise.model.scenario import FailureMode, OutcomeName
from exercise.model.state import State

MOST_EVIDENCE: Final = 12
"""Events shown as evidence of one finding; the newest are kept."""
GOING_ON: Final = OutcomeName("going_on", "In progress", "", "The bargaining goes on.")
NO_NAME: Final = OutcomeName(
    "ended", "Ended", "", "The bargaining is over and the scenario has no name for how it ended."
)


def assess(game: Game, state: State, evidence: bool = True) -> Assessment:
    """Verdicts, outcome and scoreboard of an exercise at this moment.

    Looking for evidence takes longer than all tests together: a rehearsal, which only counts verdicts, goes without.
    """
    scenario, expressions = game.scenario, game.table.expressions
    verdicts: dict[str, bool] = {}
    facts = Facts(game, state, verdicts)
    expressions.prepare(_sources(game.table, evidence), facts)
    findings = []
    for mode in scenario.findings:
        finding = _finding(game, facts, mode, evidence)
        verdicts[mode.id] = finding.verdict is Verdict.OCCURRED
        findings.append(finding)
    outcome = GOING_ON
    scoreboard = tuple(Score(row.id) for row in scenario.scoreboard)
    if facts.closed:
        outcome = next((name for name in scenario.outcomes if expressions.holds(name.when, facts)), NO_NAME)
        scoreboard = tuple(
            Score(
                row.id,
                tuple(source for source, when in row.borne_out.items() if expressions.holds(when, facts)),
                _evidence(game, facts, row.evidence if evidence else ()),
            )
            for row in scenario.scoreboard
        )
    return Assessment(tuple(findings), outcome, scoreboard)


def warnings(game: Game, state: State) -> tuple[str, ...]:
    """The findings whose early warning holds now; none once the bargaining is over."""
    facts = Facts(game, state, {})
    return tuple(mode.id for mode in game.scenario.findings if _warns(game, facts, mode))


def _warns(game: Game, facts: Facts, mode: FailureMode) -> bool:
    return bool(mode.warning) and not facts.closed and game.table.expressions.holds(mode.warning, facts)


def _finding(game: Game, facts: Facts, mode: FailureMode, evidence: bool) -> Finding:
    """A test that cannot be answered in this scenario is not observable; it is never taken for averted."""
    expressions = game.table.expressions
    warning = _warns(game, facts, mode)
    verdict = expressions.ask(mode.test, facts) if expressions.holds(mode.observable, facts) else None
    if verdict is None:
        return Finding(mode.id, Verdict.NOT_OBSERVABLE, (), warning)
    proof = _evidence(game, facts, mode.evidence if evidence else ())
    return Finding(mode.id, Verdict.OCCURRED if verdict else Verdict.AVERTED, proof, warning)


def _evidence(game: Game, facts: Facts, entries: Iterable[str]) -> tuple[int, ...]:
    found: set[int] = set()
    for entry in entries:
        if entry not in facts.evidence:
            facts.evidence[entry] = game.table.expressions.evidence(entry, facts, MOST_EVIDENCE)
        found.update(facts.evidence[entry])
    return tuple(sorted(found)[-MOST_EVIDENCE:])


@lru_cache(maxsize=32)
def _sources(table: Table, evidence: bool) -> tuple[str, ...]:
    """Every expression of a scenario's tests, so that what they ask of the log is converted once."""
    scenario, expressions = table.scenario, table.expressions
    found = [text for mode in scenario.findings for text in (mode.observable, mode.test, mode.warning)]
    found += [
        expressions.evidence_source(entry)[1]
        for part in (scenario.findings, scenario.scoreboard)
        for each in part
        for entry in (each.evidence if evidence else ())
    ]
    found += [name.when for name in scenario.outcomes]
    for row in scenario.scoreboard:
        found += row.borne_out.values()
    return tuple(dict.fromkeys(source for source in found if source))
