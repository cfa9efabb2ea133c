"""evolve(state, event) -> state: applies one event. It decides nothing and draws nothing.

Every kind of event has a function that names the fields it changes; the state is copied once for an event, or not at all where
a log is replayed.
"""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

from msgspec.structs import replace

from exercise.engine import evolve_tables as tables
from exercise.engine.evolve_tables import Apply, Changes
from exercise.engine.game import Game
from exercise.model import events as e
from exercise.model.scenario import SeatKind
from exercise.model.series import Series
from exercise.model.setup import is_person
from exercise.model.state import Checkpoint, OpenChoice, State, Verdict

_EMPTY: Series[e.Event] = Series()
_number = attrgetter("n")
_FLOOR = frozenset(
    {"spoke", "argued", "asked", "answered", "conceded", "passed", "proposed", "amended", "bridged"}
    | {"shuttled", "text_tabled", "warned", "pressed", "pledged", "endorsed"}
)
"""Events after which the floor goes on, where the seat that acted had it."""


def evolve(game: Game, state: State, event: e.Event) -> State:
    """The state after this event."""
    return state.after(changes(game, state, event))


def changes(game: Game, state: State, event: e.Event) -> Changes:
    """The fields of the state that this event changes, with their new values."""
    body, record = event.body, state.record
    kind = body.kind
    found: Changes = {"n": event.n, "record": {**record, kind: record.get(kind, _EMPTY).push(event)}}
    if event.minutes:
        found["minutes"] = state.minutes - event.minutes
    apply = _APPLY.get(type(body))
    if apply is not None:
        found |= apply(game, state, event, body)
    if kind in _FLOOR:
        queue = state.queue
        if queue and queue[0] == event.seat:
            found["queue"] = (*queue[1:], event.seat)
            found["idle"] = state.idle + 1 if kind == "passed" else 0
    elif kind == "session_started":
        found["checkpoints"] = state.checkpoints.push(Checkpoint.of(state.after(found)))
    return found


def put(mapping: Mapping[str, Any], key: str, value: Any) -> dict[str, Any]:
    return {**mapping, key: value}


# Clock


def _opened(game: Game, state: State, event: e.Event, body: e.Opened) -> Changes:
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
    reservations = _reservations(game, {}, table.sheets.scored, dials, state.shifts)
    return {
        "started": True,
        "present": frozenset(seat.id for seat in scenario.seats if seat.present and seat.id not in absent),
        "issues": opened,
        "agenda": opened,
        "plan": plan,
        "dials": dials,
        "dials_today": dials,
        "players": dict(game.setup.players),
        "reservations": reservations,
        "told_reservations": reservations,
    }


def _stage(game: Game, state: State, event: e.Event, body: e.StageEntered) -> Changes:
    return {"stage": body.stage, "stage_clock": 0, "voted_here": (), "focus": "", "focus_index": -1}


def _session_started(game: Game, state: State, event: e.Event, body: e.SessionStarted) -> Changes:
    return {
        "day": body.day,
        "session": body.session,
        "clock": state.clock + 1,
        "stage_clock": state.stage_clock + 1,
        "minutes": game.scenario.clock.session_minutes,
        "sitting": True,
        "queue": speakers(game, state),
        "idle": 0,
        "debate_closed": False,
        "focus": body.focus,
        "focus_index": state.agenda.index(body.focus) if body.focus in state.agenda else state.focus_index,
        "skip": max(0, state.skip - 1),
    }


def speakers(game: Game, state: State) -> tuple[str, ...]:
    """The speakers' list of a session: the mediator, then the delegations in an order that moves on by one each session.

    Outside actors speak where the stage's table names them. Where the corridor is open, one of them in turn has a word before
    the delegations, since a session is over before everybody has spoken; those whom people play have one in every session.
    """
    stage, present, away = game.table.stages[state.stage], state.present, state.away
    mediator, talk, outside = (
        [seat for seat in row if seat in present and seat not in away] for row in game.table.rows[state.stage]
    )
    turn = state.clock % len(talk) if talk else 0
    if stage.table:
        return (*mediator, *talk[turn:], *talk[:turn], *outside)
    callers: list[str] = []
    if outside and stage.corridor:
        next_one = outside[state.clock % len(outside)]
        callers = [s for s in outside if s == next_one or is_person(state.players.get(s, ""))]
    return (*mediator, *callers, *talk[turn:], *talk[:turn])


def _session_ended(game: Game, state: State, event: e.Event, body: e.SessionEnded) -> Changes:
    return {"minutes": 0, "sitting": False, "queue": (), "motion": None, "point": ""}


