"""Which office may make which kind of move in which stage."""

import pytest
from small import PLENARY, Play, hall

from exercise.engine.legal import legal_kinds, legal_moves
from exercise.engine.moment import Moment
from exercise.engine.permission import CONTROL_MOVES, STAGE_MOVES, permitted
from exercise.engine.procedure import Procedure
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import Gate, SeatKind, Stage, StageKind
from exercise.model.state import State

SEAT = {SeatKind.PARTY: "N1", SeatKind.CONSULTATIVE: "TOWN", SeatKind.MEDIATOR: "MED", SeatKind.OUTSIDE: "OUT"}
TALK = (StageKind.PLENARY, StageKind.CAUCUS, StageKind.PROXIMITY, StageKind.DRAFTING)


def may(kind: StageKind, office: SeatKind, **stage: tuple[str, ...]) -> frozenset[str]:
    play = Play(hall(Stage("s", kind, "S", **stage)))  # type: ignore[arg-type]
    return permitted(Moment(play.game, play.state, SEAT[office]))


def test_every_stage_kind_has_a_table_of_known_moves() -> None:
    assert set(STAGE_MOVES) == set(StageKind)
    assert set().union(*STAGE_MOVES.values()) | CONTROL_MOVES | {"impose"} == set(m.MOVES)


@pytest.mark.parametrize("kind", StageKind)
@pytest.mark.parametrize("office", SeatKind)
def test_everybody_can_pass_answer_a_card_and_speak_in_private_in_every_stage(
    kind: StageKind, office: SeatKind
) -> None:
    assert {"pass", "choose", "tell", "speak"} <= may(kind, office)


@pytest.mark.parametrize("kind", TALK)
def test_offices(kind: StageKind) -> None:
    party, town = may(kind, SeatKind.PARTY), may(kind, SeatKind.CONSULTATIVE)
    mediator, outside = may(kind, SeatKind.MEDIATOR), may(kind, SeatKind.OUTSIDE)
    assert {"propose", "argue", "motion", "vote", "walk_out", "offer_deal"} <= party
    assert {"propose", "argue", "vote", "second"} <= town
    assert not {"sponsor", "motion"} & town
    assert {"recognise", "shuttle", "bridge", "call_vote"} <= mediator
    assert not {"vote", "propose", "argue", "walk_out"} & mediator
    assert {"press", "pledge", "endorse"} <= outside
    assert not {"propose", "motion", "call_vote"} & outside
    assert not {"press", "recognise"} & party


def test_stages_differ() -> None:
    assert "table_text" not in may(StageKind.CAUCUS, SeatKind.MEDIATOR)
    assert "propose" not in may(StageKind.OPENING, SeatKind.PARTY)
    assert may(StageKind.PARTICIPATION, SeatKind.PARTY) >= {"participate", "vote"}
    assert may(StageKind.DECLARATION, SeatKind.OUTSIDE) >= {"recognise_state", "press"}
    assert "argue" not in may(StageKind.BALLOT, SeatKind.PARTY)
    assert "vote" not in may(StageKind.EPILOGUE, SeatKind.PARTY)


def test_a_stage_adds_and_removes_moves() -> None:
    assert "propose" in may(StageKind.OPENING, SeatKind.PARTY, adds=("propose",))
    assert "propose" not in may(StageKind.OPENING, SeatKind.MEDIATOR, adds=("propose",))
    assert "argue" not in may(StageKind.PLENARY, SeatKind.PARTY, removes=("argue",))


def test_refusals_by_office_stage_table_and_floor(plenary: Play) -> None:
    assert plenary.refused("MED", m.Vote("yes")).code == "OFFICE"
    assert plenary.refused("N1", m.Participate("boycott")).code == "STAGE"
    assert plenary.refused("N1", m.Speak("Now!")).code == "FLOOR"
    assert plenary.refused("NOBODY", m.Speak("Now!")).code == "SEAT"
    assert plenary.refused(e.FACILITATOR, m.Speak("Now!")).code == "OFFICE"
    assert plenary.refused("N1", m.Pause()).code == "OFFICE"
    rooms = Play(hall(Stage("rooms", StageKind.CAUCUS, "Rooms", table=("N1", "N2", "MED"), sessions=2)))
    assert rooms.refused("S1", m.Support("a1")).code == "TABLE"
    assert "tell" in legal_kinds(rooms.at("S1"))
    before = Moment(rooms.game, State(stage="rooms"), "N1")
    assert legal_moves(before) == ()


def test_every_refusal_says_what_is_legal_instead(plenary: Play) -> None:
    refusal = plenary.refused("N1", m.Speak("Now!"))
    assert refusal.legal == legal_kinds(plenary.at("N1"))
    assert "support" in refusal.legal


# The procedure


def test_the_machine_knows_what_may_follow() -> None:
    play = Play()
    procedure = play.game.table.procedure
    assert procedure.first == "hello"
    assert procedure.may("hello", "hall")
    assert procedure.may("hello", "after"), "talks can fail in any stage"
    assert not procedure.may("hello", "text")
    assert procedure.enter("hall", "rooms") == "rooms"
    assert procedure.gates("hello") == (("hall", ""),)
    assert procedure.gates("nowhere") == ()
    with pytest.raises(Exception, match="to_text"):
        procedure.enter("hello", "text")


def test_the_procedure_as_a_diagram_keeps_conditions_and_names_each_way_once() -> None:
    first = Stage(
        "one",
        StageKind.PLENARY,
        "One: talk",
        next=(Gate("two", 'agreed("A") == "a1"'), Gate("closed", "closed"), Gate("closed")),
    )
    drawn = Procedure(hall(first, Stage("two", StageKind.BALLOT, "Two"))).mermaid()
    assert drawn.startswith("stateDiagram-v2\n    [*] --> one\n")
    assert "    one : One - talk\n" in drawn
    assert "    one --> two : agreed('A') == 'a1'\n" in drawn
    assert "    one --> [*] : closed\n" in drawn
    assert "    one --> [*]\n" in drawn
    assert "    two --> [*]\n" in drawn
    assert Procedure(hall(PLENARY)).followers("hall") == ("closed",)


def test_gates_are_tried_in_order_and_conditions_open_early() -> None:
    stages = (
        Stage("one", StageKind.PLENARY, "One", sessions=3, next=(Gate("three", "settled('A')"), Gate("two"))),
        Stage("two", StageKind.PLENARY, "Two", sessions=3),
        Stage("three", StageKind.PLENARY, "Three", sessions=3),
    )
    slow = Play(hall(*stages)).sessions(3)
    assert slow.state.stage == "two"
    quick = Play(hall(*stages)).agree("a1").sessions(1)
    assert quick.state.stage == "three"
