"""The command language: what is written parses back, every command has an example, and what is wrong is said with its place."""

import re
from random import Random
from typing import Any

import attrs
import pytest
from anymove import any_move
from hypothesis import given, settings
from hypothesis import strategies as st
from small import Play

from exercise.engine.decide import Decision, decide
from exercise.engine.legal import legal_moves
from exercise.engine.moment import Moment
from exercise.engine.turns import to_act
from exercise.model import moves as m
from exercise.model.text import printable
from exercise.plain.language import ALIASES, MOVES, QUERIES, Problem, Query
from exercise.plain.parse import parse, quote, tokenise, verb_of, write

WORDS = re.compile(r"[A-Za-z][\w.:-]*")


def sayable(move: m.Move) -> bool:
    """Whether every name in the move is a word, as the ids of a scenario are, and numbers can be typed."""
    if isinstance(move, m.Bridge) and len(move.seats) != 2:
        return False
    for field in attrs.fields(type(move)):
        value: Any = getattr(move, field.name)
        if field.name == "text":
            if isinstance(value, str) and value and not value.strip():
                return False
        elif isinstance(value, str):
            if not WORDS.fullmatch(value) and (value or field.default is attrs.NOTHING):
                return False
        elif isinstance(value, tuple):
            if not value or not all(WORDS.fullmatch(word) for word in value):
                return False
        elif value != value or (isinstance(value, int) and value < 0):
            return False
    return True


CHOICES = {"vote": ("yes", "no", "abstain"), "participate": ("take_part", "contest", "boycott")}


def known(move: m.Move) -> bool:
    """Whether the words that come from a fixed list are on it, and nothing that the command needs is empty."""
    if isinstance(move, m.Argue) and move.side not in ("for", "against"):
        return False
    if MOVES[verb_of(move.kind)].needs_text and not getattr(move, "text", "").strip():
        return False
    return move.kind not in CHOICES or getattr(move, "choice", "") in CHOICES[move.kind]


@settings(max_examples=1500)
@given(seed=st.integers(0, 2**32))
def test_what_is_written_parses_to_the_same_move(seed: int) -> None:
    move = any_move(Random(seed), Play().state)
    found = parse(write(move))
    if sayable(move) and known(move):
        text = " ".join(getattr(move, "text", "").split())
        same = attrs.evolve(move, text=text) if hasattr(move, "text") else move
        assert found == same
    else:
        assert found is not None


@settings(max_examples=300)
@given(seed=st.integers(0, 2**32), text=st.text(max_size=60))
def test_hostile_words_change_nothing_but_the_text(seed: int, text: str) -> None:
    move = any_move(Random(seed), Play().state)
    flat = re.sub(r"\s+", " ", text).strip()
    if hasattr(move, "text") and flat and sayable(attrs.evolve(move, text="x")) and known(attrs.evolve(move, text="x")):
        assert parse(write(attrs.evolve(move, text=text))) == attrs.evolve(move, text=flat)


@settings(max_examples=12)
@given(seed=st.integers(0, 2**32))
def test_every_legal_move_of_a_walk_can_be_typed(seed: int) -> None:
    play, random = Play(), Random(seed)
    for _ in range(60):
        awaited = to_act(play.game, play.state)
        if not awaited:
            return
        moves = legal_moves(Moment(play.game, play.state, awaited[0]), each=3)
        assert [parse(write(move)) for move in moves] == list(moves)
        decision = decide(play.game, play.state, m.Command(awaited[0], random.choice(moves)))
        assert isinstance(decision, Decision)
        play.state = decision.state


@given(text=st.text(max_size=300))
def test_any_text_comes_back_as_it_was_but_for_its_line_ends(text: str) -> None:
    move = m.Speak(text)
    expected = re.sub(r"\s+", " ", text).strip()
    found = parse(write(move))
    assert (isinstance(found, Problem) and not expected) or found == m.Speak(expected)


@settings(max_examples=500)
@given(line=st.text(max_size=200))
def test_no_line_raises(line: str) -> None:
    found = parse(line)
    assert found is None or isinstance(found, m.Move | Query | Problem)
    if isinstance(found, Problem):
        assert found.message
        assert found.hint
        assert 1 <= found.column <= len(line) + 1


@pytest.mark.parametrize("verb", MOVES)
def test_every_command_says_how_it_is_written_and_what_it_does(verb: str) -> None:
    word = MOVES[verb]
    assert word.usage.split()[0] == verb
    assert word.says


