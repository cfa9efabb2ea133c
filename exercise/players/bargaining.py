"""The bargaining half of a delegation bot: positions, packages, the text, side deals, votes, leaving."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exercise.engine.moment import Moment
from exercise.engine.sheets import POINT
from exercise.model import moves as m
from exercise.model.scenario import SeatKind
from exercise.model.state import Deal, Proposal

if TYPE_CHECKING:
    from exercise.players.delegate import Mind

LIVABLE = 45
"""Value on its own issue from which a party calls an option bearable."""
ROLE_BAR = 30
"""The same for the foreign role, when everything else is agreed and much is at stake."""


def _core_in_stage(mind: Mind) -> list[str]:
    stage = mind.view.game.table.stages[mind.view.state.stage]
    issues = stage.issues or mind.view.state.issues
    return [i for i in issues if i in mind.view.state.issues and i in mind.view.game.table.core]


def take_position(mind: Mind) -> m.Move | None:
    """Go on record for the option that the present aspiration leads to, one issue at a time."""
    state, view = mind.view.state, mind.view
    if view.role is None or not view.role.sheet:
        return None
    mine = state.positions.get(view.seat, {})
    issues = [state.focus] if state.focus else _core_in_stage(mind)
    fresh = [i for i in issues if i and i not in mine]
    if not fresh or (not state.focus and len(mine) > state.clock):
        return None
    issue = fresh[(state.clock + len(view.seat)) % len(fresh)]
    option = _flagship(mind, issue)
    if not option or state.stances.get(option, {}).get(view.seat) is True:
        return None
    return m.Support(option, mind.voice.line("support", option=option))


def _flagship(mind: Mind, issue: str) -> str:
    """What a party asks for in public: the best option that it has arguments for, else the best."""
    role, issue_of = mind.view.role, mind.view.game.table.issue_of
    argued = {c.option for c in role.cards if c.side == "for" and issue_of.get(c.option) == issue} if role else set()
    return max(sorted(argued), key=mind.appraisal.value, default="") or mind.appraisal.best(issue)


def concede(mind: Mind) -> m.Move | None:
    """Move on one issue to the option that our target package has there, if the hall leans to it more."""
    state, view = mind.view.state, mind.view
    mine = state.positions.get(view.seat, {})
    if (
        not mine
        or view.role is None
        or not view.role.sheet
        or not mind.chance(0.25 + 0.3 * mind.appraisal.elapsed, "concede")
    ):
        return None
    target = mind.appraisal.target
    leanings = mind.appraisal.leanings
    issue_of = view.game.table.issue_of
    issues = {state.focus} if state.focus else set(view.game.table.core)
    moves = [
        option
        for option in target
        if issue_of[option] in issues
        and mine.get(issue_of[option]) not in (None, option)
        and leanings.get(option, 0.0) > leanings.get(mine[issue_of[option]], 0.0)
        and mind.appraisal.value(option) < mind.appraisal.value(mine[issue_of[option]])
    ]
    if not moves:
        return None
    option = max(moves, key=lambda o: (leanings.get(o, 0.0), o))
    others = [seat for seat, p in state.positions.items() if seat != view.seat and p.get(issue_of[option]) == option]
    seat = state.tabled.get(option, (0, ""))[1]
    to = seat if seat and seat != view.seat else (others[0] if others else "")
    if not to:
        return None
    return m.Concede(option, mind.voice.line("concede", option=option, seat=to))


def propose(mind: Mind) -> m.Move | None:
    """Put our target package on the table, when it says something new."""
    state, view = mind.view.state, mind.view
    if view.role is None or not view.role.sheet or not mind.chance(0.4, "propose"):
        return None
    target = mind.appraisal.open(mind.appraisal.target)
    live = {p.options for p in state.proposals.values() if not p.withdrawn}
    stage = view.game.table.stages[state.stage]
    if stage.rotate or not target or target in live:
        return None
    option = max(target, key=lambda o: mind.appraisal.sheets.worth[view.seat].get(o, 0))
    return m.Propose(target, mind.voice.line("propose", option=option, issue=view.game.table.issue_of[option]))


def answer_proposal(mind: Mind) -> m.Move | None:
    """Support or sponsor the best acceptable proposal of somebody else, or say what stands against the newest."""
    state, view = mind.view.state, mind.view
    judged = [p for p in state.proposals.values() if _judgeable(mind, p)]
    if not judged:
        return None
    best = max(judged, key=lambda p: (mind.appraisal.utility(p.options), p.n))
    if mind.appraisal.accepts(best.options, mind.appraisal.aspiration):
        if len(best.sponsors) < 3 and mind.chance(0.4, "sponsor") and not best.id.startswith("T"):
            return m.Sponsor(best.id)
        return m.Support(best.id, mind.voice.line("accept_text"))
    newest = max(judged, key=lambda p: p.n)
    if newest.n < state.n - 50 or not mind.chance(0.35, "oppose"):
        return None
    clause, _ = mind.appraisal.obstacle(newest.options, mind.appraisal.aspiration)
    issue = view.game.table.issue_of.get(clause, "")
    return m.Oppose(newest.id, mind.voice.line("object", issue=issue), clause) if clause else None


def _judgeable(mind: Mind, proposal: Proposal) -> bool:
    me = mind.view.seat
    stands = mind.view.state.stances.get(proposal.id, {})
    fresh = me not in stands and me != proposal.seat and me not in proposal.sponsors
    return fresh and not proposal.withdrawn and mind.appraisal.whole(proposal.options)


def answer_text(mind: Mind) -> m.Move | None:
    """Say yes or no to the mediator's text, and which clause is in the way and what we would take instead."""
    state, view = mind.view.state, mind.view
    text = state.proposals.get(state.text) if state.text else None
    if text is None or view.role is None or not view.role.sheet:
        return None
    stand = state.stances.get(text.id, {}).get(view.seat)
    bar = max(mind.appraisal.need, mind.appraisal.need + (mind.appraisal.aspiration - mind.appraisal.need) // 3)
    if mind.appraisal.accepts(text.options, bar):
        return None if stand is True else m.Support(text.id, mind.voice.line("accept_text"))
    clause, wanted = mind.appraisal.obstacle(text.options, bar)
    issue = view.game.table.issue_of.get(clause, "")
    if stand is not False:
        return m.Oppose(text.id, mind.voice.line("refuse_text", issue=issue), clause)
    if wanted and state.positions.get(view.seat, {}).get(issue) != wanted:
        if state.stances.get(wanted, {}).get(view.seat) is not True:
            return m.Support(wanted, mind.voice.line("support", option=wanted))
    return None


def answer_mediator(mind: Mind) -> m.Move | None:
    """Tell the mediator in private, after a visit, which package we could live with."""
    visits = [event for event in mind.view.inbox if event.body.kind == "shuttled"]
    answered = visits and mind.view.state.sent.get(mind.view.seat, 0) > visits[0].n
    if not visits or answered or visits[0].n < mind.view.state.n - 25 or not mind.chance(0.6, "tell"):
        return None
    target = mind.appraisal.target
    if not target:
        return None
    named = "; ".join(f"{o} ({mind.view.game.table.title(o)})" for o in target)
    return m.Tell((visits[0].seat,), f"For your ears only. We could look at this as one package: {named}.")


def told_options(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """The options that a private word names."""
    return tuple(word for word in re.findall(r"[A-Z]{2,6}\d+", text) if word in known)


# Side deals


def offer_deal(mind: Mind) -> m.Move | None:
    """Offer to another party our support on an issue that matters little to us for its support on one that matters much."""
    state, view, role = mind.view.state, mind.view, mind.view.role
    if role is None or not role.sheet or not mind.chance(mind.style.deals, "deal"):
        return None
    weights = role.weights.get("core", {})
    ours = sorted((i for i in view.game.table.core if i in weights), key=lambda i: -weights[i])
    if len(ours) < 2:
        return None
    mine = state.positions.get(view.seat, {})
    done = {(d.to, d.give, d.get) for d in state.deals.values() if d.seat == view.seat}
    for party in view.game.table.parties:
        theirs = state.positions.get(party, {})
        if party == view.seat or party in state.away or party not in state.present:
            continue
        get_issue, give_issue = ours[0], ours[-1]
        want, give = mine.get(get_issue), theirs.get(give_issue)
        if not want or not give or theirs.get(get_issue) == want or mine.get(give_issue) == give:
            continue
        offer = ((give,), (want,))
        bearable = mind.appraisal.value(give) >= LIVABLE and not mind.appraisal.red(give)
        if bearable and (party, *offer) not in done and mind.chance(0.5, "deal", party):
            return m.OfferDeal(party, *offer, mind.voice.line("offer_deal", seat=party))
    return None


def answer_deal(mind: Mind) -> m.Move | None:
    """Accept an offer that gains more than it costs and touches no red line."""
    view = mind.view
    offers = sorted(
        (d for d in view.state.deals.values() if d.to == view.seat and d.state == "open"), key=lambda d: d.id
    )
    if not offers:
        return None
    deal = offers[0]
    if _worth_it(mind, deal):
        return m.AcceptDeal(deal.id, mind.voice.line("accept_deal", seat=deal.seat))
    return m.DeclineDeal(deal.id, mind.voice.line("decline_deal", seat=deal.seat))


def _worth_it(mind: Mind, deal: Deal) -> bool:
    sheets, me = mind.appraisal.sheets, mind.view.seat
    if me not in sheets.worth or any(mind.appraisal.red(option) for option in deal.get):
        return False
    worth = sheets.worth[me]
    issue_of = mind.view.game.table.issue_of
    mine = mind.view.state.positions.get(me, {})
    gain = sum(worth.get(o, 0) for o in deal.give)
    cost = sum(worth.get(mine.get(issue_of[o], o), 0) - worth.get(o, 0) for o in deal.get)
    return gain > 2 * cost and all(mind.appraisal.value(o) >= LIVABLE - 15 for o in deal.get)


def keep_promise(mind: Mind) -> m.Move | None:
    """Go on record for what an accepted deal obliges us to; a hard-liner sometimes forgets."""
    state, me = mind.view.state, mind.view.seat
    for deal in sorted(state.deals.values(), key=lambda d: d.id):
        if deal.state != "accepted":
            continue
        owed = deal.give if deal.seat == me else deal.get
        for option in owed:
            stand = state.stances.get(option, {}).get(me)
            forgets = mind.style.id == "hard-liner" and not mind.chance(0.5, "promise", deal.id)
            if stand is not True and not forgets:
                return m.Support(
                    option, mind.voice.line("concede", option=option, seat=deal.to if deal.seat == me else deal.seat)
                )
    return None


# Procedure


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
            return mind.appraisal.value(target) >= LIVABLE and not mind.appraisal.red(target)
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
    ballot, voice, appraisal = mind.view.state.ballot, mind.voice, mind.appraisal
    assert ballot is not None
    if ballot.what == "motion":
        motion = mind.view.state.motion
        return m.Vote("yes" if motion is None or _favours(mind, motion.motion, motion.subject) else "no")
    if mind.view.role is None or not mind.view.role.sheet:
        return m.Vote("abstain")
    if ballot.what == "issue":
        return _vote_issue(mind, ballot.options[0])
    if appraisal.accepts(ballot.options):
        return m.Vote("yes", voice.line("vote_yes"))
    clause, _ = appraisal.obstacle(ballot.options, appraisal.need)
    return m.Vote("no", voice.line("vote_no", issue=mind.view.game.table.issue_of.get(clause, "")))


def _vote_issue(mind: Mind, option: str) -> m.Move:
    state, appraisal, voice = mind.view.state, mind.appraisal, mind.voice
    issue = mind.view.game.table.issue_of[option]
    if issue not in mind.view.game.table.core:
        fine = not appraisal.red(option) and appraisal.value(option) >= ROLE_BAR
    else:
        stage = mind.view.game.table.stages[state.stage]
        text = state.proposals.get(state.text) if state.text else None
        carried = (
            stage.kind == "ballot" and text is not None and option in text.options and appraisal.accepts(text.options)
        )
        fine = not appraisal.red(option) and (carried or appraisal.value(option) >= 60)
    return m.Vote("yes", voice.line("vote_yes")) if fine else m.Vote("no", voice.line("vote_no", issue=issue))


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
    want = max(bearable, key=lambda o: (leanings.get(o, 0.0), mind.appraisal.value(o)))
    if want != mine and (mine in refused or leanings.get(want, 0.0) > leanings.get(mine, 0.0)):
        return m.Concede(want, mind.voice.line("concede", option=want, seat=_holder(mind, issue, want)))
    common = max(options, key=lambda o: leanings.get(o, 0.0) + (o == mine))
    if state.motion is None and mine == common and state.stage_clock >= 2:
        return m.MoveMotion("vote", (common,))
    return None


def _holder(mind: Mind, issue: str, option: str) -> str:
    held = [s for s, p in mind.view.state.positions.items() if p.get(issue) == option and s != mind.view.seat]
    return held[0] if held else mind.view.seat


# Leaving and taking part


def walk_out(mind: Mind) -> m.Move | None:
    """Leave when the text on the table crosses a red line of ours although we said so; a matter of temper."""
    state = mind.view.state
    text = state.proposals.get(state.text) if state.text else None
    options = text.options if text else ()
    newest = max((p for p in state.proposals.values() if not p.withdrawn), key=lambda p: p.n, default=None)
    if newest is not None and newest.n > state.n - 12 and newest.seat != mind.view.seat:
        options = (*options, *newest.options)
    if not any(mind.appraisal.red(option) for option in options) or mind.appraisal.elapsed > 0.8:
        return None
    if mind.view.seat not in mind.view.game.table.parties or not mind.chance(mind.style.temper / 4, "walk"):
        return None
    return m.WalkOut(mind.voice.line("walk_out"))


def take_part(mind: Mind) -> m.Move | None:
    """In a participation stage: take part unless the process has little to offer."""
    if mind.view.seat in mind.view.state.participation or mind.view.seat not in mind.view.game.table.parties:
        return None
    hopeless = mind.appraisal.need > 60 * POINT and mind.chance(mind.style.temper, "boycott")
    return m.Participate("boycott" if hopeless else "take_part")


def declare(mind: Mind) -> m.Move | None:
    """In a stage of declarations: declare what we want most of what is open, once; a matter of temper."""
    state, seat = mind.view.state, mind.view.seat
    if mind.view.kind is not SeatKind.PARTY or any(who == seat for who, _ in state.declarations.values()):
        return None
    wanted = [mind.appraisal.best(issue) for issue in mind.appraisal.issues if issue not in state.agreed]
    dear = [option for option in wanted if option and not mind.appraisal.red(option)]
    if not dear or not mind.chance(2 * mind.style.temper, "declare"):
        return None
    return m.Declare(max(dear, key=mind.appraisal.value))


def recognise(mind: Mind) -> m.Move | None:
    """Say of another seat's declaration whether we can live with it."""
    state, seat = mind.view.state, mind.view.seat
    for id, (who, option) in state.declarations.items():
        if who != seat and seat not in state.recognitions.get(id, {}):
            return m.RecogniseState(id, mind.appraisal.value(option) >= LIVABLE and not mind.appraisal.red(option))
    return None
