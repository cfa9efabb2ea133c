"""How many packages the scenario's own decision rules would carry, if everybody voted by its sheet."""

from attrs import frozen

from exercise.analysis.count import Count, estimated, exactly
from exercise.analysis.counts import Counts
from exercise.engine.ballots import electors, judged
from exercise.engine.game import Game, Table
from exercise.model.scenario import Rule, Scenario


@frozen
class RuleCount:
    """A decision rule and the packages that it would carry, of those whose options fit together.

    `presumed` are electors without a score sheet, who are taken to vote yes; clients vote as their patron does. `packages` is
    None where nobody who decides has a sheet. `stages` name where the rule is used.
    """

    id: str
    kind: str
    stages: tuple[str, ...]
    presumed: tuple[str, ...]
    packages: Count | None


def count_by_rule(scenario: Scenario, counts: Counts) -> tuple[RuleCount, ...]:
    """A row for each rule of the scenario that a stage uses, or for all of them where no stage does."""
    game = Game(Table(scenario))
    used = {rule.id: tuple(s.id for s in scenario.stages if s.rule == rule.id) for rule in scenario.rules}
    return tuple(
        _count(game, rule, counts, used[rule.id]) for rule in scenario.rules if used[rule.id] or not any(used.values())
    )


def _count(game: Game, rule: Rule, counts: Counts, stages: tuple[str, ...]) -> RuleCount:
    patron_of = {client: patron for patron, clients in rule.signs_for.items() for client in clients}
    voters = {elector: patron_of.get(elector, elector) for elector in electors(game, rule)}
    presumed = tuple(dict.fromkeys(voter for voter in voters.values() if voter not in counts.parties))
    packages = None
    if any(voter in counts.parties for voter in voters.values()):
        carried = 0
        for coalition, number in counts.fitting.items():
            willing = {*coalition, *presumed}
            votes = {elector: "yes" if voter in willing else "no" for elector, voter in voters.items()}
            carried += number if judged(game, rule, votes)[0] else 0
        packages = estimated(carried, counts.drawn, counts.total) if counts.drawn else exactly(carried, counts.total)
    return RuleCount(rule.id, str(rule.kind), stages, presumed, packages)
