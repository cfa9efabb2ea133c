"""Help: every command is written as its help says, and every example that help gives is a move that the rules accept."""

import re
from random import Random

import pytest
from anymove import any_move
from hypothesis import given, settings
from hypothesis import strategies as st
from small import Play
from typist import Typist, open_room, table

from exercise.engine.decide import Decision
from exercise.engine.judge import judge
from exercise.engine.moment import Moment
from exercise.engine.turns import to_act
from exercise.engine.views import view
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.model.state import Rejection
from exercise.plain.help_answers import BLANK, examples, help_on
from exercise.plain.ids import with_card
from exercise.plain.language import MOVES, QUERIES, Query
from exercise.plain.parse import parse, verb_of
from exercise.plain.wrapping import WIDTH, width

KA = table().scenario.roles["KA"]
CARD = next(card for card in KA.cards if card.id == "KA-FED-1")
FILLED = {
    '"TEXT"': '"Our words."', '"REASON"': '"Our reason."', "KIND": "vote", "DAY.SESSION": "3.2", "VALUE": "40", "SESSIONS": "2",
    "DAYS": "2", "NAME": "trust", "human:NAME|bot:STYLE": "human:Ann", "for|against": "for", "yes|no|abstain": "no",
    "yes|no": "yes", "met|missed": "met", "take_part|contest|boycott": "contest", "TEXT": "text",
}  # fmt: skip
"""What a person writes for each word of a usage; every other word in capitals stands for an id."""


def filled(usage: str, optional: bool) -> str:
    """The line that follows a usage, with or without what stands in brackets."""
    if not optional:
        while "[" in usage:
            usage = re.sub(r"\s*\[[^][]*\]", "", usage)
    words = re.findall(r'"[A-Z]+"|[^\s\[\]]+', usage)
    return " ".join(FILLED.get(word, "X1" if word.isupper() else word.split("|")[0]) for word in words)


@pytest.mark.parametrize("optional", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("verb", MOVES)
def test_a_command_written_as_its_help_says_is_that_command(verb: str, optional: bool) -> None:
    found = parse(filled(MOVES[verb].usage, optional))
    assert isinstance(found, m.Move)
    assert verb_of(found.kind) == verb


@pytest.mark.parametrize("verb", QUERIES)
def test_a_question_written_as_its_help_says_is_that_question(verb: str) -> None:
    found = parse(filled(QUERIES[verb][0], True))
    assert isinstance(found, Query)
    assert found.verb == verb


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32))
def test_every_example_is_accepted_as_it_stands(seed: int) -> None:
    play, random = Play(), Random(seed)
    for _ in range(60):
        awaited = to_act(play.game, play.state)
        if not awaited:
            return
        for seat in (awaited[0], FACILITATOR):
            check_examples(play, seat)
        made = play.ask(random.choice(awaited), any_move(random, play.state))
        if not isinstance(made, Decision):
            made = play.ask(awaited[0], m.Pass())
        if isinstance(made, Decision):
            play.state = made.state


def check_examples(play: Play, seat: str) -> None:
    at = Moment(play.game, play.state, seat)
    mine = view(play.game, play.state, seat)
    for verb, line in examples(mine, at).items():
        move = parse(line.replace(BLANK, "Some words."))
        assert isinstance(move, m.Move), line
        assert verb_of(move.kind) == verb
        assert not isinstance(judge(at, m.Command(seat, with_card(move, mine.role))), Rejection), line


@pytest.mark.parametrize("seat", ["KA", "MED", "US", FACILITATOR])
def test_help_fits_the_screen_in_two_columns(seat: str) -> None:
    room = open_room(facilitator="Bob")
    game, state = room.game, room.state
    lines = help_on(view(game, state, seat), Moment(game, state, seat), ())
    assert all(width(line) <= WIDTH for line in lines)
    asked = lines[lines.index("You can always ask:") + 1 :]
    starts = {len(line) - len(re.sub(r"^  \S.*?\s{2,}", "", line)) for line in asked if not line.startswith("   ")}
    assert len(starts) == 1


def test_every_move_can_be_asked_about() -> None:
    typist = Typist(open_room("KA"), [f"help {verb}" for verb in MOVES])
    typist.run()
    for word in MOVES.values():
        assert word.usage in typist.said
    assert "motion close_debate: close the debate on this issue" in typist.text


def test_an_unknown_command_gets_the_nearest() -> None:
    typist = Typist(open_room("KA"), ["help propse", "why propse", "help xyzzy"])
    typist.run()
    assert "There is no command propse; did you mean propose?" in typist.text
    assert "There is no command xyzzy; help lists them." in typist.text


@pytest.mark.parametrize(
    ("line", "move"),
    [
        ("argue ka-fed-1", m.Argue("for", "FED4", CARD.text, CARD.cites)),
        ('argue KA-FED-1 "Our own words."', m.Argue("for", "FED4", "Our own words.", CARD.cites)),
        ('argue KA-FED-1 for "Our own words."', m.Argue("for", "FED4", "Our own words.", CARD.cites)),
        ("argue FED4 for KA-FED-1", m.Argue("for", "FED4", CARD.text, CARD.cites)),
        ("argue KA-FED-1 cite S0.12", m.Argue("for", "FED4", CARD.text, ("S0.12",))),
        ("argue FED4", m.Argue("", "FED4", "")),
    ],
)
def test_a_card_is_played_by_its_id(line: str, move: m.Move) -> None:
    found = parse(line)
    assert isinstance(found, m.Move)
    assert with_card(found, KA) == move


def test_help_shows_what_stands_on_the_card_of_the_example() -> None:
    typist = Typist(open_room("KA"), ["help argue", "argue FED4"])
    typist.run()
    card = next(card for card in KA.cards if f"argue {card.id}" in typist.text)
    assert f"your card {card.side} {card.option}: {card.text[:20]}" in typist.text
    assert f'or in words of your own: argue {card.option} {card.side} "..."' in typist.text
    assert "say whether you argue for or against FED4, and why" in typist.text
