"""A blocking rule: two noes of the provinces do not block a majority, three do, whatever the sum says."""

from playing import Playing

TWO = {"HILL": "no", "LAKE": "no"}
THREE = TWO | {"DUNE": "no"}


def drafted(play: Playing, stage: str, option: str) -> None:
    play.until(stage)
    play.does("LEFT", f"propose {option}", f"motion vote {option}")
    play.at_once("RIGHT", "second")


def test_the_block_narrowly_fails() -> None:
    play = Playing("referendum")
    play.votes = TWO
    drafted(play, "draft", "LAW1")
    play.to_the_end()
    assert play.stages == ["draft", "vote"]
    assert play.state.agreed == {"LAW": "LAW1"}
    assert play.reasons[-1] == "80 votes for; 51 are needed; 2 of the 3 noes that would block it"
    assert play.outcome == "V1"


def test_the_block_narrowly_holds_and_the_text_is_drafted_again() -> None:
    play = Playing("referendum")
    play.votes = THREE
    drafted(play, "draft", "LAW1")
    play.until("redraft")
    assert play.verdicts[-1].yes == ("LEFT", "RIGHT"), "70 of 100 votes were for it"
    assert play.reasons[-1] == "blocked: 3 of the 3 noes that block it came in"
    assert play.state.agreed == {}
    play.votes = TWO
    drafted(play, "redraft", "LAW2")
    play.to_the_end()
    assert play.stages == ["draft", "vote", "redraft", "second_vote"]
    assert play.state.agreed == {"LAW": "LAW2"}
    assert play.outcome == "V2"


def test_an_abstention_of_a_province_is_no_no() -> None:
    play = Playing("referendum")
    play.votes = TWO | {"DUNE": "abstain"}
    drafted(play, "draft", "LAW1")
    play.to_the_end()
    assert play.reasons[-1].startswith("70 votes for")
    assert play.outcome == "V1"


def test_the_people_may_refuse_it_without_any_block() -> None:
    play = Playing("referendum")
    drafted(play, "draft", "LAW1")
    play.until("vote")
    play.votes = {"LEFT": "no", "HILL": "no"}
    play.until("redraft")
    assert play.reasons[-1] == "50 votes for; 51 are needed; 1 of the 3 noes that would block it"
    assert play.state.agreed == {}


def test_a_second_refusal_ends_it() -> None:
    play = Playing("referendum")
    play.votes = THREE
    drafted(play, "draft", "LAW1")
    drafted(play, "redraft", "LAW2")
    play.to_the_end()
    assert play.stages == ["draft", "vote", "redraft", "second_vote"]
    assert play.state.agreed == {}
    assert play.outcome == "V3"


def test_an_assembly_that_drafts_nothing_has_nothing_to_ask() -> None:
    play = Playing("referendum")
    play.to_the_end()
    assert "second_vote" not in play.stages
    assert play.outcome == "V4"


def test_the_provinces_do_not_draft() -> None:
    assert Playing("referendum").refused_now("HILL", "propose LAW1") == "TABLE"
