"""evolve(state, event) -> state: applies one event. It decides nothing and draws nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from rpds import List

from exercise.engine import evolve_tables as tables
from exercise.engine.game import Game
from exercise.model import events as e
from exercise.model.scenario import SeatKind
from exercise.model.state import OpenChoice, State, Verdict

Apply = Callable[[Game, State, e.Event, Any], State]
_EMPTY: "List[e.Event]" = List()
_FLOOR = frozenset(
    {"spoke", "argued", "asked", "answered", "conceded", "passed", "proposed", "amended", "bridged"}
    | {"shuttled", "text_tabled", "warned", "pressed", "pledged", "endorsed"}
)
"""Events after which the floor goes on, where the seat that acted had it."""


def evolve(game: Game, state: State, event: e.Event) -> State:
    """The state after this event."""
    body = event.body
    kind = body.kind
    record = state.record.insert(kind, (state.record.get(kind) or _EMPTY).push_front(event))
    state = state.but(n=event.n, record=record, minutes=state.minutes - event.minutes)
    apply = _APPLY.get(type(body))
    if apply is not None:
        state = apply(game, state, event, body)
    if kind in _FLOOR and state.queue and state.queue[0] == event.seat:
        idle = state.idle + 1 if kind == "passed" else 0
        state = state.but(queue=(*state.queue[1:], event.seat), idle=idle)
    return state


def put(mapping: Mapping[str, Any], key: str, value: Any) -> dict[str, Any]:
    return {**mapping, key: value}


# Clock


def _opened(game: Game, state: State, event: e.Event, body: e.Opened) -> State:
    table, scenario = game.table, game.scenario
    absent = {seat for seat, player in game.setup.players.items() if player == "absent"}
    deck = table.decks.get(game.setup.deck or scenario.deck)
    plan = {
        card: day
        for card, day in (deck.plan.items() if deck else ())
        if card not in game.setup.left_out and table.injects[card].only in ("", scenario.id)
    }
    dials = {dial.id: dial.start for dial in scenario.dials}
    opened = tuple(issue.id for issue in scenario.issues if issue.opened or issue.id in game.setup.issues)
    state = state.but(
        started=True,
        present=frozenset(seat.id for seat in scenario.seats if seat.present and seat.id not in absent),
        issues=opened,
        agenda=opened,
        plan=plan,
        dials=dials,
        dials_today=dials,
        players=dict(game.setup.players),
    )
    reservations = {seat: table.sheets.reservation(seat, state, game.setup.shift) for seat in table.sheets.scored}
    return state.but(reservations=reservations, told_reservations=reservations)


def _stage(game: Game, state: State, event: e.Event, body: e.StageEntered) -> State:
    return state.but(stage=body.stage, stage_clock=0, voted_here=(), focus="", focus_index=-1)


def _session_started(game: Game, state: State, event: e.Event, body: e.SessionStarted) -> State:
    focus_index = state.agenda.index(body.focus) if body.focus in state.agenda else state.focus_index
    state = state.but(
        day=body.day,
        session=body.session,
        clock=state.clock + 1,
        stage_clock=state.stage_clock + 1,
        minutes=game.scenario.clock.session_minutes,
        sitting=True,
        queue=speakers(game, state),
        idle=0,
        debate_closed=False,
        focus=body.focus,
        focus_index=focus_index,
        skip=max(0, state.skip - 1),
    )
    return state.but(checkpoints=state.checkpoints.push_front(state))


def speakers(game: Game, state: State) -> tuple[str, ...]:
    """The speakers' list of a session: the mediator, then the delegations in an order that moves on by one each session.

    Outside actors speak where the stage's table names them; where the corridor is open, one of them in turn.
    """
    stage = game.table.stages[state.stage]
    in_hall = state.present - set(state.away)
    here = [s for s in game.scenario.seats if s.id in in_hall and (not stage.table or s.id in stage.table)]
    talk = [s.id for s in here if s.kind in (SeatKind.PARTY, SeatKind.CONSULTATIVE)]
    turn = state.clock % len(talk) if talk else 0
    mediator = [s.id for s in here if s.kind is SeatKind.MEDIATOR]
    outside = [s.id for s in here if s.kind is SeatKind.OUTSIDE]
    if not stage.table:
        outside = [outside[state.clock % len(outside)]] if outside and stage.corridor else []
    return (*mediator, *talk[turn:], *talk[:turn], *outside)


def _session_ended(game: Game, state: State, event: e.Event, body: e.SessionEnded) -> State:
    return state.but(minutes=0, sitting=False, queue=(), motion=None, point="")


def _day_ended(game: Game, state: State, event: e.Event, body: e.DayEnded) -> State:
    days = {dial: (*state.dial_days.get(dial, ()), value) for dial, value in state.dials.items()}
    return state.but(dial_days=days, dials_today=state.dials, fired_today=0, days_done=body.day)


def _clock(game: Game, state: State, event: e.Event, body: e.ClockChanged) -> State:
    match body.change:
        case "paused":
            return state.but(paused=True)
        case "resumed":
            return state.but(paused=False)
        case "extended":
            return state.but(added_sessions=state.added_sessions + body.sessions, extensions=state.extensions + 1)
        case _:
            return state.but(skip=state.skip + body.sessions)


def _rewound(game: Game, state: State, event: e.Event, body: e.Rewound) -> State:
    """Back to the checkpoint; the log's number, the undoing itself and who sits where are kept."""
    for past in state.checkpoints:
        if (past.day, past.session) == (body.day, body.session):
            record = past.record.insert("rewound", state.record["rewound"])
            checkpoints = past.checkpoints.push_front(past)
            return past.but(
                n=event.n, record=record, checkpoints=checkpoints, players=state.players, paused=state.paused
            )
    return state


