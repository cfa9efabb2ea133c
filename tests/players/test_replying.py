"""A person who says something to a bot in private is answered in private: once, on the matter, and by nobody else."""

import pytest

from exercise.commands.loading import scenario
from exercise.commands.seating import seating
from exercise.engine.game import Game, Table
from exercise.model import moves as m
from exercise.model.events import Event
from exercise.model.setup import Setup
from exercise.room.conductor import Conductor
from exercise.room.room import Room


@pytest.fixture(scope="module")
def table() -> Table:
    return Table(scenario("iraq-2006"))


def answers(table: Table, *moves: m.Move, seat: str = "INL") -> list[Event]:
    """The private words that come back when a person says these things and then lets the floor go round."""
    human = "human" if seat == table.mediator else "bot"
    people = () if human == "human" else (seat,)
    room = Room.open(Game(table, Setup(seed=21, players=seating(table.scenario, people, (), (), human))))
    conductor = Conductor(room)
    conductor.run()
    for move in (*moves, m.Pass(), m.Pass()):
        room.submit(m.Command(seat, move))
        conductor.run()
    return [event for event in room.events if event.body.kind == "told" and event.seat != seat]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Could you live with FED3?", "FED3"),
        ("FED5 would end the country.", "FED5"),
        ("What do you say to the unitary state, colleague?", "FED1"),
        ("Let us talk about oil revenue.", "oil revenue"),
        ("How are you?", ""),
    ],
)
def test_the_answer_is_about_what_was_named(table: Table, text: str, said: str) -> None:
    told = answers(table, m.Tell(("IAF",), text))
    assert [(event.seat, event.body.to) for event in told] == [("IAF", ("INL",))]
    about = table.title(said) if said in table.issue_of else said
    assert about in told[0].body.text


def test_a_red_line_is_named_as_one_and_what_is_bearable_is_not(table: Table) -> None:
    (closed,) = answers(table, m.Tell(("IAF",), "FED5?"))
    (open_,) = answers(table, m.Tell(("IAF",), "FED3?"))
    refusing = ("is closed to us", "Please do not build on")
    assert closed.body.text.startswith(("Between us", "Please"))
    assert any(words in closed.body.text for words in refusing)
    assert not any(words in open_.body.text for words in refusing)


def test_each_word_is_answered_once(table: Table) -> None:
    told = answers(table, m.Tell(("IAF", "TRIB"), "FED3?"))
    assert sorted(event.seat for event in told) == ["IAF", "TRIB"]


def test_the_mediator_answers_too(table: Table) -> None:
    (told,) = answers(table, m.Tell(("MED",), "We could give way on oil."))
    assert told.seat == "MED"
    assert told.body.to == ("INL",)


def test_a_person_who_mediates_hears_what_a_delegation_could_live_with(table: Table) -> None:
    told = answers(table, m.Tell(("KA",), "What could you live with?"), seat="MED")
    assert [event.seat for event in told] == ["KA"]
    assert sum(option in told[0].body.text for option in table.issue_of) == len(table.core)
