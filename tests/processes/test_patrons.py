"""A patron signs for a client, and an open question goes to an arbiter."""

from playing import Playing

from exercise.model import events as e


def drafted(**players: str) -> Playing:
    """The host's paper is on the table and everybody is asked to sign."""
    play = Playing("patrons", **players)
    play.until("paper")
    play.does("HOST", "draft MAP1 TOWN3")
    return play


def test_the_patron_votes_for_itself_and_for_its_client() -> None:
    play = drafted()
    play.to_the_end()
    voted = [(x.seat, x.body.choice, x.body.proxy_for) for x in play.room.events if isinstance(x.body, e.Voted)]
    assert ("PATRON", "yes", "BETA") in voted
    assert all(seat != "BETA" for seat, _, _ in voted)
    assert set(play.reasons) == {"all signed"}
    assert play.state.agreed == {"MAP": "MAP1", "TOWN": "TOWN3"}
    assert play.outcome == "P1"


def test_the_client_cannot_take_its_signature_back() -> None:
    play = drafted()
    play.wait(lambda: play.state.ballot is not None)
    for _ in range(2):
        assert play.refused_now("BETA", 'vote no "This is not ours."') == "NO_VOTE"
        play.at_once("PATRON", "vote yes")
        assert play.refused_now("BETA", "vote no") == "VOTED"
        play.at_once("ALFA", "vote yes")
    play.to_the_end()
    assert play.outcome == "P1"


def test_without_the_patron_nothing_is_signed() -> None:
    play = drafted()
    play.votes = {"PATRON": "no"}
    play.to_the_end()
    assert play.verdicts[-1].no == ("PATRON", "BETA")
    assert play.state.agreed == {}
    assert play.outcome == "P3"


def test_a_client_alone_votes_and_the_missing_signature_of_its_patron_is_not_made_up() -> None:
    play = drafted(PATRON="absent")
    play.to_the_end()
    assert play.verdicts[-1].yes == ("ALFA", "BETA")
    assert set(play.reasons) == {"1 of 3 did not sign"}
    assert play.outcome == "P3"


def test_nobody_may_sign_for_alfa() -> None:
    play = drafted(ALFA="absent")
    play.wait(lambda: play.state.ballot is not None)
    assert play.refused_now("HOST", "vote yes") == "OFFICE"
    play.to_the_end()
    assert play.verdicts[-1].absent == ("ALFA",)
    assert set(play.reasons) == {"1 of 3 did not sign"}
    assert play.state.agreed == {}
    assert play.outcome == "P3"
