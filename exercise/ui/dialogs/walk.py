"""Leaving the hall, with the consequences said first; and coming back."""

from collections.abc import Iterator
from typing import ClassVar

from textual.content import Content

from exercise.model import moves as m
from exercise.model.text import printable
from exercise.ui.dialogs.doing import Doing, DoingDialog, Item
from exercise.ui.packages import seen_by


class WalkDialog(DoingDialog):
    """Says what it means to leave, then asks."""

    TITLE_TEXT: ClassVar[str] = "Leaving the hall"
    WORDS: ClassVar[str] = "What you say at the door, if anything (Tab)"
    HELP: ClassVar[str] = (
        "Leaving is a move like any other, and may be undone. While you are outside you hear what is said in public, you can\n"
        "send private words, and you are asked once a session whether you come back."
    )

    def about(self) -> Content:
        view = self.glance.view
        if view.seat in view.state.away:
            return Content("You are outside the hall. If you come back you are at the end of the speakers' list.")
        lines = [
            "Outside the hall you cannot speak, propose, second or vote. You can send private words, and come back at any session.",
            _ballots(self),
            "Everybody sees it. It costs trust in the talks, and a delegation that is away does not hold up the others.",
        ]
        parts = [Content(printable(" ".join(line for line in lines if line)))]
        if view.role is not None and view.role.walks_out_if:
            reasons = "\n".join(f"  - {reason}" for reason in view.role.walks_out_if)
            parts.append(
                Content.assemble(
                    ("\nYour brief says you would leave if", "bold"), ("  private", "$muted"), "\n", printable(reasons)
                )
            )
        return Content("\n").join(parts)

    def doings(self) -> Iterator[Item]:
        if self.glance.seat in self.glance.view.state.away:
            yield Doing("Come back into the hall", m.Return)
        else:
            yield Doing("Leave the hall", m.WalkOut)


def _ballots(dialog: WalkDialog) -> str:
    """What an empty chair means for a vote in this stage."""
    at = seen_by(dialog.glance.view)
    rule = at.game.table.rules.get(at.stage.rule)
    if rule is None:
        return ""
    means = {"no": "counts as a no", "yes": "counts as a yes", "ignored": "is not counted"}[rule.absent]
    return f"In a vote of this stage an absent delegation {means}."
