"""What a seat may ask for. A move says nothing about whether it is legal: the engine decides that."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar

from attrs import frozen

T = TypeVar("T", bound=type)
MOVES: dict[str, type] = {}


def _move(kind: str) -> Callable[[T], T]:
    def register(cls: T) -> T:
        cls.kind = kind  # type: ignore[attr-defined]
        MOVES[kind] = cls
        return cls

    return register


@frozen
class Move:
    """Base of all moves; `kind` is the word of the command language and of the transcript."""

    kind: ClassVar[str] = ""


@frozen
class Command:
    """A seat and the move that it asks for."""

    seat: str
    move: Move


# Debate


@_move("speak")
@frozen
class Speak(Move):
    text: str
    issue: str = ""


@_move("argue")
@frozen
class Argue(Move):
    """Argue `for` or `against` an option, a proposal or another seat's argument, citing claims."""

    side: str
    target: str
    text: str
    cites: tuple[str, ...] = ()


@_move("ask")
@frozen
class Ask(Move):
    to: str
    text: str
    issue: str = ""


@_move("answer")
@frozen
class Answer(Move):
    question: str
    text: str


@_move("concede")
@frozen
class Concede(Move):
    """Give way: to an option (the seat's position moves there) or to another seat's argument."""

    target: str
    text: str = ""


@_move("pass")
@frozen
class Pass(Move):
    pass


# Bargaining


@_move("propose")
@frozen
class Propose(Move):
    options: tuple[str, ...]
    text: str = ""


@_move("amend")
@frozen
class Amend(Move):
    proposal: str
    options: tuple[str, ...]
    text: str = ""


@_move("withdraw")
@frozen
class Withdraw(Move):
    proposal: str
    text: str = ""


@_move("support")
@frozen
class Support(Move):
    """Go on record for an option, a proposal or the text on the table."""

    target: str
    text: str = ""


@_move("oppose")
@frozen
class Oppose(Move):
    """Go on record against an option, a proposal or the text; `option` names the clause that is the obstacle."""

    target: str
    text: str = ""
    option: str = ""


@_move("sponsor")
@frozen
class Sponsor(Move):
    proposal: str


@_move("reserve")
@frozen
class Reserve(Move):
    """Hold back on one clause of a proposal or text without opposing the rest."""

    target: str
    option: str
    text: str = ""


@_move("offer_deal")
@frozen
class OfferDeal(Move):
    """A private exchange: `give` are options the seat will support, `get` the ones it asks support for."""

    to: str
    give: tuple[str, ...]
    get: tuple[str, ...]
    text: str = ""


@_move("accept_deal")
@frozen
class AcceptDeal(Move):
    deal: str
    text: str = ""


@_move("decline_deal")
@frozen
class DeclineDeal(Move):
    deal: str
    text: str = ""


@_move("tell")
@frozen
class Tell(Move):
    """A private word to one or more seats."""

    to: tuple[str, ...]
    text: str


# Procedure


@_move("motion")
@frozen
class MoveMotion(Move):
    """A motion: close_debate, caucus, recess, postpone, reorder, stop_clock, vote, suspend, appeal, replace_mediator."""

    motion: str
    subject: tuple[str, ...] = ()
    text: str = ""


@_move("second")
@frozen
class Second(Move):
    motion: str = ""


@_move("vote")
@frozen
class Vote(Move):
    """yes, no or abstain, with the reason that goes into the record."""

    choice: str
    text: str = ""


@_move("point_of_order")
@frozen
class PointOfOrder(Move):
    text: str


@_move("choose")
@frozen
class Choose(Move):
    """Answer the decision that a card asks for."""

    inject: str
    option: str
    text: str = ""


# Exit and participation


@_move("walk_out")
@frozen
class WalkOut(Move):
    text: str = ""


@_move("return")
@frozen
class Return(Move):
    text: str = ""


@_move("participate")
@frozen
class Participate(Move):
    """take_part, contest or boycott."""

    choice: str
    text: str = ""


@_move("declare")
@frozen
class Declare(Move):
    option: str
    text: str = ""


@_move("recognise_state")
@frozen
class RecogniseState(Move):
    """Recognise, or refuse to recognise, what another seat declared."""

    declaration: str
    accept: bool = True
    text: str = ""


@_move("impose")
@frozen
class Impose(Move):
    """An outsider's fiat: these options hold, whatever the parties say."""

    options: tuple[str, ...]
    text: str = ""


# Mediator


