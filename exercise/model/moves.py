"""What a seat may ask for. A move says nothing about whether it is legal: the engine decides that."""

from collections.abc import Mapping
from typing import Any

from exercise.model.move_base import MOVES, Command, Move
from exercise.model.party_moves import *
from exercise.model.office_moves import *

__all__ = [
    "MOTIONS",
    "MOVES",
    "AcceptDeal",
    "Admit",
    "Advance",
    "Amend",
    "Announce",
    "Answer",
    "Argue",
    "Ask",
    "Bridge",
    "CallVote",
    "Choose",
    "Command",
    "Concede",
    "Declare",
    "DeclareDeadlock",
    "DeclineDeal",
    "End",
    "Endorse",
    "Extend",
    "FireInject",
    "HoldInject",
    "Impose",
    "MakePledge",
    "MarkAbsent",
    "Move",
    "MoveMotion",
    "Note",
    "OfferDeal",
    "Oppose",
    "Participate",
    "Pass",
    "Pause",
    "PointOfOrder",
    "PostponeInject",
    "Press",
    "Propose",
    "RateExpected",
    "Recess",
    "Recognise",
    "RecogniseState",
    "Replace",
    "Reserve",
    "Resume",
    "Return",
    "ReviseText",
    "Rewind",
    "RuleOnPoint",
    "Second",
    "SetAgenda",
    "SetDial",
    "Shuttle",
    "SkipInject",
    "Speak",
    "Split",
    "Sponsor",
    "Support",
    "TableText",
    "Tell",
    "Vote",
    "WalkOut",
    "Warn",
    "Withdraw",
    "WithdrawPledge",
    "make_move",
]


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
