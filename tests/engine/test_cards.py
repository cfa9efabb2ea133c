"""Cards: when they come, what they do, and how the decisions they ask for are taken."""

from typing import Any

import attrs
import pytest
from small import PARTIES, PLENARY, SCENARIO, Play, hall

from exercise.engine import cards
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import Choice, ChoiceOption, Clock, Deck, Effects, Inject, Pressure, Seat, SeatKind
from exercise.model.state import State


def deck(*made: Inject, days: dict[str, int] | None = None, **changes: Any) -> Play:
    """A plenary of one session a day with these cards, planned for day 2 where nothing else is said."""
    plan = {card.id: 2 for card in made} | (days or {})
    quick = Clock(5, 1, ("day",), 60)
    return Play(hall(PLENARY, injects=made, decks=(Deck("d", "D", plan),), deck="d", clock=quick, **changes))


def card(id: str = "X", **fields: Any) -> Inject:
    return Inject(id, f"Title {id}", f"Text of {id}", **fields)


def choice(rule: str, who: tuple[str, ...] = ("parties",), within: int = 2, **effects: Effects) -> Choice:
    effects = effects or {"yes": Effects({"trust": 4}), "no": Effects({"trust": -4})}
    options = tuple(ChoiceOption(o, o.title(), "", what) for o, what in effects.items())
    return Choice("What now?", who, rule, options, tuple(effects)[-1], within)


def fired(play: Play) -> dict[str, int]:
    return dict(play.state.fired)


# When


def test_a_card_comes_on_its_day_and_once() -> None:
    play = deck(card())
    assert fired(play) == {}
    play.sessions()
    assert fired(play) == {"X": 2}
    play.sessions(2)
    assert [x.inject for x in play.bodies(e.Injected)] == ["X"]
    assert play.refused(e.FACILITATOR, m.FireInject("X")).code == "FIRED"


def test_news_comes_in_a_session_of_its_own() -> None:
    made = tuple(card(f"X{n}") for n in range(30))
    plan = Deck("d", "D", {c.id: 1 for c in made})
    rules = attrs.evolve(SCENARIO.settings, injects_a_day=99)
    play = Play(hall(PLENARY, injects=made, decks=(plan,), deck="d", settings=rules))
    play.sessions(2)
    sessions = {x.session for x in play.log if isinstance(x.body, e.Injected)}
    assert sessions == {1, 2, 3}
    assert set(play.state.fired.values()) == {1}


def test_a_window_holds_a_card_back_and_lets_it_go() -> None:
    play = deck(card("LATER", window=(3, 4)), card("GONE", window=(1, 1)))
    play.sessions(1)
    assert fired(play) == {}
    play.sessions(1)
    assert fired(play) == {"LATER": 3}
    play.sessions(2)
    assert "GONE" not in play.state.fired


def test_a_trigger() -> None:
    play = deck(card(when="dial('trust') > 70.0"))
    play.sessions(1)
    assert fired(play) == {}
    play.ff(m.SetDial("trust", 80.0))
    play.sessions(1)
    assert fired(play) == {"X": 3}


def test_a_chain_waits_for_its_first_link() -> None:
    play = deck(card("A"), card("B", after="A", after_days=2), days={"B": 1})
    play.sessions(2)
    assert fired(play) == {"A": 2}
    play.sessions(1)
    assert fired(play) == {"A": 2, "B": 4}


@pytest.mark.parametrize(("answer", "comes"), [("yes", False), ("no", True)])
def test_a_chain_breaks_where_the_answer_was_good(answer: str, comes: bool) -> None:
    play = deck(card("A", choice=choice("any")), card("B", after="A", unless="yes"))
    play.sessions(1)
    play.do("N1", m.Choose("A", answer))
    play.sessions(1)
    assert ("B" in play.state.fired) is comes


def test_a_chain_waits_while_the_choice_is_open() -> None:
    play = deck(card("A", choice=choice("majority", within=3)), card("B", after="A"))
    play.sessions(2)
    assert fired(play) == {"A": 2}


