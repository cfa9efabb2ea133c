"""What a seat has heard: who spoke for an option, what it said itself, and which options are still in play."""

from exercise.engine.views import View
from exercise.model.state import Argument, State


def speaks_for(state: State, argument: Argument) -> bool:
    """Whether an argument helps the option that it is about; an attack on an attack does."""
    helps = argument.side == "for"
    while argument.answers:
        argument = state.arguments[argument.answers]
        helps = helps == (argument.side == "for")
    return helps


def objected(view: View, option: str) -> bool:
    """Whether this seat has spoken against an option, or is on record against it."""
    state, me = view.state, view.seat
    if refused(view, option):
        return True
    mine = (a for a in state.arguments.values() if a.seat == me and a.option == option)
    return any(not speaks_for(state, argument) for argument in mine)


def refused(view: View, option: str) -> bool:
    """Whether this seat is on record against an option, by itself or as a clause of something, and has not signed it since."""
    if view.state.stances.get(option, {}).get(view.seat) is not False:
        return False
    return not (signed(view) and option in view.state.proposals[view.state.text].options)


def champion(view: View, option: str) -> str:
    """Who has spoken for an option last among the others, or else holds it; empty where nobody does."""
    state, me = view.state, view.seat
    for argument in state.arguments.newest():
        if argument.option == option and argument.seat != me and speaks_for(state, argument):
            return argument.seat
    return holder(view, option)


def holder(view: View, option: str) -> str:
    """Another seat that is on record for an option."""
    issue = view.game.table.issue_of[option]
    held = (seat for seat, p in view.state.positions.items() if seat != view.seat and p.get(issue) == option)
    return next(held, "")


def in_play(view: View) -> frozenset[str] | None:
    """The options that are still worth a word: in the text, in the proposals, or held by somebody. None: all are.

    Who has signed the text speaks for nothing else.
    """
    state = view.state
    text = state.proposals.get(state.text) if state.text else None
    if text is not None:
        mine = {} if signed(view) else state.positions.get(view.seat, {})
        return frozenset((*text.options, *mine.values()))
    live = [p.options for p in state.proposals.values() if not p.withdrawn]
    if not live:
        return None
    held = [tuple(positions.values()) for positions in state.positions.values()]
    return frozenset(option for options in (*live, *held) for option in options)


def signed(view: View) -> bool:
    """Whether this seat is on record for the text on the table."""
    return view.state.stances.get(view.state.text, {}).get(view.seat) is True


def bound(view: View, option: str) -> bool:
    """Whether this seat holds an option, or has signed a text with it: it says nothing against it now."""
    state = view.state
    if option in state.positions.get(view.seat, {}).values():
        return True
    return signed(view) and option in state.proposals[state.text].options
