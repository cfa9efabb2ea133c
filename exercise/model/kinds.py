"""The kinds that a scenario is built from: of seats, stages, decision rules and deferrals."""

from enum import StrEnum


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
