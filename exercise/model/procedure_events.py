"""Motions, ballots, settlements, leaving and taking part."""

from exercise.model.event_base import Body, event

# Procedure


@event("motion")
class Moved(Body, frozen=True):
    """A motion was made."""

    id: str
    motion: str
    subject: tuple[str, ...] = ()
    text: str = ""


@event("seconded")
class Seconded(Body, frozen=True):
    """A motion was seconded."""

    id: str


@event("motion_decided")
class MotionDecided(Body, frozen=True):
    """A motion passed or failed."""

    id: str
    motion: str
    passed: bool
    subject: tuple[str, ...] = ()


@event("ballot_opened")
class BallotOpened(Body, frozen=True):
    """A ballot: on what (`issue`, `package`, `motion`, `role`, `ratification`), under which rule, by which electors."""

    id: str
    what: str
    subject: str
    options: tuple[str, ...]
    rule: str
    electors: tuple[str, ...]
    advisory: tuple[str, ...] = ()
    final: bool = False


@event("voted")
class Voted(Body, frozen=True):
    """A vote with its reason."""

    ballot: str
    choice: str
    text: str = ""
    proxy_for: str = ""


@event("ballot")
class BallotClosed(Body, frozen=True):
    """The result of a ballot: who voted how, and whether it passed."""

    id: str
    what: str
    subject: str
    passed: bool
    why: str
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    final: bool = False


@event("agreed")
class Agreed(Body, frozen=True):
    """An issue was settled by an option."""

    issue: str
    option: str
    by: str = ""


@event("deferred")
class Deferred(Body, frozen=True):
    """An issue was closed by postponing it."""

    issue: str
    option: str = ""


@event("reopened")
class Reopened(Body, frozen=True):
    """A settled issue was opened again."""

    issue: str
    option: str = ""


@event("postponed")
class Postponed(Body, frozen=True):
    """An issue was put to the end of the agenda."""

    issue: str


@event("point")
class PointRaised(Body, frozen=True):
    """A point of order."""

    text: str


@event("ruled")
class Ruled(Body, frozen=True):
    """The ruling on a point of order."""

    upheld: bool
    text: str = ""


@event("role_decided")
class RoleDecided(Body, frozen=True):
    """Who decides the role of outsiders."""

    option: str
    by: str = "parties"


@event("ratified")
class Ratified(Body, frozen=True):
    """What those at home said of the agreement."""

    result: bool
    text: str = ""


# Exit and participation


@event("walked_out")
class WalkedOut(Body, frozen=True):
    """A seat left the hall."""

    text: str = ""


@event("returned")
class Returned(Body, frozen=True):
    """A seat came back."""

    text: str = ""


@event("absent")
class MarkedAbsent(Body, frozen=True):
    """A seat was taken out of the proceedings."""

    seat: str


@event("admitted")
class Admitted(Body, frozen=True):
    """A seat entered the conference."""

    who: str


@event("split")
class HasSplit(Body, frozen=True):
    """Part of a delegation broke away."""

    seat: str
    text: str = ""


@event("participation")
class Participated(Body, frozen=True):
    """A party takes part, contests or boycotts."""

    choice: str
    text: str = ""


@event("declared")
class Declared(Body, frozen=True):
    """A party declared something alone."""

    id: str
    option: str
    text: str = ""


@event("recognised")
class RecognisedState(Body, frozen=True):
    """A seat recognised a declaration, or refused to."""

    id: str
    accept: bool
    text: str = ""


@event("imposed")
class Imposed(Body, frozen=True):
    """Options hold by an outsider's fiat."""

    options: tuple[str, ...]
    text: str = ""