def test_no_more_cards_a_day_than_the_scenario_allows() -> None:
    play = deck(*(card(f"X{n}") for n in range(4)))
    play.sessions(1)
    assert len(fired(play)) == 2
    play.sessions(1)
    assert len(fired(play)) == 4


def test_the_plan_can_be_changed() -> None:
    play = deck(card("A"), card("B"), card("C"), card("D"), days={"D": 4})
    play.ff(m.SkipInject("A"))
    play.ff(m.HoldInject("B"))
    play.ff(m.PostponeInject("C", 1, spacing=True))
    assert play.refused(e.FACILITATOR, m.SkipInject("A")).code == "SAME"
    assert play.refused(e.FACILITATOR, m.PostponeInject("C", 0)).code == "DAYS"
    assert dict(play.state.plan) == {"A": -1, "B": -2, "C": 3, "D": 5}
    play.sessions(4)
    assert fired(play) == {"C": 3, "D": 5}


def test_cards_left_out_or_of_another_scenario_are_not_planned() -> None:
    made = (card("A"), card("B", only="elsewhere"), card("C", only="small"))
    plan = Deck("d", "D", {"A": 2, "B": 2, "C": 2})
    play = Play(hall(PLENARY, injects=made, decks=(plan,), deck="d"), left_out=("A",))
    assert dict(play.state.plan) == {"C": 2}
    assert play.refused(e.FACILITATOR, m.FireInject("A")).code == "LEFT_OUT"


def test_an_expected_action_is_rated_once_the_card_was_played() -> None:
    play = deck(card())
    assert play.refused(e.FACILITATOR, m.RateExpected("X", True)).code == "INJECT"
    play.ff(m.FireInject("X"))
    assert play.ff(m.RateExpected("X", True))[0].to == e.CONTROL


# What


def test_effects_move_dials_within_bounds_and_the_limit_of_the_day() -> None:
    play = deck(card("A", effects=Effects({"trust": -7})), card("B", effects=Effects({"trust": -7})))
    play.sessions(1)
    assert [x.new for x in play.bodies(e.DialMoved)] == [33.0, 30.0]
    play.ff(m.SetDial("calm", 98.0))
    play.ff(m.SetDial("trust", 3.0))
    assert play.refused(e.FACILITATOR, m.SetDial("trust", 101.0)).code == "VALUE"
    assert play.refused(e.FACILITATOR, m.SetDial("trust", 3.0)).code == "SAME"


def test_after_the_facilitator_sets_a_dial_the_day_counts_from_there() -> None:
    play = deck(card("A", effects=Effects({"trust": 5})))
    play.ff(m.SetDial("trust", 90.0))
    play.ff(m.FireInject("A"))
    assert play.state.dials["trust"] == 95.0


def test_floors_lift_a_low_dial_and_push_a_high_one() -> None:
    rules = attrs.evolve(SCENARIO.settings, dial_limit=50)
    play = deck(card("A", effects=Effects(floors={"trust": (60, 3), "calm": (50, 3)})), settings=rules)
    play.ff(m.FireInject("A"))
    assert dict(play.state.dials) == {"trust": 60.0, "calm": 58.0}


def test_reservations_of_named_subject_rivals_and_the_exposed() -> None:
    moved = Effects(reservations={"@subject": 2, "@rivals": 1, "@exposed": -1, "L1": 0.5, "OUT": 9})
    play = deck(card("A", subject=("N1",), effects=moved))
    play.take("N2", m.Concede("a2"))
    play.ff(m.FireInject("A"))
    shifts = {x.body.party: x.body.points for x in play.fresh if isinstance(x.body, e.ReservationShifted)}
    assert shifts == {"N1": 2, "N2": -1, "S1": 1, "L1": 0.5}
    assert play.state.shifts["N2"] == 0, "a rival of N1 that is also the most exposed"
    for event in play.fresh:
        if isinstance(event.body, e.ReservationShifted):
            assert event.to == (event.body.party,)


