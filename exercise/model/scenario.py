"""What a facilitator writes: the scenario, its procedure, its dials and its cards.

A `Scenario` is plain data. Nothing here knows how a conference runs; the engine reads these values and never changes them.
"""

from collections.abc import Collection, Mapping
from typing import Final

from attrs import field, frozen

from exercise.model.kinds import Deferral as Deferral
from exercise.model.kinds import RuleKind as RuleKind
from exercise.model.kinds import SeatKind as SeatKind
from exercise.model.kinds import StageKind as StageKind
from exercise.model.role import Role


@frozen
class Seat:
    """A place at the table.

    `weight` is the number of votes the seat carries under a weighted rule; `present` is False for a seat that enters only
    when it is admitted; `rivals` are the seats that lose when an outsider praises this one.
    """

    id: str
    name: str
    kind: SeatKind = SeatKind.PARTY
    community: str = ""
    weight: int = 1
    present: bool = True
    rivals: tuple[str, ...] = ()
    role: str = ""


@frozen
class Community:
    id: str
    name: str


@frozen
class Option:
    """One way to settle an issue. `deferral` marks an option that postpones the question.

    `needs` is a condition: the option can be spoken for, proposed and voted on only once it has held.
    """

    id: str
    title: str
    text: str
    slug: str = ""
    deferral: bool = False
    source: str = ""
    needs: str = ""


@frozen
class Issue:
    """A question on the agenda with its ordered options. `core` issues make up the package that has to be settled.

    `short` is what the issue is called within a sentence: `oil revenue`.
    """

    id: str
    title: str
    options: tuple[Option, ...]
    short: str = ""
    dimension: str = ""
    core: bool = True
    opened: bool = True
    note: str = ""


@frozen
class Coherence:
    """A rule about options that do not fit together: with option `given`, none of `excluded` and only `allowed` per issue."""

    given: str
    why: str
    excluded: tuple[str, ...] = ()
    allowed: Mapping[str, tuple[str, ...]] = field(factory=dict)


@frozen
class ReferencePackage:
    id: str
    name: str
    options: tuple[str, ...]


@frozen
class Rule:
    """A decision rule.

    `of` names the electors (empty: every voting party). `threshold` is the number of votes that a weighted rule needs, or of
    seats that have to recognise a declaration before it takes effect under a rule of recognition (0: all of them).
    `vetoes` with `veto_count` is a blocking rule: the ballot fails when that many of the named seats vote no.
    `quorum` is the least number of electors that must vote, under a weighted rule the least number of votes.
    `signs_for` lets a patron vote for its clients. Abstentions and absences each count as `no`, as `yes`, or are `ignored`;
    under a consensus an absence is no objection, and a signature or a decision by fiat has to be given with a yes.
    """

    id: str
    kind: RuleKind
    of: tuple[str, ...] = ()
    threshold: int = 0
    quorum: int = 0
    vetoes: tuple[str, ...] = ()
    veto_count: int = 1
    signs_for: Mapping[str, tuple[str, ...]] = field(factory=dict)
    abstain: str = "ignored"
    absent: str = "no"


@frozen
class Gate:
    """An exit of a stage: it may be taken when `when` holds (always, where empty). The first open gate in order is taken."""

    to: str
    when: str = ""


@frozen
class Stage:
    """One phase of the procedure.

    A stage lasts until the end of day `until_day`, or for `sessions` sessions, or until its purpose is reached, whichever
    comes first. `table` names the seats (empty: everybody). `rotate` takes the issues one by one, a session each.
    `locks` makes what is agreed here final. `final` marks a ballot that ends the talks. `corridor` lets outside actors take
    the floor. `adds` and `removes` change the moves that the kind allows. A stage opens its issues when it begins.
    `puts` are options that a ballot stage puts to the vote as one text, whatever was proposed.
    """

    id: str
    kind: StageKind
    title: str
    text: str = ""
    table: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    rule: str = ""
    until_day: int = -1
    sessions: int = 0
    rotate: bool = False
    corridor: bool = False
    locks: bool = False
    final: bool = True
    puts: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()
    next: tuple[Gate, ...] = ()


@frozen
class Clock:
    """Days and sessions, and what moves cost in minutes of exercise time.

    `deadline` is hard, soft (a motion to stop the clock adds sessions, at most `extensions` times) or none.
    `dated` maps a first day to a date for display only.
    """

    days: int
    first_day: int = 1
    sessions: tuple[str, ...] = ("morning", "afternoon", "evening")
    session_minutes: int = 180
    deadline: str = "hard"
    extensions: int = 0
    costs: Mapping[str, int] = field(factory=dict)


@frozen
class Dial:
    """A pressure on the talks from 0 to 100. `better` says which way is good for the talks: up, down or neither."""

    id: str
    name: str
    start: float
    reads: str = ""
    better: str = "up"


@frozen
class Effects:
    """What a card, a choice or an event does."""

    dials: Mapping[str, float] = field(factory=dict)
    floors: Mapping[str, tuple[float, float]] = field(factory=dict)
    reservations: Mapping[str, float] = field(factory=dict)
    lose_sessions: int = 0
    opens: tuple[str, ...] = ()
    admits: str = ""
    withdraws_text: bool = False


@frozen
class ChoiceOption:
    id: str
    title: str
    text: str = ""
    effects: Effects = field(factory=Effects)


@frozen
class Choice:
    """A decision that a card asks of seats. `rule` is any, joint (two communities), majority or each."""

    question: str
    who: tuple[str, ...]
    rule: str
    options: tuple[ChoiceOption, ...]
    default: str
    within: int = 2


