"""Coming and going: walk-outs, returns, drop-outs, late guests, boycott, and whose turn it is."""

import pytest
from small import PLENARY, Play, hall

from exercise.engine.legal import legal_kinds
from exercise.engine.turns import to_act
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import Gate, Stage, StageKind


def test_who_walks_out_can_only_return_or_talk_in_private(plenary: Play) -> None:
    plenary.do("N1", m.WalkOut("Enough."))
    assert plenary.state.away == {"N1": "walk-out"}
    assert "N1" not in plenary.state.queue
    assert set(legal_kinds(plenary.at("N1"))) == {"tell", "return"}
    assert plenary.refused("N1", m.Speak("And another thing.")).code == "AWAY"
    assert plenary.refused("N2", m.Return()).code == "NOT_AWAY"
    plenary.do("N1", m.Tell(("N2",), "Come too."))
    plenary.do("N1", m.Return("We are back."))
    assert plenary.state.away == {}
    assert plenary.state.queue[-1] == "N1"


def test_who_is_marked_absent_comes_back_when_admitted(plenary: Play) -> None:
    plenary.ff(m.MarkAbsent("N1"))
    assert plenary.refused("N1", m.Return()).code == "AWAY"
    assert plenary.refused(e.FACILITATOR, m.MarkAbsent("N1")).code == "SEAT"
    plenary.ff(m.Admit("N1"))
    assert plenary.refused(e.FACILITATOR, m.Admit("N1")).code == "SAME"
    assert plenary.state.queue.count("N1") == 1


@pytest.mark.parametrize("seat", ["MED", "OUT"])
def test_nobody_waits_for_a_seat_that_is_away_in_the_next_session(seat: str) -> None:
    corridor = Stage("hall", StageKind.PROXIMITY, "Hall", until_day=5, corridor=True)
    play = Play(hall(corridor))
    play.ff(m.MarkAbsent(seat))
    play.sessions()
    assert seat not in play.state.queue


def test_a_late_guest_takes_a_place_at_the_end_of_the_list(plenary: Play) -> None:
    assert plenary.refused("LATE", m.Speak("Hello?")).code == "NOT_PRESENT"
    plenary.ff(m.Admit("LATE"))
    assert plenary.state.queue[-1] == "LATE"
    plenary.do("LATE", m.Support("a1"))


@pytest.mark.parametrize("comes", ["return", "admit"])
def test_a_seat_of_another_table_does_not_get_the_floor_here(comes: str) -> None:
    """A seat that comes in while others meet must not hold a floor that it cannot use."""
    north = Stage(
        "rooms", StageKind.CAUCUS, "North meets", table=("N1", "N2", "MED"), sessions=3, next=(Gate("closed"),)
    )
    play = Play(hall(Stage("hello", StageKind.OPENING, "Hello", sessions=1, next=(Gate("rooms"),)), north))
    play.do("S1", m.WalkOut())
    play.sessions()
    if comes == "return":
        play.do("S1", m.Return())
    else:
        play.ff(m.Admit("LATE"))
    assert set(play.state.queue) == {"MED", "N1", "N2"}
    assert play.refused("S1", m.Support("a1")).code == ("TABLE" if comes == "return" else "AWAY")


def test_an_empty_hall_comes_to_an_end_by_itself(plenary: Play) -> None:
    for seat in ("N1", "N2", "S1", "L1", "TOWN", "MED"):
        plenary.ff(m.MarkAbsent(seat))
    assert plenary.state.closed
    assert plenary.state.ended == "deadline"


def test_a_boycott_is_an_absence_that_ends_with_a_return() -> None:
    play = Play(hall(Stage("who", StageKind.PARTICIPATION, "Who", until_day=5)))
    play.sessions()
    while play.state.queue[0] != "N1":
        play.do(play.state.queue[0], m.Pass())
    assert play.refused("N1", m.Participate("sulk")).code == "CHOICE"
    play.do("N1", m.Participate("boycott"))
    assert (play.state.participation["N1"], play.state.away["N1"]) == ("boycott", "boycott")
    play.do("N1", m.Return())
    while play.state.queue[0] != "N1":
        play.do(play.state.queue[0], m.Pass())
    play.do("N1", m.Participate("take_part"))
    assert play.state.participation["N1"] == "take_part"


