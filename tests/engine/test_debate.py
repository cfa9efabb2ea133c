"""Arguments, questions, concessions and the flow that they make; proposals, texts, deals and what is on record."""

import pytest
from small import PACKAGE, Play

from exercise.engine.debate import TEXT_LIMIT
from exercise.engine.flow import dropped, flow
from exercise.model import events as e
from exercise.model import moves as m


def test_a_dropped_argument_is_one_that_nobody_answers_or_concedes(plenary: Play) -> None:
    plenary.take("N1", m.Argue("for", "a1", "It is fair.", ("V1",)))
    plenary.take("S1", m.Argue("against", "A1", "It is not."))
    plenary.take("N1", m.Argue("against", "A2", "It is."))
    plenary.take("L1", m.Argue("for", "b1", "It is quick."))
    plenary.take("N2", m.Argue("against", "c1", "It is slow."))
    plenary.take("S1", m.Concede("A4", "Granted."))
    rows = flow(plenary.state)
    assert [(row.argument.id, [a.id for a in row.answers], row.conceded_by) for row in rows] == [
        ("A1", ["A2", "A3"], ()),
        ("A4", [], ("S1",)),
        ("A5", [], ()),
    ]
    assert [row.argument.id for row in flow(plenary.state, "B")] == ["A4"]
    assert [argument.id for argument in dropped(plenary.state)] == ["A5"]


def test_what_may_be_argued(plenary: Play) -> None:
    plenary.take("N1", m.Argue("for", "a1", "It is fair."))
    plenary.floor("N1")
    cases = {
        m.Argue("maybe", "a1", "x"): "SIDE",
        m.Argue("for", "z9", "x"): "TARGET",
        m.Argue("for", "r1", "x"): "NOT_ON_AGENDA",
        m.Argue("against", "A1", "x"): "OWN_ARGUMENT",
        m.Argue("for", "a1", "x", ("V2",)): "CLAIM",
        m.Argue("for", "a1", " "): "EMPTY",
        m.Argue("for", "a1", "x" * (TEXT_LIMIT + 1)): "TOO_LONG",
        m.Concede("A1"): "OWN_ARGUMENT",
        m.Speak("x", "Z"): "ISSUE",
    }
    assert {move: plenary.refused("N1", move).code for move in cases} == cases


def test_a_question_is_open_until_the_one_asked_answers(plenary: Play) -> None:
    plenary.take("N1", m.Ask("S1", "Why?", "A"))
    plenary.floor("L1")
    assert plenary.refused("L1", m.Answer("Q1", "Because.")).code == "NOT_ASKED"
    plenary.take("S1", m.Answer("Q1", "Because."))
    assert not plenary.state.questions
    plenary.floor("S1")
    assert plenary.refused("S1", m.Answer("Q1", "Because.")).code == "QUESTION"
    assert plenary.refused("S1", m.Ask("S1", "Me?")).code == "SEAT"


def test_a_concession_moves_the_position(plenary: Play) -> None:
    plenary.take("N1", m.Propose(("a2", "b1")))
    plenary.take("S1", m.Concede("a2"))
    assert plenary.state.positions["S1"] == {"A": "a2"}
    assert plenary.last(e.Conceded).to == "N1", "to the one who put it on the table"
    plenary.floor("S1")
    assert plenary.refused("S1", m.Concede("a2")).code == "SAME"


def test_packages(plenary: Play) -> None:
    plenary.floor("N1")
    cases = {
        m.Propose(()): "EMPTY",
        m.Propose(("a1", "a2")): "TWICE",
        m.Propose(("a3", "b1")): "INCOHERENT",
        m.Propose(("r1",)): "NOT_ON_AGENDA",
        m.Propose(("zz",)): "OPTION",
        m.Amend("P1", ("a1",)): "PROPOSAL",
    }
    assert {move: plenary.refused("N1", move).code for move in cases} == cases
    plenary.do("N1", m.Propose(("c1", "a1", "b1")))
    assert plenary.last(e.Proposed).options == PACKAGE, "in the order of the agenda"
    plenary.floor("N2")
    assert plenary.refused("N2", m.Propose(PACKAGE)).code == "SAME"
    assert plenary.refused("N2", m.Amend("P1", ("a1",))).code == "SAME"
    plenary.do("N2", m.Amend("P1", ("b2",)))
    assert plenary.last(e.Amended) == e.Amended("P1.2", "P1", ("a1", "b2", "c1"))
    assert plenary.refused("N2", m.Sponsor("P1.2")).code == "SAME"
    plenary.do("S1", m.Sponsor("P1.2"))
    assert plenary.state.proposals["P1.2"].sponsors == ("N2", "S1")
    plenary.floor("S1")
    assert plenary.refused("S1", m.Withdraw("P1")).code == "NOT_YOURS"
    plenary.take("N1", m.Withdraw("P1"))
    assert plenary.refused("S1", m.Sponsor("P1")).code == "PROPOSAL"


