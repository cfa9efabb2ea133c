"""What the mediator and outside actors did, cards, and the clock."""

from attrs import frozen

from exercise.model.event_base import Body, event

# Mediator


@event("floor")
@frozen
class FloorGiven(Body):
    seat: str


@event("agenda")
@frozen
class AgendaSet(Body):
    order: tuple[str, ...]


@event("shuttled")
@frozen
class Shuttled(Body):
    to: str
    text: str


@event("text_tabled")
@frozen
class TextTabled(Body):
    id: str
    options: tuple[str, ...]
    version: int
    text: str = ""


@event("text_withdrawn")
@frozen
class TextWithdrawn(Body):
    id: str


@event("bridged")
@frozen
class Bridged(Body):
    seats: tuple[str, ...]
    option: str
    text: str = ""


@event("warned")
@frozen
class Warned(Body):
    text: str


@event("recessed")
@frozen
class Recessed(Body):
    pass


@event("deadlock")
@frozen
class Deadlocked(Body):
    text: str = ""


# Outside actors


@event("pressed")
@frozen
class Pressed(Body):
    """A patron's demand on `client`; `obeyed` is the seeded draw from the patron's influence."""

    patron: str
    client: str
    option: str
    obeyed: bool
    text: str = ""


@event("pledged")
@frozen
class Pledged(Body):
    id: str
    dial: str
    text: str


@event("pledge_withdrawn")
@frozen
class PledgeWithdrawn(Body):
    id: str
    text: str = ""


@event("endorsed")
@frozen
class Endorsed(Body):
    party: str
    text: str = ""


# Cards


@event("inject")
@frozen
class Injected(Body):
    inject: str
    title: str
    text: str
    source: str = ""
    subject: str = ""


@event("asked_to_choose")
@frozen
class ChoiceOpened(Body):
    inject: str
    question: str
    who: tuple[str, ...]
    options: tuple[str, ...]
    default: str


@event("answer_given")
@frozen
class AnswerGiven(Body):
    """A seat's answer to a card; only the seat and control see which one."""

    inject: str
    option: str
    text: str = ""


@event("choice")
@frozen
class ChoiceMade(Body):
    inject: str
    choice: str
    title: str = ""
    by_default: bool = False


@event("inject_planned")
@frozen
class InjectPlanned(Body):
    """The plan of a card changed: `day` is the new day; -1 skipped, -2 held."""

    inject: str
    day: int
    why: str = ""


@event("expected")
@frozen
class ExpectedRated(Body):
    inject: str
    met: bool


@event("issue_opened")
@frozen
class IssueOpened(Body):
    issue: str


@event("option_opened")
@frozen
class OptionOpened(Body):
    """What an option waits for has happened: from now on it can be proposed."""

    option: str


@event("dial")
@frozen
class DialMoved(Body):
    dial: str
    old: float
    new: float
    why: str = ""


@event("reservation_shifted")
@frozen
class ReservationShifted(Body):
    """A card moved a party's reservation by so many points."""

    party: str
    points: float
    why: str = ""


@event("reservation")
@frozen
class ReservationMoved(Body):
    party: str
    old: float
    new: float
    why: str = ""


# Clock


@event("opened")
@frozen
class Opened(Body):
    """The first event of every exercise."""

    title: str
    advisory: str = ""


@event("stage")
@frozen
class StageEntered(Body):
    stage: str
    title: str = ""


@event("session_started")
@frozen
class SessionStarted(Body):
    day: int
    session: int
    focus: str = ""


@event("session_ended")
@frozen
class SessionEnded(Body):
    why: str = ""


@event("day_ended")
@frozen
class DayEnded(Body):
    day: int


@event("clock")
@frozen
class ClockChanged(Body):
    """`change` is paused, resumed, extended or stopped; `sessions` are the sessions gained."""

    change: str
    sessions: int = 0


@event("deadline")
@frozen
class DeadlineReached(Body):
    pass


@event("rewound")
@frozen
class Rewound(Body):
    day: int
    session: int


@event("replaced")
@frozen
class Replaced(Body):
    seat: str
    player: str


@event("announced")
@frozen
class Announced(Body):
    text: str


@event("noted")
@frozen
class Noted(Body):
    text: str


@event("talks_ended")
@frozen
class TalksEnded(Body):
    """The bargaining is over: `success` leads to the role of outsiders, failure to the exit and its aftermath."""

    success: bool
    why: str


@event("closed")
@frozen
class Closed(Body):
    """The last event: why the exercise ended (agreement, deadline, deadlock, collapse, facilitator, limit)."""

    why: str