@frozen
class Pressure:
    """A patron's demand on clients; each of the three may be `draw`."""

    patron: str
    clients: tuple[str, ...]
    option: str


@frozen
class Inject:
    """A scheduled new fact: when it may come, what it does and what participants are expected to do.

    A card with `at` is outside the plan: it comes with `success` or `failure` of the talks, or with the stage that `at` names.
    """

    id: str
    title: str
    text: str
    kind: str = ""
    source: str = ""
    sensitive: bool = False
    to: tuple[str, ...] = ()
    window: tuple[int, int] | None = None
    at: str = ""
    when: str = ""
    after: str = ""
    after_days: int = 1
    unless: str = ""
    only: str = ""
    effects: Effects = field(factory=Effects)
    subject: tuple[str, ...] = ()
    endorse: str = ""
    pressure: Pressure | None = None
    choice: Choice | None = None
    expected: str = ""
    feeds: tuple[str, ...] = ()
    note: str = ""


@frozen
class Deck:
    id: str
    title: str
    plan: Mapping[str, int]
    text: str = ""


@frozen
class FailureMode:
    """A prediction with its test. `kind` is failure or success; the three expressions are in the expression language.

    `counts` says what the test takes for it where the log cannot show the thing itself.
    """

    id: str
    name: str
    kind: str
    claims: tuple[str, ...]
    says: str
    test: str
    severity: int = 0
    observable: str = ""
    warning: str = ""
    evidence: tuple[str, ...] = ()
    mitigates: str = ""
    counts: str = ""


@frozen
class OutcomeName:
    """A name for how an exercise ended; the first whose test holds is taken."""

    id: str
    name: str
    when: str
    text: str = ""


@frozen
class ScoreboardRow:
    """A question on which the sources differ: what each says, and the expression under which each is borne out."""

    id: str
    question: str
    says: Mapping[str, str]
    borne_out: Mapping[str, str]
    look_at: str = ""
    evidence: tuple[str, ...] = ()

    def verdict(self, source: str, borne: Collection[str]) -> str:
        """What became of the answer of a source, where the exercise bears out the sources `borne`; what nothing in an
        exercise can show, such as the size of a population, is not put to the test by one."""
        if source in borne:
            return "borne out"
        return "not borne out" if source in self.borne_out else "not tested here"


@frozen
class Claim:
    """A numbered claim of a source, in our words."""

    id: str
    text: str
    source: str


@frozen
class Source:
    id: str
    title: str
    text: str = ""


@frozen
class Difficulty:
    id: str
    title: str
    shift: float


@frozen
class Settings:
    """Switches of a scenario.

    `red_lines` is bind or warn; `drift_limit` bounds in points how far a reservation moves; `dial_limit` how far a dial moves a
    day; `pledge` is what a promise adds to its dial; `events` ends a log that grows without end; `weights` names the profile.
    """

    red_lines: str = "bind"
    all_or_nothing: bool = True
    deferral: Deferral = Deferral.UNRESOLVED
    drift_limit: float = 5.0
    dial_limit: float = 20.0
    injects_a_day: int = 3
    events: int = 5000
    pledge: float = 4.0
    weights: str = "core"


@frozen
class Scenario:
    """Everything an exercise needs. Roles are held apart from the rest, because they are the secrets."""

    id: str
    title: str
    summary: str
    clock: Clock
    seats: tuple[Seat, ...]
    issues: tuple[Issue, ...]
    stages: tuple[Stage, ...]
    rules: tuple[Rule, ...]
    roles: Mapping[str, Role]
    communities: tuple[Community, ...] = ()
    level: str = ""
    minutes: int = 0
    teaches: str = ""
    advisory: str = ""
    honesty: str = ""
    settings: Settings = field(factory=Settings)
    coherence: tuple[Coherence, ...] = ()
    reference_packages: tuple[ReferencePackage, ...] = ()
    dials: tuple[Dial, ...] = ()
    drift: Mapping[str, Mapping[str, float]] = field(factory=dict)
    reactions: Mapping[str, Effects] = field(factory=dict)
    injects: tuple[Inject, ...] = ()
    decks: tuple[Deck, ...] = ()
    deck: str = ""
    difficulties: tuple[Difficulty, ...] = ()
    findings: tuple[FailureMode, ...] = ()
    outcomes: tuple[OutcomeName, ...] = ()
    scoreboard: tuple[ScoreboardRow, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    themes: tuple[str, ...] = ()
    success_stage: str = ""
    failure_stage: str = ""


COSTS: Final[Mapping[str, int]] = {
    "speak": 12, "argue": 12, "ask": 6, "answer": 8, "concede": 8, "pass": 2,
    "propose": 15, "amend": 10, "withdraw": 4, "support": 4, "oppose": 4, "sponsor": 3, "reserve": 4,
    "offer_deal": 10, "accept_deal": 4, "decline_deal": 3, "tell": 2,
    "motion": 5, "second": 1, "vote": 3, "point_of_order": 5, "rule": 5,
    "walk_out": 10, "return": 15, "participate": 10, "declare": 20, "recognise_state": 10, "impose": 30,
    "recognise": 1, "set_agenda": 5, "shuttle": 15, "table_text": 25, "revise_text": 15, "bridge": 12, "warn": 4,
    "call_vote": 5, "recess": 60, "declare_deadlock": 10,
    "press": 10, "pledge": 10, "withdraw_pledge": 5, "endorse": 10, "choose": 2,
}  # fmt: skip
"""Minutes of exercise time that a move takes where the scenario's clock does not say otherwise."""
