"""How ballots take effect and how the talks come to their end."""

from exercise.engine import cards
from exercise.engine.ballots import electors
from exercise.engine.bargaining import package_problem
from exercise.engine.calendar import sessions_a_day
from exercise.engine.draws import draw
from exercise.engine.facts import Facts
from exercise.engine.game import Game
from exercise.engine.moment import CONTROL, Moment, Out, Outs, stage_outs
from exercise.engine.procedure import CLOSED
from exercise.engine.procedure_moves import agreed_outs, ballot_outs, vote_subject
from exercise.engine.tape import Tape
from exercise.model import events as e
from exercise.model.scenario import Deferral, RuleKind, StageKind
from exercise.model.state import Proposal, State


def after_stages(game: Game) -> tuple[str, ...]:
    """Every stage that can be reached once the talks have ended."""
    found: list[str] = [s for s in (game.scenario.success_stage, game.scenario.failure_stage) if s]
    for stage in found:
        found += [to for to, _ in game.table.procedure.gates(stage) if to != CLOSED and to not in found]
    return tuple(found)


# Ballots


def final_text(game: Game, state: State) -> Proposal | None:
    """What goes to the last vote: the mediator's text, else the proposal with most support, the newest among equals.

    Only what may be voted on in this stage: its own issues, and nothing against what was signed and locked.
    """
    at = Moment(game, state, e.CLOCK)
    live = [p for p in state.proposals.values() if not p.withdrawn and package_problem(at, p.options) is None]
    texts = [p for p in live if p.id == state.text]
    return texts[0] if texts else max(live, key=lambda p: (len(p.support), p.n), default=None)


def _whole_text(game: Game, state: State) -> tuple[str, tuple[str, ...]] | None:
    """The text that a ballot stage decides on, as subject and options.

    What the stage puts; else, in a ratification, what is agreed; else the final text; else what is agreed, where that is whole.
    """
    at = Moment(game, state, e.CLOCK)
    stage = at.stage
    if stage.puts:
        return None if package_problem(at, stage.puts) else (", ".join(stage.puts), stage.puts)
    agreed = tuple(state.agreed[issue] for issue in at.issues if issue in state.agreed)
    text = final_text(game, state)
    if stage.kind is StageKind.RATIFICATION and agreed:
        same = [state.proposals[id] for id in state.worded.get(agreed) or ()]
        text = max((p for p in same if not p.withdrawn), key=lambda p: (p.id == state.text, p.n), default=None)
    elif text is None and not (stage.final and all(i in state.agreed for i in at.issues if i in game.table.core)):
        return None
    if text is not None:
        return text.id, text.options
    return (", ".join(agreed), agreed) if agreed else None


def next_subject(game: Game, state: State) -> tuple[str, str, tuple[str, ...]] | None:
    """The next vote of a ballot stage as (what, subject, options), or None when all are taken."""
    found = _whole_text(game, state)
    if found is None or found[0] in state.voted_here:
        return None
    subject, options = found
    if game.table.stages[state.stage].kind is StageKind.RATIFICATION:
        return "ratification", subject, options
    for option in options if len(options) > 1 else ():
        if option not in state.voted_here and state.agreed.get(game.table.issue_of[option]) != option:
            return "issue", option, (option,)
    return "package", subject, options


def conclude(tape: Tape, closed: e.BallotClosed) -> None:
    """Put the result of a ballot into effect."""
    match closed.what:
        case "motion":
            _conclude_motion(tape, closed.passed)
        case "ratification":
            tape.add([Out(e.Ratified(closed.passed, closed.why))])
            tape.add(_ratification_outs(tape, closed))
        case _:
            if closed.passed:
                tape.add(agree_outs(tape, closed.options))
            if closed.final and not tape.state.ended:
                tape.add([_talks_end(tape, closed)])


def _ratification_outs(tape: Tape, closed: e.BallotClosed) -> Outs:
    """What was refused at home falls, and its issues are open again; where the stage is final, that ends the talks."""
    state = tape.state
    if closed.passed:
        return agree_outs(tape, closed.options)
    issues = {tape.game.table.issue_of[option]: option for option in closed.options}
    fallen = {i: o for i, o in issues.items() if state.agreed.get(i) == o and i not in state.locked}
    outs = [Out(e.Reopened(issue, option)) for issue, option in fallen.items()]
    if tape.game.table.stages[state.stage].final and not state.ended:
        outs.append(Out(e.TalksEnded(False, "the text was not ratified")))
    return outs


def agree_outs(tape: Tape, options: tuple[str, ...], by: str = "vote") -> Outs:
    return agreed_outs(tape.game, tape.state, options, by)


def is_settled(game: Game, state: State, issue: str) -> bool:
    """Whether an issue is agreed in a way that the scenario counts as settled."""
    option = state.agreed.get(issue)
    if option is None:
        return False
    return not game.table.options[option].deferral or game.scenario.settings.deferral is Deferral.SETTLED


