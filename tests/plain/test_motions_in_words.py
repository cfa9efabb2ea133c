"""What a motion moves, and what a card was answered with, in words."""

from pathlib import Path

import pytest
from typist import Typist, easy, open_room

from exercise.commands.loading import scenario
from exercise.engine.game import Game, Table
from exercise.engine.legal import legal_kinds
from exercise.engine.moment import Moment
from exercise.model.events import AnswerGiven, Event
from exercise.model.setup import Setup
from exercise.model.state import Motion
from exercise.plain.narration import narrate
from exercise.plain.prompting import moved
from exercise.room.room import Room


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


def test_at_a_terminal_people_are_asked_once_to_second_a_motion(tmp_path: Path) -> None:
    """`pass` or an empty line lets it fall: nobody is kept from going on."""
    asked: list[str] = []

    def typed(room: Room, seat: str) -> str | None:
        if room.state.day > 2:
            return None
        motion = room.state.motion
        if motion is not None and motion.seat != seat and room.state.ballot is None and room.state.queue[:1] != (seat,):
            asked.append(seat)
            return "pass" if len(asked) % 2 else ""
        if motion is None and room.state.queue[:1] == (seat,) and room.state.ballot is None and len(asked) < 4:
            return "motion recess" if "motion" in legal_kinds(Moment(room.game, room.state, seat)) else easy(room, seat)
        return easy(room, seat)

    typist = Typist(open_room("KA=ann", "DAWA=bea"), typed)
    typist.run()
    assert len(asked) >= 2
    assert "calls a vote on it, pass or an empty line lets it fall." in typist.text
