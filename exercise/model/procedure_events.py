"""Motions, ballots, settlements, leaving and taking part."""

from exercise.model.event_base import Body, event

# Procedure


@event("motion")
class Moved(Body, frozen=True):
    id: str
    motion: str
    subject: tuple[str, ...] = ()
    text: str = ""


@event("seconded")
class Seconded(Body, frozen=True):
    id: str


@event("motion_decided")
class MotionDecided(Body, frozen=True):
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
    ballot: str
    choice: str
    text: str = ""
    proxy_for: str = ""


@event("ballot")
class BallotClosed(Body, frozen=True):
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
    issue: str
    option: str
    by: str = ""


@event("deferred")
class Deferred(Body, frozen=True):
    issue: str
    option: str = ""


@event("reopened")
class Reopened(Body, frozen=True):
    issue: str
    option: str = ""


@event("postponed")
class Postponed(Body, frozen=True):
    issue: str


@event("point")
class PointRaised(Body, frozen=True):
    text: str


@event("ruled")
class Ruled(Body, frozen=True):
    upheld: bool
    text: str = ""


@event("role_decided")
class RoleDecided(Body, frozen=True):
    option: str
    by: str = "parties"


@event("ratified")
class Ratified(Body, frozen=True):
    result: bool
    text: str = ""


# Exit and participation


@event("walked_out")
class WalkedOut(Body, frozen=True):
    text: str = ""


@event("returned")
class Returned(Body, frozen=True):
    text: str = ""


@event("absent")
class MarkedAbsent(Body, frozen=True):
    seat: str


@event("admitted")
class Admitted(Body, frozen=True):
    who: str


@event("split")
class HasSplit(Body, frozen=True):
    seat: str
    text: str = ""


@event("participation")
class Participated(Body, frozen=True):
    choice: str
    text: str = ""


@event("declared")
class Declared(Body, frozen=True):
    id: str
    option: str
    text: str = ""


@event("recognised")
class RecognisedState(Body, frozen=True):
    id: str
    accept: bool
    text: str = ""


@event("imposed")
class Imposed(Body, frozen=True):
    options: tuple[str, ...]
    text: str = ""
