"""What a role says, held against its numbers: whom its words persuade, its own sheet should please."""

import re
from collections.abc import Iterator
from typing import Final

from exercise.authoring.codes import Code
from exercise.authoring.nodes import Place, place_within
from exercise.lint.notes import Notes
from exercise.model.role import Role
from exercise.model.scenario import Issue, Option

_SENTENCE: Final = re.compile(r"[^.!?\n]+")
_BACKING: Final = re.compile(r"\b(?:for|back|favou?r|support|want|prefer|ask for|propose|choose)s?\b", re.IGNORECASE)
_REFUSING: Final = re.compile(
    r"\b(?:not|no|never|nobody|nor|against|oppose|refuse|reject|without|cannot|only if|unless|\w+n['’]t)\b",
    re.IGNORECASE,
)
_POINTS: Final = re.compile(r"\b(\d{1,3}) points?\b", re.IGNORECASE)


def check_words(notes: Notes) -> None:
    issues = {issue.id: issue for issue in notes.scenario.issues}
    for role in notes.scenario.roles.values():
        if not role.sheet:
            continue
        _check_numbers(notes, role)
        worst = {option.id: option for id in role.sheet if id in issues for option in _worst(role, issues[id])}
        best = {option for id in role.sheet if id in issues for option in _best(role, issues[id])}
        _check_cards(notes, role, worst, best)
        for id, text in role.stances.items():
            if id in issues:
                _check_stance(notes, role, issues[id], text, worst)


def _values(role: Role, issue: Issue) -> dict[str, int]:
    """What each option is worth; one that crosses an own red line is worth less than nothing."""
    red = {line.option for line in role.red_lines}
    return {o.id: -1 if o.id in red else role.sheet[issue.id].values.get(o.id, 0) for o in issue.options}


def _worst(role: Role, issue: Issue) -> Iterator[Option]:
    values = _values(role, issue)
    if len(set(values.values())) > 1:
        yield from (option for option in issue.options if values[option.id] == min(values.values()))


def _best(role: Role, issue: Issue) -> Iterator[str]:
    """The best option, where there is only one."""
    values = _values(role, issue)
    best = [option for option, value in values.items() if value == max(values.values())]
    yield from best if len(best) == 1 else ()


def _check_cards(notes: Notes, role: Role, worst: dict[str, Option], best: set[str]) -> None:
    for card in role.cards:
        place = notes.proof.place("card", f"{role.id} {card.id}")
        if card.side == "for" and card.option in worst:
            message = f"card {card.id} argues for {card.option}, which is the worst option for {role.id} itself"
            hint = "let cards follow the sheet: take another option, or argue against this one"
            notes.warn(place, Code.AGAINST_ITSELF, message, hint)
        elif card.side == "against" and card.option in best:
            message = f"card {card.id} argues against {card.option}, which is the best option for {role.id} itself"
            hint = "let cards follow the sheet: take another option, or argue for this one"
            notes.warn(place, Code.AGAINST_ITSELF, message, hint)


def _check_stance(notes: Notes, role: Role, issue: Issue, text: str, worst: dict[str, Option]) -> None:
    """A sentence that speaks for one option alone, by its title or id, and that option is the worst."""
    for found in _SENTENCE.finditer(text):
        named = [(option, at) for option in issue.options if (at := _named(option, found[0]))]
        if len(named) != 1 or named[0][0].id not in worst:
            continue
        option, at = named[0]
        around = found[0][: at.start()] + found[0][at.end() :]
        if _BACKING.search(around) and not _REFUSING.search(around):
            place = _within(notes, role, "stances", text, found.start() + at.start())
            message = f"the stance on {issue.id} backs {option.id}, which is the worst option for {role.id} itself"
            notes.warn(place, Code.AGAINST_ITSELF, message, "let stances follow the sheet")


def _named(option: Option, sentence: str) -> re.Match[str] | None:
    """Where a sentence names an option."""
    for name in (option.id, option.title):
        if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence, re.IGNORECASE):
            return found
    return None


def _check_numbers(notes: Notes, role: Role) -> None:
    """Points that the brief names where it speaks of going home and of the margin."""
    numbers = {role.batna, role.margin, role.reservation}
    for text in (role.no_deal, role.margin_why):
        for found in _POINTS.finditer(text):
            if int(found[1]) not in numbers:
                message = (
                    f"the brief of {role.id} speaks of {found[0]}, and its numbers are {role.batna} and {role.margin}"
                )
                hint = "say it without a number: the sheet prints `batna` and `margin` anyway"
                place = _within(notes, role, "confidential", text, found.start())
                notes.warn(place, Code.OTHER_NUMBER, message, hint)


def _within(notes: Notes, role: Role, key: str, text: str, offset: int) -> Place:
    block = notes.proof.place("role", role.id, key)
    written = notes.proof.written(text, block)
    if written is None:
        return block
    lead = len(written.value) - len(written.value.lstrip())
    return place_within(written, lead + offset, notes.lines.get(block.file, ()))
