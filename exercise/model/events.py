"""What happened. An exercise is the list of its events; everything else is derived from it."""

from collections.abc import Callable
from typing import ClassVar, Literal, TypeVar

from attrs import frozen

T = TypeVar("T", bound=type)
EVENTS: dict[str, type["Body"]] = {}

ALL: Literal["all"] = "all"
CONTROL: Literal["control"] = "control"
CLOCK: Literal["clock"] = "clock"
FACILITATOR: Literal["facilitator"] = "facilitator"


def _event(kind: str) -> Callable[[T], T]:
    def register(cls: T) -> T:
        cls.kind = kind  # type: ignore[attr-defined]
        EVENTS[kind] = cls  # type: ignore[assignment]
        return cls

    return register


@frozen
class Body:
    """Base of all event contents; `kind` is the word used in transcripts and expressions."""

    kind: ClassVar[str] = ""


@frozen
class Event:
    """One entry of the log.

    `n` counts from 1. `seat` is who acted: a seat, `facilitator`, or `clock` for what the procedure does by itself.
    `to` says who may know: everybody, control, or the named seats (control always may). `minutes` is exercise time spent.
    """

    n: int
    day: int
    session: int
    seat: str
    to: str | tuple[str, ...]
    body: Body
    minutes: int = 0


# Debate


@_event("spoke")
@frozen
class Spoke(Body):
    text: str
    issue: str = ""


@_event("argued")
@frozen
class Argued(Body):
    id: str
    side: str
    target: str
    text: str
    issue: str = ""
    option: str = ""
    cites: tuple[str, ...] = ()


@_event("asked")
@frozen
class Asked(Body):
    id: str
    to: str
    text: str
    issue: str = ""


@_event("answered")
@frozen
class Answered(Body):
    question: str
    text: str
    issue: str = ""


@_event("conceded")
@frozen
class Conceded(Body):
    target: str
    text: str = ""
    issue: str = ""
    option: str = ""
    to: str = ""


@_event("passed")
@frozen
class Passed(Body):
    pass


@_event("position")
@frozen
class PositionTaken(Body):
    """A seat's option on record for an issue changed; `cause` is the kind of move or card behind it."""

    issue: str
    old: str
    new: str
    cause: str = ""


# Bargaining


@_event("proposed")
@frozen
class Proposed(Body):
    id: str
    options: tuple[str, ...]
    text: str = ""


@_event("amended")
@frozen
class Amended(Body):
    id: str
    parent: str
    options: tuple[str, ...]
    text: str = ""


@_event("withdrawn")
@frozen
class Withdrawn(Body):
    id: str
    text: str = ""


@_event("supported")
@frozen
class Supported(Body):
    target: str
    text: str = ""
    issue: str = ""


@_event("opposed")
@frozen
class Opposed(Body):
    target: str
    text: str = ""
    issue: str = ""
    option: str = ""


@_event("sponsored")
@frozen
class Sponsored(Body):
    id: str


@_event("reserved")
@frozen
class Reserved(Body):
    target: str
    option: str
    text: str = ""


@_event("deal_offered")
@frozen
class DealOffered(Body):
    id: str
    to: str
    give: tuple[str, ...]
    get: tuple[str, ...]
    text: str = ""


@_event("deal_accepted")
@frozen
class DealAccepted(Body):
    id: str
    text: str = ""


@_event("deal_declined")
@frozen
class DealDeclined(Body):
    id: str
    text: str = ""


@_event("told")
@frozen
class Told(Body):
    to: tuple[str, ...]
    text: str


# Procedure


@_event("motion")
@frozen
class Moved(Body):
    id: str
    motion: str
    subject: tuple[str, ...] = ()
    text: str = ""


@_event("seconded")
@frozen
class Seconded(Body):
    id: str


@_event("motion_decided")
@frozen
class MotionDecided(Body):
    id: str
    motion: str
    passed: bool
    subject: tuple[str, ...] = ()


@_event("ballot_opened")
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


@_event("voted")
@frozen
class Voted(Body):
    ballot: str
    choice: str
    text: str = ""
    proxy_for: str = ""


@_event("ballot")
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


@_event("agreed")
@frozen
class Agreed(Body):
    issue: str
    option: str
    by: str = ""


@_event("deferred")
@frozen
class Deferred(Body):
    issue: str
    option: str = ""


@_event("reopened")
@frozen
class Reopened(Body):
    issue: str
    option: str = ""


@_event("postponed")
@frozen
class Postponed(Body):
    issue: str


@_event("point")
@frozen
class PointRaised(Body):
    text: str


@_event("ruled")
@frozen
class Ruled(Body):
    upheld: bool
    text: str = ""


@_event("role_decided")
@frozen
class RoleDecided(Body):
    option: str
    by: str = "parties"


@_event("ratified")
@frozen
class Ratified(Body):
    result: bool
    text: str = ""


# Exit and participation


@_event("walked_out")
@frozen
class WalkedOut(Body):
    text: str = ""


@_event("returned")
@frozen
class Returned(Body):
    text: str = ""


@_event("absent")
@frozen
class MarkedAbsent(Body):
    seat: str