def test_sisters_are_the_rivals_of_the_same_community() -> None:
    play = deck(card("A", subject=("N1",), effects=Effects(reservations={"@sisters": 1})))
    play.ff(m.FireInject("A"))
    shifts = {x.body.party: x.body.points for x in play.fresh if isinstance(x.body, e.ReservationShifted)}
    assert shifts == {"N2": 1}


def test_a_reservation_stays_within_its_drift_and_its_party_is_told() -> None:
    play = deck(*(card(f"X{n}", effects=Effects(reservations={"N1": 2})) for n in range(2)))
    play.sessions(2)
    assert play.state.shifts["N1"] == 4
    assert play.state.reservations["N1"] == 45 + 3
    told = [x for x in play.log if isinstance(x.body, e.ReservationMoved)]
    assert [(x.to, x.body.old, x.body.new) for x in told] == [(("N1",), 45.0, 48.0)]


def test_a_card_can_take_time_open_issues_admit_and_take_the_text_away() -> None:
    done = Effects(lose_sessions=2, opens=("R",), admits="LATE", withdraws_text=True)
    play = deck(card("A", effects=done))
    play.do("MED", m.TableText(("a1", "b1", "c1")))
    play.ff(m.FireInject("A"))
    state = play.state
    assert (state.day, state.text, state.issues) == (3, "", ("A", "B", "C", "R"))
    assert {"LATE"} <= state.present
    assert "LATE" in state.queue
    assert play.refused("MED", m.ReviseText(("a2",))).code == "NO_TEXT"


def test_a_stage_card_names_its_subject_and_the_outsider_who_praises_it() -> None:
    play = deck(attrs.evolve(card("A", subject=("S1",), endorse="OUT"), text="Praise for @subject."))
    play.ff(m.FireInject("A"))
    assert play.last(e.Injected).text == "Praise for S1."
    praised = next(x for x in play.fresh if isinstance(x.body, e.Endorsed))
    assert (praised.seat, praised.body.party, praised.to) == ("OUT", "S1", e.ALL)


def test_a_private_card_stays_private_whatever_it_does() -> None:
    play = deck(card("A", to=("N1", "S1"), subject=("S1",), endorse="OUT", choice=choice("any", ("N1", "S1"))))
    play.ff(m.FireInject("A"))
    assert {x.to for x in play.fresh} == {("N1", "S1")}
    refusal = play.refused("L1", m.Choose("A", "yes"))
    assert refusal.code == "NO_CHOICE"
    assert "N1" not in refusal.reason
    play.do("N1", m.Choose("A", "yes"))
    made = [x for x in play.fresh if isinstance(x.body, e.ChoiceMade)]
    assert [x.to for x in made] == [("N1", "S1")]
    assert next(x for x in play.fresh if isinstance(x.body, e.AnswerGiven)).to == ("N1",)


@pytest.mark.parametrize("draw", [True, False])
def test_pressure_from_a_patron(draw: bool) -> None:
    asked = Pressure("draw", ("draw",), "draw") if draw else Pressure("OUT", ("S1", "L1"), "b3")
    play = deck(card("A", pressure=asked))
    play.ff(m.FireInject("A"))
    pressed = [x for x in play.fresh if isinstance(x.body, e.Pressed)]
    assert [x.body.client for x in pressed] == ["S1", "L1"] or (draw and len(pressed) == 1)
    for event in pressed:
        body = event.body
        assert event.to == ("OUT", body.client)
        assert body.option in ("a2", "b3")
        obeyed = play.state.positions.get(body.client, {}).get(body.option[0].upper()) == body.option
        assert obeyed is body.obeyed


def test_a_drawn_pressure_without_any_patron_is_no_pressure() -> None:
    seats = tuple(seat for seat in SCENARIO.seats if seat.kind is not SeatKind.OUTSIDE)
    play = deck(card("A", pressure=Pressure("draw", ("draw",), "draw")), seats=seats)
    play.ff(m.FireInject("A"))
    assert not play.bodies(e.Pressed)
    odd = (*seats, Seat("X", "Without a role", SeatKind.OUTSIDE))
    play = deck(card("A", pressure=Pressure("X", ("draw",), "draw")), seats=odd)
    play.ff(m.FireInject("A"))
    assert not play.bodies(e.Pressed)


