"""Plays for the conditions of success, C01 to C17."""

from stand_in import MIDDLE, OUTSIDE, Play

from exercise.model import events as e


def c01_shows() -> Play:
    return Play().settlement()


def c01_nearly() -> Play:
    return Play().day(14).vote(no=("SADR",), passed=True).end(True)


def c02_shows() -> Play:
    play = Play()
    play.takes("IAF", "FED2")
    play.card("E05")
    play.add("KA", e.Argued("A1", "for", "FED3", "Less is safer for you.", "FED", "FED3"))
    play.takes("IAF", "FED3", "concede")
    return play.failure()


def c02_nearly() -> Play:
    """News came between the words and the change."""
    play = Play()
    play.takes("IAF", "FED2")
    play.add("KA", e.Argued("A1", "for", "FED3", "Less is safer for you.", "FED", "FED3"))
    play.card("E05")
    play.takes("IAF", "FED3", "concede")
    return play.failure()


def _drafts(ours: int) -> Play:
    play = Play()
    play.proposes("KA", *MIDDLE[:ours])
    play.text(*MIDDLE)
    return play.settlement()


def c03_shows() -> Play:
    return _drafts(4)


def c03_nearly() -> Play:
    return _drafts(3)


def _rulings(appeals: int) -> Play:
    play = Play()
    for n in range(4):
        play.add("MED", e.Ruled(True))
        if n < appeals:
            play.add("KA", e.Moved(f"M{n}", "appeal"))
    return play.failure()


def c04_shows() -> Play:
    return _rulings(1)


def c04_nearly() -> Play:
    return _rulings(2)


def _cites(*seats: str) -> Play:
    play = Play()
    for n, seat in enumerate(seats):
        play.add(seat, e.Argued(f"A{n}", "for", "FED3", "The door closes soon.", "FED", "FED3", ("S0.28",)))
    return play.settlement()


def c05_shows() -> Play:
    return _cites("KA", "DAWA", "TRIB")


def c05_nearly() -> Play:
    return _cites("KA", "DAWA", "INL")


def _role(by: str) -> Play:
    play = Play().settlement()
    play.opens("INT").add("clock", e.RoleDecided("INT2", by))
    return play


def c06_shows() -> Play:
    return _role("parties")


def c06_nearly() -> Play:
    return _role("US")


def _setback(day: int, fell: float = 2.0) -> Play:
    """SADR has come to ask for less than its sheet says, and moved by a point some days after bad news."""
    play = Play().day(6).dials(violence=56.0).shift(-fell, "SADR")
    play.day(day).add("clock", e.ReservationMoved("SADR", 55.0, 54.0))
    return play.failure()


def c07_shows() -> Play:
    return _setback(7)


def c07_nearly() -> Play:
    return _setback(8)


def c07_no_drift() -> Play:
    """One quiet day moves a reservation a little; that is not what the article means by ripe."""
    return _setback(7, fell=0.5)


def _signed(*seats: str) -> Play:
    play = Play().opens("NBR")
    for seat in seats:
        play.takes(seat, "NBR4")
    return play.settlement("NBR4")


def c08_shows() -> Play:
    return _signed(*OUTSIDE)


def c08_nearly() -> Play:
    """One neighbour does not sign."""
    return _signed(*OUTSIDE[:-1])


def _enforced(role: str) -> Play:
    play = Play().opens("MIL", "INT").settlement("MIL2")
    play.add("clock", e.RoleDecided(role))
    return play


def c09_shows() -> Play:
    return _enforced("INT3")


def c09_nearly() -> Play:
    return _enforced("INT2")


def _share(*seats: str) -> Play:
    play = Play()
    for seat in seats:
        play.takes(seat, "OIL3")
    return play.failure()


def c10_shows() -> Play:
    return _share("KA", "DAWA", "IAF", "INL")


def c10_nearly() -> Play:
    return _share("KA", "DAWA", "SCIRI", "IAF").refuses("OIL3", "INL")


def _pact(option: str) -> Play:
    play = Play().opens("NBR")
    play.add("KA", e.Argued("A1", "for", "NBR4", "Each of them gains.", "NBR", "NBR4", ("S1.26",)))
    return play.settlement(option)


def c11_shows() -> Play:
    return _pact("NBR4")


def c11_nearly() -> Play:
    return _pact("NBR3")


def _rights(protection: str) -> Play:
    return Play().opens("MIN", "DSP", "CTY").settlement(protection, "DSP2", "CTY1")


def c12_shows() -> Play:
    return _rights("MIN2")


def c12_nearly() -> Play:
    return _rights("MIN1")


def c13_shows() -> Play:
    return Play().dials(spoilers=30.0, public_support=51.0).failure()


def c13_nearly() -> Play:
    return Play().dials(spoilers=31.0, public_support=60.0).failure()


def _shadow(*order: str) -> Play:
    """A refusal, the regions and a change of heart, in some order."""
    play = Play()
    steps = {
        "no": lambda: play.refuses("FED3", "IAF"),
        "regions": lambda: play.proposes("KA", "FED5", "OIL4"),
        "yes": lambda: play.takes("IAF", "FED3"),
    }
    for step in order:
        steps[step]()
    return play.failure()


def c14_shows() -> Play:
    return _shadow("no", "regions", "yes")


def c14_nearly() -> Play:
    """The party came round before the shadow fell."""
    return _shadow("no", "yes", "regions")


def _return(displacement: float) -> Play:
    return Play().opens("DSP").settlement("DSP2").epilogue(displacement=displacement)


def c15_shows() -> Play:
    return _return(50.0)


def c15_nearly() -> Play:
    return _return(51.0)


def c16_shows() -> Play:
    return Play(violence=0.0, spoilers=5.0).settlement()


def c16_nearly() -> Play:
    return Play(violence=0.0, spoilers=5.0).dials(spoilers=10.0).settlement()


def _map(line: str) -> Play:
    return Play().opens("KRK", "CTY", "DSP").settlement("KRK3", line, "DSP2", fed="FED5")


def c17_shows() -> Play:
    return _map("CTY2")


def c17_nearly() -> Play:
    return _map("CTY4")
