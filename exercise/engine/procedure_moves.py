"""Rules of procedure: motions, votes, walking out and coming back, participation, declarations, fiat."""

from exercise.engine.ballots import electors, rule_of, waiting
from exercise.engine.bargaining import in_order, package_problem
from exercise.engine.debate import issue_problem, option_problem, text_problem
from exercise.engine.game import Game
from exercise.engine.moment import Moment, Out, Outs, Ruling, listed, no
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import RuleKind, SeatKind
from exercise.model.state import Rejection, State


def ballot_outs(
    at: Moment, what: str, subject: str, options: tuple[str, ...], final: bool = False, rule: str = ""
) -> Outs:
    """Open a ballot under the stage's rule (or the scenario's first); consultative seats are asked for their opinion."""
    rule_id = rule or at.stage.rule or at.game.scenario.rules[0].id
    advisory: tuple[str, ...] = ()
    if rule_id == "motion":
        voters = at.voters()
    else:
        voters = electors(at.game, at.game.table.rules[rule_id])
        advisory = tuple(
            s.id
            for s in at.game.scenario.seats
            if s.kind is SeatKind.CONSULTATIVE and at.at_table(s.id) and s.id not in voters
        )
    ballot = f"B{at.count('ballot_opened') + 1}"
    return [Out(e.BallotOpened(ballot, what, subject, options, rule_id, voters, advisory, final), seat=e.CLOCK)]


def motion(at: Moment, move: m.MoveMotion) -> Ruling:
    if move.motion not in m.MOTIONS:
        return no("MOTION_KIND", f"no motion {move.motion}; motions are {listed(sorted(m.MOTIONS), 'and')}")
    problem = text_problem(move.text, needed=False) or _motion_problem(at, move)
    if problem:
        return problem
    if len(at.voters()) < 2:
        return no("NO_SECOND", "nobody else is here to second a motion")
    return [Out(e.Moved(f"M{at.count('motion') + 1}", move.motion, tuple(move.subject), move.text))]


def _motion_problem(at: Moment, move: m.MoveMotion) -> Rejection | None:
    clock = at.game.scenario.clock
    match move.motion:
        case "stop_clock" if clock.deadline != "soft":
            return no("HARD_DEADLINE", "the deadline of this scenario is hard: the clock cannot be stopped")
        case "stop_clock" if at.state.extensions >= clock.extensions:
            return no("NO_EXTENSION", f"the clock was stopped {clock.extensions} times already")
        case "postpone" | "reorder":
            if not move.subject:
                return no("EMPTY", f"name the issues to {move.motion}")
            if len(set(move.subject)) != len(move.subject):
                return no("TWICE", "name each issue once")
            return next((p for i in move.subject if (p := issue_problem(at, i))), None)
        case "reopen":
            return _reopen_problem(at, move.subject)
        case "vote":
            return vote_subject(at, move.subject[0] if move.subject else "")[1]
        case "appeal" if not at.state.rulings:
            return no("NO_RULING", "there is no ruling to appeal against")
        case _:
            return None


def _reopen_problem(at: Moment, subject: tuple[str, ...]) -> Rejection | None:
    issue = subject[0] if subject else ""
    if issue not in at.state.agreed:
        return no("NOT_AGREED", f"{issue or 'nothing'} is agreed; agreed are {listed(sorted(at.state.agreed), 'and')}")
    if issue in at.state.locked:
        return no("LOCKED", f"{issue} was signed and is locked")
    return None


def vote_subject(at: Moment, subject: str) -> tuple[tuple[str, ...], Rejection | None]:
    """The options that a ballot on this subject would be about, or why there can be none."""
    if subject in at.game.table.options:
        problem = option_problem(at, subject)
        issue = at.game.table.issue_of[subject]
        if not problem and at.state.agreed.get(issue) == subject:
            problem = no("AGREED", f"{subject} is agreed already")
        if not problem and issue in at.state.locked:
            problem = no("LOCKED", f"{issue} was signed and is locked")
        return (subject,), problem
    proposal = at.proposal(subject)
    if proposal is None:
        return (), no(
            "TARGET", f"nothing called {subject or 'that'} to vote on: name an option, a live proposal or text"
        )
    return proposal.options, package_problem(at, proposal.options)


