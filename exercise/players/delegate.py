"""A bot that plays a delegation: it argues from its cards and bargains by an aspiration that falls with time.

It holds nothing between moves: everything it does follows from its view and the seed, so that a resumed exercise goes on as
it would have gone on.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Final, Self

from exercise.engine.draws import draw
from exercise.engine.game import Table
from exercise.engine.views import View
from exercise.model import moves as m
from exercise.model.scenario import SeatKind, StageKind
from exercise.model.value import Value
from exercise.players import arguing, bargaining, deals, hearing, leaving, replying, single_text, voting
from exercise.players.appraisal import Appraisal
from exercise.players.brief import Brief, brief_of
from exercise.players.styles import Style
from exercise.players.voice import Voice

Intention = Callable[["Mind"], m.Move | None]


class Mind(Value, frozen=True, eq=False, gc=True, dict=True):
    """What a bot thinks with at one moment."""

    view: View
    style: Style
    seed: int
    brief: Brief
    appraisal: Appraisal
    voice: Voice

    @classmethod
    def of(cls, view: View, style: Style, seed: int) -> Self:
        """The mind of the seat that has this view."""
        brief = brief_of(view.own, view.seat)
        return cls(view, style, seed, brief, Appraisal(view, style, brief), Voice(view, seed, brief))

    @cached_property
    def in_play(self) -> frozenset[str] | None:
        """The options that are still worth a word; None: all are."""
        return hearing.in_play(self.view)

    def chance(self, of: float, *purpose: object) -> bool:
        """A seeded draw of this seat at this moment."""
        return draw(self.seed, self.view.seat, self.view.state.n, *purpose) < of


def wishes(view: View, style: Style, seed: int) -> Iterator[m.Move]:
    """What a delegation would do now, dearest first; nothing where it has nothing to do."""
    mind = Mind.of(view, style, seed)
    state = view.state
    if view.seat in state.away:
        yield from _return(mind)
    elif state.ballot is not None and view.seat in (*state.ballot.electors, *state.ballot.advisory):
        if view.seat not in state.ballot.votes:
            yield voting.vote(mind)
    elif view.asked:
        yield _choose(mind)
    elif state.queue and state.queue[0] == view.seat:
        for intention in _plan(mind):
            move = intention(mind)
            if move is not None:
                yield move
        yield m.Pass()


def _plan(mind: Mind) -> Iterable[Intention]:
    """What to try in this stage, in order."""
    plans = _plans(mind.view.game.table, mind.view.state.stage, mind.view.seat)
    if plans is _BARGAINING:
        return _OFFERS if mind.chance(0.5, "turn") else _ANSWERS
    if plans is _DRAFTING:
        return _DRAFT if mind.view.game.table.mediator in mind.view.state.present else _OWN_DRAFT
    return plans[0]


@lru_cache(maxsize=1024)
def _plans(table: Table, stage: str, seat: str) -> tuple[tuple[Intention, ...], ...]:
    """What a seat may have in mind in a stage: one plan as a rule."""
    kind, consultative = table.stages[stage].kind, table.seats[seat].kind is SeatKind.CONSULTATIVE
    match kind:
        case StageKind.PLENARY | StageKind.CAUCUS:
            if stage == table.scenario.success_stage:
                return (_SETTLEMENT,)
            return (_DEBATE if consultative else _PARTY_DEBATE,)
        case StageKind.PROXIMITY:
            return (_CORRIDOR,) if consultative else _BARGAINING
        case StageKind.DRAFTING:
            return _DRAFTING
        case _:
            return (_PLANS.get(kind, _ALWAYS),)


_ALWAYS: Final[tuple[Intention, ...]] = (replying.answer, voting.second, arguing.answer_question, arguing.react)
_SETTLEMENT: Final[tuple[Intention, ...]] = (*_ALWAYS, voting.settle_role)
_DEBATE: Final[tuple[Intention, ...]] = (
    *_ALWAYS, bargaining.take_position, arguing.rebut, bargaining.concede, arguing.argue, arguing.ask,
)  # fmt: skip
_PARTY_DEBATE: Final[tuple[Intention, ...]] = (*_DEBATE, bargaining.propose, arguing.grant, arguing.speak)
_VISITS: Final[tuple[Intention, ...]] = (*_ALWAYS, deals.answer_deal, leaving.walk_out, bargaining.answer_mediator)
_CORRIDOR: Final[tuple[Intention, ...]] = (*_VISITS, bargaining.take_position, arguing.argue, arguing.rebut)
_BARGAIN: Final[tuple[Intention, ...]] = (*_VISITS, deals.keep_promise, deals.offer_deal, bargaining.answer_proposal)
_OFFERS: Final[tuple[Intention, ...]] = (
    *_BARGAIN, bargaining.propose, bargaining.concede, arguing.rebut, arguing.argue, arguing.grant,
)  # fmt: skip
_ANSWERS: Final[tuple[Intention, ...]] = (
    *_BARGAIN, arguing.rebut, arguing.argue, arguing.grant, bargaining.propose, bargaining.concede,
)  # fmt: skip
_BARGAINING: Final = (_OFFERS, _ANSWERS)
"""Proposals and arguments take turns, so that a bargaining round is also a debate."""
_TEXT: Final[tuple[Intention, ...]] = (
    *_ALWAYS, deals.answer_deal, leaving.walk_out, single_text.answer_text, arguing.late, deals.keep_promise,
)  # fmt: skip
_WORK: Final[tuple[Intention, ...]] = (
    bargaining.concede, voting.ask_for_vote, arguing.rebut, arguing.argue, arguing.grant,
)  # fmt: skip
_DRAFT: Final[tuple[Intention, ...]] = (*_TEXT, *_WORK)
_OWN_DRAFT: Final[tuple[Intention, ...]] = (*_TEXT, voting.ask_for_vote, bargaining.answer_proposal, *_WORK)
_DRAFTING: Final = (_DRAFT, _OWN_DRAFT)
"""Work on the mediator's text; where nobody mediates, on the parties' own proposals."""
_PLANS: Final[Mapping[StageKind, tuple[Intention, ...]]] = {
    StageKind.OPENING: (
        *_ALWAYS, arguing.opening, bargaining.take_position, arguing.ask, arguing.speak, arguing.argue,
    ),
    StageKind.CONSULTATION: (*_ALWAYS, arguing.report_home, single_text.answer_text),
    StageKind.EPILOGUE: (arguing.exit_words,),
    StageKind.DEBRIEF: (arguing.exit_words,),
    StageKind.PARTICIPATION: (leaving.take_part,),
    StageKind.DECLARATION: (*_ALWAYS, leaving.recognise, leaving.declare, arguing.rebut, arguing.argue),
}  # fmt: skip
"""What to try in stages where every delegation does the same."""


def _return(mind: Mind) -> Iterator[m.Move]:
    """Coming back: by the next day as a rule, and in any case before the last votes."""
    state = mind.view.state
    if state.away.get(mind.view.seat) == "walk-out" and (mind.appraisal.elapsed > 0.8 or mind.chance(0.35, "return")):
        yield m.Return(mind.voice.line("return"))


def _choose(mind: Mind) -> m.Move:
    asked = mind.view.asked[0]
    common = [option for option, _, _ in asked.options if option != asked.default]
    if common and mind.chance(mind.style.cooperates, "choose", asked.inject):
        return m.Choose(asked.inject, common[0])
    return m.Choose(asked.inject, asked.default)
