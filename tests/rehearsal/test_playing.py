"""What one exercise is counted as, held against its own log."""

from functools import cache

from exercise.commands.loading import scenario
from exercise.engine.game import Game, Table
from exercise.model import events as e
from exercise.model.setup import Setup
from exercise.rehearsal.playing import rehearse
from exercise.rehearsal.tally import Run
from exercise.room.opening import usual_players
from exercise.room.room import Room


@cache
def played(seed: int = 3) -> tuple[Room, Run]:
    found = scenario("iraq-2006")
    room = Room.open(Game(Table(found), Setup(seed=seed, players=usual_players(found))))
    return room, rehearse(room, {"trust": 60.0, "violence": found.dials[0].start})


def test_dials_are_set_before_anybody_moves_and_what_stands_there_is_left() -> None:
    room, _ = played()
    set_to = [event for event in room.events if isinstance(event.body, e.DialMoved) and event.seat == e.FACILITATOR]
    assert [(event.body.dial, event.body.new) for event in set_to] == [("trust", 60.0)]
    assert not [event for event in room.events[: set_to[0].n - 1] if event.seat in room.game.table.parties]


def test_the_run_says_what_the_log_says() -> None:
    room, run = played()
    assert room.state.closed
    assert run.seed == 3
    assert run.events == len(room.events)
    assert run.success == room.state.success
    assert {issue: option for issue, option in run.issues.items() if option} == dict(room.state.agreed)
    assert {card.card for card in run.cards} == set(room.state.fired)
    assert run.agreed_on.keys() == room.state.agreed.keys()
    assert run.walkouts == sum(event.body.kind == "walked_out" for event in room.events)
    assert run.refused == 0


def test_a_card_is_charged_with_what_it_did_and_with_nothing_else() -> None:
    room, run = played()
    shifted = [event.body for event in room.events if isinstance(event.body, e.ReservationShifted)]
    for card in run.cards:
        assert card.points == sum(round(body.points * 100) for body in shifted if body.why.split()[0] == card.card)
    assert any(body.why == f"{card.card} {card.choice}" for body in shifted for card in run.cards)
    assert any(card.points for card in run.cards)
    chosen = {event.body.inject: event.body.choice for event in room.events if isinstance(event.body, e.ChoiceMade)}
    assert {card.card: card.choice for card in run.cards if card.choice} == chosen
