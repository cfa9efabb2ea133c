"""Where we are in time: the day, the session, the stage, and how much is left."""

from textual.content import Content

from exercise.engine.calendar import last_day, session_name, sessions_left, unreachable_issues
from exercise.engine.game import Game
from exercise.model.state import State
from exercise.model.text import printable
from exercise.plain.narration import thing
from exercise.plain.wrapping import width as columns_of
from exercise.ui.chair import Glance
from exercise.ui.panels.panel import Panel


def day_of(game: Game, state: State) -> str:
    """The day and how many there are; what follows the talks has a day and no number of days."""
    last = last_day(game, state)
    return f"Day {state.day} of {last}" if state.day <= last else f"Day {state.day}"


class ClockBar(Panel):
    """One line: title, day and session, stage and issue in debate, minutes left in this session."""

    HELP = "Where the exercise is: its title, the day and session, the stage, the issue in debate, and the minutes that are left."

    def drawn(self, glance: Glance, width: int) -> Content:
        state, game = glance.view.state, glance.view.game
        stage = game.table.stages.get(state.stage)
        where = f"{day_of(game, state)}, {session_name(game, state.session)}"
        what = (stage.title if stage else "") + (f" on {state.focus}" if state.focus else "")
        left = "over" if state.closed else "stopped" if state.paused else f"{max(0, state.minutes)} min left"
        parts = [part for part in (where, what, left) if part]
        title = printable(game.scenario.title, lines=False)
        rest = "   ".join(parts)
        gap = width - columns_of(title) - columns_of(rest)
        if gap < 2:
            # Without room for the title the day comes first, and only what is left stands at the right.
            gap = max(1, width - columns_of(rest) + 3)
            return Content.assemble((where, "bold"), "   ", (what, "$muted"), " " * gap, (left, "bold"))
        return Content.assemble(
            (title, "bold $accent"), " " * gap, (where, ""), "   ", (what, "$muted"), "   ", (left, "bold")
        )


LINE = 24
"""Cells of the line that stands for days which are too many for numbers."""


class DayStrip(Panel):
    """The days as a strip: past ones dim, today in brackets, the deadline at the end, and a forecast in words."""

    HELP = (
        "The days of the exercise. [n] is today, past days are dim, the last one is the deadline. Beside it a forecast."
    )

    def drawn(self, glance: Glance, width: int) -> Content:
        state, game = glance.view.state, glance.view.game
        parts = _days(game.scenario.clock.first_day, state.day, last_day(game, state), width - 52)
        shown = sum(columns_of(text) for text, _ in parts)
        room = width - shown - 3  # two columns before the words, one after them
        words = next((words for words in forecast(glance) if columns_of(words) <= room), "")
        if words:
            parts += [(" " * (room - columns_of(words) + 2), ""), (words, "$muted")]
        return Content.assemble(*parts)


def _days(first: int, today: int, final: int, room: int) -> list[tuple[str, str]]:
    """Every day by its number where there is room for that, else a line as long as the time."""
    if 4 * (final - first + 1) <= max(0, room) + 8:
        return [
            (f"[{day}]", "bold $accent") if day == today else (f" {day} ", "$faint" if day < today else "")
            for day in range(first, final + 1)
        ]
    span = max(1, final - first)
    cells = min(span, LINE)
    past = min(cells, round(cells * (today - first) / span))
    ahead = f"{'─' * (cells - past - 1)}{final}" if today < final else ""
    return [(f" {'━' * past}", "$faint"), (f"[{today}]", "bold $accent"), (ahead, "")]


def forecast(glance: Glance) -> tuple[str, ...]:
    """What is left, and what will not be reached at the pace so far, in fewer and fewer words."""
    state, game = glance.view.state, glance.view.game
    if state.ended:
        return ("The talks are over.",)
    days = max(0, last_day(game, state) - state.day)
    left = f"{days} day{'s' if days != 1 else ''} left" if days else "The last day"
    more = sessions_left(game, state)
    last = f"{left}: {_sessions(more)} after this one." if more else f"{left}, and its last session."
    whole = f"{left} after today." if days else last
    late = ", ".join(unreachable_issues(game, state))
    return (
        (f"{whole} At this pace not reached: {late}.", f"{left}. At this pace not {late}.", whole) if late else (whole,)
    )


def _sessions(number: int) -> str:
    return f"{number} session{'s' if number != 1 else ''}"


def focus_line(glance: Glance) -> str:
    """The issue in debate with its title."""
    state = glance.view.state
    return thing(glance.view.game, state.focus) if state.focus else ""
