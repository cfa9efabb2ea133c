"""Law 9: a bot never acts on what its view does not hold. And the same seed gives the same exercise."""

from collections.abc import Mapping
from random import Random

import attrs
import pytest
from msgspec.structs import replace
from small import SCENARIO, Play, secret

from exercise.engine.audience import sees
from exercise.engine.draws import pick
from exercise.engine.game import Game, Table
from exercise.engine.turns import to_act
from exercise.engine.views import view
from exercise.model import moves as m
from exercise.model.events import Event, Injected
from exercise.model.role import RedLine, Role, SheetLine
from exercise.model.scenario import Scenario
from exercise.model.series import Series
from exercise.model.setup import Setup
from exercise.model.state import Rejection, State
from exercise.players.bots import Bot, make_bot
from exercise.players.styles import STYLES

PUBLIC = ("id", "name", "short", "summary", "positions", "delegates", "opening")


def speakable(role: Role) -> Role:
    """A role whose words a bot can say aloud."""
    plain = dict.fromkeys(("return", "walk_out", "speak", "vote", "propose"), ("One line.", "Another line."))
    return attrs.evolve(role, lines=plain)


TABLE = Table(attrs.evolve(SCENARIO, roles={seat: speakable(role) for seat, role in SCENARIO.roles.items()}))


def other_secrets(scenario: Scenario, keep: str, random: Random) -> Scenario:
    """The scenario with everything changed that the seat does not know."""
    roles = {}
    for seat, role in scenario.roles.items():
        if seat == keep:
            roles[seat] = role
            continue
        sheet = {
            issue: SheetLine({option: random.randrange(101) for option in line.values}, secret("nobody", "why"))
            for issue, line in role.sheet.items()
        }
        public = {name: getattr(role, name) for name in PUBLIC}
        roles[seat] = Role(
            **public, batna=random.randrange(90), margin=3, sheet=sheet, weights=role.weights,
            red_lines=(RedLine(random.choice(["a1", "b2", "c3"]), ""),), stances={"A": "Quite another stance."},
        )  # fmt: skip
    return attrs.evolve(
        scenario,
        roles=roles,
        injects=scenario.injects[:-3],
        decks=(),
        deck="",
        drift={},
        reactions={},
        findings=(),
        outcomes=(),
    )


def other_state(state: State, keep: str, random: Random) -> State:
    """The state with everything changed that a view of the seat does not show."""
    mine = {keep: state.reservations[keep]} if keep in state.reservations else {}
    told = {keep: state.told_reservations[keep]} if keep in state.told_reservations else {}
    deals = state.deals
    for deal in state.deals.values():
        if keep not in (deal.seat, deal.to):
            deals = deals.insert(deal.id, replace(deal, give=deal.get, get=deal.give, state="accepted"))
    return state.but(
        dials={dial: float(random.randrange(101)) for dial in state.dials},
        dials_today={}, dials_at_end={}, dial_days={}, shifts={"S1": 3.0}, plan={"K9": 3}, fired={"K8": 1}, fired_today=7,
        chosen={"K8": "no"}, deals=deals,
        reservations=dict.fromkeys(state.reservations, 99.0) | mine,
        told_reservations=dict.fromkeys(state.told_reservations, 99.0) | told,
        inbox={keep: state.inbox[keep]} if keep in state.inbox else {},
        record=heard(state, keep), checkpoints=State().checkpoints,
    )  # fmt: skip


def heard(state: State, keep: str) -> Mapping[str, Series[Event]]:
    """Nothing of the log but the cards that were read out to the seat, and one that was not."""
    cards = [event for event in state.record.get("inject") or () if sees(event, keep)]
    unheard = Event(state.n, state.day, state.session, "clock", ("nobody",), Injected("K7", "Not for you", ""))
    return {"inject": Series([*reversed(tuple(cards)), unheard])}


def bots(seed: int) -> dict[str, Bot]:
    styles = tuple(STYLES)
    return {s.id: make_bot(s.kind, pick(styles, seed, s.id), seed) for s in SCENARIO.seats}


def wishes(play: Play, bot: Bot, seat: str) -> list[m.Move]:
    return list(bot(view(play.game, play.state, seat)))


def taken(play: Play, seat: str, moves: list[m.Move]) -> m.Move | None:
    """The first move that the rules take."""
    return next((move for move in moves if not isinstance(play.ask(seat, move), Rejection)), None)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_hidden_changes_no_move(seed: int) -> None:
    play, minds, random = Play(TABLE, seed=seed), bots(seed), Random(seed)
    compared = 0
    while not play.state.closed and compared < 150:
        for seat in minds:
            if seat not in play.state.present:
                continue
            state = other_state(play.state, seat, random)
            scenario = other_secrets(TABLE.scenario, seat, random)
            choices = [x for x in TABLE.scenario.injects if x.id in play.state.choice]
            scenario = attrs.evolve(scenario, injects=tuple(choices))
            game = Game(Table(scenario), Setup(seed=seed + 1000, shift=5.0))
            here, there = view(play.game, play.state, seat), view(game, state, seat)
            assert list(minds[seat](here)) == list(minds[seat](there)), seat
            compared += 1
        seat = to_act(play.game, play.state)[0]
        play.do(seat, taken(play, seat, wishes(play, minds[seat], seat)) or m.Pass())
    assert compared >= 100


def run(seed: int) -> tuple[Play, set[str]]:
    play, minds, refused = Play(TABLE, seed=seed), bots(seed), set()
    while not play.state.closed:
        awaited = to_act(play.game, play.state)
        assert awaited
        seat = awaited[0]
        wanted = wishes(play, minds[seat], seat)
        move = taken(play, seat, wanted)
        if move is None:
            refused.update(f"{play.game.table.seats[seat].kind} {wish.kind}" for wish in wanted)
        play.do(seat, move or m.Pass())
    return play, refused


@pytest.mark.parametrize("seed", range(4))
def test_bots_come_to_an_end_without_a_refused_move_and_the_same_way_each_time(seed: int) -> None:
    (one, refused), (other, _) = run(seed), run(seed)
    assert refused <= {"consultative participate"}, "the one slip of bots that is known"
    assert one.log == other.log
    assert one.state == other.state
