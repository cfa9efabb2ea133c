"""Ledgers: who moved and after what, who spoke, who kept a promise; what a rewind undid is in none of them."""

import pytest
from played import desk

from exercise.model import events as e
from exercise.review.ledger import followers, moves, promises, speeches


def log(*entries: tuple[str, e.Body]) -> list[e.Event]:
    return [e.Event(n, 1, n, seat, "all", body, 5) for n, (seat, body) in enumerate(entries, 1)]


def test_a_move_knows_what_came_before_it() -> None:
    events = log(
        ("KA", e.PositionTaken("FED", "", "FED4")),
        ("IAF", e.Argued("A1", "against", "FED4", "It divides us.", "FED", "FED4")),
        ("KA", e.Argued("A2", "for", "FED4", "It does not.", "FED", "FED4")),
        ("KA", e.PositionTaken("FED", "FED4", "FED3", "concede")),
        ("DAWA", e.PositionTaken("OIL", "OIL2", "OIL3")),
    )
    first, second = moves(desk().game, events)
    assert (first.seat, first.old, first.new, first.cause, first.after) == ("KA", "FED4", "FED3", "concede", 2)
    assert (second.cause, second.after) == ("of its own accord", 0)


def test_every_change_of_position_of_an_exercise_is_in_the_ledger() -> None:
    found = desk()
    taken = [
        event for event in found.events if isinstance(event.body, e.PositionTaken) and event.body.old and event.body.new
    ]
    ledger = moves(found.game, found.events)
    assert [move.n for move in ledger] == [event.n for event in taken]
    assert all(0 <= move.after < move.n for move in ledger)
    assert all(found.events[move.after - 1].seat != move.seat for move in ledger if move.after)


def test_who_spoke_how_much_and_after_whom() -> None:
    events = log(
        ("KA", e.Spoke("one two three")), ("IAF", e.Spoke("four")), ("KA", e.Asked("Q1", "IAF", "five six")),
        ("IAF", e.Passed()), ("KA", e.Spoke("seven")),
    )  # fmt: skip
    said = {speech.seat: speech for speech in speeches(desk().game, events)}
    assert (said["KA"].turns, said["KA"].words, said["KA"].minutes) == (3, 6, 15)
    assert (said["IAF"].turns, said["IAF"].words) == (1, 1)
    assert said["TRIB"].turns == 0
    assert "US" not in said
    assert followers(events) == {("KA", "IAF"): 1, ("IAF", "KA"): 1}


OFFER = ("KA", e.DealOffered("D1", "IAF", ("OIL2",), ("FED3",)))
TAKEN = ("IAF", e.DealAccepted("D1"))
BALLOT = e.BallotOpened("B1", "issue", "OIL", ("OIL2",), "all", ("KA", "IAF"))


@pytest.mark.parametrize(
    ("after", "verdict"),
    [
        ([], "not put to the test"),
        ([("KA", e.Supported("OIL2"))], "kept"),
        ([("IAF", e.Opposed("FED3"))], "broken"),
        ([("IAF", e.Opposed("OIL2"))], "not put to the test"),
        ([("KA", e.Argued("A1", "against", "OIL2", "No."))], "broken"),
        ([("MED", BALLOT), ("KA", e.Voted("B1", "yes"))], "kept"),
        ([("MED", BALLOT), ("KA", e.Voted("B1", "no"))], "broken"),
        ([("KA", e.Supported("OIL2")), ("KA", e.PositionTaken("OIL", "OIL2", "OIL5"))], "kept"),
        ([("KA", e.Opposed("OIL2")), ("facilitator", e.Rewound(1, 3))], "not put to the test"),
    ],
)
def test_promises_are_kept_broken_or_never_tested(after: list[tuple[str, e.Body]], verdict: str) -> None:
    (found,) = promises(log(OFFER, TAKEN, *after))
    assert found.verdict == verdict
    assert (found.seat, found.to, found.give, found.get) == ("KA", "IAF", ("OIL2",), ("FED3",))


def test_an_offer_that_nobody_took_is_no_promise() -> None:
    assert promises(log(OFFER, ("IAF", e.DealDeclined("D1")), ("KA", e.Opposed("OIL2")))) == []
