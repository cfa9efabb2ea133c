"""Decision rules: every kind, quorum, readings of silence, vetoes, and patrons who sign for clients."""

from typing import Any

import pytest
from small import PARTIES, PLENARY, Play, hall

from exercise.engine.ballots import Tally, electors, tally, waiting
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import Rule, RuleKind
from exercise.model.state import Ballot


def count(rule: Rule, *, of: tuple[str, ...] = PARTIES, **votes: str) -> Tally:
    """The result of votes given as N1="yes"; who is not named is absent."""
    play = Play(hall(PLENARY, rules=(rule,)))
    ballot = Ballot("B1", "issue", "a1", ("a1",), rule.id, of, (), False, votes)
    return tally(play.game, play.state, ballot)


def rule(kind: str, **fields: Any) -> Rule:
    return Rule("r", RuleKind(kind), **fields)


ALL = dict.fromkeys(PARTIES, "yes")


@pytest.mark.parametrize(
    ("kind", "fields", "votes", "passed"),
    [
        ("unanimity", {}, ALL, True),
        ("unanimity", {}, ALL | {"L1": "no"}, False),
        ("unanimity", {}, ALL | {"L1": "abstain"}, True),
        ("unanimity", {"abstain": "no"}, ALL | {"L1": "abstain"}, False),
        ("unanimity", {}, {"N1": "yes", "N2": "yes", "S1": "yes"}, False),
        ("unanimity", {"absent": "ignored"}, {"N1": "yes"}, True),
        ("unanimity", {"absent": "ignored"}, {}, False),
        ("unanimity", {"absent": "yes"}, {"N1": "abstain"}, True),
        ("consensus", {}, {"N1": "yes"}, True),
        ("consensus", {}, {"N1": "yes", "S1": "no"}, False),
        ("consensus", {}, {"N1": "abstain"}, False),
        ("consensus", {}, ALL | {"S1": "abstain"}, True),
        ("consensus", {"abstain": "no"}, ALL | {"S1": "abstain"}, False),
        ("consensus", {"abstain": "no"}, {"N1": "yes"}, True),
        ("consensus", {"abstain": "yes"}, {"N1": "abstain"}, True),
        ("communities", {}, ALL, True),
        ("communities", {}, ALL | {"N2": "no"}, False),
        ("communities", {"abstain": "ignored"}, ALL | {"N2": "abstain"}, True),
        ("communities", {"abstain": "no"}, ALL | {"N2": "abstain"}, False),
        ("communities", {}, ALL | {"L1": "no"}, False),
        ("communities", {"absent": "ignored"}, {"N1": "yes", "S1": "yes"}, True),
        ("communities", {"absent": "ignored"}, {}, False),
        ("majority", {}, {"N1": "yes", "N2": "yes", "S1": "yes", "L1": "no"}, True),
        ("majority", {}, {"N1": "yes", "N2": "yes", "S1": "no", "L1": "no"}, False),
        ("majority", {}, {"N1": "yes"}, False),
        ("majority", {"absent": "ignored"}, {"N1": "yes"}, True),
        ("majority", {"absent": "ignored"}, {}, False),
        ("two_thirds", {}, ALL | {"L1": "no"}, True),
        ("two_thirds", {}, ALL | {"L1": "no", "S1": "no"}, False),
        ("two_thirds", {"absent": "ignored"}, {"N1": "yes", "N2": "yes", "S1": "no"}, True),
        ("two_thirds", {"absent": "ignored"}, {}, False),
        ("weighted", {"threshold": 6}, {"N1": "yes", "N2": "yes", "L1": "yes"}, True),
        ("weighted", {"threshold": 7}, {"N1": "yes", "N2": "yes", "L1": "yes"}, False),
        ("weighted", {"threshold": 3, "absent": "yes"}, {"S1": "no"}, True),
        ("weighted", {"threshold": 7, "absent": "yes"}, {"S1": "no"}, False),
        ("weighted", {"threshold": 6}, {"N1": "yes", "N2": "yes", "L1": "abstain"}, False),
        ("weighted", {"threshold": 6, "abstain": "yes"}, {"N1": "yes", "N2": "yes", "L1": "abstain"}, True),
        ("weighted", {"threshold": 10}, ALL, True),
        ("weighted", {"threshold": 11}, ALL, False),
        ("weighted", {}, dict.fromkeys(PARTIES, "no"), False),
        ("signatories", {}, ALL, True),
        ("signatories", {}, ALL | {"S1": "abstain"}, False),
        ("signatories", {"absent": "yes"}, {"N1": "yes"}, False),
        ("recognition", {"threshold": 2}, {"N1": "yes", "S1": "yes", "L1": "no"}, True),
        ("recognition", {"threshold": 2}, {"N1": "yes", "S1": "abstain", "L1": "no"}, False),
        ("recognition", {}, ALL, True),
        ("recognition", {}, {"N1": "yes", "N2": "yes", "S1": "yes"}, False),
        ("fiat", {}, {"N1": "yes"}, True),
        ("fiat", {}, {"N1": "no"}, False),
        ("fiat", {}, {"N1": "yes", "N2": "no"}, False),
        ("fiat", {"abstain": "yes"}, {"N1": "abstain"}, False),
        ("fiat", {}, {}, False),
    ],
)
def test_rule(kind: str, fields: dict[str, Any], votes: dict[str, str], passed: bool) -> None:
    result = count(rule(kind, **fields), **votes)
    assert result.passed is passed, result.why
    assert result.why
    assert sorted((*result.yes, *result.no, *result.abstain, *result.absent)) == sorted(PARTIES)


