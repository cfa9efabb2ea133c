"""Days and sessions: where the clock stands and how much is left."""

from typing import Final

from exercise.engine.game import Game
from exercise.model.scenario import Stage, StageKind
from exercise.model.state import State

_ON_EVERYTHING: Final = frozenset({StageKind.DRAFTING, StageKind.BALLOT, StageKind.RATIFICATION})
"""Kinds of stage in which all issues are before the table at once."""


def sessions_a_day(game: Game) -> int:
    return len(game.scenario.clock.sessions)


def total_sessions(game: Game, state: State) -> int:
    """Sessions from the first day to the deadline, with what was added."""
    clock = game.scenario.clock
    return (clock.days - clock.first_day + 1) * sessions_a_day(game) + state.added_sessions


def sessions_left(game: Game, state: State) -> int:
    """Sessions that have not begun yet before the deadline."""
    return max(0, total_sessions(game, state) - state.clock)


def last_day(game: Game, state: State) -> int:
    return game.scenario.clock.days + -(-state.added_sessions // sessions_a_day(game))


def place(game: Game, clock: int) -> tuple[int, int]:
    """Day and session (from 1) of the session with this number (from 1)."""
    per_day = sessions_a_day(game)
    return game.scenario.clock.first_day + (clock - 1) // per_day, (clock - 1) % per_day + 1


def is_last_of_day(game: Game, state: State) -> bool:
    return state.session >= sessions_a_day(game)


def session_name(game: Game, session: int) -> str:
    names = game.scenario.clock.sessions
    return names[session - 1] if 1 <= session <= len(names) else ""


def time_is_up(game: Game, state: State, stage: Stage) -> bool:
    """Whether a stage has used its time when the present session is over."""
    if stage.sessions and state.stage_clock >= stage.sessions:
        return True
    if stage.until_day >= 0:
        until = last_day(game, state) if stage.until_day >= game.scenario.clock.days else stage.until_day
        return state.day > until or (state.day == until and is_last_of_day(game, state))
    return not stage.sessions and state.stage_clock >= 1


def unreachable_issues(game: Game, state: State) -> tuple[str, ...]:
    """Open core issues that the rest of the time does not reach at the pace so far: a forecast, not a rule.

    What is in debate has been reached; where a text on everything is drafted or voted on, all has, and after the talks nothing is
    left to be reached.
    """
    if state.ended or not state.clock or game.table.stages[state.stage].kind in _ON_EVERYTHING:
        return ()
    core = [issue for issue in state.agenda if issue in game.table.core]
    left = [issue for issue in core if issue not in state.agreed]
    pace = max(len(core) - len(left), 1) / state.clock
    reach = int(pace * sessions_left(game, state) + 0.5)
    return tuple(issue for issue in left[reach:] if issue != state.focus)
