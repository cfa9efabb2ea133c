"""The mediator's single text: its versions side by side, who stands where on it, and what it is worth to the reader."""

from collections.abc import Iterator
from typing import ClassVar

from textual.content import Content

from exercise.engine.views import View
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.scenario import SeatKind
from exercise.model.state import Proposal
from exercise.model.text import printable
from exercise.plain.narration import name, thing
from exercise.plain.wrapping import pad
from exercise.ui.dialogs.doing import Doing, DoingDialog, Item, Making
from exercise.ui.packages import appraise, by_issue, seen_by, verdict_line, warnings

SHOWN = 4
"""Versions that fit side by side; the newest are shown."""


class SingleTextDialog(DoingDialog):
    """The text on the table, what changed in it, who supports it and who objects to what."""

    TITLE_TEXT: ClassVar[str] = "The single text"
    HELP: ClassVar[str] = (
        "The mediator's text. Each column is a version, the newest on the right; → marks what changed from the one before.\n"
        "Below stands who is for it, who is against it and because of which clause, and what it is worth to you (private)."
    )

    def about(self) -> Content:
        view = self.glance.view
        text = seen_by(view).proposal("text")
        versions = self._versions()
        if text is None or not versions:
            return Content.styled("There is no text on the table yet. The mediator drafts it.", "$muted")
        parts = [_table(view, versions[-SHOWN:]), Content(""), *_standing(view, text)]
        worth = appraise(view, text.options)
        if worth.total is not None:
            parts += [Content(""), verdict_line(worth)]
        parts += warnings(view, worth)
        notes = self._shuttle_notes()
        return Content("\n").join([*parts, *([Content(""), *notes] if notes else [])])

    def _versions(self) -> list[e.TextTabled]:
        return [event.body for event in self.chair.heard() if isinstance(event.body, e.TextTabled)]

    def _shuttle_notes(self) -> list[Content]:
        """For the mediator: the last visit to each delegation and what it has said in private since."""
        view = self.glance.view
        if view.kind is not SeatKind.MEDIATOR:
            return []
        last: dict[str, str] = {}
        for event in self.chair.heard():
            if isinstance(event.body, e.Shuttled):
                last[event.body.to] = f"you: {event.body.text}"
            elif isinstance(event.body, e.Told) and view.seat in event.body.to:
                last[event.seat] = f"they: {event.body.text}"
        lines = [f"{name(view.game, seat)}, {words}" for seat, words in last.items()]
        return (
            [Content.styled("Shuttle notes", "bold"), *(Content(printable(line, lines=False)) for line in lines)]
            if lines
            else []
        )

    def doings(self) -> Iterator[Item]:
        view = self.glance.view
        text = seen_by(view).proposal("text")
        if text is None or view.kind in (SeatKind.MEDIATOR, None):
            return
        yield Doing("Go on record for the text", lambda words: m.Support("text", words))
        yield Doing("Go on record against the whole text", lambda words: m.Oppose("text", words))
        for option in text.options:
            yield Doing(f"Go on record against it because of {thing(view.game, option)}", _because(option))
        for option in text.options:
            yield Doing(f"Hold back on {thing(view.game, option)} only", _holding_back(option))


def _because(option: str) -> Making:
    return lambda words: m.Oppose("text", words, option)


def _holding_back(option: str) -> Making:
    return lambda words: m.Reserve("text", option, words)


def _table(view: View, versions: list[e.TextTabled]) -> Content:
    """Issues down, versions across; a change from the version before is marked."""
    columns = [by_issue(view, version.options) for version in versions]
    issues = [issue for issue in view.game.table.issues if any(issue in column for column in columns)]
    head = Content.assemble(pad("", 6), *[(pad(version.id, 10), "bold") for version in versions])
    lines = [head]
    for issue in issues:
        cells: list[tuple[str, str]] = [(pad(issue, 6), "bold")]
        for number, column in enumerate(columns):
            option = column.get(issue, "open")
            changed = number > 0 and columns[number - 1].get(issue, "open") != option
            cells.append((pad(f"{'→ ' if changed else '  '}{option}", 10), "bold $accent" if changed else ""))
        title = view.game.table.title(columns[-1][issue]) if issue in columns[-1] else ""
        cells.append((f"  {printable(title, lines=False)}", "$muted"))
        lines.append(Content.assemble(*cells))
    return Content("\n").join(lines)


def _standing(view: View, text: Proposal) -> list[Content]:
    """Who is for the text, against it or holds back, each with the clause where one was named."""
    game = view.game
    lines = [
        Content.assemble(("For: ", "$muted"), ", ".join(name(game, seat) for seat in text.support) or "nobody yet"),
        Content.assemble(("Against: ", "$muted"), ", ".join(name(game, seat) for seat in text.opposed) or "nobody"),
    ]
    lines += [
        Content.assemble(
            (f"{name(game, seat)} ", ""), ("holds back on ", "$muted"), printable(thing(game, option), lines=False)
        )
        for seat, option in text.reservations
    ]
    return lines