def test_stances_and_reservations(plenary: Play) -> None:
    plenary.do("MED", m.TableText(PACKAGE))
    plenary.do("N1", m.Support("text"))
    assert plenary.refused("N1", m.Support("T1")).code == "SAME"
    plenary.do("N1", m.Oppose("T1", "Not that clause.", "b1"))
    assert plenary.state.stances["b1"] == {"N1": False}
    assert plenary.state.proposals["T1"].opposed == ("N1",)
    assert plenary.refused("N1", m.Oppose("T1", "", "a2")).code == "CLAUSE"
    plenary.do("S1", m.Reserve("T1", "c1"))
    assert plenary.refused("S1", m.Reserve("T1", "c1")).code == "SAME"
    assert plenary.state.proposals["T1"].reservations == (("S1", "c1"),)
    plenary.do("MED", m.ReviseText(("b2",)))
    assert plenary.state.text == "T2"
    assert plenary.refused("MED", m.TableText(PACKAGE)).code == "TEXT_EXISTS"
    assert plenary.refused("MED", m.ReviseText(("b2",))).code == "SAME"


def test_deals(plenary: Play) -> None:
    cases = {
        m.OfferDeal("GHOST", ("a1",), ("b1",)): "SEAT",
        m.OfferDeal("S1", (), ("b1",)): "EMPTY",
        m.OfferDeal("S1", ("zz",), ("b1",)): "OPTION",
        m.OfferDeal("S1", ("r1",), ("b1",)): "NOT_ON_AGENDA",
        m.OfferDeal("S1", ("a1",), ("a1",)): "TWICE",
    }
    assert {move: plenary.refused("N1", move).code for move in cases} == cases
    events = plenary.do("N1", m.OfferDeal("S1", ("a1",), ("b1",), "Quietly."))
    assert events[0].to == ("N1", "S1")
    assert plenary.refused("N1", m.OfferDeal("S1", ("a1",), ("b1",))).code == "SAME"
    assert plenary.refused("N1", m.AcceptDeal("D1")).code == "NOT_YOURS"
    assert plenary.refused("L1", m.AcceptDeal("D1")).code == "DEAL"
    assert "D1" not in plenary.refused("L1", m.AcceptDeal("D9")).reason.replace("D9", "")
    plenary.do("S1", m.AcceptDeal("D1"))
    assert plenary.refused("S1", m.DeclineDeal("D1")).code == "DEAL_OVER"


def test_outsiders_press_pledge_and_endorse(plenary: Play) -> None:
    plenary.do("OUT", m.Press("S1", "a2"))
    assert plenary.refused("OUT", m.Press("N1", "a2")).code == "ONCE_A_DAY"
    plenary.do("OUT", m.MakePledge("trust", "Monitors."))
    assert plenary.state.dials["trust"] == 44.0
    assert plenary.refused("OUT", m.MakePledge("trust", "More.")).code == "SAME"
    assert plenary.refused("OUT", m.MakePledge("mood", "More.")).code == "DIAL"
    plenary.do("OUT", m.WithdrawPledge("G1"))
    assert plenary.refused("OUT", m.WithdrawPledge("G1")).code == "PLEDGE"
    plenary.do("OUT", m.Endorse("N1"))
    assert plenary.refused("OUT", m.Endorse("N1")).code == "SAME"
    assert plenary.refused("OUT", m.Endorse("TOWN")).code == "SEAT"


def test_the_mediator_visits_and_bridges_but_not_itself(plenary: Play) -> None:
    assert plenary.refused("MED", m.Shuttle("MED", "Well?")).code == "SEAT"
    assert plenary.refused("MED", m.Shuttle("OUT", "Well?")).code == "SEAT"
    assert plenary.do("MED", m.Shuttle("N1", "Well?"))[0].to == ("MED", "N1")
    assert plenary.refused("MED", m.Bridge(("N1", "N1"), "a2")).code == "SEAT"
    plenary.do("MED", m.Bridge(("N1", "S1"), "a2"))
    assert plenary.state.tabled["a2"] == (1, "MED")


@pytest.mark.parametrize("to", [(), ("GHOST",), ("N1",), ("",)])
def test_private_words_need_somebody_to_hear_them(plenary: Play, to: tuple[str, ...]) -> None:
    refusal = plenary.refused("N1", m.Tell(to, "Psst."))
    assert refusal.code == "SEAT"
    assert refusal.reason
