"""The kinds that a scenario is built from: of seats, stages, decision rules and deferrals."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class SeatKind(StrEnum):
    """What a seat may do at the table."""

    PARTY = "party"
    CONSULTATIVE = "consultative"
    MEDIATOR = "mediator"
    OUTSIDE = "outside"


class StageKind(StrEnum):
    """The kind of a stage; it sets which moves are legal unless the stage says otherwise."""

    OPENING = "opening"
    PLENARY = "plenary"
    CAUCUS = "caucus"
    PROXIMITY = "proximity"
    DRAFTING = "drafting"
    BALLOT = "ballot"
    CONSULTATION = "consultation"
    PARTICIPATION = "participation"
    DECLARATION = "declaration"
    RATIFICATION = "ratification"
    EPILOGUE = "epilogue"
    DEBRIEF = "debrief"


class RuleKind(StrEnum):
    """How a ballot is decided."""

    UNANIMITY = "unanimity"
    CONSENSUS = "consensus"
    COMMUNITIES = "communities"
    MAJORITY = "majority"
    TWO_THIRDS = "two_thirds"
    WEIGHTED = "weighted"
    SIGNATORIES = "signatories"
    RECOGNITION = "recognition"
    FIAT = "fiat"


class Deferral(StrEnum):
    """What an agreed option that postpones its question counts as."""

    UNRESOLVED = "unresolved"
    PARTIAL = "partial"
    SETTLED = "settled"


MEANINGS: Final[Mapping[StrEnum, str]] = {
    SeatKind.PARTY: "a delegation that bargains and votes",
    SeatKind.CONSULTATIVE: "a delegation that speaks and proposes, and does not vote",
    SeatKind.MEDIATOR: "gives the floor, visits, drafts the text and calls votes; has no vote",
    SeatKind.OUTSIDE: "an outside actor: presses, pledges and praises from the corridor",
    StageKind.OPENING: "first statements and questions; positions may be put on record",
    StageKind.PLENARY: "debate and bargaining in the hall",
    StageKind.CAUCUS: "the same in smaller circles, without the mediator's text",
    StageKind.PROXIMITY: "parties sit apart and the mediator carries words between them",
    StageKind.DRAFTING: "work on one text until nobody gains by going on",
    StageKind.BALLOT: "votes follow one another: each issue, then the whole, or what the stage `puts`",
    StageKind.CONSULTATION: "delegations sound out those who sent them; no new proposals",
    StageKind.PARTICIPATION: "parties take part in something, contest it or boycott it",
    StageKind.DECLARATION: "a party declares something alone and others recognise it or do not",
    StageKind.RATIFICATION: "a vote at home on what was agreed",
    StageKind.EPILOGUE: "each delegation says what it does now",
    StageKind.DEBRIEF: "the talk after the exercise, out of role",
    RuleKind.UNANIMITY: "somebody says yes and nobody counts against it",
    RuleKind.CONSENSUS: "somebody says yes and nobody objects aloud",
    RuleKind.COMMUNITIES: "more than half of the parties of every community say yes",
    RuleKind.MAJORITY: "more say yes than count against it",
    RuleKind.TWO_THIRDS: "two thirds of the votes that count say yes",
    RuleKind.WEIGHTED: "the yes votes, by the weight of their seats, come up to `threshold`",
    RuleKind.SIGNATORIES: "every elector signs with a yes",
    RuleKind.RECOGNITION: "a declaration holds when `threshold` of the seats in `of` recognise it",
    RuleKind.FIAT: "a seat in `of` says yes and none of them says no",
    Deferral.UNRESOLVED: "a postponed issue counts as open",
    Deferral.PARTIAL: "the same, for scenarios whose outcomes tell postponed issues from open ones",
    Deferral.SETTLED: "it counts as settled",
}
"""What each kind is, in one line, for the reference of scenarios."""
