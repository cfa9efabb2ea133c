"""Rules of bargaining: proposals, who is on record for what, and side deals."""

from collections.abc import Iterable
from itertools import count

from exercise.engine.debate import option_problem, text_problem
from exercise.engine.moment import NOBODY, Moment, Out, Ruling, listed, no, private
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import SeatKind
from exercise.model.state import Deal, Rejection


def package_problem(at: Moment, options: Iterable[str]) -> Rejection | None:
    """Why these options do not make a package: unknown, twice on one issue, locked, or not fitting together."""
    chosen = tuple(options)
    if not chosen:
        return no("EMPTY", "name at least one option")
    seen: dict[str, str] = {}
    for option in chosen:
        if problem := option_problem(at, option):
            return problem
        issue = at.game.table.issue_of[option]
        if issue in seen:
            return no(
                "TWICE", f"{seen[issue]} and {option} both settle {issue}; a package has one option for each issue"
            )
        seen[issue] = option
        if issue in at.state.locked and at.state.agreed.get(issue) != option:
            return no("LOCKED", f"{issue} is locked as {at.state.agreed[issue]}")
    if why := at.game.table.sheets.clashes(chosen):
        return no("INCOHERENT", f"these options do not fit together: {why[0]}")
    return None


def in_order(at: Moment, options: Iterable[str]) -> tuple[str, ...]:
    """The options in the order of the agenda's issues."""
    return tuple(sorted(options, key=at.game.table.order.__getitem__))


def propose(at: Moment, move: m.Propose) -> Ruling:
    if problem := text_problem(move.text, needed=False) or package_problem(at, move.options):
        return problem
    options = in_order(at, move.options)
    same = next((id for id in at.state.worded.get(options) or () if not at.state.proposals[id].withdrawn), None)
    if same:
        return no("SAME", f"{same} says exactly that; sponsor or support it")
    roots = at.count("proposed")
    return [Out(e.Proposed(f"P{roots + 1}", options, move.text))]


def amend(at: Moment, move: m.Amend) -> Ruling:
    proposal = at.proposal(move.proposal)
    if proposal is None or proposal.id.startswith("T"):
        return no("PROPOSAL", _no_proposal(at, move.proposal))
    issue_of = at.game.table.issue_of
    unknown = [option for option in move.options if option not in issue_of]
    if unknown:
        return no("OPTION", f"there is no option {listed(unknown)}")
    changed = {issue_of[o]: o for o in move.options}
    kept = [o for o in proposal.options if issue_of[o] not in changed]
    options = [*kept, *move.options]
    if problem := text_problem(move.text, needed=False) or package_problem(at, options):
        return problem
    ordered = in_order(at, options)
    if ordered == proposal.options:
        return no("SAME", f"{move.proposal} says that already")
    root = proposal.id.split(".")[0]
    version = next(number for number in count(2) if f"{root}.{number}" not in at.state.proposals)
    return [Out(e.Amended(f"{root}.{version}", proposal.id, ordered, move.text))]


def _no_proposal(at: Moment, id: str) -> str:
    live = [p.id for p in at.live_proposals() if not p.id.startswith("T")]
    return f"no live proposal {id}; on the table: {listed(live, 'and')}"


def withdraw(at: Moment, move: m.Withdraw) -> Ruling:
    proposal = at.proposal(move.proposal)
    if proposal is None:
        return no("PROPOSAL", _no_proposal(at, move.proposal))
    if proposal.seat != at.seat:
        return no("NOT_YOURS", f"{proposal.id} belongs to {at.game.table.short(proposal.seat)}")
    return [Out(e.Withdrawn(proposal.id, move.text))]


def _target(at: Moment, target: str) -> tuple[str, str] | Rejection:
    """The id of what is supported or opposed, and its issue where it is an option."""
    if target in at.game.table.options:
        return option_problem(at, target) or (target, at.game.table.issue_of[target])
    proposal = at.proposal(target)
    if proposal is None:
        return no("TARGET", f"nothing called {target}: name an option, a live proposal or text")
    return proposal.id, ""


def support(at: Moment, move: m.Support) -> Ruling:
    if problem := text_problem(move.text, needed=False):
        return problem
    found = _target(at, move.target)
    if isinstance(found, Rejection):
        return found
    target, issue = found
    if at.state.stances.get(target, {}).get(at.seat) is True:
        return no("SAME", f"you are on record for {target} already")
    outs = [Out(e.Supported(target, move.text, issue))]
    old = at.state.positions.get(at.seat, {}).get(issue, "") if issue else ""
    if issue and old != target and at.kind in (SeatKind.PARTY, SeatKind.CONSULTATIVE):
        outs.append(Out(e.PositionTaken(issue, old, target, "support")))
    return outs


