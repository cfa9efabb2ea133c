"""What the exercise waits for now, in a sentence, and what became of the last move."""

from typing import Final

from textual.content import Content

from exercise.model.events import FACILITATOR
from exercise.model.scenario import SeatKind
from exercise.plain.narration import name, things
from exercise.plain.wrapping import wrap
from exercise.ui.chair import Glance
from exercise.ui.panels.panel import Panel
from exercise.ui.prose import fit

MOST: Final = 2
"""Lines that the sentence has at most."""

DECISIONS: Final = ("participate", "declare", "recognise_state", "impose")
"""Moves that some stages ask of a seat."""


def awaited(glance: Glance) -> str:
    """What this seat is asked for."""
    state, view = glance.at.state, glance.view
    if state.closed:
        return "The exercise is over. Space shows how it ended."
    if state.paused and glance.seat == FACILITATOR:
        return "The clock is stopped. Press d, then 5 and Enter, to let it run again."
    if state.paused:
        return "The clock is stopped. The facilitator lets it run again."
    if glance.seat == FACILITATOR:
        return "You run the exercise. Space goes on to the next session, d opens your drawer."
    if glance.seat in state.away:
        return "You are outside the hall. w returns; Space stays out for this session."
    if state.ballot is not None and glance.turn:
        return f"You have a vote on {_voted_on(glance)}: press v."
    if view.asked:
        return f"{view.asked[0].question} Press x to answer."
    if glance.turn and glance.legal.intersection(DECISIONS):
        return "This stage asks a decision of you: press y. Space passes it by."
    mine = [q for q in state.questions.values() if q.to == glance.seat]
    if mine and "answer" in glance.legal:
        question = max(mine, key=lambda q: q.n)
        key = {SeatKind.MEDIATOR: "o", SeatKind.OUTSIDE: "o"}.get(view.kind or SeatKind.PARTY, "a")
        more = f" ({len(mine) - 1} more wait{'s' if len(mine) == 2 else ''})" if len(mine) > 1 else ""
        return f"You have the floor. Press {key} to answer {name(view.game, question.seat)}{more}: {question.text}"
    if state.motion is not None and state.motion.seat == glance.seat:
        return "Your motion waits for somebody to second it. Space goes on; without a second it falls."
    if state.motion is not None:
        return f"{name(view.game, state.motion.seat)} moves: {state.motion.motion.replace('_', ' ')}. Press m to second it; Space lets it fall."
    if glance.turn:
        first = "b for your brief, " if state.day == view.game.scenario.clock.first_day else ""
        return f"You have the floor. Press {first}a key named below, or : to type."
    return "Others have the floor. Space goes on."


def _voted_on(glance: Glance) -> str:
    """What the open ballot is about; a whole package by its name, since its options would not fit."""
    ballot = glance.at.state.ballot
    assert ballot is not None
    if ballot.what == "motion":
        return "the motion"
    whole = len(ballot.options) > 1 and ballot.subject
    return f"{ballot.subject} as a whole" if whole else things(glance.view.game, ballot.options)


class Now(Panel):
    """One or two lines above the command bar."""

    HELP = "What the exercise waits for from you, and why a move was refused."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._refused = ""
        self._said = ""
        self._typing = ""

    def say(self, words: str) -> None:
        """Say this instead of what the seat is asked for; nothing ends it."""
        self._said = words
        self.redraw()

    def help_typing(self, usage: str) -> None:
        """Say how the command is written that is being typed; nothing ends it."""
        self._typing = usage
        self.redraw()

    def refuse(self, why: str) -> None:
        """Say why a move was refused, until the next one."""
        self._refused = why
        self.redraw()

    def drawn(self, glance: Glance, width: int) -> Content:
        text = self._refused or self._typing or self._said or awaited(glance)
        lines = wrap(text, columns=max(8, width))
        if len(lines) > MOST:
            lines = [*lines[: MOST - 1], fit(" ".join(lines[MOST - 1 :]), width)]
        return Content.styled("\n".join(lines), "bold $error" if self._refused else "$accent")
