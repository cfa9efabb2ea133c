"""A seat's papers as pages: what everybody knows, what it alone knows, its score sheet, its cards, and the scenario.

A page is made of blocks, each a paragraph or a small table laid out for a width, so that a search can show single blocks.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from attrs import frozen
from textual.content import Content

from exercise.engine.views import View
from exercise.model.role import Card, Role
from exercise.model.text import printable
from exercise.plain.narration import thing
from exercise.plain.own_answers import HONESTY, signs_from, weight
from exercise.plain.wrapping import wrap
from exercise.ui.prose import fit

BAR = 10
"""Cells of a bar that shows a value from 0 to 100."""

Blocks = Iterator[Content]


@frozen
class Page:
    """A page: its title, whether it is for this seat alone, and its blocks for a width."""

    id: str
    title: str
    private: bool
    blocks: Callable[[int], list[Content]]


def pages(view: View) -> list[Page]:
    """The pages that this seat has."""
    role = view.role
    made: list[Page] = []
    if role is not None:
        made.append(Page("public", "Public", False, lambda width: list(_public(role, width))))
        if role.brief or role.no_deal or role.split or role.mandate or role.notes:
            made.append(Page("brief", "Confidential", True, lambda width: list(_confidential(role, width))))
        if role.interests or role.red_lines or role.wants:
            made.append(Page("interests", "Interests", True, lambda width: list(_interests(view, role, width))))
        if role.sheet:
            made.append(Page("sheet", "Score sheet", True, lambda width: list(_sheet(view, role, width))))
        if role.cards:
            made.append(Page("cards", "Cards", True, lambda width: list(_cards(view, role, width))))
    made.append(Page("scenario", "Scenario", False, lambda width: list(_scenario(view, width))))
    return made


def found(blocks: Iterable[Content], words: str) -> list[Content]:
    """The blocks that hold these words, wherever their lines break, with the words marked."""
    wanted = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    hits = []
    for block in blocks:
        places = list(wanted.finditer(block.plain))
        for place in places:
            block = block.stylize("bold $background on $accent", *place.span())
        if places:
            hits.append(block)
    return hits


def _public(role: Role, width: int) -> Blocks:
    yield _joined([_heading(role.name), _text(role.summary, width)])
    if role.positions:
        yield from _points("Where it stands in public", role.positions, width)
    if role.delegates:
        yield _heading("Your delegation")
        for delegate in role.delegates:
            yield _joined(
                [Content.styled(printable(delegate.title, lines=False), "bold"), _text(delegate.stance, width, 2)]
            )


def _confidential(role: Role, width: int) -> Blocks:
    for title, text in (
        ("Your instructions", role.brief),
        ("Without an agreement", role.no_deal),
        ("What you need beyond that", role.margin_why),
        ("The quarrel in your own house", role.split),
    ):
        if text:
            yield _joined([_heading(title, private=True), _text(text, width)])
    if role.walks_out_if:
        yield from _points("You would walk out if", role.walks_out_if, width)
    if role.mandate:
        yield from _points("Your mandate", tuple(task.text for task in role.mandate), width)
    for heading, notes in role.notes.items():
        yield from _points(heading.replace("_", " ").capitalize(), notes, width)


def _interests(view: View, role: Role, width: int) -> Blocks:
    if role.red_lines:
        yield _heading("Your red lines", private=True)
        for red in role.red_lines:
            head = Content.assemble(
                ("✗ ", "bold $error"), (printable(thing(view.game, red.option), lines=False), "bold")
            )
            yield _joined([head, _text(red.why, width, 2)])
    if role.interests:
        yield _heading("What you are after", private=True)
    for issue, text in role.interests.items():
        head = Content.styled(printable(f"{issue} {view.game.table.title(issue)}", lines=False), "bold")
        lines = [head, _text(text, width, 2)]
        if stance := role.stances.get(issue):
            lines.append(_text(f"What you say of it: {stance}", width, 2, "$muted"))
        yield _joined(lines)
    if role.wants:
        yield from _points("What you want from others", [thing(view.game, id) for id in role.wants], width)


def _sheet(view: View, role: Role, width: int) -> Blocks:
    yield Content.assemble(
        ("You sign from ", ""),
        (signs_from(view), "bold $accent"),
        (" of 100", ""),
        ("  private, on your own scale", "$muted"),
    )
    yield _text(f"{HONESTY} {role.weights_why}", width, style="$muted")
    red = view.own.sheets.red_lines.get(view.seat, frozenset())
    known = [issue for issue in view.state.issues if issue in role.sheet]
    for issue in [*known, *(id for id in role.sheet if id not in known)]:
        line = role.sheet[issue]
        title = printable(f"{issue} {view.game.table.title(issue)}", lines=False)
        counts = f"  counts {weight(view, issue)} %" if weight(view, issue) else "  counts nothing here"
        lines = [Content.assemble((title, "bold $primary"), (counts, "$muted"))]
        for option, value in line.values.items():
            lines.append(_value(view, option, value, option in red, width))
        yield _joined([*lines, _text(line.why, width, 2, "$muted")])


def _value(view: View, option: str, value: int, red: bool, width: int) -> Content:
    """An option with its value as a number and a bar."""
    filled = max(0, min(BAR, round(value * BAR / 100)))
    mark = ("  ✗ red line", "bold $error") if red else ("", "")
    room = max(10, width - 8 - 5 - BAR - 3 - len(mark[0]))
    return Content.assemble(
        (f"  {option:<6}", "bold"), (f"{value:>4} ", ""), ("━" * filled, "$primary"), ("─" * (BAR - filled), "$border"),
        (f"  {fit(view.game.table.title(option), room)}", ""), mark,
    )  # fmt: skip


def _cards(view: View, role: Role, width: int) -> Blocks:
    said = {argument.text for argument in view.state.arguments.values() if argument.seat == view.seat}
    issue_of = view.game.table.issue_of
    order = [view.state.focus, *(issue for issue in view.state.issues if issue != view.state.focus)]
    rest = [issue for issue in view.game.table.issues if issue not in order]
    for issue in [*order, *rest]:
        mine = [card for card in role.cards if issue_of.get(card.option) == issue]
        if not mine:
            continue
        now = "  in debate now" if issue == view.state.focus else ""
        title = printable(f"{issue} {view.game.table.title(issue)}", lines=False)
        yield Content.assemble((title, "bold $primary"), (now, "bold $accent"))
        for card in mine:
            yield _card(view, card, card.text in said, width)


def _card(view: View, card: Card, played: bool, width: int) -> Content:
    mark = ("+", "bold $success") if card.side == "for" else ("−", "bold $error")
    head = Content.assemble(
        mark, (f" {card.id}  ", "bold"), (f"{card.side} {printable(thing(view.game, card.option), lines=False)}", ""),
        ("  played" if played else "", "$muted"), (f"  cites {', '.join(card.cites)}" if card.cites else "", "$muted"),
    )  # fmt: skip
    lines = [head, _text(card.text, width, 2)]
    lines += [_text(f"They will say: {card.reply}", width, 4, "$muted")] if card.reply else []
    lines += [_text(f"You answer: {card.answer}", width, 4)] if card.answer else []
    return _joined(lines)


def _scenario(view: View, width: int) -> Blocks:
    found = view.game.scenario
    yield _joined([_heading(found.title), _text(found.summary, width)])
    for title, text in (("Content advisory", found.advisory), ("What the numbers are", found.honesty)):
        if text:
            yield _joined([_heading(title), _text(text, width)])
    lines = [_heading("Agenda")]
    for issue in found.issues:
        after = "" if issue.core else "  afterwards"
        title = fit(issue.title, max(10, width - 8 - len(after))).rstrip()
        lines.append(Content.assemble((f"  {issue.id:<6}", "bold"), title, (after, "$muted")))
    yield _joined(lines)
    if found.claims:
        yield _joined(
            [_heading("Claims that can be cited"), *(_claim(claim.id, claim.text, width) for claim in found.claims)]
        )


def _claim(id: str, text: str, width: int) -> Content:
    return Content("\n".join(wrap(f"{id}: {text}", "  ", "      ", width)))


def _heading(text: str, private: bool = False) -> Content:
    shown = printable(text, lines=False)
    return Content.assemble((shown, "bold $primary"), ("  private" if private else "", "$muted"))


def _points(title: str, texts: Iterable[str], width: int) -> Blocks:
    points = [Content("\n".join(wrap(text, "  · ", "    ", width))) for text in texts]
    yield _joined([_heading(title), *points])


def _text(text: str, width: int, indent: int = 0, style: str = "") -> Content:
    lines = wrap(text, " " * indent, " " * indent, width)
    return Content.styled("\n".join(lines), style)


def _joined(lines: Iterable[Content]) -> Content:
    return Content("\n").join([line for line in lines if line.plain])