def oppose(at: Moment, move: m.Oppose) -> Ruling:
    if problem := text_problem(move.text, needed=False):
        return problem
    found = _target(at, move.target)
    if isinstance(found, Rejection):
        return found
    target, issue = found
    if move.option and (target not in at.state.proposals or move.option not in at.state.proposals[target].options):
        return no("CLAUSE", f"{move.option} is no clause of {target}")
    if at.state.stances.get(target, {}).get(at.seat) is False:
        return no("SAME", f"you are on record against {target} already")
    return [Out(e.Opposed(target, move.text, issue, move.option or (target if issue else "")))]


def sponsor(at: Moment, move: m.Sponsor) -> Ruling:
    proposal = at.proposal(move.proposal)
    if proposal is None or proposal.id.startswith("T"):
        return no("PROPOSAL", _no_proposal(at, move.proposal))
    if at.seat in proposal.sponsors:
        return no("SAME", f"you sponsor {proposal.id} already")
    return [Out(e.Sponsored(proposal.id))]


def reserve(at: Moment, move: m.Reserve) -> Ruling:
    if problem := text_problem(move.text, needed=False):
        return problem
    proposal = at.proposal(move.target)
    if proposal is None:
        return no("PROPOSAL", f"no live proposal or text called {move.target}")
    if move.option not in proposal.options:
        return no("CLAUSE", f"{move.option} is no clause of {proposal.id}")
    if (at.seat, move.option) in proposal.reservations:
        return no("SAME", f"your reservation on {move.option} stands already")
    return [Out(e.Reserved(proposal.id, move.option, move.text))]


def offer_deal(at: Moment, move: m.OfferDeal) -> Ruling:
    if problem := text_problem(move.text, needed=False):
        return problem
    if move.to not in at.others():
        return no("SEAT", f"{move.to or NOBODY} is not here; present are {listed(at.others(), 'and')}")
    if not move.give or not move.get:
        return no("EMPTY", "a deal has two sides: what you give and what you get")
    if problem := _deal_problem(at, (*move.give, *move.get)):
        return problem
    same = [
        d.id
        for d in at.state.deals.values()
        if (d.seat, d.to, d.give, d.get) == (at.seat, move.to, move.give, move.get)
    ]
    if same:
        return no("SAME", f"{same[0]} offered exactly that")
    number = f"D{len(at.state.deals) + 1}"
    return [
        Out(e.DealOffered(number, move.to, tuple(move.give), tuple(move.get), move.text), private(at.seat, move.to))
    ]


def _deal_problem(at: Moment, options: tuple[str, ...]) -> Rejection | None:
    """A deal is about different options of any issue on the agenda, in this stage or not."""
    table = at.game.table
    if unknown := [o for o in options if o not in table.options]:
        return no("OPTION", f"there is no option {listed(unknown)}")
    if later := [o for o in options if table.issue_of[o] not in at.state.issues]:
        return no("NOT_ON_AGENDA", f"{listed(later, 'and')} belong to no issue on the agenda")
    if len(set(options)) < len(options):
        return no("TWICE", "name each option once, as given or as got")
    return None


def _deal(at: Moment, id: str) -> Deal | Rejection:
    deal = at.state.deals.get(id)
    if deal is None or (deal.to != at.seat and deal.seat != at.seat):
        mine = sorted(d.id for d in at.state.deals.values() if d.to == at.seat and d.state == "open")
        return no("DEAL", f"no offer {id} to you; open: {listed(mine)}")
    if deal.to != at.seat:
        return no("NOT_YOURS", f"{id} is your own offer; the other side answers it")
    if deal.state != "open":
        return no("DEAL_OVER", f"{id} was {deal.state} already")
    return deal


def accept_deal(at: Moment, move: m.AcceptDeal) -> Ruling:
    deal = _deal(at, move.deal)
    if isinstance(deal, Rejection):
        return deal
    return text_problem(move.text, needed=False) or [
        Out(e.DealAccepted(deal.id, move.text), private(deal.seat, at.seat))
    ]


def decline_deal(at: Moment, move: m.DeclineDeal) -> Ruling:
    deal = _deal(at, move.deal)
    if isinstance(deal, Rejection):
        return deal
    return text_problem(move.text, needed=False) or [
        Out(e.DealDeclined(deal.id, move.text), private(deal.seat, at.seat))
    ]
