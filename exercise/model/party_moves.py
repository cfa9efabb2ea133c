"""Moves of the delegations: debate, bargaining, procedure, leaving and taking part."""

from attrs import frozen

from exercise.model.move_base import Move, move

# Debate


@move("speak")
@frozen
class Speak(Move):
    """Make a statement in the hall."""

    text: str
    issue: str = ""


@move("argue")
@frozen
class Argue(Move):
    """Argue `for` or `against` an option, a proposal or another seat's argument, citing claims."""

    side: str
    target: str
    text: str
    cites: tuple[str, ...] = ()


@move("ask")
@frozen
class Ask(Move):
    """Put a question to a seat; it stays open until it is answered."""

    to: str
    text: str
    issue: str = ""


@move("answer")
@frozen
class Answer(Move):
    """Answer an open question."""

    question: str
    text: str


@move("concede")
@frozen
class Concede(Move):
    """Give way: to an option (the seat's position moves there) or to another seat's argument."""

    target: str
    text: str = ""


@move("pass")
@frozen
class Pass(Move):
    """Leave the floor to the next."""


# Bargaining


@move("propose")
@frozen
class Propose(Move):
    """Put options on the table: one for each issue that the proposal settles."""

    options: tuple[str, ...]
    text: str = ""


@move("amend")
@frozen
class Amend(Move):
    """Propose the same with some options changed."""

    proposal: str
    options: tuple[str, ...]
    text: str = ""


@move("withdraw")
@frozen
class Withdraw(Move):
    """Take one's own proposal back."""

    proposal: str
    text: str = ""


@move("support")
@frozen
class Support(Move):
    """Go on record for an option, a proposal or the text on the table."""

    target: str
    text: str = ""


@move("oppose")
@frozen
class Oppose(Move):
    """Go on record against an option, a proposal or the text; `option` names the clause that is the obstacle."""

    target: str
    text: str = ""
    option: str = ""


@move("sponsor")
@frozen
class Sponsor(Move):
    """Put one's name under somebody else's proposal."""

    proposal: str


@move("reserve")
@frozen
class Reserve(Move):
    """Hold back on one clause of a proposal or text without opposing the rest."""

    target: str
    option: str
    text: str = ""


@move("offer_deal")
@frozen
class OfferDeal(Move):
    """A private exchange: `give` are options the seat will support, `get` the ones it asks support for."""

    to: str
    give: tuple[str, ...]
    get: tuple[str, ...]
    text: str = ""


@move("accept_deal")
@frozen
class AcceptDeal(Move):
    """Accept a side deal that was offered."""

    deal: str
    text: str = ""


@move("decline_deal")
@frozen
class DeclineDeal(Move):
    """Decline a side deal that was offered."""

    deal: str
    text: str = ""


@move("tell")
@frozen
class Tell(Move):
    """A private word to one or more seats."""

    to: tuple[str, ...]
    text: str


# Procedure


@move("motion")
@frozen
class MoveMotion(Move):
    """A motion: close_debate, caucus, recess, postpone, reorder, stop_clock, vote, suspend, appeal, replace_mediator."""

    motion: str
    subject: tuple[str, ...] = ()
    text: str = ""


@move("second")
@frozen
class Second(Move):
    """Second the motion that waits."""

    motion: str = ""


@move("vote")
@frozen
class Vote(Move):
    """yes, no or abstain, with the reason that goes into the record."""

    choice: str
    text: str = ""


@move("point_of_order")
@frozen
class PointOfOrder(Move):
    """Say that the rules are not kept; the mediator rules on it."""

    text: str


@move("choose")
@frozen
class Choose(Move):
    """Answer the decision that a card asks for."""

    inject: str
    option: str
    text: str = ""


# Exit and participation


@move("walk_out")
@frozen
class WalkOut(Move):
    """Leave the hall with a reason."""

    text: str = ""


@move("return")
@frozen
class Return(Move):
    """Come back into the hall."""

    text: str = ""


@move("participate")
@frozen
class Participate(Move):
    """take_part, contest or boycott."""

    choice: str
    text: str = ""


@move("declare")
@frozen
class Declare(Move):
    """Declare something alone, whatever the others say."""

    option: str
    text: str = ""


@move("recognise_state")
@frozen
class RecogniseState(Move):
    """Recognise, or refuse to recognise, what another seat declared."""

    declaration: str
    accept: bool = True
    text: str = ""


@move("impose")
@frozen
class Impose(Move):
    """An outsider's fiat: these options hold, whatever the parties say."""

    options: tuple[str, ...]
    text: str = ""
