"""The clock: stop it, end a session, add time, let several sessions go by, end the exercise."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from exercise.engine.calendar import session_name, sessions_a_day, sessions_left
from exercise.model import moves as m
from exercise.plain.wrapping import pad
from exercise.ui.chair import Chair, Glance
from exercise.ui.drawer.asking import Ask, Blank, whole
from exercise.ui.drawer.going import HowMany
from exercise.ui.drawer.tray import Tray
from exercise.ui.listing import Row, heading
from exercise.ui.pacing import Pacing
from exercise.ui.panels.clock import day_of

CONSENT: Final = (
    "Any delegation can move it: motion stop_clock. If it is seconded and carried, a day is won. You cannot move it."
)


class Clock(Tray):
    """What can be done with time, and why not the rest."""

    TITLE = "Clock"
    HELP = (
        "Time: Enter does what the row says. The pace is real time: it only warns, once a session, when that took more than its\n"
        "share of the minutes of the class."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "do('pause')", "Stop or run", id="clock.pause", tooltip="Stop the clock, or let it run again"),
        Binding("e", "do('extend')", "Extend", id="clock.extend", tooltip="Add sessions, where the deadline allows"),
        Binding("n", "do('advance')", "End session", id="clock.advance", tooltip="End this session now"),
        Binding("s", "do('pace')", "Pace", id="clock.pace", tooltip="Set how many real minutes the rest may take"),
        Binding("g", "do('go')", "Go on", id="clock.go", tooltip="Let several sessions go by without being asked"),
    ]

    class LetGo(Message):
        """The facilitator lets so many sessions go by."""

        def __init__(self, sessions: int) -> None:
            super().__init__()
            self.sessions = sessions

    class Paced(Message):
        """The facilitator gives the rest of the exercise so many real minutes."""

        def __init__(self, minutes: int) -> None:
            super().__init__()
            self.minutes = minutes

    def __init__(self, chair: Chair, *, id: str | None = None) -> None:
        super().__init__(chair, id=id)
        self.pacing = Pacing(0, 1)

    def rows(self) -> Iterable[Row]:
        state = self.glance.view.state
        yield heading("Now")
        yield self._row(
            "pause",
            "Let the clock run again" if state.paused else "Stop the clock",
            "resume" if state.paused else "pause",
        )
        yield self._row("advance", "End this session", "advance")
        yield self._row("go", "Go on for several sessions", "")
        yield self._row("pace", "Set the pace of real time", "")
        yield heading("The deadline")
        yield self._row("extend", "Add sessions", "extend")
        yield self._row("consent", "Stop the clock by consent", "")
        ways = self._ways()
        if ways:
            yield heading("The procedure")
            yield from (
                self._row(f"to-{way}", f"Go to: {self.glance.view.game.table.stages[way].title}", "advance")
                for way in ways
            )
        yield heading("The end")
        yield self._row("end", "End the exercise", "end")

    def _ways(self) -> list[str]:
        game, state = self.glance.view.game, self.glance.view.state
        return [stage for stage in game.table.procedure.followers(state.stage) if stage in game.table.stages]

    def _row(self, id: str, label: str, kind: str) -> Row:
        barred = bool(self._why_not(id, kind))
        style = "$faint" if barred else ""
        room = min(44, self.columns - 18)
        never = id in ("extend", "consent") and self.glance.view.game.scenario.clock.deadline == "hard"
        why = "hard deadline" if never else "not now" if barred else ""
        return Row(id, Content.assemble((pad(f"   {label[:room]}", room + 4), style), (why, "$muted")))

    def _why_not(self, id: str, kind: str) -> str:
        state = self.glance.view.state
        if id == "consent":
            return _no_consent(self.glance)
        if id in ("go", "pace") and state.closed:
            return "the exercise is over"
        if id in ("go", "pace"):
            return "the clock is stopped" if id == "go" and state.paused else ""
        if id == "extend" and self.glance.view.game.scenario.clock.deadline == "hard":
            return "the deadline of this scenario is hard; a rewind gives lost time back"
        return self.glance.why_not(kind)

    def _kind(self, id: str) -> str:
        """The kind of move that a row leads to."""
        if id == "pause":
            return "resume" if self.glance.view.state.paused else "pause"
        return "advance" if id.startswith("to-") else id

    def detail(self, id: str) -> Content:
        why = self._why_not(id, self._kind(id))
        parts = [Content(line) for line in (*_where(self.glance), self.pacing.says)]
        says = {
            "pause": "While the clock is stopped nobody can move; everything else in this drawer works.",
            "advance": "Whoever has not spoken in this session does not speak in it any more.",
            "go": "The exercise goes on, and you are asked again when these sessions are over. People at this keyboard are still asked.",
            "pace": "Shares the minutes that are left of the lesson out over the sessions that are left. A session that takes more than its share is warned of.",
            "extend": "Adds sessions before the deadline.",
            "consent": CONSENT,
            "end": "The exercise is closed at once, with what was agreed so far.",
        }.get(id, "The session ends, and the procedure goes to this stage.")
        parts += [Content(""), Content(says)]
        if why:
            parts.append(Content.styled(f"Not possible: {why}.", "$warning"))
        return Content("\n").join(parts)

    @on(OptionList.OptionSelected)
    def do_chosen(self) -> None:
        """Do what the row says."""
        self.action_do(self.chosen)

    def action_do(self, id: str) -> None:
        if why := self._why_not(id, self._kind(id)):
            self.refuse(f"Not possible: {why}.")
            return
        match id:
            case "consent":
                self.refuse(CONSENT)
            case "pause":
                self.want(m.Resume() if self.glance.view.state.paused else m.Pause())
            case "advance":
                self.want(m.Advance())
            case "extend":
                day = sessions_a_day(self.glance.view.game)
                says = f"How many sessions does the clock gain? A day has {day}; at most {3 * day} can be added in all."
                self.ask(
                    Ask(
                        self.chair, "Add sessions", says,
                        lambda typed: n if isinstance(n := whole(typed["n"], "the number of sessions"), str) else m.Extend(n),
                        (Blank("n", "Sessions", "1"),), "Add them",
                    )
                )  # fmt: skip
            case "go":
                self.app.push_screen(self._how_many_sessions(), self._go_on)
            case "pace":
                says = f"{self.pacing.says} How many real minutes may the rest of the exercise take? 0 is no hurry."
                ask = HowMany("The pace", says, "the number of minutes", round(self.pacing.minutes))
                self.app.push_screen(ask, self._set_pace)
            case "end":
                says = "The exercise is closed at once, with what was agreed so far. Only a rewind undoes it."
                self.ask(
                    Ask(
                        self.chair,
                        "End the exercise?",
                        says,
                        lambda typed: m.End(typed["why"]),
                        (Blank("why", "Reason"),),
                        "End it",
                    )
                )
            case _ if id.startswith("to-"):
                self._go_to(id.removeprefix("to-"))

    def _go_to(self, way: str) -> None:
        state, stages = self.glance.view.state, self.glance.view.game.table.stages
        says = f"This session ends at once, and “{stages[state.stage].title}” with it. Only a rewind undoes it."
        self.ask(Ask(self.chair, f"Go to: {stages[way].title}?", says, lambda _: m.Advance(way), button="Go there"))

    def _how_many_sessions(self) -> HowMany:
        view = self.glance.view
        day, left = sessions_a_day(view.game), sessions_left(view.game, view.state)
        says = (
            f"How many sessions go by before you are asked again? A day has {day}; {left} are left before the deadline."
        )
        return HowMany("Go on", says, "the number of sessions", day)

    def _set_pace(self, minutes: int | None) -> None:
        if minutes is not None:
            self.post_message(self.Paced(minutes))

    def _go_on(self, sessions: int | None) -> None:
        if sessions:
            self.post_message(self.LetGo(sessions))


def _no_consent(glance: Glance) -> str:
    clock = glance.view.game.scenario.clock
    if clock.deadline != "soft":
        return f"the deadline of this scenario is {'hard' if clock.deadline == 'hard' else 'none at all'}"
    if glance.view.state.extensions >= clock.extensions:
        return "the clock was stopped as often as the scenario allows"
    return ""


def _where(glance: Glance) -> list[str]:
    game, state = glance.view.game, glance.view.state
    stage = game.table.stages.get(state.stage)
    left = sessions_left(game, state)
    lines = [
        f"{day_of(game, state)}, {session_name(game, state.session)}: {stage.title if stage else ''}.",
        f"{max(0, state.minutes)} minutes of exercise time left in this session, {left} session{'s' if left != 1 else ''} after it.",
    ]
    if state.paused:
        lines.append("The clock is stopped.")
    return lines
