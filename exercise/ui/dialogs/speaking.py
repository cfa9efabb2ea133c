"""Speaking without an argument: answers to questions, a statement, a question to somebody. Every seat with a voice can do it."""

from collections.abc import Iterator
from typing import Final

from exercise.engine.views import View
from exercise.model import moves as m
from exercise.plain.narration import name, thing
from exercise.ui.dialogs.doing import Doing, Item, Making
from exercise.ui.packages import seen_by
from exercise.ui.prose import fit

BEGINNING: Final = 40
"""Columns of a question in its line of the list; the whole of it stands below."""


def questions(view: View) -> Iterator[Item]:
    """Questions put to this seat, the oldest first, to be answered."""
    asked = [q for q in sorted(view.state.questions.values(), key=lambda q: q.n) if q.to == view.seat]
    if asked:
        yield "Questions put to you"
    for question in asked:
        said = f"Answer {question.id} of {name(view.game, question.seat)}: {fit(question.text, BEGINNING).rstrip()}"
        yield Doing(said, _answering(question.id), needs_words=True, note=question.text)


def statements(view: View, issue: str = "") -> Iterator[Item]:
    """A statement, on an issue or on none, and a question to each of the others."""
    yield "In the hall"
    if issue:
        on = thing(view.game, issue)
        yield Doing(f"Make a statement on {on}", lambda text: m.Speak(text, issue), needs_words=True)
    yield Doing("Make a statement" + (" on nothing in particular" if issue else ""), m.Speak, needs_words=True)
    yield "Ask a question in the hall"
    for seat in seen_by(view).others():
        yield Doing(name(view.game, seat), _asking(seat, issue), needs_words=True)


def _answering(question: str) -> Making:
    return lambda text: m.Answer(question, text)


def _asking(seat: str, issue: str) -> Making:
    return lambda text: m.Ask(seat, text, issue)