def second(at: Moment, move: m.Second) -> Ruling:
    pending = at.state.motion
    if pending is None:
        return no("NO_MOTION", "no motion waits for a second")
    if pending.seat == at.seat:
        return no("OWN_MOTION", "somebody else has to second your motion")
    outs = [Out(e.Seconded(pending.id))]
    return outs + ballot_outs(at, "motion", pending.id, (), rule="motion")


def vote(at: Moment, move: m.Vote) -> Ruling:
    ballot = at.state.ballot
    assert ballot is not None
    if move.choice not in ("yes", "no", "abstain"):
        return no("CHOICE", f"a vote is yes, no or abstain, not {move.choice!r}")
    if problem := text_problem(move.text, needed=False):
        return problem
    if at.seat in ballot.votes:
        return no("VOTED", "you have voted on this already")
    if at.seat not in waiting(at.game, at.state):
        return no("NO_VOTE", f"{at.seat} has no vote in this ballot")
    outs = [Out(e.Voted(ballot.id, move.choice, move.text))]
    for client in rule_of(at.game, ballot).signs_for.get(at.seat, ()):
        if client in ballot.electors and client not in ballot.votes:
            outs.append(Out(e.Voted(ballot.id, move.choice, "", client)))
    return outs


def walk_out(at: Moment, move: m.WalkOut) -> Ruling:
    return text_problem(move.text, needed=False) or [Out(e.WalkedOut(move.text))]


def come_back(at: Moment, move: m.Return) -> Ruling:
    return text_problem(move.text, needed=False) or [Out(e.Returned(move.text))]


def participate(at: Moment, move: m.Participate) -> Ruling:
    if move.choice not in ("take_part", "contest", "boycott"):
        return no("CHOICE", f"take_part, contest or boycott, not {move.choice!r}")
    if at.state.participation.get(at.seat) == move.choice:
        return no("SAME", f"{at.seat} said so already")
    return text_problem(move.text, needed=False) or [Out(e.Participated(move.choice, move.text))]


def declare(at: Moment, move: m.Declare) -> Ruling:
    if problem := option_problem(at, move.option) or text_problem(move.text, needed=False):
        return problem
    if any(said == (at.seat, move.option) for said in at.state.declarations.values()):
        return no("SAME", f"{at.seat} declared {move.option} already")
    return [Out(e.Declared(f"N{len(at.state.declarations) + 1}", move.option, move.text))]


def recognise_state(at: Moment, move: m.RecogniseState) -> Ruling:
    declared = at.state.declarations.get(move.declaration)
    if declared is None:
        return no(
            "DECLARATION", f"no declaration {move.declaration}; made so far: {listed(sorted(at.state.declarations))}"
        )
    if declared[0] == at.seat:
        return no("OWN_DECLARATION", "others recognise a declaration, not the one who made it")
    if at.state.recognitions.get(move.declaration, {}).get(at.seat) is move.accept:
        return no("SAME", "you said so already")
    return text_problem(move.text, needed=False) or [Out(e.RecognisedState(move.declaration, move.accept, move.text))]


def impose(at: Moment, move: m.Impose) -> Ruling:
    rules = [r for r in at.game.scenario.rules if r.kind is RuleKind.FIAT and at.seat in r.of]
    if not rules or at.stage.rule not in {r.id for r in rules}:
        return no("NO_FIAT", f"{at.seat} has no power to impose terms in this stage")
    if problem := package_problem(at, move.options) or text_problem(move.text, needed=False):
        return problem
    options = in_order(at, move.options)
    issue_of = at.game.table.issue_of
    if all(at.state.agreed.get(issue_of[o]) == o for o in options):
        return no("SAME", "these terms hold already")
    return [Out(e.Imposed(options, move.text)), *agreed_outs(at.game, at.state, options, at.seat)]


def agreed_outs(game: Game, state: State, options: tuple[str, ...], by: str) -> Outs:
    """These options hold from now on, by vote or by a seat's fiat; what is signed and locked stays as it is."""
    outs: Outs = []
    for option in options:
        issue = game.table.issue_of[option]
        if state.agreed.get(issue) == option or issue in state.locked:
            continue
        outs.append(Out(e.Agreed(issue, option, by), seat=e.CLOCK))
        if game.table.options[option].deferral:
            outs.append(Out(e.Deferred(issue, option), seat=e.CLOCK))
        if state.stage == game.scenario.success_stage:
            outs.append(Out(e.RoleDecided(option, "parties" if by == "vote" else by), seat=e.CLOCK))
    return outs
