"""The flow of the debate: arguments by issue, who answered them, and which were dropped."""

from attrs import frozen

from exercise.model.state import Argument, State


@frozen
class FlowRow:
    """An argument about an option or proposal and everything said in answer, in order. Dropped: nobody ever answered."""

    argument: Argument
    answers: tuple[Argument, ...]
    conceded_by: tuple[str, ...]

    @property
    def dropped(self) -> bool:
        return not self.answers and not self.conceded_by


def flow(state: State, issue: str = "") -> tuple[FlowRow, ...]:
    """The flow table of one issue, or of all."""
    roots = sorted((a for a in state.arguments.values() if not a.answers), key=lambda a: a.n)
    return tuple(_row(state, root) for root in roots if not issue or root.issue == issue)


def answers_to(state: State, argument: str) -> tuple[str, ...]:
    """What was said to an argument, oldest first: ids of arguments, and `conceded by KA` for who conceded it."""
    newest_first = state.answered.get(argument)
    return tuple(newest_first)[::-1] if newest_first else ()


def _row(state: State, root: Argument) -> FlowRow:
    answers: list[Argument] = []
    conceded: list[str] = []
    open_nodes = [root.id]
    for node in open_nodes:
        for answer in answers_to(state, node):
            if answer in state.arguments:
                answers.append(state.arguments[answer])
                open_nodes.append(answer)
            else:
                conceded.append(answer.removeprefix("conceded by "))
    return FlowRow(root, tuple(sorted(answers, key=lambda a: a.n)), tuple(conceded))


def dropped(state: State) -> tuple[Argument, ...]:
    """Arguments that nobody answered or conceded."""
    return tuple(row.argument for row in flow(state) if row.dropped)