def _talks_ended(game: Game, state: State, event: e.Event, body: e.TalksEnded) -> State:
    return state.but(ended=body.why, success=body.success, dials_at_end=state.dials)


# Seats


def _leaves(game: Game, state: State, event: e.Event, seat: str, why: str) -> State:
    queue = tuple(s for s in state.queue if s != seat)
    ballot = state.ballot
    return state.but(away=put(state.away, seat, why), queue=queue, ballot=ballot)


def _walked_out(game: Game, state: State, event: e.Event, body: e.WalkedOut) -> State:
    return _leaves(game, state, event, event.seat, "walk-out")


def _absent(game: Game, state: State, event: e.Event, body: e.MarkedAbsent) -> State:
    return _leaves(game, state, event, body.seat, "absent")


def _returned(game: Game, state: State, event: e.Event, body: e.Returned) -> State:
    away = {seat: why for seat, why in state.away.items() if seat != event.seat}
    return _joins(game, state.but(away=away), event.seat)


def _joins(game: Game, state: State, seat: str) -> State:
    """At the end of the speakers' list, if this is the seat's table and the hall is in session."""
    stage, place = game.table.stages[state.stage], game.table.seats[seat]
    speaks = seat in stage.table if stage.table else place.kind is not SeatKind.OUTSIDE
    if not state.sitting or not speaks or seat in state.queue:
        return state
    return state.but(queue=(*state.queue, seat))


def _participation(game: Game, state: State, event: e.Event, body: e.Participated) -> State:
    state = state.but(participation=put(state.participation, event.seat, body.choice))
    if body.choice == "boycott":
        return _leaves(game, state, event, event.seat, "boycott")
    return state


def _admitted(game: Game, state: State, event: e.Event, body: e.Admitted) -> State:
    away = {seat: why for seat, why in state.away.items() if seat != body.who}
    return _joins(game, state.but(present=state.present | {body.who}, away=away), body.who)


def _replaced(game: Game, state: State, event: e.Event, body: e.Replaced) -> State:
    return state.but(players=put(state.players, body.seat, body.player))


def _floor(game: Game, state: State, event: e.Event, body: e.FloorGiven) -> State:
    rest = tuple(seat for seat in state.queue if seat not in (body.seat, event.seat))
    return state.but(queue=(body.seat, *rest, event.seat), idle=0)


# Ballots


def _voted(game: Game, state: State, event: e.Event, body: e.Voted) -> State:
    assert state.ballot is not None
    ballot = state.ballot
    votes = put(ballot.votes, body.proxy_for or event.seat, body.choice)
    return state.but(ballot=tables.evolve_value(ballot, votes=votes))


def _ballot_closed(game: Game, state: State, event: e.Event, body: e.BallotClosed) -> State:
    verdict = Verdict(
        id=body.id,
        what=body.what,
        options=body.options,
        passed=body.passed,
        yes=body.yes,
        no=body.no,
        abstain=body.abstain,
        absent=body.absent,
        n=event.n,
        final=body.final,
    )
    state = state.but(ballot=None, verdicts=(*state.verdicts, verdict), voted_here=(*state.voted_here, body.subject))
    return state.but(final=verdict) if body.final else state


def _agreed(game: Game, state: State, event: e.Event, body: e.Agreed) -> State:
    state = state.but(agreed=put(state.agreed, body.issue, body.option))
    return state.but(locked=state.locked | {body.issue}) if game.table.stages[state.stage].locks else state


def _reopened(game: Game, state: State, event: e.Event, body: e.Reopened) -> State:
    return state.but(agreed={issue: option for issue, option in state.agreed.items() if issue != body.issue})


def _point(game: Game, state: State, event: e.Event, body: e.PointRaised) -> State:
    return state.but(point=event.seat)


def _ruled(game: Game, state: State, event: e.Event, body: e.Ruled) -> State:
    return state.but(point="", rulings=state.rulings + 1)


def _motion_decided(game: Game, state: State, event: e.Event, body: e.MotionDecided) -> State:
    return state.but(motion=None, debate_closed=state.debate_closed or (body.passed and body.motion == "close_debate"))


