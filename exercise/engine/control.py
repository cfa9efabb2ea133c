"""What the facilitator may do: cards, dials, the clock, seats and notes. Every intervention is in the log."""

from exercise.engine import cards
from exercise.engine.calendar import sessions_a_day
from exercise.engine.debate import text_problem
from exercise.engine.moment import ALL, CONTROL, NOBODY, Moment, Out, Ruling, listed, no, stage_outs
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import SeatKind
from exercise.model.state import Rejection


def _card(at: Moment, card: str) -> Rejection | None:
    if card not in at.game.table.injects:
        return no("INJECT", f"there is no card {card}")
    if card in at.state.fired:
        return no("FIRED", f"{card} was played on day {at.state.fired[card]}; a card is used once")
    if card in at.game.setup.left_out:
        return no("LEFT_OUT", f"{card} was left out for this group")
    return None


def inject(at: Moment, move: m.FireInject) -> Ruling:
    return _card(at, move.inject) or cards.fire(at.game, at.state, at.game.table.injects[move.inject])


def _plan(at: Moment, card: str, day: int, why: str) -> Ruling:
    if at.state.plan.get(card) == day:
        return no("SAME", f"{card} is {why} already")
    return [Out(e.InjectPlanned(card, day, why), CONTROL)]


def hold_inject(at: Moment, move: m.HoldInject) -> Ruling:
    return _card(at, move.inject) or _plan(at, move.inject, cards.HELD, "held")


def skip_inject(at: Moment, move: m.SkipInject) -> Ruling:
    return _card(at, move.inject) or _plan(at, move.inject, cards.SKIPPED, "skipped")


def postpone_inject(at: Moment, move: m.PostponeInject) -> Ruling:
    if problem := _card(at, move.inject):
        return problem
    if not 1 <= move.days <= at.game.scenario.clock.days:
        return no("DAYS", "postpone by a number of days from 1 to the length of the exercise")
    planned = at.state.plan.get(move.inject, -1)
    start = max(planned, at.state.day)
    moved = {move.inject: start + move.days}
    if move.spacing:
        moved |= {c: d + move.days for c, d in at.state.plan.items() if d > planned >= 0 and c != move.inject}
    return [Out(e.InjectPlanned(card, day, "postponed"), CONTROL) for card, day in moved.items()]


def expected(at: Moment, move: m.RateExpected) -> Ruling:
    if move.inject not in at.state.fired:
        return no(
            "INJECT",
            f"{move.inject or 'a card'} was not played; played so far: {listed(sorted(at.state.fired), 'and')}",
        )
    return [Out(e.ExpectedRated(move.inject, move.met), CONTROL)]


def set_dial(at: Moment, move: m.SetDial) -> Ruling:
    if move.dial not in at.state.dials:
        return no("DIAL", f"there is no dial {move.dial}; dials are {listed(sorted(at.state.dials), 'and')}")
    if not 0 <= move.value <= 100:
        return no("VALUE", "a dial stands between 0 and 100")
    old = at.state.dials[move.dial]
    if old == move.value:
        return no("SAME", f"{move.dial} stands at {old:g} already")
    return [Out(e.DialMoved(move.dial, old, float(move.value), move.text or "set by the facilitator"), CONTROL)]


def pause(at: Moment, move: m.Pause) -> Ruling:
    return [Out(e.ClockChanged("paused"))]


def resume(at: Moment, move: m.Resume) -> Ruling:
    return [Out(e.ClockChanged("resumed"))]


def advance(at: Moment, move: m.Advance) -> Ruling:
    if at.state.ballot is not None:
        return no("BALLOT", "a ballot is open; let it close first")
    if not move.stage:
        return [Out(e.SessionEnded("ended by the facilitator"))]
    if not at.game.table.procedure.may(at.state.stage, move.stage) or move.stage not in at.game.table.stages:
        ways = [s for s in at.game.table.procedure.followers(at.state.stage) if s in at.game.table.stages]
        return no(
            "PROCEDURE", f"the procedure has no way from {at.state.stage} to {move.stage}; it leads to {listed(ways)}"
        )
    stage = at.game.table.stages[at.game.table.procedure.enter(at.state.stage, move.stage)]
    return [Out(e.SessionEnded("ended by the facilitator")), *stage_outs(stage, at.state)]


def extend(at: Moment, move: m.Extend) -> Ruling:
    most = 3 * sessions_a_day(at.game)
    if at.game.scenario.clock.deadline == "hard":
        return no("HARD_DEADLINE", "the deadline of this scenario is hard; a rewind gives lost time back")
    if not 1 <= move.sessions <= most or at.state.added_sessions + move.sessions > most:
        return no("SESSIONS", f"at most {most} sessions can be added in all")
    return [Out(e.ClockChanged("extended", move.sessions))]


REWINDS = 50
"""Rewinds that one exercise allows, so that it ends."""


def rewind(at: Moment, move: m.Rewind) -> Ruling:
    points = [(past.day, past.session) for past in at.state.checkpoints]
    if (move.day, move.session) not in points:
        return no("NO_POINT", f"no session {move.day}.{move.session} to go back to; from {_span(points)}")
    if at.count("rewound") >= REWINDS:
        return no("REWINDS", f"an exercise can be rewound {REWINDS} times at most")
    return [Out(e.Rewound(move.day, move.session))]


def _span(points: list[tuple[int, int]]) -> str:
    return f"{points[-1][0]}.{points[-1][1]} to {points[0][0]}.{points[0][1]}" if points else "none yet"


def replace(at: Moment, move: m.Replace) -> Ruling:
    if move.seat not in at.game.table.seats:
        return no("SEAT", f"there is no seat {move.seat}")
    kind, _, rest = move.player.partition(":")
    if kind not in ("human", "bot", "script", "remote") or not rest:
        return no("PLAYER", "a player is human:HANDLE, bot:STYLE or script:NAME")
    if at.state.players.get(move.seat) == move.player:
        return no("SAME", f"{move.player} plays {move.seat} already")
    return [Out(e.Replaced(move.seat, move.player))]


def announce(at: Moment, move: m.Announce) -> Ruling:
    return text_problem(move.text) or [Out(e.Announced(move.text))]


def note(at: Moment, move: m.Note) -> Ruling:
    return text_problem(move.text) or [Out(e.Noted(move.text), CONTROL)]


def admit(at: Moment, move: m.Admit) -> Ruling:
    if move.seat not in at.game.table.seats:
        return no("SEAT", f"there is no seat {move.seat}")
    if move.seat in at.state.present and move.seat not in at.state.away:
        return no("SAME", f"{move.seat} is here already")
    return [Out(e.Admitted(move.seat), ALL)]


def absent(at: Moment, move: m.MarkAbsent) -> Ruling:
    if move.seat not in at.state.present or move.seat in at.state.away:
        return no("SEAT", f"{move.seat or NOBODY} is not in the hall")
    return [Out(e.MarkedAbsent(move.seat))]


def split(at: Moment, move: m.Split) -> Ruling:
    place = at.game.table.seats.get(move.seat)
    if place is None or place.kind is not SeatKind.PARTY:
        return no("SEAT", f"{move.seat or NOBODY} is no party")
    return text_problem(move.text, needed=False) or [Out(e.HasSplit(move.seat, move.text))]


def end(at: Moment, move: m.End) -> Ruling:
    return text_problem(move.text, needed=False) or [Out(e.Closed("facilitator"))]
