"""How ballots take effect and how the talks end."""

import attrs
import pytest
from small import CORE, PACKAGE, PARTIES, PLENARY, SCENARIO, Play, hall, scenario

from exercise.engine.closing import everything_settled, final_text, is_settled
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import Clock, Deferral, Gate, Rule, RuleKind, Stage, StageKind

DRAFT = Stage("draft", StageKind.DRAFTING, "Draft", sessions=1, next=(Gate("vote"),))
VOTE = Stage("vote", StageKind.BALLOT, "Vote", until_day=5)


def to_the_vote(options: tuple[str, ...] = PACKAGE, **settings: object) -> Play:
    """A text is tabled and the ballot stage is entered."""
    rules = attrs.evolve(SCENARIO.settings, **settings)  # type: ignore[arg-type]
    play = Play(hall(DRAFT, VOTE, settings=rules))
    play.do("MED", m.TableText(options))
    return play.sessions()


def vote_all(play: Play, choice: str = "yes", **others: str) -> Play:
    while play.state.ballot is not None:
        play.vote(choice, **others)
    return play


def test_success_is_every_core_issue_and_then_the_whole() -> None:
    play = vote_all(to_the_vote())
    assert [x.what for x in play.bodies(e.BallotClosed)] == ["issue", "issue", "issue", "package"]
    assert play.last(e.TalksEnded) == e.TalksEnded(True, "agreement")
    assert dict(play.state.agreed) == {"A": "a1", "B": "b1", "C": "c1"}
    assert play.state.closed
    assert play.state.final is not None
    assert play.state.final.passed


def test_one_no_to_the_whole_is_failure() -> None:
    play = to_the_vote()
    for _ in range(3):
        play.vote()
    play.vote(L1="no")
    assert play.last(e.TalksEnded) == e.TalksEnded(False, "the final text was not accepted")
    assert play.last(e.Closed).why == "the final text was not accepted"


def test_a_refused_issue_does_not_stop_the_vote_on_the_whole() -> None:
    play = to_the_vote()
    play.vote("no")
    assert play.state.ballot is not None
    assert play.state.ballot.subject == "b1"


@pytest.mark.parametrize(
    ("all_or_nothing", "success"), [(True, False), (False, True)]
)  # fmt: skip
def test_a_part_is_enough_only_where_the_scenario_says_so(all_or_nothing: bool, success: bool) -> None:
    play = vote_all(to_the_vote(("a1", "b1"), all_or_nothing=all_or_nothing))
    assert play.last(e.TalksEnded).success is success


@pytest.mark.parametrize(
    ("counts", "success"),
    [(Deferral.UNRESOLVED, False), (Deferral.PARTIAL, False), (Deferral.SETTLED, True)],
)
def test_what_a_deferral_counts_as(counts: Deferral, success: bool) -> None:
    play = vote_all(to_the_vote(("a1", "b1", "c3"), deferral=counts))
    assert play.last(e.Deferred) == e.Deferred("C", "c3")
    assert is_settled(play.game, play.state, "C") is success
    assert everything_settled(play.game, play.state) is success
    assert play.last(e.TalksEnded).success is success


def test_no_agreement_before_anything_is_agreed(plenary: Play) -> None:
    assert not everything_settled(plenary.game, plenary.state)
    plenary.agree("a1")
    assert not everything_settled(plenary.game, plenary.state)


def test_without_any_text_there_is_nothing_to_vote_on() -> None:
    play = Play(hall(DRAFT, VOTE)).sessions()
    assert play.state.closed
    assert play.last(e.TalksEnded) == e.TalksEnded(False, "the procedure has run its course")


def test_the_text_comes_before_the_proposal_with_most_support() -> None:
    play = Play(hall(DRAFT, VOTE))
    play.take("N1", m.Propose(("a1", "b1", "c1")))
    play.take("N2", m.Propose(("a2", "b2", "c2")))
    first, second = play.at("N1").live_proposals()
    assert final_text(play.game, play.state) == second, "the newest among equals"
    play.do("S1", m.Support(first.id))
    assert final_text(play.game, play.state).id == first.id  # type: ignore[union-attr]
    play.do("MED", m.TableText(("a2", "b1", "c2")))
    assert final_text(play.game, play.state).id == "T1"  # type: ignore[union-attr]


def test_issue_by_issue_agreement_by_the_deadline_is_agreement() -> None:
    play = Play(hall(PLENARY, clock=Clock(5, 1, ("day",), 500)))
    play.agree("a1", "b1", "c2").sessions(5)
    assert play.last(e.TalksEnded) == e.TalksEnded(True, "agreement")
    assert play.bodies(e.DeadlineReached)


def test_the_deadline_ends_talks_that_are_not_done() -> None:
    play = Play(hall(PLENARY, clock=Clock(2, 1, ("day",), 500)))
    play.agree("a1").sessions(2)
    assert play.last(e.TalksEnded) == e.TalksEnded(False, "deadline")
    assert [x.kind for x in (play.log[-3].body, play.log[-2].body, play.log[-1].body)] == [
        "deadline", "talks_ended", "closed",
    ]  # fmt: skip


