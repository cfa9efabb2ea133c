"""The part of evolve that keeps the tables of debate and bargaining: arguments, questions, proposals, deals, positions."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from exercise.engine.game import Game
from exercise.model import events as e
from exercise.model.state import Argument, Ballot, Deal, Motion, Pledge, Proposal, Question, State

evolve_value = attrs.evolve


def _count(state: State, seat: str) -> Mapping[str, int]:
    return {**state.counts, seat: state.counts.get(seat, 0) + 1}


def _spoke(game: Game, state: State, event: e.Event, body: e.Spoke) -> State:
    return state.but(counts=_count(state, event.seat), said=state.said.insert(body.text, event.seat))


def _argued(game: Game, state: State, event: e.Event, body: e.Argued) -> State:
    answers = body.target if body.target in state.arguments else ""
    argument = Argument(
        body.id, event.seat, body.side, body.target, body.issue, body.option, body.text, event.n, answers=answers
    )
    said = state.said.insert(body.text, event.seat)
    state = state.but(counts=_count(state, event.seat), arguments=state.arguments.insert(body.id, argument), said=said)
    if not answers:
        return state
    return state.but(answered=state.answered.insert(answers, (*(state.answered.get(answers) or ()), body.id)))


def _asked(game: Game, state: State, event: e.Event, body: e.Asked) -> State:
    question = Question(body.id, event.seat, body.to, body.text, body.issue, event.n)
    said = state.said.insert(body.text, event.seat)
    return state.but(counts=_count(state, event.seat), questions=state.questions.insert(body.id, question), said=said)


def _answered(game: Game, state: State, event: e.Event, body: e.Answered) -> State:
    said = state.said.insert(body.text, event.seat)
    return state.but(counts=_count(state, event.seat), questions=state.questions.remove(body.question), said=said)


def _conceded(game: Game, state: State, event: e.Event, body: e.Conceded) -> State:
    if body.target in state.arguments:
        answered = (*(state.answered.get(body.target) or ()), f"conceded by {event.seat}")
        return state.but(answered=state.answered.insert(body.target, answered))
    return state


def _position(game: Game, state: State, event: e.Event, body: e.PositionTaken) -> State:
    mine = {**state.positions.get(event.seat, {}), body.issue: body.new}
    return state.but(positions={**state.positions, event.seat: mine})


def _table(state: State, event: e.Event, options: tuple[str, ...]) -> Mapping[str, tuple[int, str]]:
    new = {option: (event.day, event.seat) for option in options if option not in state.tabled}
    return {**state.tabled, **new} if new else state.tabled


def _propose(state: State, event: e.Event, id: str, options: tuple[str, ...], parent: str = "") -> State:
    proposal = Proposal(id, event.seat, options, (event.seat,), event.n, parent=parent, support=(event.seat,))
    return state.but(proposals=state.proposals.insert(id, proposal), tabled=_table(state, event, options))


def _proposed(game: Game, state: State, event: e.Event, body: e.Proposed) -> State:
    return _propose(state, event, body.id, body.options)


def _amended(game: Game, state: State, event: e.Event, body: e.Amended) -> State:
    return _propose(state, event, body.id, body.options, body.parent)


def _text_tabled(game: Game, state: State, event: e.Event, body: e.TextTabled) -> State:
    proposal = Proposal(body.id, event.seat, body.options, (), event.n, parent=state.text)
    return state.but(
        proposals=state.proposals.insert(body.id, proposal),
        text=body.id,
        text_version=body.version,
        tabled=_table(state, event, body.options),
    )


def _revise(state: State, id: str, **changes: Any) -> State:
    return state.but(proposals=state.proposals.insert(id, evolve_value(state.proposals[id], **changes)))


def _withdrawn(game: Game, state: State, event: e.Event, body: e.Withdrawn) -> State:
    return _revise(state, body.id, withdrawn=True)


def _text_withdrawn(game: Game, state: State, event: e.Event, body: e.TextWithdrawn) -> State:
    return _revise(state, body.id, withdrawn=True).but(text="")


def _with(seats: tuple[str, ...], seat: str) -> tuple[str, ...]:
    return seats if seat in seats else (*seats, seat)


def _without(seats: tuple[str, ...], seat: str) -> tuple[str, ...]:
    return tuple(s for s in seats if s != seat)


def _stand(state: State, target: str, seat: str, stand: bool) -> State:
    stands = {**state.stances.get(target, {}), seat: stand}
    state = state.but(stances={**state.stances, target: stands})
    if target not in state.proposals:
        return state
    proposal = state.proposals[target]
    if stand:
        return _revise(state, target, support=_with(proposal.support, seat), opposed=_without(proposal.opposed, seat))
    return _revise(state, target, opposed=_with(proposal.opposed, seat), support=_without(proposal.support, seat))


def _supported(game: Game, state: State, event: e.Event, body: e.Supported) -> State:
    return _stand(state, body.target, event.seat, True)


def _opposed(game: Game, state: State, event: e.Event, body: e.Opposed) -> State:
    state = _stand(state, body.target, event.seat, False)
    if body.option and body.option != body.target:
        state = _stand(state, body.option, event.seat, False)
    return state


def _sponsored(game: Game, state: State, event: e.Event, body: e.Sponsored) -> State:
    proposal = state.proposals[body.id]
    return _revise(
        state, body.id, sponsors=_with(proposal.sponsors, event.seat), support=_with(proposal.support, event.seat)
    )


def _reserved(game: Game, state: State, event: e.Event, body: e.Reserved) -> State:
    held = (event.seat, body.option)
    proposal = state.proposals[body.target]
    return _revise(state, body.target, reservations=(*(r for r in proposal.reservations if r != held), held))


def _deal_offered(game: Game, state: State, event: e.Event, body: e.DealOffered) -> State:
    return state.but(deals=state.deals.insert(body.id, Deal(body.id, event.seat, body.to, body.give, body.get)))


def _deal_state(word: str) -> "Apply":
    def apply(game: Game, state: State, event: e.Event, body: Any) -> State:
        return state.but(deals=state.deals.insert(body.id, evolve_value(state.deals[body.id], state=word)))

    return apply


INBOX = 12
"""Private words that a seat's inbox keeps: the newest."""


