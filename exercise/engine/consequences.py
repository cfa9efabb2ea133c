"""What follows from a move by the rules alone: ballots close, cards are answered, sessions and days end, stages follow.

`follow` takes one step after another until nothing more follows. Each step adds at least one event, and the limit on events
bounds them all, so that every exercise ends.
"""

from exercise.engine import cards, closing
from exercise.engine.ballots import still_to_vote, tally
from exercise.engine.calendar import is_last_of_day, place, time_is_up, total_sessions
from exercise.engine.facts import Facts
from exercise.engine.moment import Moment, Out, Outs
from exercise.engine.procedure import CLOSED
from exercise.engine.procedure_moves import ballot_outs
from exercise.engine.tape import Tape
from exercise.model import events as e
from exercise.model.scenario import Stage, StageKind
from exercise.model.state import Ballot, Motion

BALLOTS = (StageKind.BALLOT, StageKind.RATIFICATION)
TOLD_FROM = 0.5
"""Points by which a reservation must have moved before its party is told at the end of a day."""
_FLOOR = frozenset({"spoke", "argued", "asked", "answered", "conceded", "passed", "proposed", "amended"})


def follow(tape: Tape) -> None:
    """Add everything that follows from the events on the tape."""
    seen = 0
    while True:
        fresh = tape.events[seen:]
        kinds = {event.body.kind for event in fresh}
        if not kinds.isdisjoint(tape.game.table.stirring):
            _react(tape, fresh)
        seen = len(tape.events)  # what a reaction does is not reacted to
        if tape.state.closed or not _step(tape, fresh, kinds):
            return


def _react(tape: Tape, fresh: list[e.Event]) -> None:
    """Dials answer to events as the scenario says, and a stage that begins plays its cards."""
    game = tape.game
    reactions = game.scenario.reactions
    for event in fresh:
        body = event.body
        if body.kind in reactions:
            tape.add(cards.effects(game, tape.state, reactions[body.kind], body.kind))
        if isinstance(body, e.StageEntered):
            closing.play_cards(tape, body.stage)
        elif isinstance(body, e.Pledged):
            points = game.scenario.settings.pledge
            tape.add(cards.dial_outs(game, tape.state, dict(tape.state.dials), body.dial, points, "pledge"))


def _step(tape: Tape, fresh: list[e.Event], kinds: set[str]) -> bool:
    """One thing that follows now from the last events, which are of these kinds; False when nothing does."""
    state, game = tape.state, tape.game
    if state.n >= game.scenario.settings.events:
        tape.add([Out(e.Closed("limit"))])
        return True
    if state.paused:
        return False
    if not state.ended and e.Deadlocked.kind in kinds:
        tape.add([Out(e.TalksEnded(False, "deadlock"))])
        return True
    return (
        (state.motion is not None and _motion_lapses(tape, state.motion, fresh))
        or (state.ballot is not None and _ballot_closes(tape, state.ballot))
        or (bool(state.recognitions) and _recognition_counts(tape))
        or (bool(game.table.conditional) and _options_open(tape))
        or (bool(state.choice) and _cards_are_answered(tape))
        or (state.ballot is None and _time_passes(tape, recess=e.Recessed.kind in kinds))
    )


def _motion_lapses(tape: Tape, motion: Motion, fresh: list[e.Event]) -> bool:
    if motion.seconded or not any(event.body.kind in _FLOOR and event.seat != motion.seat for event in fresh):
        return False
    tape.add([Out(e.MotionDecided(motion.id, motion.motion, False, motion.subject))])
    return True


def _ballot_closes(tape: Tape, ballot: Ballot) -> bool:
    if any(still_to_vote(tape.game, tape.state, ballot)):
        return False
    result = tally(tape.game, tape.state, ballot)
    closed = e.BallotClosed(
        ballot.id, ballot.what, ballot.subject, result.passed, result.why,
        result.yes, result.no, result.abstain, result.absent, ballot.options, ballot.final,
    )  # fmt: skip
    tape.add([Out(closed)])
    closing.conclude(tape, closed)
    return True


def _recognition_counts(tape: Tape) -> bool:
    """A declaration takes effect when enough of those who are asked recognise it."""
    found = closing.recognised(tape.game, tape.state)
    if found is None:
        return False
    seat, option = found
    tape.add(closing.agree_outs(tape, (option,), seat))
    return True


def _options_open(tape: Tape) -> bool:
    """Options come on offer when what they wait for has happened."""
    state, table = tape.state, tape.game.table
    shut = {id: needs for id, needs in table.conditional.items() if id not in state.unlocked}
    if not shut:
        return False
    facts = Facts(tape.game, state)
    outs = [Out(e.OptionOpened(id)) for id, needs in shut.items() if table.expressions.holds(needs, facts)]
    tape.add(outs)
    return bool(outs)


