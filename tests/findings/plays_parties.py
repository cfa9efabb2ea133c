"""Plays for the failures of the parties, F15 to F20."""

from stand_in import MIDDLE, Play

from exercise.model import events as e


def f15_shows() -> Play:
    play = Play()
    text = play.proposes("SCIRI", *MIDDLE)
    play.add("SADR", e.Opposed(text))
    return play.dials(violence=51.0).failure()


def f15_nearly() -> Play:
    """A sister party refuses, one delegation splits, and the streets stay as they were."""
    play = Play().dials(violence=51.0)
    text = play.proposes("SCIRI", *MIDDLE)
    play.add("SADR", e.Opposed(text))
    play.add("facilitator", e.HasSplit("SADR"))
    return play.dials(fragmentation=74.0).failure()


def f16_shows() -> Play:
    return Play().day(14).vote(("FED3", "OIL3", "SEC5", "EXE3", "REL3")).end(False)


def f16_nearly() -> Play:
    return Play().opens("MIL").settlement("MIL2")


def f17_shows() -> Play:
    play = Play().day(6)
    play.card("E03")
    play.add("IAF", e.WalkedOut())
    play.day(9).add("IAF", e.Returned())
    return play.failure()


def f17_nearly() -> Play:
    play = Play().dials(spoilers=59.0).day(6)
    play.card("E03")
    play.add("IAF", e.WalkedOut())
    play.day(8).add("IAF", e.Returned())
    return play.failure()


def _package(day: int, *sponsors: str) -> Play:
    play = Play()
    id = play.proposes("SCIRI", *MIDDLE)
    play.day(day)
    for sponsor in sponsors:
        play.add(sponsor, e.Sponsored(id))
    return play.failure()


def f18_shows() -> Play:
    return _package(10, "KA")


def f18_nearly() -> Play:
    return _package(9, "DAWA", "KA")


def f19_shows() -> Play:
    play = Play().day(5)
    play.add("US", e.Endorsed("INL"))
    play.dials(ownership=55.0).day(7).dials(ownership=50.0)
    return play.failure()


def f19_nearly() -> Play:
    """Nine points of ownership and one refusal that names the praised party."""
    play = Play().day(5)
    play.add("US", e.Endorsed("INL"))
    play.dials(ownership=51.0).refuses("FED2", "DAWA", text="This is written for Inl.")
    return play.failure()


def f20_shows() -> Play:
    play = Play()
    play.text("FED1", "OIL3")
    return play.refuses("FED1", "KA", "SCIRI", "SADR").failure()


def f20_nearly() -> Play:
    """The mediator drops the model at the third refusal."""
    play = Play()
    play.text("FED1", "OIL3")
    play.refuses("FED1", "KA", "SCIRI", "SADR").text("FED2", "OIL3")
    return play.failure()
