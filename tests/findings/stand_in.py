"""A small conference with the ids of the Iraq scenarios and the shipped findings, and a way to tell what happened in it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from exercise.engine.evolve import evolve
from exercise.engine.facts import Facts
from exercise.engine.game import Game, Table
from exercise.model import events as e
from exercise.model.role import Role, SheetLine
from exercise.model.scenario import (
    Clock,
    Community,
    Dial,
    FailureMode,
    Gate,
    Inject,
    Issue,
    Option,
    OutcomeName,
    ReferencePackage,
    Rule,
    RuleKind,
    Scenario,
    ScoreboardRow,
    Seat,
    SeatKind,
    Settings,
    Stage,
    StageKind,
)
from exercise.model.state import State

FINDINGS = Path(__file__).parents[2] / "scenarios" / "iraq" / "findings.yaml"
PARTIES = {
    "KA": "kurd",
    "SCIRI": "shia",
    "DAWA": "shia",
    "SADR": "shia",
    "IAF": "sunni",
    "TRIB": "sunni",
    "INL": "cross",
}
OUTSIDE = ("US", "IRN", "TUR", "SYR", "JOR", "SAU")
CORE = ("FED", "OIL", "SEC", "EXE", "REL")
SIZES = {
    "FED": 6,
    "OIL": 6,
    "SEC": 6,
    "EXE": 5,
    "REL": 6,
    "INT": 5,
    "KRK": 5,
    "CTY": 5,
    "DSP": 5,
    "MIL": 5,
    "NBR": 5,
    "MIN": 5,
}
DEFERRALS = ("SEC5", "KRK4")
DIALS = {
    "violence": (50.0, "down"), "displacement": (50.0, "down"), "trust": (30.0, "up"), "war_weariness": (60.0, "neither"),
    "fighter_exhaustion": (50.0, "up"), "patron_alignment": (50.0, "up"), "enforcement": (50.0, "up"), "spoilers": (40.0, "down"),
    "fragmentation": (40.0, "down"), "public_support": (50.0, "up"), "ownership": (60.0, "up"),
}  # fmt: skip
MIDDLE = ("FED3", "OIL3", "SEC3", "EXE3", "REL3")


def _role(seat: str) -> Role:
    """Every party would sign the middle of the road; the Kurds rather more, the Sadrists rather less."""
    values = {f"{issue}{n}": 80 if n == 3 else 30 for issue in CORE for n in range(1, SIZES[issue] + 1)}
    sheet = {issue: SheetLine({o: v for o, v in values.items() if o.startswith(issue)}, "") for issue in CORE}
    weights = {"core": dict.fromkeys(CORE, 20)}
    return Role(seat, f"party {seat}", seat.title(), "", batna=50, margin=5, sheet=sheet, weights=weights)


def _seats() -> tuple[Seat, ...]:
    parties = [Seat(seat, f"party {seat}", SeatKind.PARTY, community) for seat, community in PARTIES.items()]
    outside = [Seat(seat, seat, SeatKind.OUTSIDE) for seat in OUTSIDE]
    minor = Seat("MINOR", "smaller communities", SeatKind.CONSULTATIVE, "minority")
    late = Seat("IND", "independents", SeatKind.CONSULTATIVE, "shia", present=False)
    return (*parties, minor, late, Seat("MED", "mediator", SeatKind.MEDIATOR), *outside)


def _issues() -> tuple[Issue, ...]:
    return tuple(
        Issue(
            issue,
            issue,
            tuple(Option(f"{issue}{n}", "", "", deferral=f"{issue}{n}" in DEFERRALS) for n in range(1, size + 1)),
            core=issue in CORE,
            opened=issue in CORE,
        )
        for issue, size in SIZES.items()
    )


def shipped() -> Mapping[str, Any]:
    """The shipped findings as plain words; dates and numbers stay as they are written."""
    found: Mapping[str, Any] = yaml.safe_load(FINDINGS.read_text(encoding="utf-8"))
    return found


def _modes() -> tuple[FailureMode, ...]:
    return tuple(
        FailureMode(**{**entry, "claims": tuple(entry["claims"]), "evidence": tuple(entry["evidence"])})
        for entry in shipped()["findings"]
    )


@cache
def table(dials: tuple[tuple[str, float], ...] = ()) -> Table:
    """The conference; `dials` are starting values other than the usual ones."""
    starts = dict(dials)
    return Table(
        Scenario(
            id="stand-in",
            title="Stand-in",
            summary="",
            clock=Clock(days=14),
            seats=_seats(),
            issues=_issues(),
            stages=(
                Stage("talks", StageKind.PLENARY, "Talks", until_day=14, next=(Gate("closed"),)),
                Stage("role", StageKind.PLENARY, "Role", next=(Gate("closed"),)),
                Stage("aftermath", StageKind.EPILOGUE, "Day 30", next=(Gate("closed"),)),
            ),
            rules=(Rule("all", RuleKind.UNANIMITY),),
            roles={seat: _role(seat) for seat in PARTIES},
            communities=tuple(Community(c, c) for c in ("kurd", "shia", "sunni", "cross", "minority")),
            settings=Settings(drift_limit=40.0),
            reference_packages=(ReferencePackage("PFREEZE", "", ("FED4", "OIL3", "SEC5", "EXE2", "REL4")),),
            dials=tuple(Dial(name, name, starts.get(name, start), better=way) for name, (start, way) in DIALS.items()),
            injects=tuple(
                Inject(f"E{n:02}", f"card {n}", "", "security" if n < 13 else "outside") for n in range(1, 40)
            ),
            findings=_modes(),
            outcomes=tuple(OutcomeName(**entry) for entry in shipped()["outcomes"]),
            scoreboard=tuple(
                ScoreboardRow(**{**entry, "evidence": tuple(entry["evidence"])}) for entry in shipped()["scoreboard"]
            ),
            success_stage="role",
            failure_stage="aftermath",
        )
    )


class Play:
    """A hand-made exercise: one event after another, folded into a state."""

    def __init__(self, **dials: float) -> None:
        self.game = Game(table(tuple(sorted(dials.items()))))
        self.state = State()
        self.events: list[e.Event] = []
        self.add("clock", e.Opened("Stand-in"))
        self.add("clock", e.StageEntered("talks"))
        self.add("clock", e.SessionStarted(1, 1))

    def add(self, seat: str, body: e.Body) -> int:
        """Add an event and return its number."""
        state = self.state
        event = e.Event(state.n + 1, state.day, state.session, seat, e.ALL, body)
        self.events.append(event)
        self.state = evolve(self.game, state, event)
        return event.n

    @property
    def facts(self) -> Facts:
        return Facts(self.game, self.state)

    def ask(self, expression: str) -> object:
        """The value of an expression now, in words."""
        return self.game.table.expressions.text(expression, self.facts)

    # The clock

    def day(self, day: int) -> "Play":
        """Let the days pass until this one has begun."""
        while self.state.day < day:
            self.add("clock", e.SessionEnded("time"))
            self.add("clock", e.DayEnded(self.state.day))
            self.add("clock", e.SessionStarted(self.state.day + 1, 1))
        return self

    def focus(self, *issues: str) -> "Play":
        """One session for each issue."""
        for issue in issues:
            self.add("clock", e.SessionStarted(self.state.day, self.state.session + 1, issue))
        return self

    def end(self, success: bool, why: str = "") -> "Play":
        self.add("clock", e.TalksEnded(success, why or ("agreement" if success else "deadline")))
        return self

    def epilogue(self, **dials: float) -> "Play":
        self.add("clock", e.StageEntered("aftermath"))
        return self.dials(**dials)

    # Dials and cards

    def dials(self, **dials: float) -> "Play":
        for dial, value in dials.items():
            self.add("clock", e.DialMoved(dial, self.state.dials[dial], value, "test"))
        return self

    def card(self, inject: str, choice: str = "") -> int:
        n = self.add("clock", e.Injected(inject, inject, ""))
        if choice:
            self.add("clock", e.ChoiceMade(inject, choice))
        return n

    def shift(self, points: float, *parties: str) -> "Play":
        for party in parties or tuple(PARTIES):
            self.add("clock", e.ReservationShifted(party, points, "test"))
        return self

    # The table

    def opens(self, *issues: str) -> "Play":
        for issue in issues:
            self.add("clock", e.IssueOpened(issue))
        return self

    def proposes(self, seat: str, *options: str) -> str:
        id = f"P{self.state.n}"
        self.add(seat, e.Proposed(id, options))
        return id

    def text(self, *options: str) -> str:
        id = f"T{self.state.n}"
        self.add("MED", e.TextTabled(id, options, 1))
        return id

    def takes(self, seat: str, option: str, cause: str = "support") -> int:
        """A seat goes on record for an option."""
        issue = option[:3]
        old = self.state.positions.get(seat, {}).get(issue, "")
        self.add(seat, e.Supported(option, "", issue))
        return self.add(seat, e.PositionTaken(issue, old, option, cause))

    def refuses(self, option: str, *seats: str, text: str = "") -> "Play":
        for seat in seats:
            self.add(seat, e.Opposed(option, text, option[:3], option))
        return self

    def agrees(self, *options: str) -> "Play":
        for option in options:
            self.add("clock", e.Agreed(option[:3], option, "vote"))
        return self

    def vote(
        self,
        options: tuple[str, ...] = MIDDLE,
        no: tuple[str, ...] = (),
        absent: tuple[str, ...] = (),
        passed: bool | None = None,
    ) -> "Play":
        """The final ballot and, where it is carried, what is agreed by it."""
        yes = tuple(seat for seat in PARTIES if seat not in no and seat not in absent)
        carried = (not no and not absent) if passed is None else passed
        self.add("clock", e.BallotOpened("B9", "package", "P", options, "all", tuple(PARTIES), (), True))
        self.add("clock", e.BallotClosed("B9", "package", "P", carried, "", yes, no, (), absent, options, True))
        return self.agrees(*(o for o in options if self.state.agreed.get(o[:3]) != o)) if carried else self

    def settlement(self, *more: str, **fed: str) -> "Play":
        """Everybody says yes to the middle of the road on the last day."""
        package = (fed.get("fed", "FED3"), *MIDDLE[1:], *more)
        return self.day(14).vote(package).end(True)

    def failure(self) -> "Play":
        """The last day passes and nobody signs."""
        self.day(14).add("clock", e.DeadlineReached())
        return self.end(False)
