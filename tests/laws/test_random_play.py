"""Random legal play from the first move to the last: laws 3 and 5, and what has to hold at every step between."""

import re
from collections import Counter
from random import Random
from typing import Any

import attrs
import pytest
from anymove import any_move
from hypothesis import given, settings
from hypothesis import strategies as st
from small import SCENARIO, Play, hall, scenario, with_settings

from exercise.engine.ballots import waiting
from exercise.engine.decide import Decision
from exercise.engine.evolve import evolve
from exercise.engine.game import Table
from exercise.engine.legal import legal_kinds, legal_moves
from exercise.engine.turns import to_act
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import Clock, Gate, Rule, RuleKind, Stage, StageKind
from exercise.model.state import Rejection, State

EVERYBODY = (*(seat.id for seat in SCENARIO.seats), e.FACILITATOR)
SENTENCE = re.compile(r"\S.*\S", re.DOTALL)
_HEAVY = {"rewind", "end", "pause", "advance", "declare_deadlock", "recess", "walk_out", "absent"}


class Walk(Play):
    """Random play that checks every step."""

    def __init__(self, made: Any, seed: int, calm: bool) -> None:
        super().__init__(made)
        self.random = Random(seed)
        self.calm = calm
        self.kinds: Counter[str] = Counter()
        self.stages = {self.state.stage}
        self.fold(State(), tuple(self.log), self.state)

    def fold(self, before: State, events: tuple[e.Event, ...], after: State) -> None:
        state = before
        for event in events:
            assert event.n == state.n + 1
            past, state = state, evolve(self.game, state, event)
            self.dials(past, state, event)
            self.clock(past, state, event)
        assert same(state, after)

    def dials(self, past: State, now: State, event: e.Event) -> None:
        rules = self.game.scenario.settings
        for dial, value in now.dials.items():
            assert 0 <= value <= 100
            if event.seat != e.FACILITATOR and not isinstance(event.body, e.Rewound | e.Opened):
                assert abs(value - now.dials_today[dial]) <= rules.dial_limit + 1e-6
                if isinstance(event.body, e.DialMoved) and event.body.dial == dial:
                    assert event.body.old == past.dials[dial]
        for seat, value in now.reservations.items():
            assert abs(value - self.game.scenario.roles[seat].reservation) <= rules.drift_limit + 1e-6

    def clock(self, past: State, now: State, event: e.Event) -> None:
        assert event.minutes >= 0
        if isinstance(event.body, e.Rewound):
            assert (now.day, now.session) == (event.body.day, event.body.session)
            return
        assert (now.day, now.session) >= (past.day, past.session)
        assert now.clock >= past.clock
        if not isinstance(event.body, e.SessionStarted):
            assert now.minutes <= max(past.minutes, 0)
        assert len(set(now.queue)) == len(now.queue)
        assert len(set(now.issues)) == len(now.issues) == len(now.agenda) == len(set(now.agenda))

    def check_refusal(self, seat: str, move: m.Move, refusal: Rejection, kinds: tuple[str, ...]) -> None:
        assert re.fullmatch(r"[A-Z_]+", refusal.code), (move, refusal)
        assert SENTENCE.fullmatch(refusal.reason) and len(refusal.reason.split()) >= 3, (move, refusal)
        assert "CANARY" not in refusal.reason or seat == e.FACILITATOR
        assert refusal.legal == kinds

    def probe(self, seat: str, kinds: tuple[str, ...]) -> None:
        """Try anything: what is refused is explained, what is not offered is refused."""
        for _ in range(3):
            move = any_move(self.random, self.state)
            made = self.ask(seat, move)
            if isinstance(made, Rejection):
                self.check_refusal(seat, move, made, kinds)
            else:
                assert move.kind in kinds, f"{seat} may {move} in {self.state.stage}, but {move.kind} is not offered"
                self.fold(self.state, made.events, made.state)

    def step(self) -> None:
        seat = self.chooser()
        offered = legal_moves(self.at(seat), each=3)
        kinds = tuple(dict.fromkeys(move.kind for move in offered))
        assert kinds == legal_kinds(self.at(seat))
        self.probe(seat, kinds)
        if not offered:
            return
        move = self.pick(offered)
        made = self.ask(seat, move)
        assert isinstance(made, Decision), (seat, move, made)
        assert made.events, f"{move} changes nothing"
        self.fold(self.state, made.events, made.state)
        self.log += made.events
        self.state = made.state
        self.kinds[move.kind] += 1
        self.stages |= {x.body.stage for x in made.events if isinstance(x.body, e.StageEntered)}
        self.nobody_hangs()

    def pick(self, offered: tuple[m.Move, ...]) -> m.Move:
        """Kinds that were rare so far come first; a calm walk votes yes and does not stop the show."""
        likely = [move for move in offered if not (self.calm and move.kind in _HEAVY)] or list(offered)
        kinds = sorted({move.kind for move in likely})
        kind = self.random.choices(kinds, [1 / (1 + self.kinds[kind]) for kind in kinds])[0]
        if self.calm and kind == "vote":
            return m.Vote("yes")
        return self.random.choice([move for move in likely if move.kind == kind])

    def chooser(self) -> str:
        awaited = to_act(self.game, self.state)
        if awaited and self.random.random() < 0.75:
            return self.random.choice(awaited)
        weights = [1.0] * (len(EVERYBODY) - 1) + [6.0 if self.state.paused else 1.5]
        return self.random.choices(EVERYBODY, weights)[0]

    def nobody_hangs(self) -> None:
        """While the exercise runs, whoever it waits for can do something."""
        state = self.state
        if state.closed or state.paused:
            assert to_act(self.game, state) == ()
            return
        awaited = to_act(self.game, state)
        assert awaited, f"nobody is awaited in {state.stage}"
        for seat in awaited:
            kinds = legal_kinds(self.at(seat))
            assert kinds, f"{seat} is awaited in {state.stage} and can do nothing"
            if seat in waiting(self.game, state):
                assert "vote" in kinds
            elif awaited == state.queue[:1]:
                assert "pass" in kinds

    def run(self) -> "Walk":
        steps = 0
        while not self.state.closed:
            self.step()
            steps += 1
            assert steps < 6 * self.game.scenario.settings.events, "it does not end"
        assert self.log[-1].body.kind == "closed"
        assert [event.n for event in self.log] == list(range(1, len(self.log) + 1))
        return self


