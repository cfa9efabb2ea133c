"""Decision rules: who votes, what a vote counts, whether a ballot is carried and why."""

from collections.abc import Collection, Iterator, Mapping
from typing import assert_never

from attrs import frozen

from exercise.engine.game import Game
from exercise.engine.permission import seat_moves
from exercise.model.scenario import Rule, RuleKind
from exercise.model.state import Ballot, State

MOTION_RULE = Rule(id="motion", kind=RuleKind.MAJORITY, absent="ignored")
"""Motions pass by a majority of those who vote."""


@frozen
class Tally:
    """Votes sorted, and the verdict with its reason in plain English."""

    passed: bool
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstain: tuple[str, ...]
    absent: tuple[str, ...]


def rule_of(game: Game, ballot: Ballot) -> Rule:
    return MOTION_RULE if ballot.rule == "motion" else game.table.rules[ballot.rule]


def electors(game: Game, rule: Rule) -> tuple[str, ...]:
    """All who have a vote under a rule, present or not: those named, patrons, and the clients who vote through them."""
    named = rule.of or game.table.parties
    clients = tuple(client for patron in rule.signs_for for client in rule.signs_for[patron])
    return tuple(dict.fromkeys((*named, *rule.signs_for, *clients)))


def waiting(game: Game, state: State) -> tuple[str, ...]:
    """Electors and advisers of the open ballot who are here and have not voted yet."""
    return tuple(still_to_vote(game, state, state.ballot)) if state.ballot is not None else ()


def still_to_vote(game: Game, state: State, ballot: Ballot) -> Iterator[str]:
    """The same, found one by one."""
    patrons, votes = rule_of(game, ballot).signs_for, ballot.votes
    spoken_for = [client for patron in patrons if _able(game, state, patron) for client in patrons[patron]]
    for seat in (*ballot.electors, *ballot.advisory):
        if seat not in votes and seat not in spoken_for and _able(game, state, seat):
            yield seat


def _able(game: Game, state: State, seat: str) -> bool:
    """Whether a seat is here to vote."""
    return seat in state.present and seat not in state.away and may_vote(game, state, seat)


def may_vote(game: Game, state: State, seat: str) -> bool:
    """Whether office and stage let a seat vote at all: a ballot never waits for one that cannot."""
    return "vote" in seat_moves(game.table, state.stage, seat)


def tally(game: Game, state: State, ballot: Ballot) -> Tally:
    """The result of a ballot as it stands."""
    rule = rule_of(game, ballot)
    votes = {seat: ballot.votes.get(seat, "absent") for seat in ballot.electors}
    by = {word: tuple(s for s, v in votes.items() if v == word) for word in ("yes", "no", "abstain", "absent")}
    passed, why = judged(game, rule, votes)
    return Tally(passed, why, by["yes"], by["no"], by["abstain"], by["absent"])


def judged(game: Game, rule: Rule, votes: Mapping[str, str]) -> tuple[bool, str]:
    """Whether a rule carries what was voted on, and why; every elector voted yes, no or abstain, or is absent."""
    passed, why = _verdict(game, rule, votes)
    voted = _size(game, rule, [seat for seat in votes if votes[seat] != "absent"])
    if passed and voted < rule.quorum:
        passed, why = False, f"no quorum: {voted} of {rule.quorum} voted"
    against = [seat for seat in rule.vetoes if votes.get(seat) == "no"]
    if rule.vetoes and len(against) >= rule.veto_count:
        passed, why = False, f"blocked: {len(against)} of the {rule.veto_count} noes that block it came in"
    elif rule.vetoes and against:
        why += f"; {len(against)} of the {rule.veto_count} noes that would block it"
    return passed, why


def _size(game: Game, rule: Rule, seats: Collection[str]) -> int:
    """How many votes these seats have: their weight under a weighted rule, else one each."""
    return sum(game.table.seats[seat].weight for seat in seats) if rule.kind is RuleKind.WEIGHTED else len(seats)


def _counted(rule: Rule, votes: Mapping[str, str]) -> dict[str, str]:
    """Votes with abstentions and absences turned into what the rule takes them for."""
    means = {"abstain": rule.abstain, "absent": rule.absent}
    read = {seat: means.get(vote, vote) for seat, vote in votes.items()}
    return {seat: vote for seat, vote in read.items() if vote != "ignored"}


def _verdict(game: Game, rule: Rule, votes: Mapping[str, str]) -> tuple[bool, str]:
    counted = _counted(rule, votes)
    yes = [seat for seat, vote in counted.items() if vote == "yes"]
    against = [seat for seat, vote in counted.items() if vote == "no"]
    match rule.kind:
        case RuleKind.UNANIMITY:
            return bool(yes) and not against, f"{len(yes)} of {len(counted)} for; all are needed"
        case RuleKind.CONSENSUS:
            loud = [seat for seat in against if votes[seat] != "absent"]
            why = f"{len(loud)} objected" if loud else "nobody objected" if yes else "nobody spoke for it"
            return bool(yes) and not loud, why
        case RuleKind.COMMUNITIES:
            return _communities(game, counted)
        case RuleKind.MAJORITY:
            return len(yes) > len(against), f"{len(yes)} for, {len(against)} against"
        case RuleKind.TWO_THIRDS:
            return 3 * len(yes) >= 2 * len(counted) > 0, f"{len(yes)} of {len(counted)} for; two thirds are needed"
        case RuleKind.WEIGHTED:
            weight = _size(game, rule, yes)
            return weight >= rule.threshold > 0, f"{weight} votes for; {rule.threshold} are needed"
        case RuleKind.SIGNATORIES:
            missing = [seat for seat in votes if votes[seat] != "yes"]
            return not missing, "all signed" if not missing else f"{len(missing)} of {len(votes)} did not sign"
        case RuleKind.RECOGNITION:
            needed = rule.threshold or len(votes)
            return len(yes) >= needed, f"{len(yes)} recognise it; {needed} are needed"
        case RuleKind.FIAT:
            refused = [seat for seat, vote in votes.items() if vote == "no"]
            made = any(vote == "yes" for vote in votes.values()) and not refused
            return made, "decided from outside" if made else "not decided by who has the power"
        case _:
            assert_never(rule.kind)


def _communities(game: Game, counted: Mapping[str, str]) -> tuple[bool, str]:
    """Each community by more than half of its parties; a party without a community counts as one of its own."""
    groups: dict[str, list[str]] = {}
    for seat in counted:
        groups.setdefault(game.table.seats[seat].community or seat, []).append(seat)
    refused = [n for n, seats in groups.items() if 2 * sum(counted[s] == "yes" for s in seats) <= len(seats)]
    names = {community.id: community.name for community in game.scenario.communities}
    if refused:
        return False, f"refused by {', '.join(names.get(n) or game.table.short(n) for n in refused)}"
    return bool(groups), f"carried in all {len(groups)} communities"
