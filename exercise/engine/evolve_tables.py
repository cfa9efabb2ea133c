"""The part of evolve that keeps the tables of debate and bargaining: arguments, questions, proposals, deals, positions."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from exercise.engine.game import Game
from exercise.model import events as e
from exercise.model.series import Series
from exercise.model.state import Argument, Ballot, Deal, Motion, Pledge, Proposal, Question, State

Changes = dict[str, Any]
"""Fields of the state with their new values."""
_NONE: Series[str] = Series()
Apply = Callable[[Game, State, e.Event, Any], Changes]


def _said(state: State, seat: str, text: str) -> Changes:
    """A seat has taken the floor and said something."""
    return {"counts": {**state.counts, seat: state.counts.get(seat, 0) + 1}, "said": state.said.insert(text, seat)}


def heard(state: State, seat: str, text: str) -> Changes:
    """Words with a move in public: nobody needs to say them again."""
    return {"said": state.said.insert(text, seat)} if text else {}


def _spoke(game: Game, state: State, event: e.Event, body: e.Spoke) -> Changes:
    return _said(state, event.seat, body.text)


def _argued(game: Game, state: State, event: e.Event, body: e.Argued) -> Changes:
    answers = body.target if body.target in state.arguments else ""
    argument = Argument(
        body.id, event.seat, body.side, body.target, body.issue, body.option, body.text, event.n, answers
    )
    found = _said(state, event.seat, body.text)
    found["arguments"] = state.arguments.insert(body.id, argument)
    if answers:
        found["answered"] = _answer(state, answers, body.id)
    return found


def _answer(state: State, argument: str, answer: str) -> Any:
    """The table of answers with one more."""
    return state.answered.insert(argument, state.answered.get(argument, _NONE).push(answer))


def _asked(game: Game, state: State, event: e.Event, body: e.Asked) -> Changes:
    question = Question(body.id, event.seat, body.to, body.text, body.issue, event.n)
    return {**_said(state, event.seat, body.text), "questions": state.questions.insert(body.id, question)}


def _answered(game: Game, state: State, event: e.Event, body: e.Answered) -> Changes:
    return {**_said(state, event.seat, body.text), "questions": state.questions.remove(body.question)}


def _conceded(game: Game, state: State, event: e.Event, body: e.Conceded) -> Changes:
    found = heard(state, event.seat, body.text)
    if body.target in state.arguments:
        found["answered"] = _answer(state, body.target, f"conceded by {event.seat}")
    return found


def _position(game: Game, state: State, event: e.Event, body: e.PositionTaken) -> Changes:
    mine = {**state.positions.get(event.seat, {}), body.issue: body.new}
    return {"positions": {**state.positions, event.seat: mine}}


def _table(state: State, event: e.Event, options: tuple[str, ...]) -> Mapping[str, tuple[int, str]]:
    new = {option: (event.day, event.seat) for option in options if option not in state.tabled}
    return {**state.tabled, **new} if new else state.tabled


def _propose(state: State, event: e.Event, id: str, options: tuple[str, ...], parent: str = "") -> Changes:
    proposal = Proposal(id, event.seat, options, (event.seat,), event.n, parent=parent, support=(event.seat,))
    return {**_put_forward(state, proposal), "tabled": _table(state, event, options)}


def _put_forward(state: State, proposal: Proposal) -> Changes:
    alike = [id for id in state.worded.get(proposal.options, ()) if not state.proposals[id].withdrawn]
    return {
        "proposals": state.proposals.insert(proposal.id, proposal),
        "worded": state.worded.insert(proposal.options, (*alike, proposal.id)),
    }


def _proposed(game: Game, state: State, event: e.Event, body: e.Proposed) -> Changes:
    return {**_propose(state, event, body.id, body.options), **heard(state, event.seat, body.text)}


def _amended(game: Game, state: State, event: e.Event, body: e.Amended) -> Changes:
    return {**_propose(state, event, body.id, body.options, body.parent), **heard(state, event.seat, body.text)}


def _text_tabled(game: Game, state: State, event: e.Event, body: e.TextTabled) -> Changes:
    proposal = Proposal(body.id, event.seat, body.options, (), event.n, parent=state.text)
    return {
        **_put_forward(state, proposal),
        "text": body.id,
        "text_version": body.version,
        "tabled": _table(state, event, body.options),
    }


def _revise(state: State, id: str, **changes: Any) -> Changes:
    return {"proposals": state.proposals.insert(id, replace(state.proposals[id], **changes))}


def _withdrawn(game: Game, state: State, event: e.Event, body: e.Withdrawn) -> Changes:
    return _revise(state, body.id, withdrawn=True)


def _text_withdrawn(game: Game, state: State, event: e.Event, body: e.TextWithdrawn) -> Changes:
    return {**_revise(state, body.id, withdrawn=True), "text": ""}


def _with(seats: tuple[str, ...], seat: str) -> tuple[str, ...]:
    return seats if seat in seats else (*seats, seat)


def _without(seats: tuple[str, ...], seat: str) -> tuple[str, ...]:
    return tuple(s for s in seats if s != seat) if seat in seats else seats


def _stand(state: State, seat: str, stand: bool, *targets: str) -> Changes:
    """A seat is on record for or against options or proposals."""
    stances, proposals = state.stances, state.proposals
    for target in targets:
        stances = stances.insert(target, {**(stances.get(target) or {}), seat: stand})
        proposal = proposals.get(target)
        if proposal is not None:
            joins, leaves = _with(proposal.support, seat), _without(proposal.opposed, seat)
            if not stand:
                joins, leaves = _without(proposal.support, seat), _with(proposal.opposed, seat)
            proposals = proposals.insert(target, replace(proposal, support=joins, opposed=leaves))
    return {"stances": stances, "proposals": proposals}


def _supported(game: Game, state: State, event: e.Event, body: e.Supported) -> Changes:
    return {**_stand(state, event.seat, True, body.target), **heard(state, event.seat, body.text)}


def _opposed(game: Game, state: State, event: e.Event, body: e.Opposed) -> Changes:
    clause = (body.option,) if body.option and body.option != body.target else ()
    return {**_stand(state, event.seat, False, body.target, *clause), **heard(state, event.seat, body.text)}


def _sponsored(game: Game, state: State, event: e.Event, body: e.Sponsored) -> Changes:
    proposal = state.proposals[body.id]
    return _revise(
        state, body.id, sponsors=_with(proposal.sponsors, event.seat), support=_with(proposal.support, event.seat)
    )


def _reserved(game: Game, state: State, event: e.Event, body: e.Reserved) -> Changes:
    held = (event.seat, body.option)
    proposal = state.proposals[body.target]
    return _revise(state, body.target, reservations=(*(r for r in proposal.reservations if r != held), held))


def _deal_offered(game: Game, state: State, event: e.Event, body: e.DealOffered) -> Changes:
    return {"deals": state.deals.insert(body.id, Deal(body.id, event.seat, body.to, body.give, body.get))}


def _deal_state(word: str) -> Apply:
    def apply(game: Game, state: State, event: e.Event, body: Any) -> Changes:
        return {"deals": state.deals.insert(body.id, replace(state.deals[body.id], state=word))}

    return apply


INBOX = 12
"""Private words that a seat's inbox keeps: the newest."""


