"""The talk afterwards: steps in their order, each with its share of the time."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

LEAST, MOST, USUAL = 15, 45, 30


@frozen
class Step:
    """A step of the debrief; `share` is its part of the time."""

    title: str
    share: float
    asks: str


STEPS: Final = (
    Step("Out of role", 0.08, "Put the names away. Change places if you can. Say something that your delegation would never have said."),
    Step("How are you?", 0.12, "One sentence each: what was hard, what was good. Nobody answers, nobody explains. Stop here if somebody needs it."),
    Step("What happened", 0.22, "Go through the days. Where did it turn? What did you learn too late? Look at the predictions and their evidence."),
    Step("Why", 0.25, "Now look at everybody's scores and private words. Was there an agreement that all could have signed? What stood in its way?"),
    Step("What was predicted", 0.18, "Which predictions came true, and was it for the reasons that were given? What could this exercise not show?"),
    Step("What stays", 0.15, "One thing each that you would do otherwise, and one that you take into real talks. Close with care."),
)  # fmt: skip
"""Reactions first, then facts, then reasons, then lessons; out of role before anything is revealed."""


def minutes(total: int, steps: Sequence[Step] = STEPS) -> list[int]:
    """Whole minutes of each step; together they are `total`."""
    shares = [max(1, round(step.share * total)) for step in steps]
    shares[-1] = max(1, total - sum(shares[:-1]))
    return shares


def usual_total(play_minutes: int) -> int:
    """Minutes for a debrief: about a third of the time that the exercise takes."""
    return min(MOST, max(LEAST, round(play_minutes / 3))) if play_minutes else USUAL
