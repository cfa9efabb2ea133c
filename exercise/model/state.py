"""The state of an exercise: what the events so far amount to. It holds no log, only what the rules need to go on.

Tables that grow with the exercise keep their past versions, so that applying an event never copies them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from attrs import field, frozen

from exercise.model.events import Event
from exercise.model.series import Series
from exercise.model.value import Value
from exercise.model.versions import Versions


class Argument(Value, frozen=True):
    """A node of the flow: `answers` is the argument it attacks or supports, empty for one about an option."""

    id: str
    seat: str
    side: str
    target: str
    issue: str
    option: str
    text: str
    n: int
    answers: str = ""


class Question(Value, frozen=True):
    id: str
    seat: str
    to: str
    text: str
    issue: str
    n: int


class Proposal(Value, frozen=True):
    """A package (or part of one) put on the table; `P3.2` is the second version of P3. `text` proposals are the mediator's."""

    id: str
    seat: str
    options: tuple[str, ...]
    sponsors: tuple[str, ...]
    n: int
    parent: str = ""
    withdrawn: bool = False
    support: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()
    reservations: tuple[tuple[str, str], ...] = ()


class Deal(Value, frozen=True):
    """A side deal between two seats; `state` is open, accepted or declined."""

    id: str
    seat: str
    to: str
    give: tuple[str, ...]
    get: tuple[str, ...]
    state: str = "open"


class Motion(Value, frozen=True):
    id: str
    motion: str
    seat: str
    subject: tuple[str, ...] = ()
    text: str = ""
    seconded: bool = False


class Ballot(Value, frozen=True):
    """An open ballot; `votes` maps electors to yes, no or abstain."""

    id: str
    what: str
    subject: str
    options: tuple[str, ...]
    rule: str
    electors: tuple[str, ...]
    advisory: tuple[str, ...]
    final: bool
    votes: Mapping[str, str] = {}


class Verdict(Value, frozen=True):
    """A ballot that is over."""

    id: str
    what: str
    options: tuple[str, ...]
    passed: bool
    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstain: tuple[str, ...]
    absent: tuple[str, ...]
    n: int
    final: bool


class OpenChoice(Value, frozen=True):
    """A card waiting for an answer; `due` is the number of sessions after which the default applies."""

    inject: str
    who: tuple[str, ...]
    due: int
    answers: Mapping[str, str] = {}


class Pledge(Value, frozen=True):
    id: str
    seat: str
    dial: str
    text: str


def _places(checkpoints: Series[Checkpoint]) -> list[tuple[int, int, int]]:
    """What two lists of checkpoints are compared by: each holds all earlier ones, so that a full comparison never ends."""
    return [(past.n, past.day, past.session) for past in checkpoints]


