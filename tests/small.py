"""A small scenario made in Python: four parties of three communities, a mediator, a consultative seat, an outside actor.

Every stage kind can be reached, every rule of choice has a card, and every secret text is a canary that says whose it is.
"""

from collections.abc import Iterable
from typing import Any

import attrs

from exercise.engine.decide import Decision, decide, start
from exercise.engine.game import Game, Table
from exercise.engine.moment import Moment
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.role import Card, Delegate, Question, RedLine, Role, SheetLine
from exercise.model.scenario import (
    Choice,
    ChoiceOption,
    Claim,
    Clock,
    Coherence,
    Community,
    Deck,
    Dial,
    Effects,
    FailureMode,
    Gate,
    Inject,
    Issue,
    Option,
    OutcomeName,
    Pressure,
    Rule,
    RuleKind,
    Scenario,
    Seat,
    SeatKind,
    Settings,
    Stage,
    StageKind,
)
from exercise.model.setup import Setup
from exercise.model.state import Rejection, State

PARTIES = ("N1", "N2", "S1", "L1")
SEATS = (*PARTIES, "TOWN", "MED", "OUT")
CORE = ("A", "B", "C")
PACKAGE = ("a1", "b1", "c1")
VALUES = {"N1": (90, 60, 20), "N2": (80, 70, 30), "S1": (20, 60, 90), "L1": (50, 80, 50), "TOWN": (40, 60, 40)}


def secret(owner: str, what: str) -> str:
    """A text that may reach its owner and control only."""
    return f"CANARY[{owner}:{what}]"


def role(seat: str) -> Role:
    """A role with a canary in every text that is nobody else's business."""
    values = VALUES.get(seat, ())
    first, *_, last = sorted(zip(values, ("1", "2", "3"), strict=False)) or [(0, ""), (0, "")]
    sheet = {i: SheetLine({f"{i.lower()}{n}": v for n, v in enumerate(values, 1)}, secret(seat, "why")) for i in CORE}
    return Role(
        id=seat,
        name=f"The {seat} delegation",
        short=seat.title(),
        summary=f"What everybody knows of {seat}.",
        positions=(f"{seat} wants peace",),
        delegates=(Delegate("An old hand", "speaks slowly"),),
        opening=f"{seat} greets the hall.",
        brief=secret(seat, "brief"),
        no_deal=secret(seat, "no_deal"),
        margin_why=secret(seat, "margin_why"),
        batna=40,
        margin=5,
        interests={"A": secret(seat, "interest")},
        red_lines=(RedLine(f"a{first[1]}", secret(seat, "red_line")),) if values and first[0] < 25 else (),
        weights={"core": {"A": 40, "B": 30, "C": 30}} if values else {},
        weights_why=secret(seat, "weights_why"),
        sheet=sheet if values else {},
        split=secret(seat, "split"),
        walks_out_if=(secret(seat, "walks_out_if"),),
        stances={"A": secret(seat, "stance")},
        questions=(Question("A", "N1" if seat != "N1" else "S1", secret(seat, "question")),),
        cards=(
            Card(f"{seat}1", "for", f"a{last[1] or 1}", secret(seat, "card"), secret(seat, "reply"), secret(seat, "answer"), "", ("V1",)),
        ),
        lines={"return": (secret(seat, "line"),)},
        influence={"S1": 2, "N1": 1, "L1": 3} if seat == "OUT" else {},
        wants=("a2", "b3") if seat == "OUT" else (),
        notes={"mediator": (secret(seat, "notes"),)},
    )  # fmt: skip


def _issue(id: str, core: bool = True) -> Issue:
    low = id.lower()
    options = tuple(Option(f"{low}{n}", f"{id} option {n}", "", deferral=id == "C" and n == 3) for n in (1, 2, 3))
    return Issue(id, f"The {id} question", options, core=core, opened=core)


def _choice(card: str, rule: str, who: tuple[str, ...], **effects: Effects) -> Choice:
    options = tuple(
        ChoiceOption(o, f"{card} {o}", secret("control", f"{card} {o}"), what) for o, what in effects.items()
    )
    return Choice(secret("control", f"{card} question"), who, rule, options, tuple(effects)[-1], within=2)