def _told(game: Game, state: State, event: e.Event, body: Any) -> Changes:
    to = body.to if isinstance(body, e.Told) else (body.to,)
    new = {seat: (event, *state.inbox.get(seat, ())[: INBOX - 1]) for seat in to}
    return {"sent": {**state.sent, event.seat: event.n}, "inbox": {**state.inbox, **new}}


def _moved(game: Game, state: State, event: e.Event, body: e.Moved) -> Changes:
    return {"motion": Motion(body.id, body.motion, event.seat, body.subject, body.text)}


def _seconded(game: Game, state: State, event: e.Event, body: e.Seconded) -> Changes:
    assert state.motion is not None
    return {"motion": replace(state.motion, seconded=True)}


def _ballot_opened(game: Game, state: State, event: e.Event, body: e.BallotOpened) -> Changes:
    ballot = Ballot(body.id, body.what, body.subject, body.options, body.rule, body.electors, body.advisory, body.final)
    return {"ballot": ballot, "tabled": _table(state, event, body.options)}


def _declared(game: Game, state: State, event: e.Event, body: e.Declared) -> Changes:
    declarations = {**state.declarations, body.id: (event.seat, body.option)}
    return {"declarations": declarations, "tabled": _table(state, event, (body.option,))}


def _recognised(game: Game, state: State, event: e.Event, body: e.RecognisedState) -> Changes:
    known = {**state.recognitions.get(body.id, {}), event.seat: body.accept}
    return {"recognitions": {**state.recognitions, body.id: known}}


def _imposed(game: Game, state: State, event: e.Event, body: e.Imposed) -> Changes:
    return {"tabled": _table(state, event, body.options)}


def _bridged(game: Game, state: State, event: e.Event, body: e.Bridged) -> Changes:
    return {"tabled": _table(state, event, (body.option,))}


def _pressed(game: Game, state: State, event: e.Event, body: e.Pressed) -> Changes:
    return {"pressed": {**state.pressed, event.seat: event.day}}


def _pledged(game: Game, state: State, event: e.Event, body: e.Pledged) -> Changes:
    return {"pledges": {**state.pledges, body.id: Pledge(body.id, event.seat, body.dial, body.text)}}


def _pledge_withdrawn(game: Game, state: State, event: e.Event, body: e.PledgeWithdrawn) -> Changes:
    return {"pledges": {id: pledge for id, pledge in state.pledges.items() if id != body.id}}


APPLY: dict[type, Apply] = {
    e.Spoke: _spoke,
    e.Argued: _argued,
    e.Asked: _asked,
    e.Answered: _answered,
    e.Conceded: _conceded,
    e.PositionTaken: _position,
    e.Proposed: _proposed,
    e.Amended: _amended,
    e.TextTabled: _text_tabled,
    e.TextWithdrawn: _text_withdrawn,
    e.Withdrawn: _withdrawn,
    e.Supported: _supported,
    e.Opposed: _opposed,
    e.Sponsored: _sponsored,
    e.Reserved: _reserved,
    e.DealOffered: _deal_offered,
    e.DealAccepted: _deal_state("accepted"),
    e.DealDeclined: _deal_state("declined"),
    e.Told: _told,
    e.Shuttled: _told,
    e.Moved: _moved,
    e.Seconded: _seconded,
    e.BallotOpened: _ballot_opened,
    e.Declared: _declared,
    e.RecognisedState: _recognised,
    e.Imposed: _imposed,
    e.Bridged: _bridged,
    e.Pressed: _pressed,
    e.Pledged: _pledged,
    e.PledgeWithdrawn: _pledge_withdrawn,
}
