"""Declarations take effect when enough of those who are asked recognise them, and what is recognised last holds."""

import attrs
from small import PLENARY, Play, hall

from exercise.engine.closing import how
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import Clock, Gate, Rule, RuleKind, Stage, StageKind

LONG = Clock(5, 1, ("day",), 600)
SAY = Stage(
    "say", StageKind.DECLARATION, "Declarations", rule="known", sessions=1, adds=("motion", "second", "recognise"),
    next=(Gate("hall"),),
)  # fmt: skip


def saying(**rule: object) -> Play:
    """N1 declares a1 and S1 declares a3; N2, L1 and OUT are asked for what that is worth."""
    known = Rule("known", RuleKind.RECOGNITION, of=("N2", "L1", "OUT"), **rule)  # type: ignore[arg-type]
    rules = (known, Rule("all", RuleKind.UNANIMITY))
    play = Play(hall(SAY, attrs.evolve(PLENARY, rule="all"), rules=rules, clock=LONG))
    play.take("N1", m.Declare("a1"))
    play.take("S1", m.Declare("a3"))
    return play


def recognise(play: Play, declaration: str, *seats: str, accept: bool = True) -> None:
    for seat in seats:
        play.do(seat, m.RecogniseState(declaration, accept))


def test_the_number_that_is_asked_for_is_enough_and_one_less_is_not() -> None:
    play = saying(threshold=2)
    recognise(play, "N1", "N2")
    assert dict(play.state.agreed) == {}
    recognise(play, "N1", "OUT")
    assert play.bodies(e.Agreed) == [e.Agreed("A", "a1", "N1")]


def test_without_a_number_all_who_are_asked_are_needed() -> None:
    play = saying()
    recognise(play, "N1", "N2", "L1")
    assert dict(play.state.agreed) == {}
    recognise(play, "N1", "OUT")
    assert dict(play.state.agreed) == {"A": "a1"}


def test_nobody_is_asked_about_its_own_declaration() -> None:
    play = Play(hall(SAY, PLENARY, rules=(Rule("known", RuleKind.RECOGNITION),), clock=LONG))
    play.take("N1", m.Declare("a1"))
    recognise(play, "N1", "N2", "S1")
    assert dict(play.state.agreed) == {}
    recognise(play, "N1", "L1")
    assert dict(play.state.agreed) == {"A": "a1"}


def test_who_is_not_asked_is_not_counted() -> None:
    play = saying(threshold=2)
    recognise(play, "N1", "N2", "S1")
    assert dict(play.state.agreed) == {}


def test_a_recognition_can_be_taken_back_until_there_are_enough() -> None:
    play = saying(threshold=2)
    recognise(play, "N1", "N2")
    recognise(play, "N1", "N2", accept=False)
    recognise(play, "N1", "OUT")
    assert dict(play.state.agreed) == {}
    recognise(play, "N1", "N2")
    assert dict(play.state.agreed) == {"A": "a1"}


def test_who_may_block_blocks_until_it_relents_and_cannot_undo_what_holds() -> None:
    play = saying(threshold=2, vetoes=("OUT",))
    recognise(play, "N1", "OUT", accept=False)
    recognise(play, "N1", "N2", "L1")
    assert dict(play.state.agreed) == {}
    recognise(play, "N1", "OUT")
    assert dict(play.state.agreed) == {"A": "a1"}
    recognise(play, "N1", "OUT", accept=False)
    assert dict(play.state.agreed) == {"A": "a1"}


def test_of_two_declarations_the_one_that_is_recognised_last_holds() -> None:
    """Both have enough: the first does not come back by itself, and the exercise goes on."""
    play = saying(threshold=2)
    recognise(play, "N1", "N2", "L1")
    recognise(play, "N2", "N2", "L1")
    assert [x.option for x in play.bodies(e.Agreed)] == ["a1", "a3"]
    assert not play.state.closed
    recognise(play, "N1", "S1")
    assert dict(play.state.agreed) == {"A": "a3"}, "S1 is not asked"
    recognise(play, "N1", "OUT")
    assert dict(play.state.agreed) == {"A": "a1"}


def test_a_question_that_is_opened_again_stays_open() -> None:
    play = saying(threshold=2)
    recognise(play, "N1", "N2", "L1")
    play.take("S1", m.MoveMotion("reopen", ("A",)))
    play.do("L1", m.Second())
    play.vote()
    assert dict(play.state.agreed) == {}
    assert not play.state.closed


def test_a_locked_question_is_not_settled_by_recognition() -> None:
    signed = Stage("sign", StageKind.PLENARY, "Sign", rule="all", sessions=1, locks=True, next=(Gate("say"),))
    rules = (Rule("known", RuleKind.RECOGNITION, of=("OUT",)), Rule("all", RuleKind.UNANIMITY))
    play = Play(hall(signed, SAY, PLENARY, rules=rules, clock=LONG))
    play.agree("a2").sessions()
    play.take("N1", m.Declare("a1"))
    recognise(play, "N1", "OUT")
    assert dict(play.state.agreed) == {"A": "a2"}


def test_what_was_recognised_and_then_agreed_anew_counts_as_agreed() -> None:
    play = saying(threshold=2)
    recognise(play, "N1", "N2", "L1")
    assert how(play.game, play.state) == "recognition"
    play.sessions().agree("a2")
    assert how(play.game, play.state) == "agreement"
    play.agree("a1")
    assert how(play.game, play.state) == "agreement"
