"""What becomes of a planned card by itself: when it comes, what it waits for, and whether it is too late for it."""

from exercise.engine.calendar import last_day, session_name
from exercise.engine.cards import hour, may_fire
from exercise.engine.facts import Facts
from exercise.engine.game import Game
from exercise.model.scenario import Inject
from exercise.model.state import State


def comes(game: Game, state: State, card: Inject) -> str:
    """When a planned card comes, in words."""
    return f"day {state.plan[card.id]}, {session_name(game, hour(game, card))}"


def too_late(game: Game, state: State, card: Inject, day: int) -> str:
    """Why a card planned for a day can never come by itself; empty where it can."""
    last = last_day(game, state)
    if state.ended:
        return "the talks are over"
    if day > last:
        return f"day {day} is after the last day, {last}"
    if card.window and max(day, state.day) > card.window[1]:
        return f"it comes only between day {card.window[0]} and {card.window[1]}"
    return ""


def waits_for(game: Game, state: State, card: Inject) -> str:
    """What a planned card waits for whose time has come; empty where its time is still to come."""
    day = state.plan[card.id]
    if not 0 <= day <= state.day or (day == state.day and hour(game, card) > state.session):
        return ""
    if card.window and state.day < card.window[0]:
        return f"it comes only between day {card.window[0]} and {card.window[1]}"
    if may_fire(game, state, card):
        return "so many cards come on one day, and no more"
    if card.after and card.after not in state.fired:
        return f"it follows {card.after}, which was not played"
    if card.after in state.choice:
        return f"it follows {card.after}, which is not answered yet"
    if card.after and state.day < state.fired[card.after] + card.after_days:
        return f"it follows {card.after} on day {state.fired[card.after] + card.after_days}"
    if card.after and card.unless and state.chosen.get(card.after) == card.unless:
        return f"{card.after} was answered {card.unless}"
    if card.at:
        return f"it comes by itself with {card.at.replace('_', ' ')}"
    return "what it comes for is not so now" if card.when else ""


def holds(game: Game, state: State, card: Inject) -> bool:
    """Whether the condition of a card is so now."""
    return not card.when or game.table.expressions.holds(card.when, Facts(game, state))