def test_declarations_and_their_recognition() -> None:
    play = Play(hall(Stage("say", StageKind.DECLARATION, "Say", until_day=5)))
    while play.state.queue[0] != "S1":
        play.do(play.state.queue[0], m.Pass())
    play.do("S1", m.Declare("a3"))
    assert play.refused("S1", m.RecogniseState("N1")).code == "OWN_DECLARATION"
    assert play.refused("OUT", m.RecogniseState("N9")).code == "DECLARATION"
    play.do("OUT", m.RecogniseState("N1", True))
    assert play.refused("OUT", m.RecogniseState("N1", True)).code == "SAME"
    play.do("OUT", m.RecogniseState("N1", False, "On second thoughts."))
    play.do("N2", m.RecogniseState("N1", False))
    assert play.state.recognitions["N1"] == {"OUT": False, "N2": False}


def test_the_exercise_waits_for_voters_then_for_those_asked_then_for_the_floor(play: Play) -> None:
    assert to_act(play.game, play.state) == ("N1", "N2", "S1", "L1"), "a card asks the parties"
    play.do("N1", m.Choose("K1", "accept"))
    assert to_act(play.game, play.state) == ("MED",)
    play.take("N1", m.MoveMotion("recess"))
    play.do("N2", m.Second())
    assert to_act(play.game, play.state) == ("N1", "N2", "S1", "L1")
    play.do("N1", m.Vote("no"))
    assert to_act(play.game, play.state) == ("N2", "S1", "L1")
    play.ff(m.Pause())
    assert to_act(play.game, play.state) == ()
    assert play.refused("N2", m.Vote("no")).code == "PAUSED"
    assert play.refused(e.FACILITATOR, m.Pause()).code == "PAUSED"
    play.ff(m.Resume())
    assert play.refused(e.FACILITATOR, m.Resume()).code == "RUNNING"


def test_a_card_at_the_very_end_can_still_be_answered() -> None:
    """The epilogue lets those choose whom a card asks; nobody hangs."""
    import attrs
    from small import CARDS, scenario

    last = attrs.evolve(CARDS[0], id="LAST", at="failure", window=None)
    play = Play(scenario(injects=(last,), decks=(), deck=""))
    while play.state.day < 3:
        play.sessions()
    play.do("MED", m.DeclareDeadlock())
    assert play.state.stage == "after"
    assert "choose" in legal_kinds(play.at("N1"))
    play.do("N1", m.Choose("LAST", "refuse"))


def test_the_list_moves_on_and_the_mediator_can_change_it(plenary: Play) -> None:
    assert plenary.state.queue[0] == "MED"
    plenary.do("MED", m.Speak("Welcome."))
    first = plenary.state.queue[0]
    assert plenary.refused("MED", m.Speak("Again.")).code == "FLOOR"
    assert plenary.refused("MED", m.Recognise(first)).code == "SAME"
    assert plenary.refused("MED", m.Recognise("LATE")).code == "SEAT"
    plenary.do("MED", m.Recognise("OUT"))
    plenary.do("OUT", m.Speak("A word from outside."))
    assert plenary.state.queue[0] == first


def test_only_one_outside_actor_speaks_in_the_corridor() -> None:
    corridor = Stage("hall", StageKind.PROXIMITY, "Hall", until_day=5, corridor=True)
    play = Play(hall(corridor))
    assert play.state.queue.count("OUT") == 1
    assert "OUT" not in Play(hall(PLENARY)).state.queue


def test_an_outside_actor_has_its_word_before_the_session_is_used_up() -> None:
    corridor = Stage("hall", StageKind.PROXIMITY, "Hall", until_day=5, corridor=True)
    play = Play(hall(corridor))
    parties = [play.state.queue.index(p) for p in play.game.table.parties if p in play.state.queue]
    assert play.state.queue.index("OUT") < min(parties)


def test_advance_to_a_stage_opens_its_issues_and_keeps_to_the_procedure() -> None:
    play = Play()
    assert play.refused(e.FACILITATOR, m.Advance("text")).code == "PROCEDURE"
    assert play.refused(e.FACILITATOR, m.Advance("closed")).code == "PROCEDURE"
    play.ff(m.Advance("role"))
    assert play.state.stage == "role"
    assert "R" in play.state.issues
    assert play.at("N1").issues == ("R",)
