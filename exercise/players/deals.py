"""Side deals of a delegation bot: offering, answering, keeping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exercise.model import moves as m
from exercise.model.state import Deal
from exercise.players.appraisal import LIVABLE

if TYPE_CHECKING:
    from exercise.players.delegate import Mind


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
        give = theirs.get(give_issue, "")
        bearable = give != "" and mine.get(give_issue) != give and mind.appraisal.value(give) >= LIVABLE
        if not bearable or mind.appraisal.red(give) or not mind.chance(0.5, "deal", party):
            continue
        want = _least_hated(mind, get_issue, party)
        if want and theirs.get(get_issue) != want and (party, (give,), (want,)) not in done:
            return m.OfferDeal(party, (give,), (want,), mind.voice.line("offer_deal", seat=party))
    return None


def _least_hated(mind: Mind, issue: str, party: str) -> str:
    """What to ask of a party: our position, or another option that we like well if it is on record against that one."""
    state, view = mind.view.state, mind.view
    mine = state.positions.get(view.seat, {}).get(issue, "")
    refused = {a.option for a in state.arguments.values() if a.seat == party and a.side == "against" and not a.answers}
    refused |= {option for option, stands in state.stances.items() if stands.get(party) is False}
    if not mine or mine not in refused:
        return mine
    options = [o.id for o in view.game.table.issues[issue].options if o.id not in refused and not o.deferral]
    liked = [o for o in options if mind.appraisal.value(o) >= DEAR and not mind.appraisal.red(o)]
    return max(liked, key=lambda o: (mind.appraisal.value(o), o), default=mine)


DEAR = 70
"""Value on its own issue from which an option is worth a deal."""


def answer_deal(mind: Mind) -> m.Move | None:
    """Accept an offer that gains more than it costs and touches no red line."""
    view = mind.view
    offers = [d for d in view.state.deals.values() if d.to == view.seat and d.state == "open"]
    if not offers:
        return None
    deal = min(offers, key=lambda d: d.id)
    if _worth_it(mind, deal):
        return m.AcceptDeal(deal.id, mind.voice.line("accept_deal", seat=deal.seat))
    return m.DeclineDeal(deal.id, mind.voice.line("decline_deal", seat=deal.seat))


def _worth_it(mind: Mind, deal: Deal) -> bool:
    worth, me = mind.brief.worth, mind.view.seat
    if not worth or any(mind.appraisal.red(option) for option in deal.get):
        return False
    issue_of = mind.view.game.table.issue_of
    mine = mind.view.state.positions.get(me, {})
    gain = sum(worth.get(o, 0) for o in deal.give)
    cost = sum(worth.get(mine.get(issue_of[o], o), 0) - worth.get(o, 0) for o in deal.get)
    return gain > 2 * cost and all(mind.appraisal.value(o) >= LIVABLE - 15 for o in deal.get)


def keep_promise(mind: Mind) -> m.Move | None:
    """Go on record for what an accepted deal obliges us to; a hard-liner sometimes forgets."""
    state, me = mind.view.state, mind.view.seat
    for deal in sorted([d for d in state.deals.values() if d.state == "accepted"], key=lambda d: d.id):
        owed = deal.give if deal.seat == me else deal.get
        for option in owed:
            stand = state.stances.get(option, {}).get(me)
            forgets = mind.style.id == "hard-liner" and not mind.chance(0.5, "promise", deal.id)
            if stand is not True and not forgets:
                return m.Support(option, mind.voice.once("promise", option=option))
    return None
