"""Points that the exercise can be taken back to: the start of every session so far."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from exercise.engine.calendar import session_name
from exercise.engine.control import REWINDS
from exercise.model import moves as m
from exercise.model.state import Checkpoint
from exercise.plain.narration import things
from exercise.review.history import standing
from exercise.ui.chair import Glance
from exercise.ui.drawer.asking import Ask
from exercise.ui.drawer.tray import Tray
from exercise.ui.listing import Row, heading


class Rewinding(Tray):
    """Checkpoints, the newest first."""

    TITLE = "Rewind"
    HELP = "The start of every session so far, newest first. Enter takes the exercise back to one; nothing is erased from the transcript."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "w",
            "rewind",
            "Go back here",
            id="rewind.rewind",
            tooltip="Take the exercise back to the start of this session",
        ),
    ]

    def show(self, glance: Glance) -> None:
        self._standing = standing(self.chair.heard())
        super().show(glance)

    def rows(self) -> Iterable[Row]:
        game = self.glance.view.game
        day = None
        for past in self.glance.view.state.checkpoints:
            if past.day != day:
                day = past.day
                yield heading(f"Day {day}")
            then = past.state
            stage = game.table.stages.get(then.stage)
            what = (stage.title if stage else "") + (f" on {then.focus}" if then.focus else "")
            agreed = " ".join(then.agreed.values())
            yield Row(
                f"at-{past.day}-{past.session}",
                Content.assemble(
                    (f"   {session_name(game, past.session):<10} ", "bold"), what, (f"   agreed: {agreed}" if agreed else "", "$success")
                ),
            )  # fmt: skip

    def detail(self, id: str) -> Content:
        past = self._point(id)
        return Content(self._says(past)) if past else Content("")

    def _point(self, id: str) -> Checkpoint | None:
        return next((p for p in self.glance.view.state.checkpoints if id == f"at-{p.day}-{p.session}"), None)

    def _says(self, past: Checkpoint) -> str:
        view = self.glance.view
        undone = sum(event.n > past.n for event in self._standing)
        stands = things(view.game, tuple(past.state.agreed.values())) or "nothing"
        what = (
            f"What happened since then ({undone} event{'s' if undone != 1 else ''}) no longer counts: what was said, proposed, agreed and "
            "voted, cards played, dials and promises. They stay in the transcript, and everybody is told of the rewind."
        )
        return (
            f"The exercise goes back to the start of day {past.day}, {session_name(view.game, past.session)}. "
            f"{what if undone else 'Nothing has happened since then.'} Agreed at that point: {stands}. "
            f"Who plays which seat stays as it is now. An exercise can be rewound {REWINDS} times."
        )

    @on(OptionList.OptionSelected)
    def action_rewind(self) -> None:
        past = self._point(self.chosen)
        if past is not None:
            day, session = past.day, past.session
            where = f"day {day}, {session_name(self.glance.view.game, session)}"
            self.ask(
                Ask(
                    self.chair,
                    f"Back to {where}?",
                    self._says(past),
                    lambda _: m.Rewind(day, session),
                    button="Go back",
                )
            )
