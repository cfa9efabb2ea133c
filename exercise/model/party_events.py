"""What delegations said, offered and promised."""

from exercise.model.event_base import Body, event

# Debate


@event("spoke")
class Spoke(Body, frozen=True):
    text: str
    issue: str = ""


@event("argued")
class Argued(Body, frozen=True):
    id: str
    side: str
    target: str
    text: str
    issue: str = ""
    option: str = ""
    cites: tuple[str, ...] = ()


@event("asked")
class Asked(Body, frozen=True):
    id: str
    to: str
    text: str
    issue: str = ""


@event("answered")
class Answered(Body, frozen=True):
    question: str
    text: str
    issue: str = ""


@event("conceded")
class Conceded(Body, frozen=True):
    target: str
    text: str = ""
    issue: str = ""
    option: str = ""
    to: str = ""


@event("passed")
class Passed(Body, frozen=True):
    pass


@event("position")
class PositionTaken(Body, frozen=True):
    """A seat's option on record for an issue changed; `cause` is the kind of move or card behind it."""

    issue: str
    old: str
    new: str
    cause: str = ""


# Bargaining


@event("proposed")
class Proposed(Body, frozen=True):
    id: str
    options: tuple[str, ...]
    text: str = ""


@event("amended")
class Amended(Body, frozen=True):
    id: str
    parent: str
    options: tuple[str, ...]
    text: str = ""


@event("withdrawn")
class Withdrawn(Body, frozen=True):
    id: str
    text: str = ""


@event("supported")
class Supported(Body, frozen=True):
    target: str
    text: str = ""
    issue: str = ""


@event("opposed")
class Opposed(Body, frozen=True):
    target: str
    text: str = ""
    issue: str = ""
    option: str = ""


@event("sponsored")
class Sponsored(Body, frozen=True):
    id: str


@event("reserved")
class Reserved(Body, frozen=True):
    target: str
    option: str
    text: str = ""


@event("deal_offered")
class DealOffered(Body, frozen=True):
    id: str
    to: str
    give: tuple[str, ...]
    get: tuple[str, ...]
    text: str = ""


@event("deal_accepted")
class DealAccepted(Body, frozen=True):
    id: str
    text: str = ""


@event("deal_declined")
class DealDeclined(Body, frozen=True):
    id: str
    text: str = ""


@event("told")
class Told(Body, frozen=True):
    to: tuple[str, ...]
    text: str
