"""A patron signs for a client, and an open question goes to an arbiter."""

from playing import Playing

from exercise.model import events as e


def test_the_patron_votes_for_itself_and_for_its_client() -> None:
    play = Playing("patrons")
    play.until("paper")
    play.does("HOST", "draft MAP1 TOWN3")
    play.until("signing")
    play.to_the_end()
    voted = [(x.seat, x.body.choice, x.body.proxy_for) for x in play.room.events if isinstance(x.body, e.Voted)]
    assert ("PATRON", "yes", "BETA") in voted
    assert all(seat != "BETA" for seat, _, _ in voted)
    assert play.state.agreed == {"MAP": "MAP1", "TOWN": "TOWN3"}
    assert play.state.success


def test_the_client_cannot_take_its_signature_back() -> None:
    play = Playing("patrons")
    play.until("paper")
    play.does("HOST", "draft MAP1 TOWN3")
    play.wait(lambda: play.state.ballot is not None)
    refused = play.tries("BETA", 'vote no "This is not ours."')
    assert refused is not None
    assert refused.code == "NO_VOTE"


def test_without_the_patron_nothing_is_signed() -> None:
    play = Playing("patrons")
    play.votes = {"PATRON": "no"}
    play.until("paper")
    play.does("HOST", "draft MAP1 TOWN3")
    play.to_the_end()
    assert play.state.agreed == {}
    assert not play.state.success
