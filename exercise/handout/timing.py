"""How a meeting of so many minutes is spent: a third of it, out of role, on talking about it."""

from typing import Final

from attrs import frozen

from exercise.plain.debrief import STEPS, minutes

MEETINGS: Final = (50, 90, 180)
"""Lengths of a class that the debrief guide plans for, in minutes."""
_BRIEFING: Final = 0.15
_DEBRIEF: Final = 1 / 3


@frozen
class Part:
    title: str
    minutes: int
    start: int


@frozen
class Meeting:
    """The parts of a meeting in their order; `play` are the minutes for the conference itself."""

    total: int
    play: int
    parts: tuple[Part, ...]
    short: str = ""


def meeting(total: int, needed: int) -> Meeting:
    """A plan for a meeting of `total` minutes and an exercise that takes `needed` minutes at an easy pace."""
    debrief = round(total * _DEBRIEF)
    briefing = round(total * _BRIEFING)
    play = total - debrief - briefing
    parts, start = [], 0
    steps = [(f"Debrief: {step.title}", length) for step, length in zip(STEPS, minutes(debrief), strict=True)]
    for title, length in [("Advisory, roles, reading", briefing), ("The conference", play), *steps]:
        parts.append(Part(title, length, start))
        start += length
    return Meeting(total, play, tuple(parts), _advice(total, play, needed))


def _advice(total: int, play: int, needed: int) -> str:
    """What to do where the time does not suffice."""
    if play >= needed:
        return ""
    if play * 2 >= needed:
        return "let people read at home, and let bots play seats that nobody needs."
    return "let people read at home, start from a transcript that bots have played half way, or spread it over two meetings."
