"""Plays for the failures of the process, F01 to F14."""

from stand_in import MIDDLE, PARTIES, Play

from exercise.model import events as e

SHIA = ("SCIRI", "DAWA", "SADR")


def f01_shows() -> Play:
    return Play().day(14).vote(no=("IAF", "TRIB"), passed=True).end(True)


def f01_nearly() -> Play:
    """One Sunni party signs: the community is split, not passed over."""
    return Play().day(14).vote(no=("IAF",), passed=True).end(True)


def f02_shows() -> Play:
    return Play().failure()


def f02_nearly() -> Play:
    return Play().settlement()


def f03_shows() -> Play:
    return Play().agrees("FED3", "OIL3", "REL3", "EXE3").failure()


def f03_nearly() -> Play:
    return Play().agrees(*MIDDLE).failure()


def f04_shows() -> Play:
    return Play().agrees("EXE2", "OIL3").failure()


def f04_nearly() -> Play:
    """Offices come with two other answers."""
    return Play().agrees("EXE2", "OIL3", "FED3").failure()


def f05_shows() -> Play:
    play = Play().day(10)
    play.text(*MIDDLE)
    return play.settlement()


def f05_nearly() -> Play:
    """The mediator's text holds what parties had argued for or proposed before."""
    play = Play()
    play.proposes("KA", "FED3", "OIL3")
    play.takes("IAF", "SEC3")
    play.day(10).text(*MIDDLE)
    return play.settlement()


def f06_shows() -> Play:
    play = Play()
    play.add("IRN", e.Pressed("IRN", "SADR", "FED3", False))
    return play.day(3).refuses("FED3", "SADR").failure()


def f06_nearly() -> Play:
    """The client had refused before; after the letter it is silent."""
    play = Play().refuses("FED3", "SADR")
    play.add("IRN", e.Pressed("IRN", "SADR", "FED3", False))
    return play.failure()


def f07_shows() -> Play:
    return Play().opens("NBR").dials(patron_alignment=39.0).settlement("NBR2")


def f07_nearly() -> Play:
    return Play().opens("NBR").dials(patron_alignment=39.0).settlement("NBR3")


def f08_shows() -> Play:
    return Play().dials(fighter_exhaustion=39.0).shift(-1.5, "SADR").refuses("FED3", "SADR").failure()


def f08_nearly() -> Play:
    return Play().dials(fighter_exhaustion=39.0).shift(-2.0, "SADR").failure()


def f09_shows() -> Play:
    return Play().dials(enforcement=34.0).settlement()


def f09_nearly() -> Play:
    play = Play().dials(enforcement=34.0).settlement()
    play.opens("INT").add("clock", e.RoleDecided("INT3"))
    return play


def _promises(*days: int) -> Play:
    play = Play()
    for day in days:
        play.day(day).add("US", e.Pledged(f"G{day}", "enforcement", "engineers"))
    return play


def f10_shows() -> Play:
    return _promises(4, 10).failure()


def f10_nearly() -> Play:
    return _promises(4, 9, 13).failure()


def f11_shows() -> Play:
    return Play().day(14).vote(no=("SADR",)).end(False)


def f11_nearly() -> Play:
    """The package is worth less to the party than going home."""
    return Play().day(14).vote(("FED1", "OIL1", "SEC1", "EXE1", "REL3"), no=("SADR",)).end(False)


def f12_shows() -> Play:
    return Play().focus("FED", "OIL", "SEC").dials(trust=29.0).failure()


def f12_nearly() -> Play:
    return Play().focus("FED", "OIL", "SEC").dials(trust=29.0).dials(trust=30.0).failure()


def f13_shows() -> Play:
    play = Play().day(9)
    play.add("KA", e.Asked("Q1", "INL", "And you?"))
    return play.settlement()


def f13_nearly() -> Play:
    play = Play().day(10)
    play.add("MED", e.Shuttled("INL", "What could you live with?"))
    return play.settlement()


def f14_shows() -> Play:
    play = Play().day(5).shift(10.0, "SADR")
    play.add("clock", e.ReservationMoved("SADR", 55.0, 65.0))
    return play.day(9).shift(30.0, "KA").failure()


def f14_nearly() -> Play:
    """Only the middle of the road itself is left."""
    play = Play().shift(24.9, *PARTIES)
    return play.failure()
