"""What became of the tasks of seats that have no score sheet, such as a mediator."""

from attrs import frozen

from exercise.engine.facts import Facts
from exercise.engine.game import Game
from exercise.findings.assessment import Assessment, Verdict
from exercise.model.role import Task
from exercise.model.state import State


@frozen
class Mandate:
    """The tasks of one seat, each with whether it is done."""

    seat: str
    tasks: tuple[tuple[Task, bool], ...]

    @property
    def points(self) -> int:
        """Points of what is done."""
        return sum(task.points for task, done in self.tasks if done)

    @property
    def most(self) -> int:
        """Points of all tasks together."""
        return sum(task.points for task, _ in self.tasks)


def mandates(game: Game, state: State, result: Assessment) -> tuple[Mandate, ...]:
    """The mandates of the seats that were played, at this moment; what cannot be told counts as not done."""
    facts = Facts(game, state, {finding.id: finding.verdict is Verdict.OCCURRED for finding in result.findings})
    expressions, roles = game.table.expressions, game.scenario.roles
    return tuple(
        Mandate(seat, tuple((task, bool(expressions.ask(task.when, facts))) for task in roles[seat].mandate))
        for seat in game.table.seats
        if seat in state.present and seat in roles and roles[seat].mandate
    )
