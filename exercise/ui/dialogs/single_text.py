"""The mediator's single text: its versions side by side, who stands where on it, and what it is worth to the reader."""

from collections.abc import Iterator, Mapping
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
from exercise.ui.prose import fit

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
        room = self.query_one("#window").content_size.width - 3 if self.is_mounted else 0
        worth = appraise(view, text.options)
        parts = [_table(view, versions[-SHOWN:], room), Content("")]
        parts += [verdict_line(worth)] if worth.total is not None else []
        parts += [*warnings(view, worth), *_standing(view, text, self._clauses(text.id))]
        notes = self._shuttle_notes()
        return Content("\n").join([*parts, *([Content(""), *notes] if notes else [])])

    def renew(self) -> None:
        super().renew()
        self.set_class(self.list.display, "-answers")

    def on_resize(self) -> None:
        super().on_resize()
        self.call_after_refresh(lambda: self.about_text.update(self.about()))

    def _versions(self) -> list[e.TextTabled]:
        return [event.body for event in self.chair.heard() if isinstance(event.body, e.TextTabled)]

    def _clauses(self, text: str) -> dict[str, str]:
        """For each seat that is against this version, the clause it named; empty where it named none."""
        heard = (
            event for event in self.chair.heard() if isinstance(event.body, e.Opposed) and event.body.target == text
        )
        return {event.seat: event.body.option for event in heard if isinstance(event.body, e.Opposed)}

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
        yield Doing("Go on record for it", lambda words: m.Support("text", words))
        yield Doing("Against it as a whole", lambda words: m.Oppose("text", words))
        for option in text.options:
            yield Doing(f"Against it because of {thing(view.game, option)}", _because(option))
        for option in text.options:
            yield Doing(f"Hold back on {thing(view.game, option)} only", _holding_back(option))


def _because(option: str) -> Making:
    return lambda words: m.Oppose("text", words, option)


def _holding_back(option: str) -> Making:
    return lambda words: m.Reserve("text", option, words)


def _table(view: View, versions: list[e.TextTabled], room: int) -> Content:
    """Issues down, versions across, a title cut to the `room` that is left; a change from the version before is marked."""
    columns = [by_issue(view, version.options) for version in versions]
    issues = [issue for issue in view.game.table.issues if any(issue in column for column in columns)]
    head = Content.assemble(pad("", 6), *[(pad(f"  {version.id}", 10), "bold") for version in versions])
    lines = [head]
    for issue in issues:
        cells: list[tuple[str, str]] = [(pad(issue, 6), "bold")]
        for number, column in enumerate(columns):
            option = column.get(issue, "open")
            changed = number > 0 and columns[number - 1].get(issue, "open") != option
            cells.append((pad(f"{'→ ' if changed else '  '}{option}", 10), "bold $accent" if changed else ""))
        title = view.game.table.title(columns[-1][issue]) if issue in columns[-1] else ""
        left = room - 8 - 10 * len(columns)
        cells.append((f"  {fit(title, left)}" if left > 8 else "", "$muted"))
        lines.append(Content.assemble(*cells))
    return Content("\n").join(lines)


def _standing(view: View, text: Proposal, clauses: Mapping[str, str]) -> list[Content]:
    """Who is for the text, against it or holds back, each with the clause where one was named."""
    game = view.game
    lines = [
        Content.assemble(("For: ", "$muted"), ", ".join(name(game, seat) for seat in text.support) or "nobody yet"),
    ]
    if not text.opposed:
        lines.append(Content.assemble(("Against: ", "$muted"), "nobody"))
    for seat in text.opposed:
        clause = clauses.get(seat, "")
        why = f"because of {printable(thing(game, clause), lines=False)}" if clause else "as a whole"
        lines.append(Content.assemble(("Against: ", "$muted"), f"{name(game, seat)} ", (why, "$muted")))
    lines += [
        Content.assemble(
            (f"{name(game, seat)} ", ""), ("holds back on ", "$muted"), printable(thing(game, option), lines=False)
        )
        for seat, option in text.reservations
    ]
    return lines