def test_every_kind_of_rule_is_tested() -> None:
    tested = {mark.args[1][i][0] for mark in test_rule.pytestmark for i in range(len(mark.args[1]))}  # type: ignore[attr-defined]
    assert tested >= {kind.value for kind in RuleKind}


def test_a_seat_without_a_community_counts_as_one_of_its_own() -> None:
    of = (*PARTIES, "TOWN")
    assert not count(rule("communities"), of=of, **ALL, TOWN="no").passed
    refused = count(rule("communities"), of=of, **ALL, TOWN="no").why
    assert "Town" in refused
    assert count(rule("communities"), of=of, **ALL, TOWN="yes").passed


def test_quorum_counts_those_who_vote_not_those_who_agree() -> None:
    three = rule("majority", quorum=3, absent="ignored")
    assert count(three, N1="yes", N2="abstain", S1="abstain").passed
    short = count(three, N1="yes", N2="yes")
    assert not short.passed
    assert short.why == "no quorum: 2 of 3 voted"


def test_under_a_weighted_rule_the_quorum_counts_votes() -> None:
    """Three of ten votes make the majority; seven have to be there, whether they are for it or not."""
    house = rule("weighted", threshold=3, quorum=7)
    assert count(house, N1="yes", S1="no").passed
    short = count(house, N1="yes", N2="yes", L1="no")
    assert not short.passed
    assert short.why == "no quorum: 6 of 7 voted"


def test_a_veto_that_narrowly_fails_and_one_that_holds() -> None:
    """Two of three named seats would have blocked it, as in a referendum with a blocking rule."""
    blocking = rule("majority", vetoes=("N1", "S1", "L1"), veto_count=2)
    near = count(blocking, N1="yes", N2="yes", S1="yes", L1="no")
    assert near.passed
    assert "1 of the 2 noes that would block it" in near.why
    held = count(
        rule("majority", vetoes=("S1", "L1"), veto_count=2, of=(*PARTIES, "TOWN", "OUT")),
        of=(*PARTIES, "TOWN", "OUT"), N1="yes", N2="yes", TOWN="yes", OUT="yes", S1="no", L1="no",
    )  # fmt: skip
    assert not held.passed
    assert held.why.startswith("blocked: 2 of the 2")
    assert count(rule("majority", vetoes=("L1",)), N1="yes", N2="yes", S1="yes", L1="abstain").passed


