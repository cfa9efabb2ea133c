"""An interim as second act: it begins only after success, has its own vote, and failure has an epilogue of its own."""

from playing import Playing


def signed(play: Playing) -> None:
    play.does("CAPITAL", "motion vote PACT1")
    play.at_once("COUNTRY", "second")
    play.until("interim")


def test_the_pact_opens_an_interim_that_ends_with_a_vote() -> None:
    play = Playing("second_act")
    signed(play)
    assert play.state.success
    assert "SIGNED" in play.state.fired
    play.to_the_end()
    assert play.stages[-2:] == ["choice", "parting"]
    assert play.state.agreed == {"PACT": "PACT1", "STATUS": "STATUS2"}
    assert "FLAG" in play.state.fired


def test_the_country_may_stay() -> None:
    play = Playing("second_act")
    signed(play)
    play.votes = {"COUNTRY": "no"}
    play.to_the_end()
    assert play.stages[-2:] == ["choice", "staying"]
    assert "STATUS" not in play.state.agreed


def test_what_is_done_in_the_interim_moves_it() -> None:
    paid, waited = Playing("second_act"), Playing("second_act")
    for play in (paid, waited):
        signed(play)
    assert paid.tries("CAPITAL", "choose SLOW pay") is None
    for play in (paid, waited):
        play.to_the_end()
    assert paid.state.dials["trust"] > waited.state.dials["trust"]
    assert paid.state.dials["violence"] < waited.state.dials["violence"]


def test_without_a_pact_the_guarantor_leaves_in_stages() -> None:
    play = Playing("second_act")
    play.to_the_end()
    assert "interim" not in play.stages
    assert play.stages[-2:] == ["day30", "day180"]
    assert {"FAILED", "GONE30", "GONE180"} <= set(play.state.fired)
    assert "SIGNED" not in play.state.fired
