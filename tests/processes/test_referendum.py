"""A blocking rule: two noes of the provinces do not block a majority, three do, whatever the sum says."""

from playing import Playing


def drafted(play: Playing, stage: str, option: str) -> None:
    play.until(stage)
    play.does("LEFT", f"propose {option}", f"motion vote {option}")
    play.at_once("RIGHT", "second")


def test_the_block_narrowly_fails() -> None:
    play = Playing("referendum")
    play.votes = {"HILL": "no", "LAKE": "no"}
    drafted(play, "draft", "LAW1")
    play.to_the_end()
    assert play.stages == ["draft", "vote"]
    assert play.state.agreed == {"LAW": "LAW1"}
    assert any("2 of the 3 noes that would block it" in reason for reason in play.reasons)


def test_the_block_narrowly_holds_and_the_text_is_drafted_again() -> None:
    play = Playing("referendum")
    play.votes = {"HILL": "no", "LAKE": "no", "DUNE": "no"}
    drafted(play, "draft", "LAW1")
    play.until("redraft")
    assert play.state.agreed == {}, "80 of 100 votes were for it"
    play.votes = {"HILL": "no", "LAKE": "no"}
    drafted(play, "redraft", "LAW2")
    play.to_the_end()
    assert play.stages == ["draft", "vote", "redraft", "second_vote"]
    assert play.state.agreed == {"LAW": "LAW2"}


def test_a_second_refusal_ends_it() -> None:
    play = Playing("referendum")
    play.votes = {"HILL": "no", "LAKE": "no", "DUNE": "no"}
    drafted(play, "draft", "LAW1")
    drafted(play, "redraft", "LAW2")
    play.to_the_end()
    assert not play.state.success
    assert play.state.agreed == {}
