"""Rules for the mediator and for outside actors in the corridor."""

from exercise.engine.bargaining import in_order, package_problem
from exercise.engine.debate import issue_problem, option_problem, text_problem
from exercise.engine.draws import draw
from exercise.engine.moment import NOBODY, Moment, Out, Ruling, listed, no, private
from exercise.engine.procedure_moves import ballot_outs, vote_subject
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import SeatKind

OBEYS = {0: 0.0, 1: 0.25, 2: 0.5, 3: 0.9}
"""Chance that a client does what its patron asks, by influence: one in four at 1, one in two at 2."""


def recognise(at: Moment, move: m.Recognise) -> Ruling:
    if move.seat == at.seat or not at.at_table(move.seat):
        return no("SEAT", f"{move.seat or NOBODY} cannot take the floor here")
    if at.state.queue and at.state.queue[0] == move.seat:
        return no("SAME", f"{at.game.table.short(move.seat)} has the floor")
    return [Out(e.FloorGiven(move.seat))]


def set_agenda(at: Moment, move: m.SetAgenda) -> Ruling:
    if not move.order or len(set(move.order)) != len(move.order):
        return no("EMPTY", "name the issues in the order in which to take them, each once")
    unknown = [issue for issue in move.order if issue not in at.state.issues]
    if unknown:
        return no("NOT_ON_AGENDA", f"{listed(unknown, 'and')} not on the agenda: {listed(at.state.issues, 'and')}")
    if at.state.agenda[: len(move.order)] == tuple(move.order):
        return no("SAME", "the agenda has that order already")
    return [Out(e.AgendaSet(tuple(move.order)))]


def shuttle(at: Moment, move: m.Shuttle) -> Ruling:
    place = at.game.table.seats.get(move.to)
    if place is None or move.to not in at.others() or place.kind is SeatKind.OUTSIDE:
        return no("SEAT", f"{move.to or NOBODY} is no delegation to visit")
    return text_problem(move.text) or [Out(e.Shuttled(move.to, move.text), private(at.seat, move.to))]


def table_text(at: Moment, move: m.TableText) -> Ruling:
    if at.proposal("text") is not None:
        return no("TEXT_EXISTS", f"the text {at.state.text} is on the table; revise it")
    return _text(at, move.options, move.text)


def revise_text(at: Moment, move: m.ReviseText) -> Ruling:
    text = at.proposal("text")
    if text is None:
        return no("NO_TEXT", "no text is on the table yet; table one")
    issue_of = at.game.table.issue_of
    unknown = [o for o in move.options if o not in issue_of]
    if unknown:
        return no("OPTION", f"there is no option {listed(unknown)}")
    changed = {issue_of[o] for o in move.options}
    options = (*(o for o in text.options if issue_of[o] not in changed), *move.options)
    if in_order(at, options) == text.options:
        return no("SAME", "the text says that already")
    return _text(at, options, move.text)


def _text(at: Moment, options: tuple[str, ...], text: str) -> Ruling:
    if problem := package_problem(at, options) or text_problem(text, needed=False):
        return problem
    version = at.count("text_tabled") + 1
    return [Out(e.TextTabled(f"T{version}", in_order(at, options), version, text))]


def bridge(at: Moment, move: m.Bridge) -> Ruling:
    if len(set(move.seats)) < 2 or any(s not in at.others() for s in move.seats):
        return no("SEAT", "a bridge lies between two delegations that are here")
    problem = option_problem(at, move.option) or text_problem(move.text, needed=False)
    return problem or [Out(e.Bridged(tuple(move.seats), move.option, move.text))]


def warn(at: Moment, move: m.Warn) -> Ruling:
    return text_problem(move.text) or [Out(e.Warned(move.text))]


def call_vote(at: Moment, move: m.CallVote) -> Ruling:
    options, problem = vote_subject(at, move.subject)
    if problem:
        return problem
    what = "issue" if move.subject in at.game.table.options else "package"
    subject = at.state.text if move.subject == "text" else move.subject
    return ballot_outs(at, what, subject, options)


def recess(at: Moment, move: m.Recess) -> Ruling:
    return [Out(e.Recessed())]


