"""What the mediator and outside actors did, cards, and the clock."""

from exercise.model.event_base import Body, event
from exercise.model.value import as_floats

# Mediator


@event("floor")
class FloorGiven(Body, frozen=True):
    """The mediator gave the floor to a seat."""

    seat: str


@event("agenda")
class AgendaSet(Body, frozen=True):
    """The order of the agenda changed."""

    order: tuple[str, ...]


@event("shuttled")
class Shuttled(Body, frozen=True):
    """The mediator visited a seat."""

    to: str
    text: str


@event("text_tabled")
class TextTabled(Body, frozen=True):
    """A version of the single text was put before all."""

    id: str
    options: tuple[str, ...]
    version: int
    text: str = ""


@event("text_withdrawn")
class TextWithdrawn(Body, frozen=True):
    """The single text was taken back."""

    id: str


@event("bridged")
class Bridged(Body, frozen=True):
    """The mediator put an option between two seats."""

    seats: tuple[str, ...]
    option: str
    text: str = ""


@event("warned")
class Warned(Body, frozen=True):
    """The mediator warned of what comes without agreement."""

    text: str


@event("recessed")
class Recessed(Body, frozen=True):
    """The session was broken off."""


@event("deadlock")
class Deadlocked(Body, frozen=True):
    """The mediator declared deadlock."""

    text: str = ""


# Outside actors


@event("pressed")
class Pressed(Body, frozen=True):
    """A patron's demand on `client`; `obeyed` is the seeded draw from the patron's influence."""

    patron: str
    client: str
    option: str
    obeyed: bool
    text: str = ""


@event("pledged")
class Pledged(Body, frozen=True):
    """An outside actor promised something."""

    id: str
    dial: str
    text: str


@event("pledge_withdrawn")
class PledgeWithdrawn(Body, frozen=True):
    """A promise was taken back."""

    id: str
    text: str = ""


@event("endorsed")
class Endorsed(Body, frozen=True):
    """An outside actor praised a party."""

    party: str
    text: str = ""


# Cards


@event("inject")
class Injected(Body, frozen=True):
    """A card was played."""

    inject: str
    title: str
    text: str
    source: str = ""
    subject: str = ""


@event("asked_to_choose")
class ChoiceOpened(Body, frozen=True):
    """A seat is asked to decide on a card."""

    inject: str
    question: str
    who: tuple[str, ...]
    options: tuple[str, ...]
    default: str


@event("answer_given")
class AnswerGiven(Body, frozen=True):
    """A seat's answer to a card; only the seat and control see which one."""

    inject: str
    option: str
    text: str = ""


@event("choice")
class ChoiceMade(Body, frozen=True):
    """The decision on a card."""

    inject: str
    choice: str
    title: str = ""
    by_default: bool = False


@event("inject_planned")
class InjectPlanned(Body, frozen=True):
    """The plan of a card changed: `day` is the new day; -1 skipped, -2 held."""

    inject: str
    day: int
    why: str = ""


@event("expected")
class ExpectedRated(Body, frozen=True):
    """The facilitator noted whether the expected action of a card was met."""

    inject: str
    met: bool


@event("issue_opened")
class IssueOpened(Body, frozen=True):
    """An issue came on the agenda."""

    issue: str


@event("option_opened")
class OptionOpened(Body, frozen=True):
    """What an option waits for has happened: from now on it can be proposed."""

    option: str


@event("dial")
class DialMoved(Body, frozen=True):
    """A dial moved from `old` to `new`."""

    dial: str
    old: float
    new: float
    why: str = ""

    def __post_init__(self) -> None:
        as_floats(self, "old", "new")


@event("reservation_shifted")
class ReservationShifted(Body, frozen=True):
    """A card moved a party's reservation by so many points."""

    party: str
    points: float
    why: str = ""

    def __post_init__(self) -> None:
        as_floats(self, "points")


@event("reservation")
class ReservationMoved(Body, frozen=True):
    """A party's reservation value moved during a day."""

    party: str
    old: float
    new: float
    why: str = ""

    def __post_init__(self) -> None:
        as_floats(self, "old", "new")


# Clock


@event("opened")
class Opened(Body, frozen=True):
    """The first event of every exercise."""

    title: str
    advisory: str = ""


@event("stage")
class StageEntered(Body, frozen=True):
    """A stage began."""

    stage: str
    title: str = ""


@event("session_started")
class SessionStarted(Body, frozen=True):
    """A session began."""

    day: int
    session: int
    focus: str = ""


@event("session_ended")
class SessionEnded(Body, frozen=True):
    """A session ended."""

    why: str = ""


@event("day_ended")
class DayEnded(Body, frozen=True):
    """A day ended."""

    day: int


@event("clock")
class ClockChanged(Body, frozen=True):
    """`change` is paused, resumed, extended or stopped; `sessions` are the sessions gained."""

    change: str
    sessions: int = 0


@event("deadline")
class DeadlineReached(Body, frozen=True):
    """The last day is over."""


@event("rewound")
class Rewound(Body, frozen=True):
    """The exercise was taken back."""

    day: int
    session: int


@event("replaced")
class Replaced(Body, frozen=True):
    """Somebody else plays a seat."""

    seat: str
    player: str


@event("announced")
class Announced(Body, frozen=True):
    """A word from the facilitator."""

    text: str


@event("noted")
class Noted(Body, frozen=True):
    """A note of the facilitator."""

    text: str


@event("talks_ended")
class TalksEnded(Body, frozen=True):
    """The bargaining is over: `success` leads to the role of outsiders, failure to the exit and its aftermath."""

    success: bool
    why: str


@event("closed")
class Closed(Body, frozen=True):
    """The last event: why the exercise ended (agreement, deadline, deadlock, collapse, facilitator, limit)."""

    why: str