def _day_ended(game: Game, state: State, event: e.Event, body: e.DayEnded) -> Changes:
    days = state.dial_days.push(state.dials)
    return {"dial_days": days, "dials_today": state.dials, "fired_today": 0, "days_done": body.day}


def _clock(game: Game, state: State, event: e.Event, body: e.ClockChanged) -> Changes:
    match body.change:
        case "paused":
            return {"paused": True}
        case "resumed":
            return {"paused": False}
        case "extended":
            return {"added_sessions": state.added_sessions + body.sessions, "extensions": state.extensions + 1}
        case _:
            return {"skip": state.skip + body.sessions}


def _rewound(game: Game, state: State, event: e.Event, body: e.Rewound) -> Changes:
    """Back to the checkpoint; the log's number, the undoing itself and who sits where are kept."""
    for past in state.checkpoints:
        if (past.day, past.session) == (body.day, body.session):
            there = past.state
            return {
                **vars(there),
                "n": event.n,
                "record": {**_up_to(past.n, state), body.kind: state.record.get(body.kind, _EMPTY).push(event)},
                "checkpoints": there.checkpoints.push(past),
                "players": state.players,
                "paused": state.paused,
            }
    return {}


def _up_to(n: int, state: State) -> dict[str, Series[e.Event]]:
    """The record of a state as it was after event `n`."""
    found = {kind: events.up_to(n, _number) for kind, events in state.record.items()}
    return {kind: events for kind, events in found.items() if events}


def _talks_ended(game: Game, state: State, event: e.Event, body: e.TalksEnded) -> Changes:
    return {"ended": body.why, "success": body.success, "dials_at_end": state.dials}


def _closed(game: Game, state: State, event: e.Event, body: e.Closed) -> Changes:
    over = {"closed": True, "ended": state.ended or body.why, "sitting": False}
    return {**over, "queue": (), "ballot": None, "motion": None, "choice": {}}


# Seats


def _leaves(state: State, seat: str, why: str) -> Changes:
    return {"away": put(state.away, seat, why), "queue": tuple(s for s in state.queue if s != seat)}


def _walked_out(game: Game, state: State, event: e.Event, body: e.WalkedOut) -> Changes:
    return _leaves(state, event.seat, "walk-out")


def _absent(game: Game, state: State, event: e.Event, body: e.MarkedAbsent) -> Changes:
    return _leaves(state, body.seat, "absent")


def _returned(game: Game, state: State, event: e.Event, body: e.Returned) -> Changes:
    return _joins(game, state, event.seat)


def _joins(game: Game, state: State, seat: str) -> Changes:
    """At the end of the speakers' list, if this is the seat's table and the hall is in session."""
    found: Changes = {"away": {other: why for other, why in state.away.items() if other != seat}}
    stage, place = game.table.stages[state.stage], game.table.seats[seat]
    speaks = seat in stage.table if stage.table else place.kind is not SeatKind.OUTSIDE
    if state.sitting and speaks and seat not in state.queue:
        found["queue"] = (*state.queue, seat)
    return found


def _participation(game: Game, state: State, event: e.Event, body: e.Participated) -> Changes:
    found: Changes = {"participation": put(state.participation, event.seat, body.choice)}
    return found | _leaves(state, event.seat, "boycott") if body.choice == "boycott" else found


def _admitted(game: Game, state: State, event: e.Event, body: e.Admitted) -> Changes:
    return {"present": state.present | {body.who}, **_joins(game, state, body.who)}


def _replaced(game: Game, state: State, event: e.Event, body: e.Replaced) -> Changes:
    return {"players": put(state.players, body.seat, body.player)}


def _floor(game: Game, state: State, event: e.Event, body: e.FloorGiven) -> Changes:
    rest = tuple(seat for seat in state.queue if seat not in (body.seat, event.seat))
    return {"queue": (body.seat, *rest, event.seat), "idle": 0}


# Ballots


def _voted(game: Game, state: State, event: e.Event, body: e.Voted) -> Changes:
    assert state.ballot is not None
    votes = put(state.ballot.votes, body.proxy_for or event.seat, body.choice)
    return {"ballot": replace(state.ballot, votes=votes), **tables.heard(state, event.seat, body.text)}


def _ballot_closed(game: Game, state: State, event: e.Event, body: e.BallotClosed) -> Changes:
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
    found: Changes = {"verdicts": (*state.verdicts, verdict), "voted_here": (*state.voted_here, body.subject)}
    return {**found, "ballot": None, "final": verdict if body.final else state.final}


def _agreed(game: Game, state: State, event: e.Event, body: e.Agreed) -> Changes:
    locks = game.table.stages[state.stage].locks
    return {
        "agreed": put(state.agreed, body.issue, body.option),
        "locked": state.locked | {body.issue} if locks else state.locked,
    }