@_event("admitted")
@frozen
class Admitted(Body):
    who: str


@_event("split")
@frozen
class HasSplit(Body):
    seat: str
    text: str = ""


@_event("participation")
@frozen
class Participated(Body):
    choice: str
    text: str = ""


@_event("declared")
@frozen
class Declared(Body):
    id: str
    option: str
    text: str = ""


@_event("recognised")
@frozen
class RecognisedState(Body):
    id: str
    accept: bool
    text: str = ""


@_event("imposed")
@frozen
class Imposed(Body):
    options: tuple[str, ...]
    text: str = ""


# Mediator


@_event("floor")
@frozen
class FloorGiven(Body):
    seat: str


@_event("agenda")
@frozen
class AgendaSet(Body):
    order: tuple[str, ...]


@_event("shuttled")
@frozen
class Shuttled(Body):
    to: str
    text: str


@_event("text_tabled")
@frozen
class TextTabled(Body):
    id: str
    options: tuple[str, ...]
    version: int
    text: str = ""


@_event("text_withdrawn")
@frozen
class TextWithdrawn(Body):
    id: str


@_event("bridged")
@frozen
class Bridged(Body):
    seats: tuple[str, ...]
    option: str
    text: str = ""


@_event("warned")
@frozen
class Warned(Body):
    text: str


@_event("recessed")
@frozen
class Recessed(Body):
    pass


@_event("deadlock")
@frozen
class Deadlocked(Body):
    text: str = ""


# Outside actors


@_event("pressed")
@frozen
class Pressed(Body):
    """A patron's demand on `client`; `obeyed` is the seeded draw from the patron's influence."""

    patron: str
    client: str
    option: str
    obeyed: bool
    text: str = ""


@_event("pledged")
@frozen
class Pledged(Body):
    id: str
    dial: str
    text: str


@_event("pledge_withdrawn")
@frozen
class PledgeWithdrawn(Body):
    id: str
    text: str = ""


@_event("endorsed")
@frozen
class Endorsed(Body):
    party: str
    text: str = ""


# Cards


@_event("inject")
@frozen
class Injected(Body):
    inject: str
    title: str
    text: str
    source: str = ""
    subject: str = ""


@_event("asked_to_choose")
@frozen
class ChoiceOpened(Body):
    inject: str
    question: str
    who: tuple[str, ...]
    options: tuple[str, ...]
    default: str


@_event("answer_given")
@frozen
class AnswerGiven(Body):
    """A seat's answer to a card; only the seat and control see which one."""

    inject: str
    option: str
    text: str = ""


@_event("choice")
@frozen
class ChoiceMade(Body):
    inject: str
    choice: str
    title: str = ""
    by_default: bool = False


@_event("inject_planned")
@frozen
class InjectPlanned(Body):
    """The plan of a card changed: `day` is the new day; -1 skipped, -2 held."""

    inject: str
    day: int
    why: str = ""


@_event("expected")
@frozen
class ExpectedRated(Body):
    inject: str
    met: bool


@_event("issue_opened")
@frozen
class IssueOpened(Body):
    issue: str


@_event("option_opened")
@frozen
class OptionOpened(Body):
    """What an option waits for has happened: from now on it can be proposed."""

    option: str


@_event("dial")
@frozen
class DialMoved(Body):
    dial: str
    old: float
    new: float
    why: str = ""


@_event("reservation_shifted")
@frozen
class ReservationShifted(Body):
    """A card moved a party's reservation by so many points."""

    party: str
    points: float
    why: str = ""


@_event("reservation")
@frozen
class ReservationMoved(Body):
    party: str
    old: float
    new: float
    why: str = ""


# Clock


@_event("opened")
@frozen
class Opened(Body):
    """The first event of every exercise."""

    title: str
    advisory: str = ""


@_event("stage")
@frozen
class StageEntered(Body):
    stage: str
    title: str = ""


@_event("session_started")
@frozen
class SessionStarted(Body):
    day: int
    session: int
    focus: str = ""


@_event("session_ended")
@frozen
class SessionEnded(Body):
    why: str = ""


@_event("day_ended")
@frozen
class DayEnded(Body):
    day: int


@_event("clock")
@frozen
class ClockChanged(Body):
    """`change` is paused, resumed, extended or stopped; `sessions` are the sessions gained."""

    change: str
    sessions: int = 0


@_event("deadline")
@frozen
class DeadlineReached(Body):
    pass


@_event("rewound")
@frozen
class Rewound(Body):
    day: int
    session: int


@_event("replaced")
@frozen
class Replaced(Body):
    seat: str
    player: str


@_event("announced")
@frozen
class Announced(Body):
    text: str


@_event("noted")
@frozen
class Noted(Body):
    text: str


@_event("talks_ended")
@frozen
class TalksEnded(Body):
    """The bargaining is over: `success` leads to the role of outsiders, failure to the exit and its aftermath."""

    success: bool
    why: str


@_event("closed")
@frozen
class Closed(Body):
    """The last event: why the exercise ended (agreement, deadline, deadlock, collapse, facilitator, limit)."""

    why: str
