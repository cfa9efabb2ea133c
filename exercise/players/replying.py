"""Private answers: what a person says to a bot in private is answered in private, at the bot's next turn."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING, Final

from exercise.engine.game import Table
from exercise.engine.views import View
from exercise.model import moves as m
from exercise.model.events import Event
from exercise.model.setup import is_person
from exercise.players.bargaining import package_told
from exercise.players.voice import Voice, alike

if TYPE_CHECKING:
    from exercise.players.delegate import Mind

PRIVATE: Final = frozenset(("told", "shuttled"))
"""Events that are words to one seat."""
TELLING: Final = 2
"""Longer words that a text shares with a title from which it is about that thing."""


def unanswered(view: View) -> Event | None:
    """The newest private word of a person to this seat after which it has said nothing in private."""
    since = view.state.sent.get(view.seat, 0)
    for event in view.inbox:
        if event.n <= since:
            return None
        if _from_a_person(view, event):
            return event
    return None


def _from_a_person(view: View, event: Event) -> bool:
    return event.body.kind in PRIVATE and is_person(view.state.players.get(event.seat, ""))


def acknowledge(view: View, voice: Voice, occasion: str) -> m.Move | None:
    """The answer of somebody who has nothing to bargain with."""
    word = unanswered(view)
    return m.Tell((word.seat,), voice.line(occasion, seat=word.seat)) if word is not None else None


def answer(mind: Mind) -> m.Move | None:
    """What a delegation says to it: on the option or the issue that is named, else what it needs and where it can move."""
    word = unanswered(mind.view)
    if word is None:
        return None
    return m.Tell((word.seat,), _answer(mind, getattr(word.body, "text", ""), word.seat))


def _answer(mind: Mind, text: str, seat: str) -> str:
    table, appraisal, line = mind.view.game.table, mind.appraisal, mind.voice.line
    option = _option_in(text, table)
    issue = table.issue_of.get(option) or _issue_in(text, table)
    wanted = appraisal.best(issue) if issue else ""
    if not wanted:
        return _needs(mind, seat)
    if option == wanted:
        return line("private_same", option=option, seat=seat, wanted=_dearest_beside(mind, issue))
    if option and appraisal.red(option):
        return line("private_closed", option=option, seat=seat, issue=issue, wanted=wanted)
    if option and appraisal.bearable(option):
        return line("private_open", option=option, seat=seat, wanted=_dearest_beside(mind, issue))
    if option:
        return line("private_dear", option=option, seat=seat, issue=issue, wanted=wanted)
    second = next((o for o in mind.brief.liked.get(issue, ()) if o != wanted and appraisal.bearable(o)), "")
    if second:
        return line("private_issue", seat=seat, issue=issue, wanted=wanted, option=second)
    return line("private_only", seat=seat, issue=issue, wanted=wanted)


def _needs(mind: Mind, seat: str) -> str:
    package = mind.appraisal.target
    if not package:
        return mind.voice.line("private_heard", seat=seat)
    if seat == mind.view.game.table.mediator:
        return package_told(mind)
    worth = mind.brief.worth
    least = min(package, key=lambda option: worth.get(option, 0))
    issue = mind.view.game.table.issue_of[least]
    return mind.voice.line("private_need", seat=seat, wanted=mind.appraisal.dearest(package), issue=issue)


def _dearest_beside(mind: Mind, issue: str) -> str:
    """The clause on another issue that this party would ask for in return."""
    issue_of = mind.view.game.table.issue_of
    others = [i for i in mind.view.game.table.core if i != issue and i not in mind.view.state.agreed]
    best = [option for i in others if (option := mind.appraisal.best(i))]
    return mind.appraisal.dearest(tuple(best)) or next((o for o in mind.appraisal.target if issue_of[o] != issue), "")


def _option_in(text: str, table: Table) -> str:
    """The option that a text names, by its id or by words of its title."""
    ids = _ids_in(text, table.issue_of)
    return ids[0] if ids else _most_alike(text, {option: table.title(option) for option in table.issue_of})


def _issue_in(text: str, table: Table) -> str:
    """The issue that a text names, by its id or by words of its title."""
    named = _ids_in(text, table.issues) or [
        i for i, issue in table.issues.items() if issue.short and issue.short.lower() in text.lower()
    ]
    return named[0] if named else _most_alike(text, {i: issue.title for i, issue in table.issues.items()})


def _ids_in(text: str, known: Container[str]) -> list[str]:
    return [match[0] for match in re.finditer(r"[\w-]+", text) if match[0] in known]


def _most_alike(text: str, titles: dict[str, str]) -> str:
    shared = {id: alike(text, title) for id, title in titles.items()}
    best = max(shared, key=lambda id: shared[id], default="")
    return best if best and shared[best] >= TELLING else ""
