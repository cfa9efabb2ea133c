"""What is typed into the command bar of a conference, done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from exercise.model.events import FACILITATOR
from exercise.model.text import printable
from exercise.plain.ids import as_named, with_card
from exercise.plain.language import Problem, Query
from exercise.plain.parse import parse
from exercise.plain.wrapping import WIDTH, fit, wrapped_to
from exercise.ui.reading import Reading

if TYPE_CHECKING:
    from exercise.ui.chair import Chair
    from exercise.ui.conference import Conference


def do_typed(conference: Conference, line: str) -> None:
    """Make the move, or answer the question; what is no command says why and stays in the bar."""
    if not line:
        conference.set_focus(conference.floor)
        return
    command = parse(line)
    match command:
        case None:
            return
        case Problem(message=message, hint=hint):
            words = f"{message[:1].upper()}{message[1:]}{f' ({hint})' if hint else ''}."
            conference.now.refuse(printable(words, lines=False))
        case Query(verb="quit"):
            conference.action_act("leave")
        case Query(verb="go", words=words) if conference.chair.seat == FACILITATOR:
            conference.sitting.let_go(int(words[0]) if words and words[0].isdigit() else 1)
            _done(conference, line)
            conference.go_on()
        case Query():
            _done(conference, line)
            conference.app.push_screen(Reading(line, partial(_answer, conference.chair, command)))
        case _:
            view, seat = conference.glance.view, conference.chair.seat
            made = conference.make(with_card(as_named(command, view.game, view.state), view.role))
            if made and seat == conference.chair.seat:
                _done(conference, line)


def _answer(chair: Chair, query: Query, width: int) -> Content:
    """The answer to a question, in lines for the window that it is read in."""
    with wrapped_to(min(width, WIDTH)):
        lines = chair.answer(query)
    return Content("\n".join(part for line in lines for part in fit(line, width)))


def _done(conference: Conference, line: str) -> None:
    conference.bar.remember(line)
    conference.set_focus(conference.floor)
