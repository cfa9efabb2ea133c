"""Answers on the screen: short where nothing is asked for, whole where something is, and never wider than a terminal."""

import pytest
from typist import Typist, easy, open_room

from exercise.plain.wrapping import WIDTH, width
from exercise.room.room import Room

ASKED = (
    "help", "why vote", "time", "brief", "sheet", "cards", "cards FED", "value FED3 OIL3", "agenda", "agenda OIL", "parties",
    "floor", "proposals", "flow", "flow FED", "deals", "claim V08 S0.12", "log 40", "help motion",
)  # fmt: skip


def late(seat: str, *asked: str) -> Typist:
    """A person who gets on until the single text lies on the table, and asks then."""
    waiting = list(asked)

    def policy(room: Room, holder: str) -> str | None:
        if not room.state.text or room.state.ballot:
            return easy(room, holder)
        return waiting.pop(0) if waiting else None

    typist = Typist(open_room(seat), policy)
    typist.run()
    return typist


@pytest.mark.parametrize("seat", ["KA", "MED"])
def test_nothing_is_wider_than_the_screen(seat: str) -> None:
    typist = late(seat, *ASKED)
    assert [line for line in typist.said if width(line) > WIDTH] == []


def test_cards_without_an_issue_in_debate_are_a_list() -> None:
    room = open_room("KA")
    typist = Typist(room, ["cards", "cards FED"])
    typist.run()
    listed = [line for line in typist.said if line.startswith("  KA-")]
    own = room.game.scenario.roles["KA"].cards
    assert len(listed) == len(own)
    assert "cards FED shows what they say; argue KA-FED-1 plays one." in typist.text
    assert "they will say:" in typist.text


def test_the_flow_is_a_list_and_one_issue_is_in_full() -> None:
    typist = late("KA", "flow", "flow OIL")
    argument = next(a for a in typist.room.state.arguments.values() if a.issue == "OIL" and not a.answers)
    heads = [line for line in typist.said if line.startswith(f"  {argument.id} ")]
    assert len(heads) == 2
    assert heads[0].endswith(argument.target)
    assert "flow ISSUE shows what was said on one issue." in typist.text


def test_positions_stand_in_the_order_of_the_issues() -> None:
    typist = late("KA", "parties")
    rows = [
        line.partition("on record for ")[2].split()
        for line in typist.said
        if "on record for" in line and line.startswith("  ")
    ]
    order = list(typist.room.state.issues)
    issue_of = typist.room.game.table.issue_of
    assert any(len(row) > 2 for row in rows)
    assert all([order.index(issue_of[o]) for o in row] == sorted(order.index(issue_of[o]) for o in row) for row in rows)


def test_a_text_on_the_table_is_shown_with_its_worth_and_what_to_do_about_it() -> None:
    typist = late("KA", "time")
    assert "On the table: T" in typist.text
    assert "For you " in typist.text
    signs = "you could sign" in typist.text
    assert f"{'support' if signs else 'oppose'} text" in typist.text.rpartition("For example: ")[2]


def test_one_minute_and_one_session_are_singular() -> None:
    asked: set[str] = set()

    def policy(room: Room, seat: str) -> str:
        ballot = room.state.ballot
        if ballot is None or ballot.id in asked:
            return easy(room, seat)
        asked.add(ballot.id)
        return "time"

    typist = Typist(open_room("KA"), policy)
    typist.run()
    assert "then 1 more session before the deadline" in typist.text
    assert " 1 minutes" not in typist.text
    assert " 1 more sessions" not in typist.text
