"""How ballots take effect and how the talks come to their end."""

from exercise.engine import cards
from exercise.engine.calendar import sessions_a_day
from exercise.engine.draws import draw
from exercise.engine.game import Game
from exercise.engine.moment import CONTROL, Moment, Out, Outs
from exercise.engine.procedure import CLOSED
from exercise.engine.procedure_moves import ballot_outs, vote_subject
from exercise.engine.tape import Tape
from exercise.model import events as e
from exercise.model.scenario import Deferral
from exercise.model.state import Proposal, State


def after_stages(game: Game) -> tuple[str, ...]:
    """Every stage that can be reached once the talks have ended."""
    found: list[str] = [s for s in (game.scenario.success_stage, game.scenario.failure_stage) if s]
    for stage in found:
        found += [to for to, _ in game.table.procedure.gates(stage) if to != CLOSED and to not in found]
    return tuple(found)


# Ballots


def final_text(state: State) -> Proposal | None:
    """What goes to the last vote: the mediator's text, else the proposal with most support, the newest among equals."""
    if state.text and not state.proposals[state.text].withdrawn:
        return state.proposals[state.text]
    live = [p for p in state.proposals.values() if not p.withdrawn]
    return max(live, key=lambda p: (len(p.support), p.n), default=None)


def next_subject(game: Game, state: State) -> tuple[str, str, tuple[str, ...]] | None:
    """The next vote of a ballot stage as (what, subject, options), or None when all are taken."""
    proposal = final_text(state)
    if proposal is None or proposal.id in state.voted_here:
        return None
    for option in proposal.options:
        if option not in state.voted_here and state.agreed.get(game.table.issue_of[option]) != option:
            return "issue", option, (option,)
    return "package", proposal.id, proposal.options


def conclude(tape: Tape, closed: e.BallotClosed) -> None:
    """Put the result of a ballot into effect."""
    match closed.what:
        case "motion":
            _conclude_motion(tape, closed.passed)
        case "ratification":
            tape.add([Out(e.Ratified(closed.passed, closed.why))])
        case _:
            if closed.passed:
                tape.add(agree_outs(tape, closed.options))
            if closed.final and not tape.state.ended:
                tape.add([_talks_end(tape, closed)])


def agree_outs(tape: Tape, options: tuple[str, ...]) -> Outs:
    state, table = tape.state, tape.game.table
    outs: Outs = []
    for option in options:
        issue = table.issue_of[option]
        if state.agreed.get(issue) == option:
            continue
        outs.append(Out(e.Agreed(issue, option, "vote")))
        if table.options[option].deferral:
            outs.append(Out(e.Deferred(issue, option)))
        if state.stage == tape.game.scenario.success_stage:
            outs.append(Out(e.RoleDecided(option, "parties")))
    return outs


def is_settled(game: Game, state: State, issue: str) -> bool:
    """Whether an issue is agreed in a way that the scenario counts as settled."""
    option = state.agreed.get(issue)
    if option is None:
        return False
    return not game.table.options[option].deferral or game.scenario.settings.deferral is Deferral.SETTLED


def _talks_end(tape: Tape, closed: e.BallotClosed) -> Out:
    game, state = tape.game, tape.state
    if not closed.passed:
        return Out(e.TalksEnded(False, "the final text was not accepted"))
    whole = all(is_settled(game, state, issue) for issue in game.table.core)
    if whole or not game.scenario.settings.all_or_nothing:
        return Out(e.TalksEnded(True, "agreement"))
    return Out(e.TalksEnded(False, "the final text leaves core issues open"))


def _conclude_motion(tape: Tape, passed: bool) -> None:
    motion = tape.state.motion
    if motion is None:
        return
    tape.add([Out(e.MotionDecided(motion.id, motion.motion, passed, motion.subject))])
    if not passed:
        return
    at = Moment(tape.game, tape.state, motion.seat)
    match motion.motion:
        case "caucus" | "recess":
            tape.add([Out(e.Recessed())])
        case "suspend":
            tape.add([Out(e.ClockChanged("lost", sessions_a_day(tape.game))), Out(e.Recessed())])
        case "stop_clock":
            tape.add([Out(e.ClockChanged("extended", sessions_a_day(tape.game)))])
        case "postpone":
            tape.add([Out(e.Postponed(issue)) for issue in motion.subject])
        case "reorder":
            tape.add([Out(e.AgendaSet(motion.subject))])
        case "reopen":
            tape.add([Out(e.Reopened(issue, tape.state.agreed[issue])) for issue in motion.subject[:1]])
        case "vote":
            options, problem = vote_subject(at, motion.subject[0])
            if problem is None:
                what = "issue" if motion.subject[0] in tape.game.table.options else "package"
                tape.add(ballot_outs(at, what, motion.subject[0], options))
        case _:
            pass


# Stages and the end


def enter_stage(tape: Tape, stage_id: str) -> None:
    """Go where the machine leads; a stage opens its issues."""
    stage = tape.game.table.stages[stage_id]
    tape.add([Out(e.StageEntered(stage.id, stage.title))])
    tape.add([Out(e.IssueOpened(issue)) for issue in stage.issues if issue not in tape.state.issues])


def leave_stage(tape: Tape, to: str) -> None:
    """Take a gate that the procedure machine allows; the gate to `closed` ends the exercise."""
    state, game = tape.state, tape.game
    reached = game.table.procedure.enter(state.stage, to)
    if reached != CLOSED:
        enter_stage(tape, reached)
    elif not state.ended:
        core = [issue for issue in game.table.core if not is_settled(game, state, issue)]
        success = not core and bool(state.agreed)
        tape.add([Out(e.TalksEnded(success, "agreement" if success else "the procedure has run its course"))])
    else:
        if not state.success:
            tape.add(_aftermath(tape))
        tape.add([Out(e.Closed("agreement" if state.success else state.ended))])


def enter_aftermath(tape: Tape) -> None:
    """After the talks: the role card and its stage on success, the exit card and its stage on failure."""
    state, game = tape.state, tape.game
    stage = game.scenario.success_stage if state.success else game.scenario.failure_stage
    for card in game.scenario.injects:
        if card.at == ("success" if state.success else "failure") and card.id not in state.fired:
            tape.add(cards.fire(game, tape.state, card))
    if stage:
        enter_stage(tape, game.table.procedure.enter(state.stage, stage))
    else:
        tape.add([Out(e.Closed("agreement" if state.success else state.ended))])


def _aftermath(tape: Tape) -> Outs:
    """What the weeks after a failure do to the dials: each is drawn between nothing and what the scenario says."""
    reaction = tape.game.scenario.reactions.get("aftermath")
    outs: Outs = []
    dials = dict(tape.state.dials)
    for dial, points in (reaction.dials if reaction else {}).items():
        part = round(points * draw(tape.game.setup.seed, "aftermath", dial), 1)
        outs += [Out(o.body, CONTROL) for o in cards.dial_outs(tape.game, tape.state, dials, dial, part, "aftermath")]
    return outs