def test_every_kind_of_move_has_a_command() -> None:
    assert {verb_of(kind) for kind in m.MOVES} == set(MOVES)


def test_every_alias_stands_for_a_command() -> None:
    assert set(ALIASES.values()) <= {*MOVES, *QUERIES}


@pytest.mark.parametrize(
    ("line", "move"),
    [
        ("propose FED3 OIL3", m.Propose(("FED3", "OIL3"))),
        ("p FED3,OIL3", m.Propose(("FED3", "OIL3"))),
        ('argue FED3 for "It holds." cite S0.12', m.Argue("for", "FED3", "It holds.", ("S0.12",))),
        ("argue for FED3 it holds", m.Argue("for", "FED3", "it holds")),
        ("support P3", m.Support("P3")),
        ('tell SCIRI "A word."', m.Tell(("SCIRI",), "A word.")),
        ("tell SCIRI, DAWA a word", m.Tell(("SCIRI", "DAWA"), "a word")),
        ('vote no "We cannot."', m.Vote("no", "We cannot.")),
        ("v y", m.Vote("yes")),
        ("walk out", m.WalkOut()),
        ("yes", m.Vote("yes")),
        ('no "We cannot."', m.Vote("no", "We cannot.")),
        ("Abstain", m.Vote("abstain")),
        ("motion close debate", m.MoveMotion("close_debate")),
        ("motion to close the debate", m.MoveMotion("close_debate")),
        ("motion postpone OIL", m.MoveMotion("postpone", ("OIL",))),
        ("motion vote P2", m.MoveMotion("vote", ("P2",))),
        ("answer Q2 FED3", m.Answer("Q2", "FED3")),
        ("support FED3 with all our heart", m.Support("FED3", "with all our heart")),
        ('speak "He said \\"no\\"."', m.Speak('He said "no".')),
        ("rewind 3.2", m.Rewind(3, 2)),
        ("postpone E07 by 2 spacing", m.PostponeInject("E07", 2, True)),
    ],
)
def test_lines_as_people_type_them(line: str, move: m.Move) -> None:
    assert parse(line) == move


@pytest.mark.parametrize("line", ["", "   ", "# a comment", "  # propose FED3"])
def test_nothing_is_no_command(line: str) -> None:
    assert parse(line) is None


@pytest.mark.parametrize(
    ("line", "says", "column", "hint"),
    [
        ("supprt P3", "there is no command supprt", 1, "did you mean support?"),
        ("xyzzy", "there is no command xyzzy", 1, "help lists the commands"),
        ('speak "never closed', "a quote is opened here and never closed", 7, 'close it with "'),
        ("vote perhaps", "expected yes, no or abstain, not perhaps", 6, "write: vote"),
        ("support", "something is missing", 8, "write: support"),
        ("pass now please", "nothing more is expected here", 6, "write: pass"),
        ("support FED3 and OIL3", "support takes one name at a time", 14, "write: support"),
        ("support FED3 OIL3, SEC3", "support takes one name at a time", 14, "write: support"),
        ("accept D1 D2", "accept takes one name at a time", 11, "write: accept"),
        ("ask SCIRI, DAWA why", "ask takes one name at a time", 12, "write: ask"),
        ('speak "We came." late', "nothing more is expected here", 18, "write: speak"),
        ("extend many", "expected a whole number, not many", 8, "write: extend"),
        ("dial trust high", "expected a number, not high", 12, "write: dial"),
        ("rewind soon", "expected a day, or a day and a session", 8, "write: rewind"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_a_hint(line: str, says: str, column: int, hint: str) -> None:
    problem = parse(line)
    assert isinstance(problem, Problem)
    assert says in problem.message
    assert problem.column == column
    assert hint in problem.hint


def test_quoting_keeps_control_codes_apart_from_the_terminal() -> None:
    tokens = tokenise(quote("\x1b[2J"))
    assert not isinstance(tokens, Problem)
    assert "\x1b" not in printable(tokens[0].text)


@pytest.mark.parametrize(
    ("line", "move"),
    [
        ('support FED3 because "It can hold."', m.Support("FED3", "It can hold.")),
        ('propose FED3 OIL2 because "Near what you said"', m.Propose(("FED3", "OIL2"), "Near what you said")),
        ('no because "Not like this"', m.Vote("no", "Not like this")),
        ('oppose P1 "Not like this" because OIL2', m.Oppose("P1", "Not like this", "OIL2")),
    ],
)
def test_because_may_lead_in_a_text(line: str, move: m.Move) -> None:
    assert parse(line) == move
