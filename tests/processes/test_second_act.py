"""An interim as second act: it begins only after success, has its own vote, and failure has an epilogue of its own."""

from playing import Playing

from exercise.model.events import FACILITATOR


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
    assert play.stages == ["talks", "sign", "interim", "choice", "parting"]
    assert play.state.agreed == {"PACT": "PACT1", "STATUS": "STATUS2"}
    assert "FLAG" in play.state.fired
    assert play.outcome == "A1"


def test_the_country_may_stay() -> None:
    play = Playing("second_act")
    signed(play)
    play.votes = {"COUNTRY": "no"}
    play.to_the_end()
    assert play.stages[-2:] == ["choice", "staying"]
    assert play.state.agreed == {"PACT": "PACT1"}
    assert "FLAG" not in play.state.fired
    assert play.outcome == "A2"


def test_the_capital_has_no_vote_on_leaving() -> None:
    play = Playing("second_act")
    signed(play)
    play.wait(lambda: play.state.stage == "choice" and play.state.ballot is not None)
    assert play.refused_now("CAPITAL", "vote no") == "NO_VOTE"


def test_what_is_done_in_the_interim_moves_it() -> None:
    paid, waited = Playing("second_act"), Playing("second_act")
    for play in (paid, waited):
        signed(play)
    assert paid.tries("CAPITAL", "choose SLOW pay") is None
    for play in (paid, waited):
        play.to_the_end()
    assert paid.state.dials["trust"] == waited.state.dials["trust"] + 8
    assert paid.state.dials["violence"] == waited.state.dials["violence"] - 3


def test_without_a_pact_the_guarantor_leaves_in_stages() -> None:
    play = Playing("second_act")
    play.to_the_end()
    assert play.stages == ["talks", "sign", "day30", "day180"]
    assert {"FAILED", "GONE30", "GONE180"} <= set(play.state.fired)
    assert "SIGNED" not in play.state.fired
    assert play.outcome == "A3"


def test_where_violence_has_grown_too_much_there_is_no_last_stage() -> None:
    play = Playing("second_act")
    play.at_once(FACILITATOR, "dial violence 60")
    play.to_the_end()
    assert play.stages == ["talks", "sign", "day30"]
    assert "GONE180" not in play.state.fired
    assert play.outcome == "A3"


def test_a_pact_that_one_side_refuses_opens_nothing() -> None:
    play = Playing("second_act")
    play.votes = {"COUNTRY": "no"}
    play.does("CAPITAL", "propose PACT1")
    play.to_the_end()
    assert "interim" not in play.stages
    assert "the final text was not accepted" in play.state.ended
    assert play.state.agreed == {}
    assert play.outcome == "A3"