def test_electors_are_those_named_patrons_and_their_clients() -> None:
    made = Play(hall(PLENARY))
    assert electors(made.game, rule("unanimity")) == PARTIES
    assert electors(made.game, rule("unanimity", of=("N1",), signs_for={"OUT": ("S1",), "N1": ("N2",)})) == (
        "N1", "OUT", "S1", "N2",
    )  # fmt: skip


def test_a_patron_signs_for_its_clients_once_and_they_are_not_asked() -> None:
    signing = Rule("sign", RuleKind.SIGNATORIES, of=("N1", "L1"), signs_for={"N1": ("N2",), "OUT": ("S1",)})
    play = Play(hall(PLENARY, rules=(signing,)))
    play.do("MED", m.CallVote("a1"))
    assert waiting(play.game, play.state) == ("N1", "L1", "OUT", "TOWN")
    play.do("N1", m.Vote("yes", "For both of us."))
    assert play.refused("N2", m.Vote("no")).code in ("VOTED", "NO_VOTE")
    play.do("OUT", m.Vote("yes"))
    play.do("TOWN", m.Vote("no"))
    events = play.do("L1", m.Vote("yes"))
    closed = play.bodies(e.BallotClosed, events)[0]
    assert closed.passed
    assert set(closed.yes) == {"N1", "N2", "S1", "L1", "OUT"}


def test_without_its_patron_a_client_votes_itself() -> None:
    signing = Rule("sign", RuleKind.SIGNATORIES, of=("N1",), signs_for={"OUT": ("S1",)})
    play = Play(hall(PLENARY, rules=(signing,)), players={"OUT": "absent"})
    play.do("MED", m.CallVote("a1"))
    assert waiting(play.game, play.state) == ("N1", "S1", "TOWN")


def test_who_cannot_vote_signs_for_nobody() -> None:
    """A mediator has no vote to lend, so its client votes itself."""
    play = Play(hall(PLENARY, rules=(Rule("r", RuleKind.UNANIMITY, of=("N1",), signs_for={"MED": ("S1",)}),)))
    play.do("MED", m.CallVote("a1"))
    assert waiting(play.game, play.state) == ("N1", "S1", "TOWN")
    play.do("S1", m.Vote("yes"))


def test_a_ballot_never_waits_for_a_seat_that_cannot_vote() -> None:
    play = Play(hall(PLENARY, rules=(Rule("r", RuleKind.MAJORITY, of=("N1", "MED"), absent="ignored"),)))
    play.do("MED", m.CallVote("a1"))
    assert waiting(play.game, play.state) == ("N1", "TOWN")
    play.vote()
    assert play.state.agreed == {"A": "a1"}


def test_opinions_are_recorded_but_not_counted(plenary: Play) -> None:
    plenary.do("MED", m.CallVote("a1"))
    assert plenary.state.ballot is not None
    assert plenary.state.ballot.advisory == ("TOWN",)
    plenary.vote(TOWN="no")
    closed = plenary.last(e.BallotClosed)
    assert closed.passed
    assert closed.no == ()


def test_a_voter_votes_once_with_a_known_word(plenary: Play) -> None:
    assert plenary.refused("N1", m.Vote("yes")).code == "NO_BALLOT"
    plenary.do("MED", m.CallVote("a1"))
    assert plenary.refused("N1", m.Vote("perhaps")).code == "CHOICE"
    plenary.do("N1", m.Vote("no", "Not yet."))
    assert plenary.refused("N1", m.Vote("yes")).code == "VOTED"
    assert plenary.refused("MED", m.Vote("yes")).code == "OFFICE"
    assert plenary.refused("OUT", m.Vote("yes")).code == "NO_VOTE"
    assert plenary.refused("S1", m.Speak("A word before the vote.")).code == "BALLOT"


def test_who_leaves_before_voting_counts_as_absent(plenary: Play) -> None:
    plenary.do("MED", m.CallVote("a1"))
    for seat in ("N1", "N2", "S1", "TOWN"):
        plenary.do(seat, m.Vote("yes"))
    events = plenary.ff(m.MarkAbsent("L1"))
    closed = plenary.bodies(e.BallotClosed, events)[0]
    assert (closed.passed, closed.absent) == (False, ("L1",))
