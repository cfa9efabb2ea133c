"""Plays for the failures on the ground and of partition, F21 to F31."""

from stand_in import MIDDLE, Play

from exercise.model import events as e

REGIONS = ("FED5", *MIDDLE[1:])


def f21_shows() -> Play:
    return Play().dials(displacement=60.0).agrees(*MIDDLE[:4]).failure()


def f21_nearly() -> Play:
    """As many people on the road, and all five settled."""
    return Play().dials(displacement=89.0).agrees(*MIDDLE).failure()


def _wall(choice: str) -> Play:
    play = Play().day(4)
    play.card("E06", choice)
    return play.failure()


def f22_shows() -> Play:
    return _wall("accept")


def f22_nearly() -> Play:
    return _wall("accept_with_end")


def _good_news(days: int) -> Play:
    play = Play()
    play.takes("SADR", "FED2")
    play.day(5).card("E05")
    play.day(5 + days).takes("SADR", "FED3")
    return play.failure()


def f23_shows() -> Play:
    """The party moves to what is worth more to it."""
    return _good_news(2)


def f23_nearly() -> Play:
    return _good_news(3)


def f24_shows() -> Play:
    return Play().failure().epilogue(violence=65.0)


def f24_nearly() -> Play:
    return Play().failure().epilogue(violence=64.0, displacement=64.0)


def f25_shows() -> Play:
    return Play().opens("NBR").settlement("NBR5")


def f25_nearly() -> Play:
    play = Play().opens("NBR")
    play.text("NBR5")
    return play.settlement("NBR4")


def f26_shows() -> Play:
    return Play().opens("KRK", "CTY", "DSP").settlement("KRK3", "CTY4", "DSP2", fed="FED5")


def f26_nearly() -> Play:
    return Play().opens("KRK", "CTY", "DSP").settlement("KRK3", "CTY2", "DSP2", fed="FED5")


def f27_shows() -> Play:
    return Play().opens("KRK", "CTY").settlement("KRK4", "CTY2", fed="FED5")


def f27_nearly() -> Play:
    return Play().opens("KRK", "CTY").settlement("KRK3", "CTY2", fed="FED6")


def f28_shows() -> Play:
    return Play().dials(public_support=39.0).settlement(fed="FED5")


def f28_nearly() -> Play:
    play = Play().dials(public_support=40.0).settlement(fed="FED5")
    play.add("clock", e.Ratified(True))
    return play


def f29_shows() -> Play:
    play = Play().opens("INT").settlement(fed="FED5")
    play.add("clock", e.RoleDecided("INT2"))
    return play


def f29_nearly() -> Play:
    """Regions were proposed, and the parties settled for less."""
    play = Play().opens("INT")
    play.proposes("KA", *REGIONS)
    return play.settlement()


def f30_shows() -> Play:
    return Play().opens("MIN").settlement("MIN1", fed="FED6")


def f30_nearly() -> Play:
    return Play().opens("MIN").settlement("MIN3", fed="FED6").epilogue(violence=59.0)


def _heard() -> Play:
    play = Play().opens("MIN")
    play.add("MINOR", e.Spoke("Hear us before you vote."))
    return play


def f31_shows() -> Play:
    return _heard().settlement("MIN1", fed="FED4")


def f31_nearly() -> Play:
    return _heard().settlement("MIN2", fed="FED4")
