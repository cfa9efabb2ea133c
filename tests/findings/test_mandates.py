"""A seat without a score sheet learns at the end what of its mandate is done, and nobody learns it earlier."""

from played import desk

from exercise.commands.loading import scenario
from exercise.engine.game import Game, Table
from exercise.engine.views import view
from exercise.findings.mandates import Mandate, mandates
from exercise.model.setup import Setup
from exercise.plain.ending import as_json, ending
from exercise.plain.own_answers import brief
from exercise.room.conductor import Conductor
from exercise.room.opening import usual_players
from exercise.room.room import Room

SETTLED = 1
FAILED = 3


def of(seed: int) -> tuple[Mandate, int]:
    """The mediator's mandate, and how many core questions were settled."""
    past = desk(seed)
    (mandate,) = mandates(past.game, past.last, past.assessment)
    assert mandate.seat == "MED"
    assert mandate.most == 100
    settled = [issue for issue in past.game.table.core if issue in past.last.agreed]
    return mandate, len(settled)


def test_a_settlement_fulfils_nearly_all_of_it() -> None:
    mandate, settled = of(SETTLED)
    assert settled == 5
    assert mandate.points >= 80
    assert "all voting parties sign the same package" in [task.text for task, done in mandate.tasks if done]


def test_a_failure_fulfils_what_was_settled_and_no_more() -> None:
    mandate, settled = of(FAILED)
    assert mandate.points == 12 * settled
    assert [done for _, done in mandate.tasks].count(True) == settled


def test_the_points_stand_at_the_end_and_not_in_the_brief() -> None:
    found = scenario("iraq-2006")
    room = Room.open(Game(Table(found), Setup(seed=SETTLED, players=usual_players(found))))
    own = "\n".join(brief(view(room.game, room.state, "MED"), None, ()))  # type: ignore[arg-type]
    assert "all voting parties sign the same package" in own
    assert "(20" not in own
    Conductor(room).run()
    told = "\n".join(ending(room))
    assert "== The mandate of Mediator: " in told
    assert "done: all voting parties sign the same package (20)" in told
    assert "The mandate of" not in "\n".join(ending(room, reveal=False))
    (row,) = as_json(room.game, room.state)["mandates"]
    assert row["seat"] == "MED"
