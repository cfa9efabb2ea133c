"""Events as they read on the floor: a mark, who, what, and the words that were spoken."""

from typing import Final

from attrs import frozen

from exercise.engine.game import Game
from exercise.model import events as e
from exercise.model.text import printable
from exercise.plain.narration import HEADINGS, SILENT, name, sentence
from exercise.plain.wrapping import width as columns_of
from exercise.plain.wrapping import wrap

FAMILIES: Final = {
    "debate": "spoke argued asked answered conceded point ruled warned",
    "bargaining": (
        "proposed amended withdrawn supported opposed sponsored reserved text_tabled text_withdrawn bridged agreed deferred "
        "reopened role_decided ballot_opened voted ballot ratified declared recognised imposed"
    ),
    "news": "inject asked_to_choose choice pressed pledged pledge_withdrawn endorsed announced walked_out returned split",
    "private": "told shuttled deal_offered deal_accepted deal_declined answer_given reservation noted",
    "procedure": (
        "floor agenda motion seconded motion_decided postponed admitted absent participation recessed deadlock clock deadline "
        "issue_opened option_opened replaced expected session_ended rewound talks_ended closed"
    ),
}
"""What the floor can be narrowed down to."""

_FAMILY: Final = {kind: family for family, kinds in FAMILIES.items() for kind in kinds.split()}
_AT_TIMES_SILENT: Final = frozenset({"session_ended", "clock", "ballot", "recessed"})
"""Kinds of which only some events are told; of all others every one is."""
_MARKS: Final = {
    "spoke": "▪", "asked": "?", "answered": "»", "conceded": "~", "proposed": "◆", "amended": "◆", "withdrawn": "◇",
    "supported": "●", "opposed": "○", "reserved": "◌", "sponsored": "●", "text_tabled": "■", "bridged": "≈", "agreed": "★",
    "role_decided": "★", "ballot_opened": "☐", "ballot": "☑", "voted": "·", "motion": "›", "seconded": "›",
    "motion_decided": "›", "walked_out": "«", "returned": "»", "inject": "!", "asked_to_choose": "!", "choice": "!",
    "pressed": "^", "pledged": "+", "warned": "!", "announced": "!", "deadline": "■", "talks_ended": "■", "closed": "■",
}  # fmt: skip
_SIGNS: Final = ("== ", "-- ", "** ", "<< ", ">> ")
"""What the line mode puts before, and turned round behind, a sentence that stands out; here its mark and its look do that."""
_INDENT: Final = 4


@frozen
class Entry:
    """An event made ready for the floor. `ids` are what it can be answered by; `style` names the look of its mark."""

    n: int
    mark: str
    style: str
    family: str
    id: str
    who: str
    says: str
    speech: str
    heading: bool = False
    private: bool = False

    @property
    def words(self) -> str:
        """Everything that a search looks through."""
        return f"{self.id} {self.who} {self.says} {self.speech}"


Run = tuple[str, str]
"""A piece of a line and the name of its style."""


def is_told(game: Game, event: e.Event) -> bool:
    """Whether an event has an entry, or goes without saying. Only few kinds need to be looked at for that."""
    kind = event.body.kind
    return kind not in SILENT and (kind not in _AT_TIMES_SILENT or bool(sentence(game, event)[0]))


def is_heading(event: e.Event) -> bool:
    """Whether an event begins a part."""
    return event.body.kind in HEADINGS


def family(event: e.Event) -> str:
    """The family that an event belongs to; private words are one of their own."""
    return "private" if event.to != e.ALL else _FAMILY.get(event.body.kind, "")


def entry(game: Game, event: e.Event) -> Entry:
    """The entry of an event that is told."""
    body = event.body
    head, speech = sentence(game, event)
    private = event.to != e.ALL
    says = printable(head.removeprefix("(in private) "), lines=False)
    if says.startswith(_SIGNS):
        says = says.strip(" =-*<>")
    id, says = _split(says, str(getattr(body, "id", "")))
    who, says = _split(says, printable(name(game, event.seat), lines=False) if event.seat != e.CLOCK else "")
    mark = "§" if private else _mark(body)
    return Entry(
        n=event.n, mark=mark, style=_style(body, private), family=family(event),
        id=id, who=who, says=says, speech=printable(speech.strip()),
        heading=body.kind in HEADINGS, private=private,
    )  # fmt: skip


def _split(text: str, start: str) -> tuple[str, str]:
    """What a sentence begins with, and the rest of it."""
    return (start, text[len(start) :].lstrip()) if start and text.startswith(f"{start} ") else ("", text)


def _mark(body: e.Body) -> str:
    if isinstance(body, e.Argued):
        answers = body.target != body.option
        return ("↳" if answers else "+") if body.side == "for" else ("↯" if answers else "−")
    return _MARKS.get(body.kind, " ")


def _style(body: e.Body, private: bool) -> str:
    if private:
        return "private"
    match body:
        case e.Agreed() | e.RoleDecided():
            return "agreed"
        case e.Injected() | e.ChoiceOpened() | e.ChoiceMade() | e.Announced() | e.Warned():
            return "news"
        case e.WalkedOut() | e.Deadlocked() | e.DeadlineReached() | e.TalksEnded() | e.HasSplit():
            return "alarm"
        case e.Argued(side="against") | e.Opposed() | e.Reserved():
            return "against"
        case e.Argued() | e.Supported() | e.Sponsored() | e.Conceded():
            return "for"
        case _:
            return "plain"


def lay_out(entry: Entry, width: int) -> list[list[Run]]:
    """The entry as lines of styled runs, each at most `width` columns wide."""
    if entry.heading:
        return _heading(entry, width)
    lines: list[list[Run]] = []
    lead = " ".join(part for part in (entry.id, entry.who) if part)
    for number, line in enumerate(wrap(f"{lead} {entry.says}".strip(), columns=max(8, width - 2))):
        first = number == 0
        gutter = (f"{entry.mark} ", entry.style) if first else ("  ", "plain")
        lines.append([gutter, *(_led(entry, line, lead) if first else [(line, _says(entry))])])
    if entry.speech:
        room = max(8, width - _INDENT)
        lines += [[(" " * _INDENT, "plain"), (line, "speech")] for line in wrap(entry.speech, columns=room)]
    return lines


def _says(entry: Entry) -> str:
    return entry.style if entry.style in ("agreed", "news", "alarm") else "says"


def _led(entry: Entry, line: str, lead: str) -> list[Run]:
    """The first line, with its id and the name in styles of their own."""
    if not lead or not line.startswith(lead):
        return [(line, _says(entry))]
    runs: list[Run] = []
    rest = line
    for part, style in ((entry.id, "id"), (entry.who, "who")):
        if part:
            runs.append((part, style))
            rest = rest[len(part) :]
            if rest.startswith(" "):
                runs.append((" ", "plain"))
                rest = rest[1:]
    return [*runs, (rest, _says(entry))]


def _heading(entry: Entry, width: int) -> list[list[Run]]:
    title = wrap(entry.says, columns=max(8, width - 6))
    lines: list[list[Run]] = [[("", "plain")], [("─ ", "rule"), (title[0], "heading")]]
    lines += [[("  ", "plain"), (line, "heading")] for line in title[1:]]
    lines[-1].append((f" {'─' * max(0, width - columns_of(title[-1]) - 4)}", "rule"))
    lines += [[("  ", "plain"), (line, "aside")] for line in wrap(entry.speech, columns=max(8, width - 2)) if line]
    return lines