def recognised(game: Game, state: State) -> tuple[str, str] | None:
    """A declaration that takes effect now under the stage's rule of recognition, as its seat and option.

    What is recognised last holds: an agreement reached since, or an issue reopened, is not undone by an old recognition.
    """
    at = Moment(game, state, e.CLOCK)
    rule = game.table.rules.get(at.stage.rule)
    if rule is None or rule.kind is not RuleKind.RECOGNITION:
        return None
    judges = electors(game, rule)
    for id, (seat, option) in state.declarations.items():
        answers = {judge: yes for judge, yes in state.recognitions.get(id, {}).items() if judge in judges}
        against = [judge for judge in rule.vetoes if answers.get(judge) is False]
        carried = sum(answers.values()) >= (rule.threshold or len([judge for judge in judges if judge != seat]))
        blocked = bool(rule.vetoes) and len(against) >= rule.veto_count
        issue = game.table.issue_of[option]
        new = state.agreed.get(issue) != option and _said_since(state, id, issue, judges)
        if carried and new and not blocked and package_problem(at, (option,)) is None:
            return seat, option
    return None


def _said_since(state: State, declaration: str, issue: str, judges: tuple[str, ...]) -> bool:
    """Whether one of the judges recognised a declaration after its issue was last agreed."""
    said = agreed = 0
    for event in state.record.get("recognised") or ():
        body = event.body
        if isinstance(body, e.RecognisedState) and body.id == declaration and body.accept and event.seat in judges:
            said = max(said, event.n)
    for event in state.record.get("agreed") or ():
        if isinstance(event.body, e.Agreed) and event.body.issue == issue:
            agreed = max(agreed, event.n)
    return said > agreed


def how(game: Game, state: State) -> str:
    """In which way the core issues came to be settled: by agreement, by recognition of a declaration, or imposed."""
    ways: dict[str, str] = {}
    for event in state.record.get("agreed") or ():
        if isinstance(event.body, e.Agreed) and state.agreed.get(event.body.issue) == event.body.option:
            ways.setdefault(event.body.issue, event.body.by)
    makers = {ways.get(issue, "vote") for issue in game.table.core} - {"vote", ""}
    if not makers:
        return "agreement"
    fiat = {seat for rule in game.scenario.rules if rule.kind is RuleKind.FIAT for seat in rule.of}
    return "imposed" if makers & fiat else "recognition"


def everything_settled(game: Game, state: State) -> bool:
    """Whether the core is settled issue by issue, so that the talks succeed without a vote on the whole."""
    return bool(state.agreed) and all(is_settled(game, state, issue) for issue in game.table.core)


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
            tape.add(
                [Out(e.Reopened(i, tape.state.agreed[i])) for i in motion.subject[:1] if i not in tape.state.locked]
            )
        case "vote":
            options, problem = vote_subject(at, motion.subject[0])
            if problem is None:
                what = "issue" if motion.subject[0] in tape.game.table.options else "package"
                subject = tape.state.text if motion.subject[0] == "text" else motion.subject[0]
                tape.add(ballot_outs(at, what, subject, options))
        case _:
            pass


# Stages and the end


def enter_stage(tape: Tape, stage_id: str) -> None:
    """Go where the machine leads; a stage opens its issues."""
    tape.add(stage_outs(tape.game.table.stages[stage_id], tape.state))


def leave_stage(tape: Tape, to: str) -> None:
    """Take a gate that the procedure machine allows; the gate to `closed` ends the exercise."""
    state, game = tape.state, tape.game
    reached = game.table.procedure.enter(state.stage, to)
    if reached != CLOSED:
        enter_stage(tape, reached)
    elif not state.ended:
        success = everything_settled(game, state)
        tape.add([Out(e.TalksEnded(success, how(game, state) if success else "the procedure has run its course"))])
    else:
        if not state.success:
            tape.add(_aftermath(tape))
        tape.add([Out(e.Closed(state.ended))])


def enter_aftermath(tape: Tape) -> None:
    """After the talks: the role card and its stage on success, the exit card and its stage on failure."""
    state, game = tape.state, tape.game
    stage = game.scenario.success_stage if state.success else game.scenario.failure_stage
    play_cards(tape, "success" if state.success else "failure")
    if stage:
        enter_stage(tape, game.table.procedure.enter(state.stage, stage))
    else:
        tape.add([Out(e.Closed(state.ended))])


def play_cards(tape: Tape, moment: str) -> None:
    """The cards of a moment outside the plan: a stage that begins, success or failure."""
    game = tape.game
    for card in game.scenario.injects:
        fresh = card.id not in tape.state.fired and card.id not in game.setup.left_out
        if card.at != moment or not fresh or card.only not in ("", game.scenario.id):
            continue
        if not card.when or game.table.expressions.holds(card.when, Facts(game, tape.state)):
            tape.add(cards.fire(game, tape.state, card))


def _aftermath(tape: Tape) -> Outs:
    """What the weeks after a failure do to the dials: each is drawn between nothing and what the scenario says."""
    reaction = tape.game.scenario.reactions.get("aftermath")
    outs: Outs = []
    dials = dict(tape.state.dials)
    for dial, points in (reaction.dials if reaction else {}).items():
        part = round(points * draw(tape.game.setup.seed, "aftermath", dial), 1)
        outs += [Out(o.body, CONTROL) for o in cards.dial_outs(tape.game, tape.state, dials, dial, part, "aftermath")]
    return outs