# Choices


def ask(rule: str, who: tuple[str, ...] = PARTIES, **effects: Effects) -> Play:
    play = deck(card("A", choice=choice(rule, who, **effects)))
    play.ff(m.FireInject("A"))
    return play


def answer(play: Play, **answers: str) -> Play:
    for seat, option in answers.items():
        play.do(seat, m.Choose("A", option))
    return play


def chosen(play: Play) -> tuple[str, bool]:
    made = play.last(e.ChoiceMade)
    return made.choice, made.by_default


def test_any_takes_the_first_answer() -> None:
    play = answer(ask("any"), S1="yes")
    assert chosen(play) == ("yes", False)
    assert play.state.dials["trust"] == 44
    assert play.refused("N1", m.Choose("A", "no")).code == "NO_CHOICE"


def test_joint_needs_two_communities() -> None:
    play = answer(ask("joint"), N1="yes", N2="yes")
    assert "A" in play.state.choice
    assert chosen(answer(play, S1="yes")) == ("yes", False)


def test_joint_that_nobody_joins_falls_to_the_default() -> None:
    play = answer(ask("joint"), N1="yes", N2="yes", S1="no", L1="no")
    assert chosen(play) == ("no", False)


def test_majority_is_more_than_half_of_those_asked() -> None:
    play = answer(ask("majority"), N1="yes", N2="yes")
    assert "A" in play.state.choice
    assert chosen(answer(play, S1="yes")) == ("yes", False)
    assert chosen(answer(ask("majority"), N1="yes", N2="yes", S1="no", L1="no")) == ("no", False)


def test_each_adds_up_what_each_does() -> None:
    play = answer(ask("each", yes=Effects({"trust": 2}), no=Effects({"trust": -1})), N1="yes", N2="yes", S1="no")
    assert "A" in play.state.choice
    assert chosen(answer(play, L1="yes")) == ("yes", False)
    assert play.state.dials["trust"] == 40 + 3 * 2 - 1


def test_each_counts_the_silent_for_the_default() -> None:
    play = answer(ask("each", yes=Effects({"trust": 2}), no=Effects({"trust": -1})), N1="yes")
    play.sessions(2)
    assert chosen(play) == ("no", True)
    assert play.state.dials["trust"] == 40 + 2 - 3


@pytest.mark.parametrize("rule", ["any", "joint", "majority", "each"])
def test_the_default_comes_when_time_is_up(rule: str) -> None:
    play = ask(rule)
    play.sessions(1)
    assert "A" in play.state.choice
    play.sessions(1)
    assert chosen(play) == ("no", True)


def test_nobody_waits_for_a_seat_that_has_left() -> None:
    play = answer(ask("majority", ("N1", "N2")), N1="yes")
    play.ff(m.MarkAbsent("N2"))
    assert chosen(play) == ("no", True)


def test_who_answers() -> None:
    play = ask("any", ("N1", "GHOST"))
    assert play.refused("S1", m.Choose("A", "yes")).code == "NO_CHOICE"
    assert play.refused("N1", m.Choose("A", "maybe")).code == "OPTION"
    play.ff(m.Choose("A", "yes"))
    assert [x.seat for x in play.fresh if isinstance(x.body, e.AnswerGiven)] == ["N1"]
    assert play.refused(e.FACILITATOR, m.Choose("A", "yes")).code == "NO_CHOICE"


def test_a_seat_answers_once() -> None:
    play = answer(ask("majority"), N1="yes")
    assert play.refused("N1", m.Choose("A", "no")).code == "ANSWERED"


def test_a_choice_that_nobody_can_take_goes_by_default() -> None:
    assert chosen(ask("majority", ("GHOST",))) == ("no", True)


def test_may_fire_is_false_once_the_talks_are_over() -> None:
    play = deck(card())
    over: State = play.state.but(ended="deadlock")
    made = play.game.table.injects["X"]
    assert cards.may_fire(play.game, play.state, made)
    assert not cards.may_fire(play.game, over, made)
