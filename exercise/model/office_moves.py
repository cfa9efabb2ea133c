"""Moves of the mediator, of outside actors and of the facilitator."""

from attrs import frozen

from exercise.model.move_base import Move, move

# Mediator


@move("recognise")
@frozen
class Recognise(Move):
    """Give the floor to a seat."""

    seat: str


@move("set_agenda")
@frozen
class SetAgenda(Move):
    """Take these issues first, in this order."""

    order: tuple[str, ...]


@move("shuttle")
@frozen
class Shuttle(Move):
    """A private visit: the seat is asked what it could live with."""

    to: str
    text: str


@move("table_text")
@frozen
class TableText(Move):
    """Put a single text before all parties."""

    options: tuple[str, ...]
    text: str = ""


@move("revise_text")
@frozen
class ReviseText(Move):
    """Replace the single text by a newer version."""

    options: tuple[str, ...]
    text: str = ""


@move("bridge")
@frozen
class Bridge(Move):
    """Put an option between the positions of two seats."""

    seats: tuple[str, ...]
    option: str
    text: str = ""


@move("warn")
@frozen
class Warn(Move):
    """Say in the hall what happens if there is no agreement."""

    text: str


@move("call_vote")
@frozen
class CallVote(Move):
    """Open a ballot on an option, a proposal or the text (`text`)."""

    subject: str


@move("recess")
@frozen
class Recess(Move):
    """Break off the session."""


@move("declare_deadlock")
@frozen
class DeclareDeadlock(Move):
    """End the talks as failed."""

    text: str = ""


@move("rule")
@frozen
class RuleOnPoint(Move):
    """Decide on a point of order."""

    upheld: bool
    text: str = ""


# Outside actors


@move("press")
@frozen
class Press(Move):
    """Press a client for an option, as its patron."""

    client: str
    option: str
    text: str = ""


@move("pledge")
@frozen
class MakePledge(Move):
    """A promise that would move a dial, such as monitors (`enforcement`) or aid."""

    dial: str
    text: str


@move("withdraw_pledge")
@frozen
class WithdrawPledge(Move):
    """Take a promise back."""

    pledge: str
    text: str = ""


@move("endorse")
@frozen
class Endorse(Move):
    """Praise a seat from outside, which may hurt it with its rivals."""

    party: str
    text: str = ""


# Facilitator


@move("inject")
@frozen
class FireInject(Move):
    """Play a card now."""

    inject: str


@move("hold_inject")
@frozen
class HoldInject(Move):
    """Keep a planned card back until further notice."""

    inject: str


@move("postpone_inject")
@frozen
class PostponeInject(Move):
    """Move a planned card, and with `spacing` all later ones, by so many days."""

    inject: str
    days: int
    spacing: bool = False


@move("skip_inject")
@frozen
class SkipInject(Move):
    """Leave a planned card out."""

    inject: str


@move("expected")
@frozen
class RateExpected(Move):
    """Note whether the expected action of a card was met."""

    inject: str
    met: bool


@move("set_dial")
@frozen
class SetDial(Move):
    """Set a dial, with a reason."""

    dial: str
    value: float
    text: str = ""


@move("pause")
@frozen
class Pause(Move):
    """Stop the clock."""


@move("resume")
@frozen
class Resume(Move):
    """Let the clock run again."""


@move("advance")
@frozen
class Advance(Move):
    """End the session now, or with `stage` go to that stage if the procedure has a way there."""

    stage: str = ""


@move("extend")
@frozen
class Extend(Move):
    """Add sessions before the deadline."""

    sessions: int = 1


@move("rewind")
@frozen
class Rewind(Move):
    """Take the exercise back to the start of a session; what was undone stays in the log."""

    day: int
    session: int


@move("replace")
@frozen
class Replace(Move):
    """Put somebody else in a seat; `player` is a handle or `bot:style`."""

    seat: str
    player: str


@move("announce")
@frozen
class Announce(Move):
    """Tell all seats, or some, something from the facilitator."""

    text: str


@move("note")
@frozen
class Note(Move):
    """Write a note that only the facilitator and the review see."""

    text: str


@move("admit")
@frozen
class Admit(Move):
    """Let a seat enter the conference."""

    seat: str


@move("absent")
@frozen
class MarkAbsent(Move):
    """Take a seat out of the proceedings without a walk-out, for instance when a participant drops out."""

    seat: str


@move("split")
@frozen
class Split(Move):
    """A delegation breaks apart: part of it no longer obeys the delegate at the table."""

    seat: str
    text: str = ""


@move("end")
@frozen
class End(Move):
    """End the exercise now."""

    text: str = ""
