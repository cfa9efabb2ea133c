"""What becomes of a planned card: when it comes, what it waits for, and when it is too late for it."""

import pytest
from small import PLENARY, Play, hall

from exercise.engine.planned import comes, holds, too_late, waits_for
from exercise.model import moves as m
from exercise.model.scenario import Choice, ChoiceOption, Clock, Deck, Effects, Inject

ASK = Choice(
    "What now?", ("parties",), "majority", (ChoiceOption("yes", "Yes", "", Effects()), ChoiceOption("no", "No", "", Effects())), "no", 3
)  # fmt: skip


def deck(*made: Inject, day: int = 2, sessions: tuple[str, ...] = ("day",)) -> Play:
    """A plenary of five days with these cards, all planned for one day."""
    plan = Deck("d", "D", {card.id: day for card in made})
    return Play(hall(PLENARY, injects=made, decks=(plan,), deck="d", clock=Clock(5, 1, sessions, 60)))


def card(id: str = "X", **fields: object) -> Inject:
    return Inject(id, f"Title {id}", f"Text of {id}", **fields)  # type: ignore[arg-type]


def waits(play: Play, id: str = "X") -> str:
    return waits_for(play.game, play.state, play.game.table.injects[id])


def test_a_card_whose_day_is_to_come_waits_for_nothing() -> None:
    play = deck(card(when="dial('trust') > 70.0"))
    assert waits(play) == ""
    assert comes(play.game, play.state, play.game.table.injects["X"]) == "day 2, day"


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (card(when="dial('trust') > 70.0"), "what it comes for is not so now"),
        (card(window=(4, 5)), "it comes only between day 4 and 5"),
        (card(after="NONE"), "it follows NONE, which was not played"),
    ],
)
def test_a_card_that_has_not_come_on_its_day_says_what_it_waits_for(made: Inject, why: str) -> None:
    play = deck(made)
    play.sessions(1)
    assert "X" not in play.state.fired
    assert waits(play) == why


def test_a_card_of_a_chain_says_which_link_it_waits_for() -> None:
    play = deck(card("A", choice=ASK), card("X", after="A"), card("Y", after="A", after_days=2, unless="yes"))
    play.sessions(1)
    assert waits(play) == "it follows A, which is not answered yet"
    assert waits(play, "Y") == "it follows A on day 4" or "not answered" in waits(play, "Y")
    for seat in ("N1", "N2", "S1"):
        play.do(seat, m.Choose("A", "yes"))
    play.sessions(2)
    assert "X" in play.state.fired
    assert waits(play, "Y") == "A was answered yes"


def test_more_cards_than_a_day_takes_wait_for_the_next() -> None:
    play = deck(*(card(f"X{n}") for n in range(4)))
    play.sessions(1)
    late = [id for id in play.state.plan if id not in play.state.fired]
    assert late
    assert {waits(play, id) for id in late} == {"so many cards come on one day, and no more"}


def test_a_card_after_its_window_or_the_last_day_or_the_talks_is_too_late() -> None:
    play = deck(card(window=(2, 3)), day=2)
    made = play.game.table.injects["X"]
    assert too_late(play.game, play.state, made, 2) == ""
    assert too_late(play.game, play.state, made, 4) == "it comes only between day 2 and 3"
    assert too_late(play.game, play.state, made, 6) == "day 6 is after the last day, 5"
    play.ff(m.HoldInject("X"))
    play.sessions(3)
    assert too_late(play.game, play.state, made, 2) == "it comes only between day 2 and 3"
    play.ff(m.End("enough"))
    assert too_late(play.game, play.state, made, 5) == "the talks are over"


def test_a_condition_holds_or_does_not() -> None:
    play = deck(card(when="dial('trust') > 70.0"))
    made = play.game.table.injects["X"]
    assert not holds(play.game, play.state, made)
    play.ff(m.SetDial("trust", 80.0))
    assert holds(play.game, play.state, made)