def same(one: State, other: State) -> bool:
    """Equal in everything but the checkpoints, of which the places are compared."""
    skip = {"checkpoints"}
    fields = [a.name for a in attrs.fields(State) if a.name not in skip]
    differ = [name for name in fields if getattr(one, name) != getattr(other, name)]
    assert not differ, differ
    return [(p.n, p.day, p.session) for p in one.checkpoints] == [(p.n, p.day, p.session) for p in other.checkpoints]


WALKS = {
    "small": scenario(),
    "short log": with_settings(events=120),
    "hard deadline": scenario(clock=Clock(3, 0, ("day", "night"), 45)),
    "locks and fiat": hall(
        Stage("sign", StageKind.PLENARY, "Protocols", until_day=2, locks=True, rule="majority", corridor=True, next=(Gate("fiat"),)),
        Stage("fiat", StageKind.PLENARY, "Terms", table=("MED", "OUT", "S1"), sessions=2, rule="fiat", adds=("impose", "declare", "recognise_state"),
              next=(Gate("sign", "dial('trust') > 45.0"), Gate("vote"))),
        Stage("vote", StageKind.BALLOT, "Vote", until_day=5, rule="patrons", adds=("motion", "second")),
        rules=(Rule("all", RuleKind.UNANIMITY), Rule("majority", RuleKind.MAJORITY, quorum=2),
               Rule("fiat", RuleKind.FIAT, of=("OUT",)),
               Rule("patrons", RuleKind.SIGNATORIES, signs_for={"OUT": ("S1",), "N1": ("N2",)})),
        settings=attrs.evolve(SCENARIO.settings, events=350),
    ),
    "no deadline": hall(
        Stage("talk", StageKind.PLENARY, "Talk", sessions=3, next=(Gate("vote"),)),
        Stage("vote", StageKind.BALLOT, "Vote", sessions=1, next=(Gate("talk", "core_settled < 3"), Gate("closed"))),
        clock=Clock(2, 1, ("day",), 60, "none"), settings=attrs.evolve(SCENARIO.settings, events=250),
    ),
}  # fmt: skip
TABLES = {name: Table(made) for name, made in WALKS.items()}


@pytest.mark.parametrize("name", WALKS)
@settings(max_examples=12)
@given(seed=st.integers(0, 2**32), calm=st.booleans())
def test_every_exercise_ends_and_every_step_keeps_the_laws(name: str, seed: int, calm: bool) -> None:
    Walk(TABLES[name], seed, calm).run()


def test_calm_walks_come_through_every_stage_and_kind_of_move() -> None:
    """The walks are worth something only if they go everywhere."""
    kinds: Counter[str] = Counter()
    stages: set[str] = set()
    for name in ("small", "locks and fiat"):
        for seed in range(10):
            walk = Walk(TABLES[name], seed, calm=seed % 2 == 0).run()
            kinds += walk.kinds
            stages |= walk.stages
    assert not {stage.id for stage in SCENARIO.stages} - stages
    by_hand = {"pause", "resume", "rewind", "skip_inject"}  # rare for a walk; tests/engine takes them one by one
    assert set(m.MOVES) - set(kinds) <= by_hand