def _told(game: Game, state: State, event: e.Event, body: Any) -> State:
    to = body.to if isinstance(body, e.Told) else (body.to,)
    state = state.but(sent={**state.sent, event.seat: event.n})
    return state.but(inbox={**state.inbox, **{s: (event, *state.inbox.get(s, ())[: INBOX - 1]) for s in to}})


def _moved(game: Game, state: State, event: e.Event, body: e.Moved) -> State:
    return state.but(motion=Motion(body.id, body.motion, event.seat, body.subject, body.text))


def _seconded(game: Game, state: State, event: e.Event, body: e.Seconded) -> State:
    assert state.motion is not None
    return state.but(motion=evolve_value(state.motion, seconded=True))


def _ballot_opened(game: Game, state: State, event: e.Event, body: e.BallotOpened) -> State:
    ballot = Ballot(body.id, body.what, body.subject, body.options, body.rule, body.electors, body.advisory, body.final)
    return state.but(ballot=ballot, tabled=_table(state, event, body.options))


def _declared(game: Game, state: State, event: e.Event, body: e.Declared) -> State:
    declarations = {**state.declarations, body.id: (event.seat, body.option)}
    return state.but(declarations=declarations, tabled=_table(state, event, (body.option,)))


def _recognised(game: Game, state: State, event: e.Event, body: e.RecognisedState) -> State:
    known = {**state.recognitions.get(body.id, {}), event.seat: body.accept}
    return state.but(recognitions={**state.recognitions, body.id: known})


def _imposed(game: Game, state: State, event: e.Event, body: e.Imposed) -> State:
    return state.but(tabled=_table(state, event, body.options))


def _bridged(game: Game, state: State, event: e.Event, body: e.Bridged) -> State:
    return state.but(tabled=_table(state, event, (body.option,)))


def _pressed(game: Game, state: State, event: e.Event, body: e.Pressed) -> State:
    return state.but(pressed={**state.pressed, event.seat: event.day})


def _pledged(game: Game, state: State, event: e.Event, body: e.Pledged) -> State:
    return state.but(pledges={**state.pledges, body.id: Pledge(body.id, event.seat, body.dial, body.text)})


def _pledge_withdrawn(game: Game, state: State, event: e.Event, body: e.PledgeWithdrawn) -> State:
    return state.but(pledges={id: pledge for id, pledge in state.pledges.items() if id != body.id})


Apply = Callable[[Game, State, e.Event, Any], State]

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
