"""The coach of the first exercise: one hint at a time, each until it was followed."""

from collections.abc import Iterable
from typing import Final

from attrs import frozen
from textual.content import Content
from textual.widgets import Static

from exercise.model.events import Event
from exercise.ui.chair import Glance

OPENED: Final = "opened:"
"""Stands before the id of a window that was opened, as a thing that was done."""
PICKED: Final = "picked"
"""Done when a package was put together that leaves no question open."""


@frozen
class Step:
    """A hint: what to do, why, and what counts as having done it.

    `done` are kinds of the person's own events, or windows opened. `needs` are moves of which one has to be legal first; until
    then `before` is said.
    """

    title: str
    says: str
    done: tuple[str, ...]
    needs: tuple[str, ...] = ()
    before: str = "Space lets the others go on until this is possible."


STEPS: Final = (
    Step(
        "Read your brief",
        "You speak for the hill farms. Press b to read what they need and what they cannot sign; 1 to 6 turn its pages, Escape"
        " comes back here.",
        (f"{OPENED}brief",),
    ),
    Step(
        "Argue",
        "You have the floor. Press a, choose one of your cards with Up and Down, and Enter says it in the hall. Others will answer.",
        ("argued", "answered"), ("argue",),
    ),
    Step(
        "Look at the value",
        "Press p. Pick one option for each question with the arrows and Space: the bar shows what the package is worth to you, and"
        " ┃ what you need. Only you see that. Escape comes back.",
        (PICKED, "asked:value", "proposed", "amended"),
    ),
    Step(
        "Propose",
        "A package is an offer to everybody. Press p, pick what you could sign and others might, and p again proposes it.",
        ("proposed", "amended"), ("propose",),
    ),
    Step(
        "Support",
        "The mediator has put one text on the table. t shows it with its worth to you: go on record for it if it is enough, or"
        " against it and say which clause has to change. Space lets the others speak.",
        ("supported", "opposed"), ("support", "oppose"),
        "Soon the mediator puts one text on the table. Argue on, or let the others: Space lets the floor go on.",
    ),
    Step(
        "Vote",
        "Now it counts: all three have to say yes. Press v, read what it is worth to you, and vote with y or n.",
        ("voted",), ("vote",),
        "The vote comes at the end of the second day. Until then every clause can still change; Space lets the floor go on.",
    ),
)  # fmt: skip
WAIT: Final = "Others have the floor. Read along on the floor; Space goes on until it is your turn."


@frozen
class Hint:
    """What the coach says now; `number` counts from 1, 0 when there is nothing left to say."""

    number: int
    title: str
    says: str


OVER: Final = Hint(0, "", "")


def hint(glance: Glance, done: Iterable[str]) -> Hint:
    """The hint for this moment, given what was done so far."""
    known = set(done)
    vote = STEPS[-1]
    if glance.at.state.closed or known.intersection(vote.done):
        return OVER
    if "vote" in glance.legal:
        return Hint(len(STEPS), vote.title, vote.says)
    text = glance.at.proposal("text") is not None
    for number, step in enumerate(STEPS, 1):
        if known.intersection(step.done) or (text and step.title == "Propose"):
            continue
        if not glance.turn and step.needs:
            return Hint(number, step.title, WAIT)
        ready = not step.needs or glance.legal.intersection(step.needs)
        if not ready or (step.title == "Support" and not text):
            return Hint(number, step.title, step.before)
        return Hint(number, step.title, step.says)
    return OVER


def deeds(events: Iterable[Event], seat: str) -> list[str]:
    """The kinds of what a seat did."""
    return [event.body.kind for event in events if event.seat == seat]


class Coach(Static):
    """A calm box above the command bar; it hides when there is nothing left to say."""

    HELP = "The coach of your first exercise. Follow its hints or do as you like; F2 sends it away."

    def __init__(self) -> None:
        super().__init__("", id="coach", markup=False)
        self.hint = OVER

    def say(self, hint: Hint) -> None:
        """Show a hint, or nothing."""
        self.hint = hint
        self.display = bool(hint.number)
        self.border_title = Content(f"Coach   {hint.number} of {len(STEPS)}   {hint.title}")
        self.border_subtitle = Content("F2 sends the coach away")
        self.update(Content(hint.says))
