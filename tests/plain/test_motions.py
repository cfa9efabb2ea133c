"""What a motion moves, and what a card was answered with, in words."""

import pytest

from exercise.commands.loading import scenario
from exercise.engine.game import Game, Table
from exercise.model.events import AnswerGiven, Event
from exercise.model.setup import Setup
from exercise.model.state import Motion
from exercise.plain.narration import narrate
from exercise.plain.prompting import moved


@pytest.mark.parametrize(
    ("kind", "subject", "says"),
    [
        ("vote", ("FED3",), "vote now on FED3 (Small regions later)"),
        ("vote", ("P1",), "vote now on P1"),
        ("postpone", ("REL",), "postpone REL (Religion in the judicial system)"),
        ("reorder", ("REL",), "take REL (Religion in the judicial system) first"),
        ("reopen", ("REL",), "reopen REL (Religion in the judicial system)"),
        ("recess", (), "rise until the next session"),
    ],
)
def test_a_motion_says_what_it_is_about(kind: str, subject: tuple[str, ...], says: str) -> None:
    game = Game(Table(scenario("iraq-2006")), Setup(seed=1))
    assert moved(game, Motion("M1", kind, "KA", subject)) == says


def test_an_answer_to_a_card_is_told_by_its_title() -> None:
    game = Game(Table(scenario("iraq-2006")), Setup(seed=1))
    choice = game.table.injects["E01"].choice
    assert choice is not None
    answer = Event(9, 5, 1, "KA", ("KA",), AnswerGiven("E01", choice.options[0].id))
    assert f"Kurdistan Alliance answers E01: {choice.options[0].title}." in " ".join(narrate(game, answer))
