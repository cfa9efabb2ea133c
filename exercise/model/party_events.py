"""What delegations said, offered and promised."""

from attrs import frozen

from exercise.model.event_base import Body, event

# Debate


@event("spoke")
@frozen
class Spoke(Body):
    text: str
    issue: str = ""


@event("argued")
@frozen
class Argued(Body):
    id: str
    side: str
    target: str
    text: str
    issue: str = ""
    option: str = ""
    cites: tuple[str, ...] = ()


@event("asked")
@frozen
class Asked(Body):
    id: str
    to: str
    text: str
    issue: str = ""


@event("answered")
@frozen
class Answered(Body):
    question: str
    text: str
    issue: str = ""


@event("conceded")
@frozen
class Conceded(Body):
    target: str
    text: str = ""
    issue: str = ""
    option: str = ""
    to: str = ""


@event("passed")
@frozen
class Passed(Body):
    pass


@event("position")
@frozen
class PositionTaken(Body):
    """A seat's option on record for an issue changed; `cause` is the kind of move or card behind it."""

    issue: str
    old: str
    new: str
    cause: str = ""


# Bargaining


@event("proposed")
@frozen
class Proposed(Body):
    id: str
    options: tuple[str, ...]
    text: str = ""


@event("amended")
@frozen
class Amended(Body):
    id: str
    parent: str
    options: tuple[str, ...]
    text: str = ""


@event("withdrawn")
@frozen
class Withdrawn(Body):
    id: str
    text: str = ""


@event("supported")
@frozen
class Supported(Body):
    target: str
    text: str = ""
    issue: str = ""


@event("opposed")
@frozen
class Opposed(Body):
    target: str
    text: str = ""
    issue: str = ""
    option: str = ""


@event("sponsored")
@frozen
class Sponsored(Body):
    id: str


@event("reserved")
@frozen
class Reserved(Body):
    target: str
    option: str
    text: str = ""


@event("deal_offered")
@frozen
class DealOffered(Body):
    id: str
    to: str
    give: tuple[str, ...]
    get: tuple[str, ...]
    text: str = ""


@event("deal_accepted")
@frozen
class DealAccepted(Body):
    id: str
    text: str = ""


@event("deal_declined")
@frozen
class DealDeclined(Body):
    id: str
    text: str = ""


@event("told")
@frozen
class Told(Body):
    to: tuple[str, ...]
    text: str