def _reopened(game: Game, state: State, event: e.Event, body: e.Reopened) -> Changes:
    return {"agreed": {issue: option for issue, option in state.agreed.items() if issue != body.issue}}


def _point(game: Game, state: State, event: e.Event, body: e.PointRaised) -> Changes:
    return {"point": event.seat}


def _ruled(game: Game, state: State, event: e.Event, body: e.Ruled) -> Changes:
    return {"point": "", "rulings": state.rulings + 1}


def _motion_decided(game: Game, state: State, event: e.Event, body: e.MotionDecided) -> Changes:
    closes = body.passed and body.motion == "close_debate"
    return {"motion": None, "debate_closed": state.debate_closed or closes}


def _agenda(game: Game, state: State, event: e.Event, body: e.AgendaSet) -> Changes:
    rest = tuple(issue for issue in state.agenda if issue not in body.order)
    return {"agenda": (*body.order, *rest), "focus_index": -1}


def _postponed(game: Game, state: State, event: e.Event, body: e.Postponed) -> Changes:
    agenda = (*(i for i in state.agenda if i != body.issue), body.issue)
    return {"postponed": state.postponed | {body.issue}, "agenda": agenda}


def _issue_opened(game: Game, state: State, event: e.Event, body: e.IssueOpened) -> Changes:
    if body.issue in state.issues:
        return {}
    return {"issues": (*state.issues, body.issue), "agenda": (*state.agenda, body.issue)}


def _option_opened(game: Game, state: State, event: e.Event, body: e.OptionOpened) -> Changes:
    return {"unlocked": state.unlocked | {body.option}}


def _role(game: Game, state: State, event: e.Event, body: e.RoleDecided) -> Changes:
    return {"role_option": body.option, "role_by": body.by}


# Cards and dials


def _injected(game: Game, state: State, event: e.Event, body: e.Injected) -> Changes:
    plan = {card: day for card, day in state.plan.items() if card != body.inject}
    return {"fired": put(state.fired, body.inject, state.day), "fired_today": state.fired_today + 1, "plan": plan}


def _planned(game: Game, state: State, event: e.Event, body: e.InjectPlanned) -> Changes:
    return {"plan": put(state.plan, body.inject, body.day)}


def _choice_opened(game: Game, state: State, event: e.Event, body: e.ChoiceOpened) -> Changes:
    choice = game.table.injects[body.inject].choice
    due = state.clock + (choice.within if choice else 1)
    return {"choice": put(state.choice, body.inject, OpenChoice(body.inject, body.who, due))}


def _answer_given(game: Game, state: State, event: e.Event, body: e.AnswerGiven) -> Changes:
    waiting = state.choice[body.inject]
    answers = put(waiting.answers, event.seat, body.option)
    return {"choice": put(state.choice, body.inject, replace(waiting, answers=answers))}


def _choice_made(game: Game, state: State, event: e.Event, body: e.ChoiceMade) -> Changes:
    waiting = {inject: choice for inject, choice in state.choice.items() if inject != body.inject}
    return {"choice": waiting, "chosen": put(state.chosen, body.inject, body.choice)}


def _dial(game: Game, state: State, event: e.Event, body: e.DialMoved) -> Changes:
    dials, moved = put(state.dials, body.dial, body.new), game.table.sheets.pulled_by.get(body.dial, ())
    found: Changes = {"dials": dials}
    if event.seat == e.FACILITATOR:  # what the facilitator sets is where the day's moves count from
        found["dials_today"] = put(state.dials_today, body.dial, body.new)
    if moved:
        found["reservations"] = _reservations(game, state.reservations, moved, dials, state.shifts)
    return found


def _shifted(game: Game, state: State, event: e.Event, body: e.ReservationShifted) -> Changes:
    shifts = put(state.shifts, body.party, round(state.shifts.get(body.party, 0.0) + body.points, 2))
    moved = [body.party] if body.party in state.reservations else []
    return {"shifts": shifts, "reservations": _reservations(game, state.reservations, moved, state.dials, shifts)}


def _reservations(
    game: Game,
    before: Mapping[str, float],
    moved: Iterable[str],
    dials: Mapping[str, float],
    shifts: Mapping[str, float],
) -> dict[str, float]:
    """The reservations after some have moved; the others stay what they were."""
    sheets, shift = game.table.sheets, game.setup.shift
    return {**before, **{seat: sheets.reservation(seat, dials, shifts, shift) for seat in moved}}


def _reservation(game: Game, state: State, event: e.Event, body: e.ReservationMoved) -> Changes:
    return {"told_reservations": put(state.told_reservations, body.party, body.new)}


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
    e.DeadlineReached: lambda game, state, event, body: {"deadline": True},
    e.Closed: _closed,
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
