"""Motions, ballots, settlements, leaving and taking part."""

from attrs import frozen

from exercise.model.event_base import Body, event

# Procedure


@event("motion")
@frozen
class Moved(Body):
    id: str
    motion: str
    subject: tuple[str, ...] = ()
    text: str = ""


@event("seconded")
@frozen
class Seconded(Body):
    id: str


@event("motion_decided")
@frozen
class MotionDecided(Body):
    id: str
    motion: str
    passed: bool
    subject: tuple[str, ...] = ()


@event("ballot_opened")
@frozen
class BallotOpened(Body):
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
@frozen
class Voted(Body):
    ballot: str
    choice: str
    text: str = ""
    proxy_for: str = ""


@event("ballot")
@frozen
class BallotClosed(Body):
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
@frozen
class Agreed(Body):
    issue: str
    option: str
    by: str = ""


@event("deferred")
@frozen
class Deferred(Body):
    issue: str
    option: str = ""


@event("reopened")
@frozen
class Reopened(Body):
    issue: str
    option: str = ""


@event("postponed")
@frozen
class Postponed(Body):
    issue: str


@event("point")
@frozen
class PointRaised(Body):
    text: str


@event("ruled")
@frozen
class Ruled(Body):
    upheld: bool
    text: str = ""


@event("role_decided")
@frozen
class RoleDecided(Body):
    option: str
    by: str = "parties"


@event("ratified")
@frozen
class Ratified(Body):
    result: bool
    text: str = ""


# Exit and participation


@event("walked_out")
@frozen
class WalkedOut(Body):
    text: str = ""


@event("returned")
@frozen
class Returned(Body):
    text: str = ""


@event("absent")
@frozen
class MarkedAbsent(Body):
    seat: str


@event("admitted")
@frozen
class Admitted(Body):
    who: str


@event("split")
@frozen
class HasSplit(Body):
    seat: str
    text: str = ""


@event("participation")
@frozen
class Participated(Body):
    choice: str
    text: str = ""


@event("declared")
@frozen
class Declared(Body):
    id: str
    option: str
    text: str = ""


@event("recognised")
@frozen
class RecognisedState(Body):
    id: str
    accept: bool
    text: str = ""


@event("imposed")
@frozen
class Imposed(Body):
    options: tuple[str, ...]
    text: str = ""