@frozen(slots=False)
class State:
    """Everything the rules need. Built only by `engine.evolve`, read by everybody; one instance per moment.

    `minutes` are the minutes left in the session; `clock` counts sessions since the start; `record` keeps the events by kind,
    newest first, for tests and triggers; `unlocked` are the options with a condition that has held; `pressed` is the day on
    which a patron last pressed a client; `answered` holds the answers to an argument, newest first; `worded` are the ids of the
    proposals with exactly these options; `said` tells who said a text; `dial_days` are the dials at the end of each day, newest
    first; `inbox` holds the newest private words to each seat, newest first, and `sent` the number of each seat's last own;
    `checkpoints` are the starts of all sessions, newest first.
    """

    n: int = 0
    day: int = 0
    session: int = 0
    minutes: int = 0
    clock: int = 0
    started: bool = False
    sitting: bool = False
    days_done: int = -1
    stage: str = ""
    stage_clock: int = 0
    voted_here: tuple[str, ...] = ()
    skip: int = 0
    focus: str = ""
    focus_index: int = -1
    paused: bool = False
    closed: bool = False
    ended: str = ""
    success: bool = False
    deadline: bool = False
    added_sessions: int = 0
    extensions: int = 0
    queue: tuple[str, ...] = ()
    idle: int = 0
    debate_closed: bool = False
    present: frozenset[str] = frozenset()
    away: Mapping[str, str] = field(factory=dict)
    issues: tuple[str, ...] = ()
    unlocked: frozenset[str] = frozenset()
    agenda: tuple[str, ...] = ()
    agreed: Mapping[str, str] = field(factory=dict)
    locked: frozenset[str] = frozenset()
    postponed: frozenset[str] = frozenset()
    positions: Mapping[str, Mapping[str, str]] = field(factory=dict)
    stances: Versions[str, Mapping[str, bool]] = field(factory=Versions)
    tabled: Mapping[str, tuple[int, str]] = field(factory=dict)
    proposals: Versions[str, Proposal] = field(factory=Versions)
    worded: Versions[tuple[str, ...], tuple[str, ...]] = field(factory=Versions)
    text: str = ""
    text_version: int = 0
    arguments: Versions[str, Argument] = field(factory=Versions)
    answered: Versions[str, Series[str]] = field(factory=Versions)
    questions: Versions[str, Question] = field(factory=Versions)
    said: Versions[str, str] = field(factory=Versions)
    deals: Versions[str, Deal] = field(factory=Versions)
    motion: Motion | None = None
    ballot: Ballot | None = None
    point: str = ""
    rulings: int = 0
    verdicts: tuple[Verdict, ...] = ()
    final: Verdict | None = None
    role_option: str = ""
    role_by: str = ""
    declarations: Mapping[str, tuple[str, str]] = field(factory=dict)
    recognitions: Mapping[str, Mapping[str, bool]] = field(factory=dict)
    participation: Mapping[str, str] = field(factory=dict)
    pledges: Mapping[str, Pledge] = field(factory=dict)
    pressed: Mapping[str, int] = field(factory=dict)
    dials: Mapping[str, float] = field(factory=dict)
    dials_today: Mapping[str, float] = field(factory=dict)
    dials_at_end: Mapping[str, float] = field(factory=dict)
    dial_days: Series[Mapping[str, float]] = field(factory=Series)
    shifts: Mapping[str, float] = field(factory=dict)
    reservations: Mapping[str, float] = field(factory=dict)
    told_reservations: Mapping[str, float] = field(factory=dict)
    fired: Mapping[str, int] = field(factory=dict)
    fired_today: int = 0
    plan: Mapping[str, int] = field(factory=dict)
    choice: Mapping[str, OpenChoice] = field(factory=dict)
    chosen: Mapping[str, str] = field(factory=dict)
    players: Mapping[str, str] = field(factory=dict)
    inbox: Mapping[str, tuple[Event, ...]] = field(factory=dict)
    sent: Mapping[str, int] = field(factory=dict)
    counts: Mapping[str, int] = field(factory=dict)
    record: Mapping[str, Series[Event]] = field(factory=dict)
    checkpoints: Series[Checkpoint] = field(factory=Series, eq=_places, repr=False)

    def but(self, **changes: Any) -> State:
        """This state with some fields changed."""
        return self.after(changes)

    def after(self, changes: Mapping[str, Any]) -> State:
        """The same with the changes as a map.

        `attrs.evolve` runs the initialiser over all fields, which is most of the cost of replaying a transcript.
        """
        new = object.__new__(State)
        _fill(new, {**self.__dict__, **changes})
        return new

    def copy(self) -> State:
        """The same state once more, for somebody who is going to change it before anybody else sees it."""
        new = object.__new__(State)
        new.__dict__.update(self.__dict__)
        return new

    def take(self, changes: Mapping[str, Any]) -> State:
        """Change this very state: only for whoever has just copied it and shown it to nobody."""
        self.__dict__.update(changes)
        return self


_fill: Final = State.__dict__["__dict__"].__set__
"""Gives a state all its fields at once."""


class Checkpoint(Value, frozen=True):
    """The start of a session, to come back to. A long exercise has thousands of them, so that each is kept in little room:
    the values of the state in the order of its fields, without `record`, in which all that was known then is known later too."""

    n: int
    day: int
    session: int
    values: tuple[Any, ...]

    @classmethod
    def of(cls, state: State) -> Checkpoint:
        """The checkpoint of this state."""
        return cls(state.n, state.day, state.session, tuple({**state.__dict__, "record": {}}.values()))

    @property
    def state(self) -> State:
        """The state as it was then, but with an empty `record`."""
        new = object.__new__(State)
        _fill(new, dict(zip(_FIELDS, self.values, strict=True)))
        return new


_FIELDS: Final = tuple(State().__dict__)
"""The fields of a state; every change keeps their order."""


class Rejection(Value, frozen=True):
    """A refused move: a stable code, the reason in plain English, and the kinds of move that are legal instead."""

    code: str
    reason: str
    legal: tuple[str, ...] = ()