CARDS = (
    Inject("K1", secret("control", "K1 title"), secret("control", "K1 text") + " names @subject.", window=(1, 4),
           subject=("N1", "S1"), endorse="OUT",
           effects=Effects({"trust": -4}, reservations={"@subject": 2, "@rivals": 1, "@exposed": -1}),
           choice=_choice("K1", "any", ("parties",), accept=Effects({"trust": 6}), refuse=Effects({"trust": -3}))),
    Inject("K2", secret("control", "K2 title"), secret("control", "K2 text"), after="K1", unless="accept", note=secret("control", "note"),
           effects=Effects(floors={"calm": (60, 2)}, lose_sessions=1),
           choice=_choice("K2", "joint", PARTIES, joint=Effects({"calm": 5}, admits="LATE"), alone=Effects({"calm": -5}))),
    Inject("K3", secret("control", "K3 title"), secret("control", "K3 text"), to=("N1", "N2", "S1"), expected=secret("control", "expected"),
           pressure=Pressure("draw", ("draw",), "draw"), effects=Effects(withdraws_text=True),
           choice=_choice("K3", "majority", ("N1", "N2", "S1"), aye=Effects({"calm": 3}), nay=Effects({"calm": -3}))),
    Inject("K4", secret("control", "K4 title"), secret("control", "K4 text"), when="dial('trust') < 60.0",
           choice=_choice("K4", "each", PARTIES, give=Effects({"trust": 2}), keep=Effects({"trust": -2}, opens=("R",)))),
    Inject("END", "It failed", "Everybody goes home.", at="failure", effects=Effects({"calm": -10})),
    Inject("JOY", "It worked", "Everybody shakes hands.", at="success", effects=Effects({"trust": 10})),
)  # fmt: skip

STAGES = (
    Stage("hello", StageKind.OPENING, "Hello", until_day=1, next=(Gate("hall"),)),
    Stage("hall", StageKind.PLENARY, "The hall", issues=CORE, sessions=2, rotate=True, next=(Gate("rooms"),)),
    Stage("rooms", StageKind.CAUCUS, "North meets", table=("N1", "N2", "MED"), sessions=1, next=(Gate("apart"),)),
    Stage("apart", StageKind.PROXIMITY, "Apart", sessions=2, corridor=True, next=(Gate("text"),)),
    Stage("text", StageKind.DRAFTING, "The text", sessions=2, next=(Gate("home"),)),
    Stage("home", StageKind.CONSULTATION, "At home", sessions=1, next=(Gate("who"),)),
    Stage("who", StageKind.PARTICIPATION, "Who takes part", sessions=1, next=(Gate("say"),)),
    Stage("say", StageKind.DECLARATION, "Declarations", sessions=1, next=(Gate("vote"),)),
    Stage("vote", StageKind.BALLOT, "The vote", until_day=5, next=(Gate("closed"),)),
    Stage("role", StageKind.PLENARY, "After success", table=PARTIES, issues=("R",), rule="majority", sessions=1,
          next=(Gate("ratify"),)),
    Stage("ratify", StageKind.RATIFICATION, "Ratification", rule="majority", sessions=2, next=(Gate("closed"),)),
    Stage("after", StageKind.EPILOGUE, "After failure", sessions=1, next=(Gate("talk"),)),
    Stage("talk", StageKind.DEBRIEF, "Hot wash", sessions=1, next=(Gate("closed"),)),
)  # fmt: skip

RULES = (
    Rule("all", RuleKind.UNANIMITY),
    Rule("majority", RuleKind.MAJORITY),
    Rule("communities", RuleKind.COMMUNITIES),
    Rule("fiat", RuleKind.FIAT, of=("OUT",)),
)

SCENARIO = Scenario(
    id="small",
    title="A small conference",
    summary="For tests.",
    clock=Clock(5, 1, ("morning", "afternoon", "evening"), 60, "soft", 1),
    seats=(
        Seat("N1", "North One", community="north", weight=3, rivals=("N2", "S1")),
        Seat("N2", "North Two", community="north", weight=2),
        Seat("S1", "South", community="south", weight=4, rivals=("L1", "N1")),
        Seat("L1", "Lake", weight=1, community="lake"),
        Seat("TOWN", "Town council", SeatKind.CONSULTATIVE),
        Seat("LATE", "Late guest", SeatKind.CONSULTATIVE, present=False),
        Seat("MED", "Mediator", SeatKind.MEDIATOR),
        Seat("OUT", "Outside", SeatKind.OUTSIDE),
    ),
    issues=(*(_issue(i) for i in CORE), _issue("R", core=False)),
    stages=STAGES,
    rules=RULES,
    roles={seat: role(seat) for seat in SEATS},
    communities=(Community("north", "Northerners"), Community("south", "Southerners"), Community("lake", "Lakers")),
    settings=Settings(dial_limit=10, drift_limit=3, injects_a_day=2, events=700),
    coherence=(Coherence("a3", "a3 needs b2 or b3", allowed={"B": ("b2", "b3")}),),
    dials=(Dial("trust", "Trust", 40.0), Dial("calm", "Calm", 55.0)),
    drift={"trust": {"N1": -1.5, "S1": 0.5}, "calm": {"L1": 1.0}},
    reactions={
        "agreed": Effects({"trust": 3}),
        "walked_out": Effects({"trust": -5, "calm": -2}),
        "aftermath": Effects({"calm": -20}),
    },
    injects=CARDS,
    decks=(Deck("deck", "The deck", {"K1": 1, "K2": 2, "K3": 2, "K4": 3}),),
    deck="deck",
    claims=(Claim("V1", "It is so.", "somebody"),),
    findings=(FailureMode("F1", "It fails", "failure", (), secret("control", "finding"), "closed"),),
    outcomes=(OutcomeName("O1", "The end", "closed", secret("control", "outcome")),),
    success_stage="role",
    failure_stage="after",
)
TABLE = Table(SCENARIO)


