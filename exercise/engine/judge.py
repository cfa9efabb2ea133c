"""The rules by kind of move: is this move legal now, and which events does it mean?"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from exercise.engine import bargaining, control, debate, mediation, procedure_moves
from exercise.engine.debate import text_problem
from exercise.engine.moment import Moment, Out, Ruling, listed, no
from exercise.engine.permission import barred
from exercise.model import events as e
from exercise.model.moves import Choose, Command


def judge(at: Moment, command: Command) -> Ruling:
    """The move's own events, or why it is refused; nothing that follows from them."""
    kind = command.move.kind
    rule = _RULES.get(kind)
    if rule is None:
        return no("MOVE", f"there is no move {kind}")
    return barred(at, kind) or rule(at, command.move)


def choose(at: Moment, move: Choose) -> Ruling:
    """Answer a card. The facilitator answers for everybody who has not."""
    waiting = at.state.choice.get(move.inject)
    asked = [card for card, choice in at.state.choice.items() if at.seat == e.FACILITATOR or at.seat in choice.who]
    if waiting is None or move.inject not in asked:
        return no("NO_CHOICE", f"no decision on {move.inject or 'nothing'} is open to you; open: {listed(asked)}")
    choice = at.game.table.injects[move.inject].choice
    options = [option.id for option in choice.options] if choice else []
    if move.option not in options:
        return no("OPTION", f"{move.inject} asks for {listed(options)}, not {move.option!r}")
    if problem := text_problem(move.text, needed=False):
        return problem
    if at.seat == e.FACILITATOR:
        rest = [seat for seat in waiting.who if seat not in waiting.answers]
        if not rest:
            return no("ANSWERED", "everybody has answered")
        return [Out(e.AnswerGiven(move.inject, move.option, move.text), (seat,), seat) for seat in rest]
    if at.seat in waiting.answers:
        return no("ANSWERED", f"you have answered {move.inject}")
    return [Out(e.AnswerGiven(move.inject, move.option, move.text), (at.seat,))]


_RULES: Final[Mapping[str, Callable[[Moment, Any], Ruling]]] = {
    "speak": debate.speak, "argue": debate.argue, "ask": debate.ask, "answer": debate.answer, "concede": debate.concede,
    "pass": debate.pass_floor, "tell": debate.tell, "point_of_order": debate.point_of_order,
    "propose": bargaining.propose, "amend": bargaining.amend, "withdraw": bargaining.withdraw,
    "support": bargaining.support, "oppose": bargaining.oppose, "sponsor": bargaining.sponsor, "reserve": bargaining.reserve,
    "offer_deal": bargaining.offer_deal, "accept_deal": bargaining.accept_deal, "decline_deal": bargaining.decline_deal,
    "motion": procedure_moves.motion, "second": procedure_moves.second, "vote": procedure_moves.vote, "choose": choose,
    "walk_out": procedure_moves.walk_out, "return": procedure_moves.come_back, "participate": procedure_moves.participate,
    "declare": procedure_moves.declare, "recognise_state": procedure_moves.recognise_state, "impose": procedure_moves.impose,
    "recognise": mediation.recognise, "set_agenda": mediation.set_agenda, "shuttle": mediation.shuttle,
    "table_text": mediation.table_text, "revise_text": mediation.revise_text, "bridge": mediation.bridge,
    "warn": mediation.warn, "call_vote": mediation.call_vote, "recess": mediation.recess,
    "declare_deadlock": mediation.declare_deadlock, "rule": mediation.rule,
    "press": mediation.press, "pledge": mediation.pledge, "withdraw_pledge": mediation.withdraw_pledge,
    "endorse": mediation.endorse,
    "inject": control.inject, "hold_inject": control.hold_inject, "postpone_inject": control.postpone_inject,
    "skip_inject": control.skip_inject, "expected": control.expected, "set_dial": control.set_dial, "pause": control.pause,
    "resume": control.resume, "advance": control.advance, "extend": control.extend, "rewind": control.rewind,
    "replace": control.replace, "announce": control.announce, "note": control.note, "admit": control.admit,
    "absent": control.absent, "split": control.split, "end": control.end,
}  # fmt: skip
