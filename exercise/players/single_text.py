"""What a delegation bot says of the mediator's text: yes or no, which clause is in the way, and what it would take instead.

It stays with what it has said: the clause that it named is the one that it votes against, and a yes is taken back only for
less than it needs at home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exercise.model import moves as m
from exercise.model.state import Proposal
from exercise.players import hearing

if TYPE_CHECKING:
    from exercise.players.delegate import Mind


def on_the_table(mind: Mind) -> Proposal | None:
    """The mediator's text, for a party that can judge it."""
    state, role = mind.view.state, mind.view.role
    text = state.proposals.get(state.text) if state.text else None
    return text if role is not None and role.sheet else None


def stand(mind: Mind, text: Proposal | None) -> bool | None:
    """Whether we are on record for or against a text."""
    return mind.view.state.stances.get(text.id, {}).get(mind.view.seat) if text is not None else None


def acceptable(mind: Mind, text: Proposal) -> bool:
    """Whether we would sign a text now; who has signed it asks for no more than its bare reservation."""
    bar = mind.appraisal.reserved if stand(mind, text) else mind.appraisal.need
    return mind.appraisal.accepts(text.options, bar)


def obstacle(mind: Mind, text: Proposal, bar: int) -> tuple[str, str]:
    """The clause of a text that is in our way and what we would take in its place.

    The clause that we have named already, else what this version took from us, else whatever would help.
    """
    appraisal = mind.appraisal
    if stand(mind, text) is False:
        named = [clause for clause in text.options if hearing.refused(mind.view, clause)]
        if named:
            return appraisal.obstacle(text.options, bar, named)
    lost = _lost(mind, text)
    return lost or appraisal.obstacle(text.options, bar)


def _lost(mind: Mind, text: Proposal) -> tuple[str, str] | None:
    """The clause by which a version is worse for us than the one before, which we had signed, and what stood there."""
    last = mind.view.state.proposals.get(text.parent)
    if last is None or not stand(mind, last):
        return None
    issue_of, worth = mind.view.game.table.issue_of, mind.brief.worth
    before = {issue_of[option]: option for option in last.options}
    changes = [(option, before.get(issue_of[option], option)) for option in text.options]
    losses = [(worth.get(old, 0) - worth.get(new, 0), new, old) for new, old in changes]
    loss, new, old = max(losses, default=(0, "", ""))
    return (new, old) if loss > 0 else None


def answer_text(mind: Mind) -> m.Move | None:
    """Say yes or no to the mediator's text."""
    text, appraisal = on_the_table(mind), mind.appraisal
    if text is None:
        return None
    held = stand(mind, text)
    bar = max(appraisal.need, appraisal.need + (appraisal.aspiration - appraisal.need) // 3)
    if acceptable(mind, text) if held else appraisal.accepts(text.options, bar):
        return None if held else m.Support(text.id, _why_signed(mind, text))
    clause, wanted = obstacle(mind, text, bar)
    issue = mind.view.game.table.issue_of.get(clause, "")
    if held is not False:
        return m.Oppose(text.id, _why_refused(mind, text, issue, wanted), clause)
    state, seat = mind.view.state, mind.view.seat
    moved = wanted and state.positions.get(seat, {}).get(issue) != wanted
    if moved and state.stances.get(wanted, {}).get(seat) is not True:
        return m.Support(wanted, mind.voice.once("support", option=wanted))
    return None


def refusals(mind: Mind) -> int:
    """How often somebody is on record against a proposal or a text."""
    return sum(len(proposal.opposed) for proposal in mind.view.state.proposals.values())


def with_instead(mind: Mind, words: str, wanted: str) -> str:
    """A refusal, and what we would take in the place of the clause."""
    if not wanted:
        return words
    known = wanted in mind.view.state.positions.get(mind.view.seat, {}).values()
    occasion = "instead_known" if known and mind.chance(0.4, "known") else "instead"
    return f"{words} {mind.voice.nth(occasion, refusals(mind), wanted=wanted)}"


def _why_refused(mind: Mind, text: Proposal, issue: str, wanted: str) -> str:
    """Words for a no to a text: the role's own the first time, then by what has become of our last answer."""
    last = mind.view.state.proposals.get(text.parent)
    if stand(mind, text):
        occasion = "refuse_after_yes"
    elif _lost(mind, text):
        words = mind.voice.nth("refuse_changed", refusals(mind), issue=issue)
        return f"{words} {mind.voice.nth('back', refusals(mind), wanted=wanted)}"
    elif stand(mind, last):
        occasion = "refuse_since"
    else:
        occasion = "refuse_again" if stand(mind, last) is False else "refuse_text"
    return with_instead(mind, mind.voice.nth(occasion, refusals(mind), issue=issue), wanted)


def _why_signed(mind: Mind, text: Proposal) -> str:
    """Words for a text that we accept: the role's own the first time, then by what has become of our last answer."""
    voice, appraisal, last = mind.voice, mind.appraisal, mind.view.state.proposals.get(text.parent)
    signed = sum(len(p.support) for p in mind.view.state.proposals.values() if p.id.startswith("T"))
    dearest = appraisal.dearest(text.options)
    if stand(mind, text) is False:
        return voice.nth("accept_after_no", signed, option=dearest)
    if last is None:
        return voice.line("accept_text")
    if stand(mind, last):
        kept = tuple(option for option in text.options if option in last.options)
        return voice.nth("accept_again", signed, option=appraisal.dearest(kept or text.options))
    if stand(mind, last) is None:
        return voice.nth("accept_now", signed, option=dearest) if _answered(mind) else voice.line("accept_text")
    return _why_won(mind, text, last, signed)


def _answered(mind: Mind) -> bool:
    """Whether we have said yes or no to any version of the text."""
    return any(mind.view.seat in (*p.support, *p.opposed) for p in mind.view.state.proposals.values() if p.id[0] == "T")


def _why_won(mind: Mind, text: Proposal, last: Proposal, signed: int) -> str:
    """Words for a yes after a no to the version before: what was mended, what else was given, or that time has passed."""
    issue_of, voice, appraisal = mind.view.game.table.issue_of, mind.voice, mind.appraisal
    named = [clause for clause in last.options if mind.view.state.stances.get(clause, {}).get(mind.view.seat) is False]
    new = tuple(option for option in text.options if option not in last.options)
    mended = tuple(option for option in new if issue_of[option] in {issue_of[clause] for clause in named})
    if mended:
        return voice.nth("accept_changed", signed, option=appraisal.dearest(mended))
    worth, before = mind.brief.worth, {issue_of[option]: option for option in last.options}
    won = tuple(o for o in new if worth.get(o, 0) > worth.get(before.get(issue_of[o], o), 0))
    if won and named:
        gain = appraisal.dearest(won)
        return voice.nth("accept_elsewhere", signed, issue=issue_of[named[0]], option=gain)
    return voice.line("accept_time", signed)