def scenario(**changes: Any) -> Scenario:
    return attrs.evolve(SCENARIO, **changes)


def with_settings(**changes: Any) -> Scenario:
    return scenario(settings=attrs.evolve(SCENARIO.settings, **changes))


def hall(*stages: Stage, **changes: Any) -> Scenario:
    """The small scenario with other stages, no cards and no reactions, for tests of one thing."""
    quiet: dict[str, Any] = {
        "injects": (),
        "decks": (),
        "deck": "",
        "reactions": {},
        "success_stage": "",
        "failure_stage": "",
    }
    return scenario(**({"stages": stages, **quiet} | changes))


PLENARY = Stage("hall", StageKind.PLENARY, "The hall", until_day=5, next=(Gate("closed"),))


class Play:
    """One exercise played move by move; keeps the log."""

    def __init__(self, made: Scenario | Table | None = None, **setup: Any) -> None:
        table = made if isinstance(made, Table) else Table(made) if made is not None else TABLE
        self.game = Game(table, Setup(**setup))
        first = start(self.game)
        self.log: list[e.Event] = list(first.events)
        self.state: State = first.state
        self.fresh: tuple[e.Event, ...] = first.events

    def at(self, seat: str) -> Moment:
        return Moment(self.game, self.state, seat)

    def ask(self, seat: str, move: m.Move) -> Decision | Rejection:
        return decide(self.game, self.state, m.Command(seat, move))

    def do(self, seat: str, move: m.Move) -> tuple[e.Event, ...]:
        """A move that has to be accepted; returns its events."""
        made = self.ask(seat, move)
        assert isinstance(made, Decision), f"{seat} {move}: {made.code} {made.reason}"
        self.log += made.events
        self.state, self.fresh = made.state, made.events
        return made.events

    def refused(self, seat: str, move: m.Move) -> Rejection:
        made = self.ask(seat, move)
        assert isinstance(made, Rejection), f"{seat} {move} was accepted"
        return made

    def floor(self, seat: str) -> "Play":
        """Give the floor to a seat."""
        if self.state.queue[:1] != (seat,):
            self.do("MED", m.Recognise(seat))
        return self

    def take(self, seat: str, move: m.Move) -> tuple[e.Event, ...]:
        return self.floor(seat).do(seat, move)

    def ff(self, move: m.Move) -> tuple[e.Event, ...]:
        """A move of the facilitator."""
        return self.do(e.FACILITATOR, move)

    def sessions(self, number: int = 1) -> "Play":
        for _ in range(number):
            self.ff(m.Advance())
        return self

    def vote(self, choice: str = "yes", **others: str) -> tuple[e.Event, ...]:
        """All who are awaited vote in the open ballot."""
        from exercise.engine.ballots import waiting

        assert self.state.ballot is not None
        ballot, events = self.state.ballot.id, []
        while self.state.ballot is not None and self.state.ballot.id == ballot:
            seat = waiting(self.game, self.state)[0]
            events += self.do(seat, m.Vote(others.get(seat, choice)))
        self.fresh = tuple(events)
        return self.fresh

    def agree(self, *options: str) -> "Play":
        for option in options:
            self.do("MED", m.CallVote(option))
            self.vote()
        return self

    def bodies(self, kind: type, events: Iterable[e.Event] | None = None) -> list[Any]:
        return [x.body for x in (self.log if events is None else events) if isinstance(x.body, kind)]

    def last(self, kind: type) -> Any:
        return self.bodies(kind)[-1]
