"""The bargaining half of a delegation bot: positions, concessions, packages and their amendments."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from exercise.model import moves as m
from exercise.model.state import Proposal
from exercise.players import hearing, single_text
from exercise.players.appraisal import LIVABLE

if TYPE_CHECKING:
    from exercise.players.delegate import Mind


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
    if not state.focus and len(mine) > state.clock:
        return None
    fresh = [i for i in ([state.focus] if state.focus else _core_in_stage(mind)) if i not in mine]
    if not fresh:
        return None
    issue = fresh[(state.clock + len(view.seat)) % len(fresh)]
    option = mind.appraisal.flagship(issue)
    if not option or state.stances.get(option, {}).get(view.seat) is True:
        return None
    return m.Support(option, mind.voice.once("support", turn=len(mine), option=option))


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
    table, leanings, value = view.game.table, mind.appraisal.leanings, mind.appraisal.value
    held = [(issue, mine[issue]) for issue in ((state.focus,) if state.focus else table.core) if issue in mine]
    better = {
        option
        for issue, now in held
        for option in table.options_of[issue]
        if leanings[option] > leanings[now] and LIVABLE <= value(option) < value(now) and _serves(mind, option)
    }
    moves = better and better.intersection(mind.appraisal.target)
    if not moves:
        return None
    option = max(moves, key=lambda o: (leanings[o], o))
    seat = hearing.champion(view, option)
    return m.Concede(option, _why_moved(mind, option, seat)) if seat else None


def _serves(mind: Mind, option: str) -> bool:
    """Whether a step to an option fits what we have said of the text: to it from who signed it, not to what we refused in it."""
    state = mind.view.state
    text = state.proposals.get(state.text)
    if text is None:
        return True
    return option in text.options if hearing.signed(mind.view) else not hearing.refused(mind.view, option)


CROWD = 25
"""How much of the hall, in tenths of a seat, has to lean to an option before it needs no defence."""


def _why_moved(mind: Mind, option: str, seat: str) -> str:
    """Words for a concession: thanks to whoever argued for it if we were against it; else a reason, or a condition."""
    view = mind.view
    if hearing.objected(view, option):
        return mind.voice.line("concede", option=option, seat=seat)
    agreed, issue = view.state.agreed, view.game.table.issue_of[option]
    mine = view.state.positions.get(view.seat, {})
    rest = tuple(
        o
        for i, o in mine.items()
        if i != issue and i not in agreed and mind.appraisal.leanings[o] < CROWD and _serves(mind, o)
    )
    kept = mind.appraisal.dearest(rest)
    if kept and mind.chance(0.4, "condition"):
        return mind.voice.line("move_if", option=option, issue=issue, kept=kept)
    return mind.voice.once("move", option=option, issue=issue)


def propose(mind: Mind) -> m.Move | None:
    """Put our target package on the table, when it says something new."""
    state, view = mind.view.state, mind.view
    if view.role is None or not view.role.sheet or not mind.chance(0.4, "propose"):
        return None
    target = mind.appraisal.open(mind.appraisal.target)
    live = [p for p in state.proposals.values() if not p.withdrawn]
    if view.game.table.stages[state.stage].rotate or not target or any(_same(mind, p, target) for p in live):
        return None
    own = [p.n for p in live if p.seat == view.seat and not p.parent]
    if len(own) >= MOST or (own and own[-1] > state.n - PAUSE):
        return None
    option = mind.appraisal.dearest(target)
    words = mind.voice.line("propose", option=option, issue=view.game.table.issue_of[option])
    gift = next((o for o in target if o != option and hearing.objected(view, o)), "")
    return m.Propose(target, f"{words} {mind.voice.line('gift', gift=gift)}" if gift else words)


MOST, PAUSE = 2, 80
"""Live proposals of its own that a party has at most, and the events that it waits before the second."""


def _same(mind: Mind, proposal: Proposal, target: tuple[str, ...]) -> bool:
    """Whether a proposal says what we would say; of our own, one clause more or less is not worth another."""
    spare = 2 if proposal.seat == mind.view.seat and not proposal.parent else 1
    return len(set(target).difference(proposal.options)) < spare and len(target) <= len(proposal.options)


def answer_proposal(mind: Mind) -> m.Move | None:
    """Support or sponsor the best acceptable proposal of somebody else; mend the newest, or say what stands against it."""
    state, view = mind.view.state, mind.view
    judged = [p for p in state.proposals.values() if _judgeable(mind, p)]
    if not judged:
        return None
    best = max(judged, key=lambda p: (mind.appraisal.utility(p.options), p.n))
    aspiration = mind.appraisal.aspiration
    if mind.appraisal.accepts(best.options, aspiration) and mind.appraisal.accepts(best.options, _signed_worth(mind)):
        if len(best.sponsors) < 3 and mind.chance(0.4, "sponsor") and not best.id.startswith("T"):
            return m.Sponsor(best.id)
        if best.parent in state.proposals and view.seat in state.proposals[best.parent].support:
            return m.Support(best.id, mind.voice.line("taken"))
        named = mind.appraisal.dearest(best.options)
        return m.Support(best.id, mind.voice.nth("package", _signatures(mind), option=named))
    others = [p for p in state.proposals.values() if not p.withdrawn and p.seat != view.seat]
    newest = max(others, key=lambda p: p.n)
    if newest not in judged or newest.n < state.n - 50:
        return None
    ours = state.proposals.get(newest.parent)
    if ours is not None and ours.seat == view.seat:
        if mind.appraisal.utility(newest.options) < mind.appraisal.utility(ours.options):
            return None
        return m.Support(newest.id, mind.voice.line("taken")) if mind.appraisal.accepts(newest.options) else None
    amended = _amend(mind, newest)
    if amended is not None or not mind.chance(0.35, "oppose"):
        return amended
    clause, wanted = mind.appraisal.obstacle(newest.options, mind.appraisal.aspiration)
    if not clause:
        return None
    words = mind.voice.nth("object", single_text.refusals(mind), issue=view.game.table.issue_of[clause])
    return m.Oppose(newest.id, single_text.with_instead(mind, words, wanted), clause)


def _signed_worth(mind: Mind) -> int:
    """What the best live proposal that we are on record for is worth; we sign nothing that is worse."""
    mine = (p for p in mind.view.state.proposals.values() if not p.withdrawn and mind.view.seat in p.support)
    return max((mind.appraisal.utility(p.options) for p in mine), default=0)


VERSIONS = 3
"""Versions of one proposal after which bots leave it alone."""


def _amend(mind: Mind, proposal: Proposal) -> m.Move | None:
    """Counter a proposal, once for each: one or two other clauses, and we could sign it."""
    state, view = mind.view.state, mind.view
    if proposal.id.startswith("T") or not mind.chance(0.5, "amend"):
        return None
    root = proposal.id.partition(".")[0]
    family = [p for p in state.proposals.values() if p.id.partition(".")[0] == root]
    if len(family) > VERSIONS or any(p.seat == view.seat for p in family):
        return None
    changes = mind.appraisal.mended(proposal.options, mind.appraisal.aspiration)
    undone = state.proposals.get(proposal.parent)
    if not changes or (undone is not None and not set(changes).isdisjoint(undone.options)):
        return None
    issue_of, title = view.game.table.issue_of, view.game.table.title
    place = {issue_of[option]: option for option in changes}
    package = tuple(place.get(issue_of[option], option) for option in proposal.options)
    if any(p.options == package for p in state.proposals.values() if not p.withdrawn):
        return None
    named = "; ".join(title(option) for option in changes)
    amended = sum(1 for p in state.proposals.values() if p.parent and not p.id.startswith("T"))
    words = mind.voice.nth("amend", amended, proposal=proposal.id, seat=proposal.seat, option=named)
    return m.Amend(proposal.id, changes, words)


def _signatures(mind: Mind) -> int:
    """How often somebody has put its name under a proposal of somebody else."""
    parties = (p for p in mind.view.state.proposals.values() if not p.id.startswith("T"))
    return sum(len(p.support) - 1 for p in parties)


def _judgeable(mind: Mind, proposal: Proposal) -> bool:
    me = mind.view.seat
    if proposal.withdrawn or me == proposal.seat or me in proposal.sponsors:
        return False
    return me not in mind.view.state.stances.get(proposal.id, {}) and mind.appraisal.whole(proposal.options)


def answer_mediator(mind: Mind) -> m.Move | None:
    """Tell the mediator in private, after a visit, which package we could live with."""
    visits = [event for event in mind.view.inbox if event.body.kind == "shuttled"]
    answered = visits and mind.view.state.sent.get(mind.view.seat, 0) > visits[0].n
    if not visits or answered or visits[0].n < mind.view.state.n - 25 or not mind.chance(0.6, "tell"):
        return None
    return m.Tell((visits[0].seat,), package_told(mind)) if mind.appraisal.target else None


def package_told(mind: Mind) -> str:
    """Private words about the package that this delegation could live with."""
    named = "; ".join(f"{o} ({mind.view.game.table.title(o)})" for o in mind.appraisal.target)
    return mind.voice.line("tell", package=named)


def told_options(text: str, known: Container[str]) -> tuple[str, ...]:
    """The options that a private word names."""
    return tuple(word for word in re.findall(r"[A-Z]{2,6}\d+", text) if word in known)
