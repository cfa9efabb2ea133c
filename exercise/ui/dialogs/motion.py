"""Motions: second the one that waits, or move one; each with what it means and whether it is possible now."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual.content import Content

from exercise.model import moves as m
from exercise.model.text import printable
from exercise.plain.narration import name, thing
from exercise.plain.prompting import motion_says, moved
from exercise.ui.dialogs.doing import Doing, DoingDialog, Item, Making
from exercise.ui.packages import seen_by, voted_on

_PLAIN: Final = ("close_debate", "caucus", "recess", "stop_clock", "suspend", "appeal", "replace_mediator")


class MotionDialog(DoingDialog):
    """What can be moved now."""

    TITLE_TEXT: ClassVar[str] = "Motions"
    HELP: ClassVar[str] = (
        "A motion needs a second from another delegation, and is then voted on at once. It falls when the floor goes on without\n"
        "a second. Dimmed motions say why they are not possible now."
    )

    def about(self) -> Content:
        motion = self.glance.view.state.motion
        if motion is None:
            return Content.styled("No motion is before the hall.", "$muted")
        game = self.glance.view.game
        who = name(game, motion.seat)
        said = f"{motion.id}: {who} moves to {moved(game, motion)}; it needs a second. {motion.text}"
        return Content.styled(printable(said), "$accent")

    def doings(self) -> Iterator[Item]:
        view, at = self.glance.view, seen_by(self.glance.view)
        if view.state.motion is not None:
            yield Doing(f"Second {view.state.motion.id}", lambda _: m.Second())
        yield "Vote now on"
        for proposal in at.live_proposals():
            mark = " (the text on the table)" if proposal.id == view.state.text else ""
            by = f"{proposal.id} by {name(view.game, proposal.seat)}{mark}"
            yield Doing(by, _moving("vote", proposal.id), note=voted_on(view, proposal.id))
        for option in self._held():
            yield Doing(thing(view.game, option), _moving("vote", option), note=voted_on(view, option))
        yield "The order of business"
        for kind in _PLAIN:
            yield Doing(f"{motion_says(kind)[:1].upper()}{motion_says(kind)[1:]}", _moving(kind))
        for issue in at.issues:
            yield Doing(f"Postpone {thing(view.game, issue)}", _moving("postpone", issue))
        for issue in at.issues:
            yield Doing(f"Take {thing(view.game, issue)} first", _moving("reorder", issue))
        for issue in view.state.agreed:
            yield Doing(f"Reopen {thing(view.game, issue)}", _moving("reopen", issue))
        yield "To the chair"
        yield Doing("Rise to a point of order", m.PointOfOrder, needs_words=True)

    def _held(self) -> list[str]:
        """Options of open issues that somebody is on record for, the issue in debate first."""
        view = self.glance.view
        held = {option for options in view.state.positions.values() for option in options.values()}
        issues = sorted(seen_by(view).issues, key=lambda issue: issue != view.state.focus)
        return [o.id for issue in issues for o in view.game.table.issues[issue].options if o.id in held]


def _moving(kind: str, *subject: str) -> Making:
    return lambda text: m.MoveMotion(kind, subject, text)
