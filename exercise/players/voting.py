"""How a delegation bot seconds, votes, and settles what comes after an agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exercise.engine.moment import Moment
from exercise.model import moves as m
from exercise.model.scenario import StageKind
from exercise.model.state import Ballot, Proposal
from exercise.players import hearing, single_text
from exercise.players.appraisal import HELD, ROLE_BAR

if TYPE_CHECKING:
    from exercise.players.delegate import Mind


def second(mind: Mind) -> m.Move | None:
    """Second a motion to vote on what we could accept, and now and then one to recess."""
    motion = mind.view.state.motion
    if (
        motion is None
        or motion.seconded
        or motion.seat == mind.view.seat
        or mind.view.seat not in mind.view.game.table.parties
    ):
        return None
    return m.Second(motion.id) if _favours(mind, motion.motion, motion.subject) else None


def _favours(mind: Mind, motion: str, subject: tuple[str, ...]) -> bool:
    state = mind.view.state
    if motion == "vote" and subject:
        target = subject[0]
        if target in mind.view.game.table.options:
            return mind.appraisal.bearable(target)
        proposal = state.proposals.get(state.text if target == "text" else target)
        return proposal is not None and mind.appraisal.accepts(proposal.options)
    if motion in ("suspend", "replace_mediator"):
        return mind.chance(mind.style.temper / 2, "motion", motion)
    return mind.chance(mind.style.cooperates, "motion", motion)


def ask_for_vote(mind: Mind) -> m.Move | None:
    """Where there is no mediator to call one, move a vote on what everybody seems to accept."""
    state, table = mind.view.state, mind.view.game.table
    if (table.mediator and table.mediator in state.present) or state.motion is not None:
        return None
    if mind.view.seat not in table.parties:
        return None
    voters = set(Moment(mind.view.game, state, mind.view.seat).voters())
    issue_of, issues = table.issue_of, mind.appraisal.issues
    ours = [p for p in state.proposals.values() if not p.withdrawn and all(issue_of[o] in issues for o in p.options)]
    fresh = [
        p for p in ours if p.id not in state.voted_here and any(state.agreed.get(issue_of[o]) != o for o in p.options)
    ]
    best = max(fresh, key=lambda p: (len(voters.intersection(p.support)), p.n), default=None)
    if best is not None and voters <= set(best.support):
        return m.MoveMotion("vote", (best.id,))
    return None


def vote(mind: Mind) -> m.Move:
    """Vote with a reason: on a package by what it is worth, on an issue by whether the text as a whole is acceptable."""
    ballot = mind.view.state.ballot
    assert ballot is not None
    if ballot.what == "motion":
        motion = mind.view.state.motion
        return m.Vote("yes" if motion is None or _favours(mind, motion.motion, motion.subject) else "no")
    if mind.view.role is None or not mind.view.role.sheet:
        return m.Vote("abstain")
    if ballot.what == "issue":
        return _vote_issue(mind, ballot.options[0])
    return _vote_package(mind, ballot)


def _vote_package(mind: Mind, ballot: Ballot) -> m.Move:
    """Vote on a whole package; where that is not what we had said of it, say so."""
    voice, appraisal, state = mind.voice, mind.appraisal, mind.view.state
    proposal, turn = state.proposals.get(ballot.subject), len(state.verdicts)
    held = single_text.stand(mind, proposal)
    if appraisal.accepts(ballot.options, appraisal.reserved if held else None):
        return m.Vote("yes", voice.line("yes_after_no" if held is False else "vote_yes", turn=turn))
    clause = _blocked(mind, ballot.options, proposal)
    issue = mind.view.game.table.issue_of.get(clause, "")
    return m.Vote("no", voice.line("no_after_yes" if held else "vote_no", turn=turn, issue=issue))


def _blocked(mind: Mind, options: tuple[str, ...], proposal: Proposal | None) -> str:
    """The clause for which we vote against a package."""
    if proposal is not None:
        return single_text.obstacle(mind, proposal, mind.appraisal.need)[0]
    return mind.appraisal.obstacle(options, mind.appraisal.need)[0]


def _vote_issue(mind: Mind, option: str) -> m.Move:
    """Vote on one clause: yes to what we like, to what we moved to, and to what a text that we accept carries with it.

    Where we refuse the text, no to the clause for which we do.
    """
    state, appraisal = mind.view.state, mind.appraisal
    table, issue = mind.view.game.table, mind.view.game.table.issue_of[option]
    mine = state.positions.get(mind.view.seat, {}).get(issue, "")
    text = state.proposals.get(state.text) if table.stages[state.stage].kind == StageKind.BALLOT else None
    if text is not None and option not in text.options:
        text = None
    carried = text is not None and single_text.acceptable(mind, text)
    if issue not in table.core:
        fine = appraisal.bearable(option)
    elif carried:
        fine = True
    else:
        blocked = text is not None and option == _blocked(mind, text.options, text)
        fine = not appraisal.red(option) and not blocked and (mine == option or appraisal.value(option) >= 60)
    if fine:
        return m.Vote("yes", _why_yes(mind, option, mine, carried or text is None))
    return m.Vote("no", _why_no(mind, option, mine))


def _why_no(mind: Mind, option: str, mine: str) -> str:
    """Words for a no to one clause: what we had asked for."""
    ballot, state, table = mind.view.state.ballot, mind.view.state, mind.view.game.table
    issue = table.issue_of[option]
    wanted = mine if mine not in ("", option) else mind.appraisal.flagship(issue)
    if wanted == option:
        return mind.voice.line("vote_no", turn=len(state.verdicts), issue=issue)
    refused = sum(len(verdict.no) for verdict in state.verdicts)
    refused += sum(choice == "no" for choice in ballot.votes.values()) if ballot is not None else 0
    return mind.voice.nth("no_clause" if issue in table.core else "no_role", refused, wanted=wanted)


def _why_yes(mind: Mind, option: str, mine: str, carried: bool) -> str:
    """Words for a yes to one clause. A roll call is short, but who spoke against a clause owes the hall a word.

    `carried` says that the clause is part of a whole that we accept.
    """
    core = mind.view.game.table.issue_of[option] in mind.view.game.table.core
    against = core and mine != option and hearing.objected(mind.view, option)
    if not against and not mind.chance(0.6, "why"):
        return ""
    if not core:
        occasion = "yes_role"
    elif against and carried:
        occasion = "yes_against"
    elif not carried:
        occasion = "yes_rest"
    elif option == mind.appraisal.flagship(mind.view.game.table.issue_of[option]):
        occasion = "yes_first"
    elif mine == option:
        occasion = "yes_moved"
    else:
        occasion = "yes_bear"
    words = mind.voice.once(occasion, turn=len(mind.view.state.verdicts))
    return words or (mind.voice.line(occasion, turn=len(mind.view.state.verdicts)) if against else "")


def settle_role(mind: Mind) -> m.Move | None:
    """After an agreement: find the foreign role that all parties can live with, and move the vote on it."""
    state, table = mind.view.state, mind.view.game.table
    if mind.view.seat not in table.parties or mind.view.role is None:
        return None
    stage = table.stages[state.stage]
    issue = next((i for i in stage.issues if i not in state.agreed), "")
    if not issue or issue not in mind.view.role.sheet:
        return None
    mine = state.positions.get(mind.view.seat, {}).get(issue, "")
    leanings = mind.appraisal.leanings
    refused = [option for option in state.voted_here if option != state.agreed.get(issue)]
    options = [o.id for o in table.issues[issue].options if not mind.appraisal.red(o.id) and o.id not in refused]
    if not mine or not options:
        best = mind.appraisal.best(issue)
        return None if mine else m.Support(best, mind.voice.line("role_card"))
    bar = max(ROLE_BAR, 75 - 20 * state.stage_clock)
    bearable = [o for o in options if mind.appraisal.value(o) >= bar] or options
    want = max(bearable, key=lambda o: (leanings.get(o, 0), mind.appraisal.value(o)))
    heard = all(issue in state.positions.get(party, {}) for party in table.parties if party not in state.away)
    if want != mine and heard and (mine in refused or leanings[want] > leanings[mine]):
        return m.Concede(want, mind.voice.once("move_role", option=want, issue=issue))
    common = max(options, key=lambda o: leanings.get(o, 0) + HELD * (o == mine))
    if state.motion is None and mine == common and state.stage_clock >= 2:
        return m.MoveMotion("vote", (common,))
    return None