def _agenda(game: Game, state: State, event: e.Event, body: e.AgendaSet) -> State:
    rest = tuple(issue for issue in state.agenda if issue not in body.order)
    return state.but(agenda=(*body.order, *rest), focus_index=-1)


def _postponed(game: Game, state: State, event: e.Event, body: e.Postponed) -> State:
    agenda = (*(i for i in state.agenda if i != body.issue), body.issue)
    return state.but(postponed=state.postponed | {body.issue}, agenda=agenda)


def _issue_opened(game: Game, state: State, event: e.Event, body: e.IssueOpened) -> State:
    if body.issue in state.issues:
        return state
    return state.but(issues=(*state.issues, body.issue), agenda=(*state.agenda, body.issue))


def _option_opened(game: Game, state: State, event: e.Event, body: e.OptionOpened) -> State:
    return state.but(unlocked=state.unlocked | {body.option})


def _role(game: Game, state: State, event: e.Event, body: e.RoleDecided) -> State:
    return state.but(role_option=body.option, role_by=body.by)


# Cards and dials


def _injected(game: Game, state: State, event: e.Event, body: e.Injected) -> State:
    plan = {card: day for card, day in state.plan.items() if card != body.inject}
    return state.but(fired=put(state.fired, body.inject, state.day), fired_today=state.fired_today + 1, plan=plan)


def _planned(game: Game, state: State, event: e.Event, body: e.InjectPlanned) -> State:
    return state.but(plan=put(state.plan, body.inject, body.day))


def _choice_opened(game: Game, state: State, event: e.Event, body: e.ChoiceOpened) -> State:
    choice = game.table.injects[body.inject].choice
    due = state.clock + (choice.within if choice else 1)
    return state.but(choice=put(state.choice, body.inject, OpenChoice(body.inject, body.who, due)))


def _answer_given(game: Game, state: State, event: e.Event, body: e.AnswerGiven) -> State:
    waiting = state.choice[body.inject]
    answers = put(waiting.answers, event.seat, body.option)
    return state.but(choice=put(state.choice, body.inject, tables.evolve_value(waiting, answers=answers)))


def _choice_made(game: Game, state: State, event: e.Event, body: e.ChoiceMade) -> State:
    waiting = {inject: choice for inject, choice in state.choice.items() if inject != body.inject}
    return state.but(choice=waiting, chosen=put(state.chosen, body.inject, body.choice))


def _dial(game: Game, state: State, event: e.Event, body: e.DialMoved) -> State:
    state = state.but(dials=put(state.dials, body.dial, body.new))
    if event.seat == e.FACILITATOR:  # what the facilitator sets is where the day's moves count from
        state = state.but(dials_today=put(state.dials_today, body.dial, body.new))
    return _reserve_anew(game, state)


def _shifted(game: Game, state: State, event: e.Event, body: e.ReservationShifted) -> State:
    shifts = put(state.shifts, body.party, round(state.shifts.get(body.party, 0.0) + body.points, 2))
    return _reserve_anew(game, state.but(shifts=shifts))


def _reserve_anew(game: Game, state: State) -> State:
    sheets = game.table.sheets
    return state.but(reservations={s: sheets.reservation(s, state, game.setup.shift) for s in sheets.scored})


def _reservation(game: Game, state: State, event: e.Event, body: e.ReservationMoved) -> State:
    return state.but(told_reservations=put(state.told_reservations, body.party, body.new))


_APPLY: dict[type, Apply] = {
    **tables.APPLY,
    e.Opened: _opened,
    e.StageEntered: _stage,
    e.SessionStarted: _session_started,
    e.SessionEnded: _session_ended,
    e.DayEnded: _day_ended,
    e.ClockChanged: _clock,
    e.Rewound: _rewound,
    e.TalksEnded: _talks_ended,
    e.DeadlineReached: lambda game, state, event, body: state.but(deadline=True),
    e.Closed: lambda game, state, event, body: state.but(
        closed=True, ended=state.ended or body.why, sitting=False, queue=(), ballot=None, motion=None, choice={}
    ),
    e.WalkedOut: _walked_out,
    e.MarkedAbsent: _absent,
    e.Returned: _returned,
    e.Participated: _participation,
    e.Admitted: _admitted,
    e.Replaced: _replaced,
    e.FloorGiven: _floor,
    e.Voted: _voted,
    e.BallotClosed: _ballot_closed,
    e.Agreed: _agreed,
    e.Reopened: _reopened,
    e.PointRaised: _point,
    e.Ruled: _ruled,
    e.MotionDecided: _motion_decided,
    e.AgendaSet: _agenda,
    e.Postponed: _postponed,
    e.IssueOpened: _issue_opened,
    e.OptionOpened: _option_opened,
    e.RoleDecided: _role,
    e.Injected: _injected,
    e.InjectPlanned: _planned,
    e.ChoiceOpened: _choice_opened,
    e.AnswerGiven: _answer_given,
    e.ChoiceMade: _choice_made,
    e.DialMoved: _dial,
    e.ReservationShifted: _shifted,
    e.ReservationMoved: _reservation,
}
