"""What a role says, held against its numbers: whom its words persuade, its own sheet should please."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from exercise.authoring.codes import Code
from exercise.authoring.nodes import Place, place_within
from exercise.lint.notes import Notes
from exercise.model.role import Role
from exercise.model.scenario import Issue, Option

_CLAUSE: Final = re.compile(r"[^.,;:!?\n]+")
_BACKING: Final = re.compile(r"\b(?:for|near|back|favou?r|support|want|prefer|propose|choose)s?\b", re.IGNORECASE)
_BEST: Final = re.compile(r"\W?\s+is (?:the )?best\b", re.IGNORECASE)
"""What follows the name of an option that is called the best."""
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
        for key, text, about in _texts(role, issues):
            _check_clauses(notes, role, key, text, about, worst)
        for id, line in role.sheet.items():
            if id in issues:
                _check_why(notes, role, issues[id], line.why)


def _texts(role: Role, issues: Mapping[str, Issue]) -> Iterator[tuple[str, str, tuple[Issue, ...]]]:
    """What a role says it is for: the key it stands under, the words, and the issues that they may be about."""
    scored = tuple(issue for id, issue in issues.items() if id in role.sheet)
    yield from (("public", text, scored) for text in role.positions)
    for key, texts in (("stances", role.stances), ("interests", role.interests)):
        yield from ((key, text, (issues[id],)) for id, text in texts.items() if id in issues and id in role.sheet)


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


def _check_cards(notes: Notes, role: Role, worst: Mapping[str, Option], best: set[str]) -> None:
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


def _check_clauses(
    notes: Notes, role: Role, key: str, text: str, about: tuple[Issue, ...], worst: Mapping[str, Option]
) -> None:
    """A clause that speaks for one option alone, by its title or id, and that option is the worst of its issue."""
    for found, option, at in _clauses(text, about):
        around = found[0][: at.start()] + found[0][at.end() :]
        if option.id in worst and _BACKING.search(around) and not _REFUSING.search(around):
            place = _within(notes, role, key, text, found.start() + at.start())
            message = (
                f"a text under `{key}` of {role.id} backs {option.id}, which is the worst option for {role.id} itself"
            )
            notes.warn(place, Code.AGAINST_ITSELF, message, "let words follow the sheet")


def _check_why(notes: Notes, role: Role, issue: Issue, text: str) -> None:
    """A reason that calls an option the best of its issue while another one is worth more."""
    values = _values(role, issue)
    for found, option, at in _clauses(text, (issue,)):
        if _BEST.match(found[0], at.end()) and values[option.id] < max(values.values()):
            best = max(values, key=lambda id: values[id])
            place = _within(notes, role, "sheet", text, found.start() + at.start())
            message = f"the sheet of {role.id} calls {option.id} the best, and {best} is worth more"
            notes.warn(place, Code.AGAINST_ITSELF, message, "let reasons follow the values")


def _clauses(text: str, about: tuple[Issue, ...]) -> Iterator[tuple[re.Match[str], Option, re.Match[str]]]:
    """The clauses of a text that name one option alone, with that option and where it is named."""
    for found in _CLAUSE.finditer(text):
        options = (option for issue in about for option in issue.options)
        named = [(option, at) for option in options if (at := _named(option, found[0]))]
        if len(named) == 1:
            yield found, *named[0]


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
