"""A role as text: what the line mode's `brief`, `sheet` and `cards` say before an exercise has begun."""

from exercise.engine.decide import start
from exercise.engine.game import Game, Table
from exercise.engine.moment import Moment
from exercise.engine.views import view
from exercise.model.scenario import Scenario
from exercise.plain.answers import answer
from exercise.plain.language import Query


def role_lines(scenario: Scenario, seat: str) -> list[str]:
    """The whole brief of a seat, confidential parts included."""
    game = Game(Table(scenario))
    state = start(game).state
    mine, at = view(game, state, seat), Moment(game, state, seat)
    issues = tuple(issue.id for issue in scenario.issues)
    lines: list[str] = []
    for query in (Query("brief"), Query("sheet", issues), Query("cards", issues)):
        lines += [*answer(mine, at, query), ""]
    return lines[:-1]
