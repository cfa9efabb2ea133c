"""What is told only on request: what the result was worth to each side, its private words and its side deals."""

from collections.abc import Sequence

from textual.content import Content

from exercise.engine.game import Game
from exercise.engine.sheets import POINT
from exercise.findings.assessment import Assessment
from exercise.findings.mandates import mandates
from exercise.model import events as e
from exercise.model.state import State
from exercise.model.text import printable
from exercise.plain.ending import HONESTY
from exercise.plain.narration import name, sentence, things
from exercise.plain.wrapping import pad
from exercise.ui.drawer.dials import bar
from exercise.ui.prose import hanging

WARNING = (
    "This shows what the result was worth to everybody, what each side needed, and every private word and side deal of the exercise. "
    "It cannot be unseen. Leave your roles first; those who kept something to themselves did what their role asked of them."
)


BARRED = 68
"""Columns from which there is room for bars beside the scores."""


def revealed(game: Game, state: State, result: Assessment, events: Sequence[e.Event], width: int) -> Content:
    """Scores first, then private words in the order in which they were said."""
    blocks = [*_scores(game, state, width), *_mandates(game, state, result, width)]
    private = [
        event
        for event in events
        if isinstance(event.body, e.Told | e.Shuttled | e.DealOffered | e.DealAccepted | e.DealDeclined)
    ]
    told = [event for event in private if event.to != e.ALL]
    lines = [Content.styled(f"Private words and side deals: {len(told)}", "bold $accent")]
    for event in told:
        head, speech = sentence(game, event)
        head = printable(head.removeprefix("(in private) "), lines=False)
        lines.append(hanging(Content.styled(f"day {event.day}", "$muted"), head, width, 8))
        if speech:
            lines.append(hanging(Content(""), speech, width, 8).stylize("italic"))
    return Content("\n\n").join([*blocks, Content("\n").join(lines), Content.styled(HONESTY, "$muted")])


def _mandates(game: Game, state: State, result: Assessment, width: int) -> list[Content]:
    blocks = []
    for mandate in mandates(game, state, result):
        who = printable(name(game, mandate.seat), lines=False)
        lines = [Content.styled(f"{who}, the mandate: {mandate.points} of {mandate.most} points", "bold $accent")]
        for task, done in mandate.tasks:
            mark = Content.styled("✓ ", "$success") if done else Content.styled("✗ ", "$muted")
            words = f"{task.text} ({task.points} points{'' if done else ', not done'})"
            lines.append(hanging(mark, printable(words, lines=False), width, 2))
        blocks.append(Content("\n").join(lines))
    return blocks


def _scores(game: Game, state: State, width: int) -> list[Content]:
    sheets = game.table.sheets
    package = state.final.options if state.final is not None else tuple(state.agreed.values())
    if not sheets.scored or not package:
        return [
            Content.styled("No package was put to a vote and nothing was agreed: there is nothing to score.", "bold")
        ]
    what = "the agreement" if state.success else "the last text" if state.final is not None else "what was agreed"
    lines = [
        Content.styled(f"What {what} was worth, each on its own scale", "bold $accent"),
        Content.styled("Scales are private and cannot be compared with each other.", "$muted"),
    ]
    cells = 12 if width >= BARRED else 0
    for seat in sheets.scored:
        worth, need = sheets.utility(seat, package) / POINT, state.reservations.get(seat, 0.0)
        red = [option for option in package if option in sheets.red_lines.get(seat, frozenset())]
        words, style = (
            ("red line", "$error") if red else ("enough", "$success") if worth >= need else ("too little", "$warning")
        )
        who = pad(printable(name(game, seat), lines=False)[:22], 23)
        line = Content.assemble(
            (who, "bold"),
            (bar(min(100.0, max(0.0, worth)), cells), "$primary"),
            (f" {worth:5.1f}", "bold"),
            f"  needed {need:5.1f}  ",
            (words, style),
        )
        lines.append(line)
        if red:
            lines.append(Content.styled(f"  red line: {printable(things(game, red), lines=False)}", "$error"))
    return [Content("\n").join(lines)]
