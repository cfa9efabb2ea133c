"""A bot that plays a delegation: it argues from its cards and bargains by an aspiration that falls with time.

It holds nothing between moves: everything it does follows from its view and the seed, so that a resumed exercise goes on as
it would have gone on.
"""

from collections.abc import Callable

from attrs import field, frozen

from exercise.engine.draws import draw
from exercise.engine.judge import judge
from exercise.engine.moment import Moment
from exercise.engine.views import View
from exercise.model import moves as m
from exercise.model.scenario import SeatKind, StageKind
from exercise.model.state import Rejection
from exercise.players import arguing, bargaining, deals, leaving, voting
from exercise.players.appraisal import Appraisal
from exercise.players.styles import Style
from exercise.players.voice import Voice

Intention = Callable[["Mind"], m.Move | None]


@frozen
class Mind:
    """What a bot thinks with at one moment."""

    view: View
    style: Style
    seed: int
    appraisal: Appraisal = field(init=False)
    voice: Voice = field(init=False)

    @appraisal.default
    def _appraise(self) -> Appraisal:
        return Appraisal(self.view, self.style)

    @voice.default
    def _speak(self) -> Voice:
        return Voice(self.view, self.seed)

    def chance(self, of: float, *purpose: object) -> bool:
        """A seeded draw of this seat at this moment."""
        return draw(self.seed, self.view.seat, self.view.state.n, *purpose) < of


def allowed(view: View, move: m.Move) -> bool:
    """Whether the rules take this move, as far as the view tells. It holds no cards, so that answers to them always pass."""
    if isinstance(move, m.Choose):
        return True
    at = Moment(view.game, view.state, view.seat)
    return not isinstance(judge(at, m.Command(view.seat, move)), Rejection)


def act(view: View, style: Style, seed: int) -> m.Move | None:
    """The move of a delegation now, or None where it has nothing to do."""
    mind = Mind(view, style, seed)
    state = view.state
    if view.seat in state.away:
        return _return(mind)
    if state.ballot is not None and view.seat in (*state.ballot.electors, *state.ballot.advisory):
        return voting.vote(mind) if view.seat not in state.ballot.votes else None
    if view.asked:
        return _choose(mind)
    if not state.queue or state.queue[0] != view.seat:
        return None
    for intention in _plan(mind):
        move = intention(mind)
        if move is not None and allowed(view, move):
            return move
    return m.Pass()


def _plan(mind: Mind) -> list[Intention]:
    """What to try in this stage, in order."""
    kind = mind.view.game.table.stages[mind.view.state.stage].kind
    consultative = mind.view.kind is SeatKind.CONSULTATIVE
    always: list[Intention] = [voting.second, arguing.answer_question, arguing.react]
    match kind:
        case StageKind.OPENING:
            return [*always, arguing.opening, bargaining.take_position, arguing.ask, arguing.speak, arguing.argue]
        case StageKind.PLENARY | StageKind.CAUCUS:
            if mind.view.state.stage == mind.view.game.scenario.success_stage:
                return [*always, voting.settle_role]
            plan = [*always, bargaining.take_position, arguing.rebut, bargaining.concede, arguing.argue, arguing.ask]
            return plan if consultative else [*plan, bargaining.propose, arguing.grant, arguing.speak]
        case StageKind.PROXIMITY:
            plan = [*always, deals.answer_deal, leaving.walk_out, bargaining.answer_mediator]
            if consultative:
                return [*plan, bargaining.take_position, arguing.argue, arguing.rebut]
            return [*plan, deals.keep_promise, deals.offer_deal, bargaining.answer_proposal, *_bargain(mind)]
        case StageKind.DRAFTING:
            return [*always, *_draft(mind)]
        case StageKind.CONSULTATION:
            return [*always, arguing.report_home, bargaining.answer_text]
        case StageKind.EPILOGUE | StageKind.DEBRIEF:
            return [arguing.exit_words]
        case StageKind.PARTICIPATION:
            return [leaving.take_part]
        case StageKind.DECLARATION:
            return [*always, leaving.recognise, leaving.declare, arguing.rebut, arguing.argue]
        case _:
            return always


def _bargain(mind: Mind) -> list[Intention]:
    """Proposals and arguments take turns, so that a bargaining round is also a debate."""
    first: list[Intention] = [bargaining.propose, bargaining.concede]
    second: list[Intention] = [arguing.rebut, arguing.argue]
    return [*first, *second, arguing.grant] if mind.chance(0.5, "turn") else [*second, arguing.grant, *first]


def _draft(mind: Mind) -> list[Intention]:
    """Work on the mediator's text; where nobody mediates, on the parties' own proposals."""
    mediator = mind.view.game.table.mediator
    plan: list[Intention] = [
        deals.answer_deal,
        leaving.walk_out,
        bargaining.answer_text,
        arguing.late,
        deals.keep_promise,
    ]
    if not mediator or mediator not in mind.view.state.present:
        plan += [voting.ask_for_vote, bargaining.answer_proposal]
    return [*plan, bargaining.concede, voting.ask_for_vote, arguing.rebut, arguing.argue, arguing.grant]


def _return(mind: Mind) -> m.Move | None:
    """Coming back: by the next day as a rule, and in any case before the last votes."""
    state = mind.view.state
    if state.away.get(mind.view.seat) != "walk-out":
        return None
    late = mind.appraisal.elapsed > 0.8
    return m.Return(mind.voice.line("return")) if late or mind.chance(0.35, "return") else None


def _choose(mind: Mind) -> m.Move:
    asked = mind.view.asked[0]
    common = [option for option, _, _ in asked.options if option != asked.default]
    if common and mind.chance(mind.style.cooperates, "choose", asked.inject):
        return m.Choose(asked.inject, common[0])
    return m.Choose(asked.inject, asked.default)
