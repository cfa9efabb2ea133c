"""What delegations said, offered and promised."""

from exercise.model.event_base import Body, event

# Debate


@event("spoke")
class Spoke(Body, frozen=True):
    """A statement in the hall."""

    text: str
    issue: str = ""


@event("argued")
class Argued(Body, frozen=True):
    """An argument for or against something; `target` is an option, a proposal or another argument."""

    id: str
    side: str
    target: str
    text: str
    issue: str = ""
    option: str = ""
    cites: tuple[str, ...] = ()


@event("asked")
class Asked(Body, frozen=True):
    """A question to a seat."""

    id: str
    to: str
    text: str
    issue: str = ""


@event("answered")
class Answered(Body, frozen=True):
    """The answer to a question."""

    question: str
    text: str
    issue: str = ""


@event("conceded")
class Conceded(Body, frozen=True):
    """A seat gave way to an option or an argument."""

    target: str
    text: str = ""
    issue: str = ""
    option: str = ""
    to: str = ""


@event("passed")
class Passed(Body, frozen=True):
    """A seat left the floor to the next."""


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
    """A proposal with its options."""

    id: str
    options: tuple[str, ...]
    text: str = ""


@event("amended")
class Amended(Body, frozen=True):
    """A proposal made out of another one."""

    id: str
    parent: str
    options: tuple[str, ...]
    text: str = ""


@event("withdrawn")
class Withdrawn(Body, frozen=True):
    """A proposal was taken back."""

    id: str
    text: str = ""


@event("supported")
class Supported(Body, frozen=True):
    """A seat went on record for something."""

    target: str
    text: str = ""
    issue: str = ""


@event("opposed")
class Opposed(Body, frozen=True):
    """A seat went on record against something."""

    target: str
    text: str = ""
    issue: str = ""
    option: str = ""


@event("sponsored")
class Sponsored(Body, frozen=True):
    """A seat put its name under a proposal."""

    id: str


@event("reserved")
class Reserved(Body, frozen=True):
    """A seat held back on one clause."""

    target: str
    option: str
    text: str = ""


@event("deal_offered")
class DealOffered(Body, frozen=True):
    """A side deal was offered."""

    id: str
    to: str
    give: tuple[str, ...]
    get: tuple[str, ...]
    text: str = ""


@event("deal_accepted")
class DealAccepted(Body, frozen=True):
    """A side deal was accepted."""

    id: str
    text: str = ""


@event("deal_declined")
class DealDeclined(Body, frozen=True):
    """A side deal was declined."""

    id: str
    text: str = ""


@event("told")
class Told(Body, frozen=True):
    """A private word."""

    to: tuple[str, ...]
    text: str