def test_a_deadlock_is_declared_late_and_ends_the_talks(play: Play) -> None:
    play.sessions(4)
    assert play.state.stage == "hall"
    assert play.refused("MED", m.DeclareDeadlock()).code == "TOO_EARLY"
    while play.state.day < 3:
        play.sessions()
    play.do("MED", m.DeclareDeadlock("It is over."))
    assert play.last(e.TalksEnded) == e.TalksEnded(False, "deadlock")
    assert play.state.stage == "after", "the epilogue follows"
    assert play.state.fired["END"]
    assert play.refused("MED", m.DeclareDeadlock()).code == "STAGE"
    play.sessions(2)
    assert play.last(e.Closed).why == "deadlock"
    assert play.state.closed


def test_success_leads_to_the_role_of_outsiders_and_ratification() -> None:
    play = Play(scenario(injects=SCENARIO.injects[-2:], decks=(), deck=""))
    while play.state.stage != "text":
        play.sessions()
    play.do("MED", m.TableText(PACKAGE))
    while play.state.stage != "vote":
        play.sessions()
    vote_all(play)
    assert play.state.ended == "agreement"
    assert play.state.stage == "role"
    assert "JOY" in play.state.fired
    assert "R" in play.state.issues
    assert play.refused("MED", m.CallVote("r2")).code == "TABLE"
    play.do("N1" if play.state.queue[0] == "N1" else play.state.queue[0], m.MoveMotion("vote", ("r2",)))
    mover = play.state.motion
    assert mover is not None
    play.do(next(p for p in PARTIES if p != mover.seat), m.Second())
    play.vote()
    play.vote()
    assert (play.state.role_option, play.state.role_by) == ("r2", "parties")
    play.sessions()
    assert play.state.stage == "ratify"
    assert play.state.ballot is not None
    assert play.state.ballot.what == "ratification"
    vote_all(play)
    assert [x.result for x in play.bodies(e.Ratified)] == [True]
    play.sessions(2 - play.state.closed * 2)
    assert play.state.closed
    assert play.state.success


def test_what_is_signed_is_locked() -> None:
    sign = Stage("sign", StageKind.DRAFTING, "Sign", sessions=3, locks=True, next=(Gate("vote"),))
    play = Play(hall(sign, VOTE))
    play.do("MED", m.TableText(("a2", "b1", "c1")))
    play.agree("a1")
    assert play.state.locked == {"A"}
    for refused in (m.CallVote("a2"), m.CallVote("text"), m.ReviseText(("a3", "b2"))):
        assert play.refused("MED", refused).code == "LOCKED"
    play.floor("N1")
    assert play.refused("N1", m.Propose(("a2", "b1"))).code == "LOCKED"
    assert play.refused("N1", m.MoveMotion("reopen", ("A",))).code == "LOCKED"
    play.do("N1", m.Propose(("a1", "b1", "c1")))
    while play.state.stage == "sign":
        play.sessions()
    vote_all(play)
    assert play.state.agreed["A"] == "a1", "the text that contradicts the protocol was not put to the vote"
    assert play.state.success


def test_terms_can_be_imposed_by_whoever_has_the_power() -> None:
    fiat = Stage(
        "fiat", StageKind.PLENARY, "Terms", table=("MED", "OUT", "N1"), rule="fiat", sessions=1, adds=("impose",)
    )
    play = Play(hall(fiat, success_stage="fiat"))
    play.floor("N1")
    assert play.refused("N1", m.Impose(("a1",))).code == "NO_FIAT"
    play.take("OUT", m.Impose(("c3", "a2")))
    assert dict(play.state.agreed) == {"A": "a2", "C": "c3"}
    assert {(x.issue, x.by) for x in play.bodies(e.Agreed)} == {("A", "OUT"), ("C", "OUT")}
    assert play.bodies(e.Deferred) == [e.Deferred("C", "c3")]
    assert play.state.role_by == "OUT"
    play.floor("OUT")
    assert play.refused("OUT", m.Impose(("a2",))).code == "SAME"


def test_the_facilitator_and_the_limit_say_why_it_ended() -> None:
    play = Play()
    play.ff(m.End())
    assert (play.state.closed, play.state.ended) == (True, "facilitator")
    short = Play(hall(PLENARY, settings=attrs.evolve(SCENARIO.settings, events=12)))
    while not short.state.closed:
        short.ff(m.Announce("Another word."))
    assert (short.state.ended, short.last(e.Closed).why) == ("limit", "limit")


def test_even_a_paused_exercise_ends_at_the_limit() -> None:
    play = Play(hall(PLENARY, settings=attrs.evolve(SCENARIO.settings, events=12)))
    play.ff(m.Pause())
    while not play.state.closed:
        play.ff(m.Note("And another thing."))
    assert play.state.n < 20


def test_weeks_after_a_failure_move_the_dials() -> None:
    play = Play(scenario(injects=(), decks=(), deck=""))
    while play.state.day < 3:
        play.sessions()
    play.do("MED", m.DeclareDeadlock())
    play.sessions(2)
    assert [x.why for x in play.bodies(e.DialMoved)] == ["aftermath"]
    assert play.state.dials_at_end["calm"] == 55.0
    assert 45.0 <= play.state.dials["calm"] < 55.0


@pytest.mark.parametrize("kind", ["majority", "all"])
def test_a_stage_votes_under_its_own_rule(kind: str) -> None:
    rules = (Rule("all", RuleKind.UNANIMITY), Rule("majority", RuleKind.MAJORITY))
    play = Play(hall(attrs.evolve(PLENARY, rule=kind), rules=rules))
    play.do("MED", m.CallVote("a1"))
    play.vote(L1="no")
    assert play.bodies(e.BallotClosed)[0].passed is (kind == "majority")
    assert set(CORE) == {"A", "B", "C"}
