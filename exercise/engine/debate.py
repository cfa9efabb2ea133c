"""Rules of debate: what may be argued, asked, answered and conceded."""

from exercise.engine.flow import answers_to
from exercise.engine.moment import NOBODY, Moment, Out, Ruling, listed, no
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import SeatKind
from exercise.model.state import Rejection

TEXT_LIMIT = 10_000
"""Characters in one statement."""


def text_problem(text: str, needed: bool = True) -> Rejection | None:
    if needed and not text.strip():
        return no("EMPTY", "say something: the text is empty")
    if len(text) > TEXT_LIMIT:
        return no("TOO_LONG", f"a statement has at most {TEXT_LIMIT:,} characters; this one has {len(text):,}")
    return None


def speak(at: Moment, move: m.Speak) -> Ruling:
    problem = text_problem(move.text) or (issue_problem(at, move.issue) if move.issue else None)
    return problem or [Out(e.Spoke(move.text, move.issue))]


def issue_problem(at: Moment, issue: str) -> Rejection | None:
    if at.takes(issue):
        return None
    if issue not in at.game.table.issues:
        return no("ISSUE", f"there is no issue {issue}; on the agenda are {listed(at.issues, 'and')}")
    if issue not in at.state.issues:
        return no("NOT_ON_AGENDA", f"{issue} is not on the agenda")
    return no("NOT_NOW", f"{issue} is not taken in this stage; now: {listed(at.issues, 'and')}")


def option_problem(at: Moment, option: str) -> Rejection | None:
    if option not in at.game.table.options:
        return no("OPTION", f"there is no option {option}")
    if at.shut(option):
        return no("NOT_OPEN", f"{option} is not on offer yet: what it waits for has not happened")
    return issue_problem(at, at.game.table.issue_of[option])


def argue(at: Moment, move: m.Argue) -> Ruling:
    if not move.side:
        return no("SIDE", f"say whether you argue for or against {move.target}, and why")
    if problem := text_problem(move.text):
        return problem
    if move.side not in ("for", "against"):
        return no("SIDE", f"an argument is for or against something, not {move.side!r}")
    unknown = [claim for claim in move.cites if claim not in at.game.table.claims]
    if unknown:
        return no("CLAIM", f"no claim {listed(unknown)} in the sources of this scenario")
    issue = option = ""
    if move.target in at.state.arguments:
        argument = at.state.arguments[move.target]
        if argument.seat == at.seat and move.side == "against":
            return no("OWN_ARGUMENT", f"{move.target} is your own argument; concede or argue on")
        issue, option = argument.issue, argument.option
    elif move.target in at.game.table.options:
        if problem := option_problem(at, move.target):
            return problem
        issue, option = at.game.table.issue_of[move.target], move.target
    elif at.proposal(move.target) is None:
        return no("TARGET", f"nothing called {move.target}: argue about an option, an argument or a live proposal")
    number = f"A{len(at.state.arguments) + 1}"
    return [Out(e.Argued(number, move.side, move.target, move.text, issue, option, tuple(move.cites)))]


def ask(at: Moment, move: m.Ask) -> Ruling:
    if problem := text_problem(move.text) or (issue_problem(at, move.issue) if move.issue else None):
        return problem
    if move.to not in at.others() or not at.at_table(move.to):
        return no(
            "SEAT",
            f"{move.to or NOBODY} is not at this table; you can ask {listed([s for s in at.others() if at.at_table(s)])}",
        )
    return [Out(e.Asked(f"Q{at.count('asked') + 1}", move.to, move.text, move.issue))]


def answer(at: Moment, move: m.Answer) -> Ruling:
    if problem := text_problem(move.text):
        return problem
    question = at.state.questions.get(move.question)
    if question is None:
        mine = sorted(q.id for q in at.state.questions.values() if q.to == at.seat)
        return no("QUESTION", f"no open question {move.question}; open to you: {listed(mine)}")
    if question.to != at.seat:
        return no("NOT_ASKED", f"{move.question} was put to {at.game.table.short(question.to)}, not to you")
    return [Out(e.Answered(move.question, move.text, question.issue))]


def concede(at: Moment, move: m.Concede) -> Ruling:
    if problem := text_problem(move.text, needed=False):
        return problem
    if move.target in at.state.arguments:
        return _concede_argument(at, move)
    if problem := option_problem(at, move.target):
        return problem
    issue = at.game.table.issue_of[move.target]
    old = at.state.positions.get(at.seat, {}).get(issue, "")
    if at.kind is SeatKind.MEDIATOR:
        return no("OFFICE", "the mediator holds no position")
    if old == move.target:
        return no("SAME", f"you are on record for {move.target} already")
    first = at.state.tabled.get(move.target, (0, ""))[1]
    return [
        Out(e.Conceded(move.target, move.text, issue, move.target, first if first != at.seat else "")),
        Out(e.PositionTaken(issue, old, move.target, "concede")),
    ]


def _concede_argument(at: Moment, move: m.Concede) -> Ruling:
    argument = at.state.arguments[move.target]
    if argument.seat == at.seat:
        return no("OWN_ARGUMENT", f"{move.target} is your own argument")
    if f"conceded by {at.seat}" in answers_to(at.state, move.target):
        return no("SAME", f"you conceded {move.target} already")
    return [Out(e.Conceded(move.target, move.text, argument.issue, argument.option, argument.seat))]


def pass_floor(at: Moment, move: m.Pass) -> Ruling:
    return [Out(e.Passed())]


def tell(at: Moment, move: m.Tell) -> Ruling:
    if problem := text_problem(move.text):
        return problem
    strangers = [seat for seat in move.to if seat not in at.others()]
    if not move.to or strangers:
        return no("SEAT", f"no seat {listed(strangers)} to talk to; present are {listed(at.others(), 'and')}")
    to = tuple(dict.fromkeys(move.to))
    return [Out(e.Told(to, move.text), (at.seat, *to))]


def point_of_order(at: Moment, move: m.PointOfOrder) -> Ruling:
    if problem := text_problem(move.text):
        return problem
    mediator = at.game.table.mediator
    if not mediator or mediator not in at.state.present:
        return no("NO_MEDIATOR", "there is no mediator to rule on a point of order")
    if at.state.point:
        return no("POINT_OPEN", "a point of order waits for a ruling")
    return [Out(e.PointRaised(move.text))]