def _cards_are_answered(tape: Tape) -> bool:
    for waiting_choice in tape.state.choice.values():
        option = cards.settled(tape.game, tape.state, waiting_choice)
        if option is not None:
            tape.add(cards.decide_choice(tape.game, tape.state, waiting_choice, option))
            return True
    return False


def _time_passes(tape: Tape, recess: bool) -> bool:
    state = tape.state
    if not state.sitting:
        return _between_sessions(tape)
    stage = tape.game.table.stages[state.stage]
    if state.ended and state.stage not in closing.after_stages(tape.game):
        why = "the talks are over"
    elif state.skip:
        why = "lost"
    elif recess:
        why = "recess"
    elif state.minutes <= 0:
        why = "time"
    elif not state.queue or state.idle >= len(state.queue):
        why = "nobody wishes to speak"
    elif stage.kind in BALLOTS:
        return _next_ballot(tape, stage)
    else:
        return False
    tape.add([Out(e.SessionEnded(why))])
    return True


def _next_ballot(tape: Tape, stage: Stage) -> bool:
    """In a ballot stage the votes come by themselves: issue by issue, then the whole."""
    at = Moment(tape.game, tape.state, e.CLOCK)
    found = closing.next_subject(tape.game, tape.state)
    if found is None:
        tape.add([Out(e.SessionEnded("all votes are taken"))])
        return True
    what, subject, options = found
    final = what == "package" and stage.final and not tape.state.ended
    tape.add(ballot_outs(at, what, subject, options, final=final))
    return True


# Between sessions


def _between_sessions(tape: Tape) -> bool:
    state, game = tape.state, tape.game
    if is_last_of_day(game, state) and state.days_done < state.day:
        _end_day(tape)
    elif not state.ended and game.scenario.clock.deadline != "none" and state.clock >= total_sessions(game, state):
        agreed = closing.everything_settled(game, state) and _exit(tape) == CLOSED
        tape.add(
            [Out(e.DeadlineReached()), Out(e.TalksEnded(agreed, closing.how(game, state) if agreed else "deadline"))]
        )
    elif state.ended and state.stage not in closing.after_stages(game):
        closing.enter_aftermath(tape)
    elif state.stage_clock and (gate := _exit(tape)):
        closing.leave_stage(tape, gate)
    else:
        _start_session(tape)
    return True


def _end_day(tape: Tape) -> None:
    tape.add([Out(e.DayEnded(tape.state.day))])
    outs: Outs = []
    for seat, now in tape.state.reservations.items():
        before = tape.state.told_reservations.get(seat, now)
        if abs(now - before) >= TOLD_FROM:
            outs.append(Out(e.ReservationMoved(seat, before, now, _why_moved(tape, seat)), (seat,)))
    tape.add(outs)


def _why_moved(tape: Tape, seat: str) -> str:
    """The dials that moved this party's reservation most, and whether cards did."""
    scenario, state = tape.game.scenario, tape.state
    moved = {
        dial.name: scenario.drift.get(dial.id, {}).get(seat, 0.0)
        * (state.dials.get(dial.id, dial.start) - dial.start)
        / 10
        for dial in scenario.dials
    }
    top = sorted((name for name, points in moved.items() if abs(points) >= 0.1), key=lambda name: -abs(moved[name]))[:2]
    words = [f"{name.lower()} {moved[name]:+.1f}" for name in top]
    if abs(state.shifts.get(seat, 0.0)) >= 0.1:
        words.append(f"cards {state.shifts[seat]:+.1f}")
    return ", ".join(words) or "small moves of several dials"


def _exit(tape: Tape) -> str:
    """The stage that follows now, `closed`, or nothing while this stage goes on."""
    state, game = tape.state, tape.game
    stage = game.table.stages[state.stage]
    done = time_is_up(game, state, stage) or (stage.kind in BALLOTS and closing.next_subject(game, state) is None)
    facts = Facts(game, state)
    for to, when in game.table.procedure.gates(state.stage):
        if when and game.table.expressions.holds(when, facts):
            return to
        if not when and done:
            return to
    return CLOSED if done else ""


def _start_session(tape: Tape) -> None:
    state, game = tape.state, tape.game
    day, session = place(game, state.clock + 1)
    tape.add([Out(e.SessionStarted(day, session, _focus(tape)))])
    if tape.state.skip or tape.state.ended:
        return
    for card in cards.due(game, tape.state):
        tape.add(cards.fire(game, tape.state, card))


def _focus(tape: Tape) -> str:
    """The issue that a session takes: the next open one where the stage goes through its issues in turn."""
    state = tape.state
    stage = tape.game.table.stages[state.stage]
    if not stage.rotate:
        return ""
    wanted = stage.issues or state.issues
    queue = [i for i in state.agenda if i in wanted and i not in state.agreed] or [
        i for i in state.agenda if i in wanted
    ]
    return queue[state.stage_clock % len(queue)] if queue else ""