@_move("recognise")
@frozen
class Recognise(Move):
    """Give the floor to a seat."""

    seat: str


@_move("set_agenda")
@frozen
class SetAgenda(Move):
    """Take these issues first, in this order."""

    order: tuple[str, ...]


@_move("shuttle")
@frozen
class Shuttle(Move):
    """A private visit: the seat is asked what it could live with."""

    to: str
    text: str


@_move("table_text")
@frozen
class TableText(Move):
    options: tuple[str, ...]
    text: str = ""


@_move("revise_text")
@frozen
class ReviseText(Move):
    options: tuple[str, ...]
    text: str = ""


@_move("bridge")
@frozen
class Bridge(Move):
    """Put an option between the positions of two seats."""

    seats: tuple[str, ...]
    option: str
    text: str = ""


@_move("warn")
@frozen
class Warn(Move):
    text: str


@_move("call_vote")
@frozen
class CallVote(Move):
    """Open a ballot on an option, a proposal or the text (`text`)."""

    subject: str


@_move("recess")
@frozen
class Recess(Move):
    pass


@_move("declare_deadlock")
@frozen
class DeclareDeadlock(Move):
    text: str = ""


@_move("rule")
@frozen
class RuleOnPoint(Move):
    upheld: bool
    text: str = ""


# Outside actors


@_move("press")
@frozen
class Press(Move):
    client: str
    option: str
    text: str = ""


@_move("pledge")
@frozen
class MakePledge(Move):
    """A promise that would move a dial, such as monitors (`enforcement`) or aid."""

    dial: str
    text: str


@_move("withdraw_pledge")
@frozen
class WithdrawPledge(Move):
    pledge: str
    text: str = ""


@_move("endorse")
@frozen
class Endorse(Move):
    party: str
    text: str = ""


# Facilitator


@_move("inject")
@frozen
class FireInject(Move):
    inject: str


@_move("hold_inject")
@frozen
class HoldInject(Move):
    inject: str


@_move("postpone_inject")
@frozen
class PostponeInject(Move):
    """Move a planned card, and with `spacing` all later ones, by so many days."""

    inject: str
    days: int
    spacing: bool = False


@_move("skip_inject")
@frozen
class SkipInject(Move):
    inject: str


@_move("expected")
@frozen
class RateExpected(Move):
    """Note whether the expected action of a card was met."""

    inject: str
    met: bool


@_move("set_dial")
@frozen
class SetDial(Move):
    dial: str
    value: float
    text: str = ""


@_move("pause")
@frozen
class Pause(Move):
    pass


@_move("resume")
@frozen
class Resume(Move):
    pass


@_move("advance")
@frozen
class Advance(Move):
    """End the session now, or with `stage` go to that stage if the procedure has a way there."""

    stage: str = ""


@_move("extend")
@frozen
class Extend(Move):
    sessions: int = 1


@_move("rewind")
@frozen
class Rewind(Move):
    """Take the exercise back to the start of a session; what was undone stays in the log."""

    day: int
    session: int


@_move("replace")
@frozen
class Replace(Move):
    """Put somebody else in a seat; `player` is a handle or `bot:style`."""

    seat: str
    player: str


@_move("announce")
@frozen
class Announce(Move):
    text: str


@_move("note")
@frozen
class Note(Move):
    text: str


@_move("admit")
@frozen
class Admit(Move):
    seat: str


@_move("absent")
@frozen
class MarkAbsent(Move):
    """Take a seat out of the proceedings without a walk-out, for instance when a participant drops out."""

    seat: str


@_move("split")
@frozen
class Split(Move):
    """A delegation breaks apart: part of it no longer obeys the delegate at the table."""

    seat: str
    text: str = ""


@_move("end")
@frozen
class End(Move):
    text: str = ""


MOTIONS: Mapping[str, str] = {
    "close_debate": "close the debate on this issue",
    "caucus": "meet in caucus for the rest of the session",
    "recess": "rise until the next session",
    "postpone": "postpone an issue",
    "reorder": "take issues in another order",
    "stop_clock": "stop the clock",
    "vote": "vote on an option or proposal now",
    "suspend": "suspend the talks for a day",
    "appeal": "appeal against the mediator's ruling",
    "replace_mediator": "ask for another mediator",
    "reopen": "reopen an agreed issue",
}


def make_move(kind: str, fields: Mapping[str, Any]) -> Move:
    """Build a move from its kind and fields. Raises KeyError for an unknown kind, TypeError for wrong fields."""
    move: Move = MOVES[kind](**fields)
    return move