def declare_deadlock(at: Moment, move: m.DeclareDeadlock) -> Ruling:
    """Only in the last third of the time: before that a mediator who gives up has not tried."""
    clock = at.game.scenario.clock
    earliest = clock.first_day + (2 * (clock.days - clock.first_day)) // 3
    if at.state.day < earliest:
        return no("TOO_EARLY", f"a deadlock can be declared from day {earliest} on")
    if at.state.ended:
        return no("ENDED", "the talks are over already")
    return text_problem(move.text, needed=False) or [Out(e.Deadlocked(move.text))]


def rule(at: Moment, move: m.RuleOnPoint) -> Ruling:
    if not at.state.point:
        return no("NO_POINT", "no point of order waits for a ruling")
    return text_problem(move.text, needed=False) or [Out(e.Ruled(move.upheld, move.text))]


# Outside actors


def obeyed(at: Moment, patron: str, client: str, option: str) -> bool:
    """The seeded draw whether a client does what its patron asks."""
    role = at.game.scenario.roles.get(patron)
    influence = role.influence.get(client, 0) if role else 0
    return draw(at.game.setup.seed, "obeys", at.state.n, patron, client, option) < OBEYS.get(influence, 0.0)


def pressed_outs(at: Moment, patron: str, client: str, option: str, text: str = "") -> list[Out]:
    done = obeyed(at, patron, client, option)
    audience = private(patron, client)
    outs = [Out(e.Pressed(patron, client, option, done, text), audience, patron)]
    issue = at.game.table.issue_of[option]
    old = at.state.positions.get(client, {}).get(issue, "")
    if done and old != option:
        outs.append(Out(e.PositionTaken(issue, old, option, "pressure"), seat=client))
    return outs


def press(at: Moment, move: m.Press) -> Ruling:
    place = at.game.table.seats.get(move.client)
    if (
        place is None
        or place.kind not in (SeatKind.PARTY, SeatKind.CONSULTATIVE)
        or move.client not in at.state.present
    ):
        return no("SEAT", f"{move.client or NOBODY} is no delegation here")
    if problem := option_problem(at, move.option) or text_problem(move.text, needed=False):
        return problem
    if at.state.pressed.get(at.seat) == at.state.day:
        return no("ONCE_A_DAY", "you pressed a delegation today already; a second letter would weaken the first")
    return pressed_outs(at, at.seat, move.client, move.option, move.text)


def _past(at: Moment, kind: str) -> tuple[e.Event, ...]:
    past = at.state.record.get(kind)
    return tuple(past)[:20] if past is not None else ()


def pledge(at: Moment, move: m.MakePledge) -> Ruling:
    if move.dial not in at.game.table.dials:
        return no("DIAL", f"there is no dial {move.dial}; dials are {listed(sorted(at.game.table.dials), 'and')}")
    if any(p.seat == at.seat and p.dial == move.dial for p in at.state.pledges.values()):
        return no("SAME", f"you pledged for {move.dial} already")
    return text_problem(move.text) or [Out(e.Pledged(f"G{at.count('pledged') + 1}", move.dial, move.text))]


def withdraw_pledge(at: Moment, move: m.WithdrawPledge) -> Ruling:
    promised = at.state.pledges.get(move.pledge)
    if promised is None or promised.seat != at.seat:
        mine = sorted(p.id for p in at.state.pledges.values() if p.seat == at.seat)
        return no("PLEDGE", f"no pledge {move.pledge} of yours; yours: {listed(mine)}")
    return text_problem(move.text, needed=False) or [Out(e.PledgeWithdrawn(promised.id, move.text))]


def endorse(at: Moment, move: m.Endorse) -> Ruling:
    if move.party not in at.game.table.parties:
        return no("SEAT", f"{move.party or NOBODY} is no party here")
    if any(
        p.seat == at.seat and isinstance(p.body, e.Endorsed) and p.body.party == move.party
        for p in _past(at, "endorsed")
    ):
        return no("SAME", f"you endorsed {move.party} already")
    return text_problem(move.text, needed=False) or [Out(e.Endorsed(move.party, move.text))]


__all__ = [
    "bridge", "call_vote", "declare_deadlock", "endorse", "issue_problem", "pledge", "press", "pressed_outs", "recess",
    "recognise", "revise_text", "rule", "set_agenda", "shuttle", "table_text", "warn", "withdraw_pledge",
]  # fmt: skip
