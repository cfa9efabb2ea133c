"""What can follow in a line that is being typed: the rest of a word, the next word, and how the command is written."""

from collections.abc import Callable, Mapping
from typing import Final

from textual.suggester import Suggester

from exercise.model import moves as m
from exercise.plain.language import ALIASES, KEYWORDS, MOVES, QUERIES
from exercise.plain.parse import verb_of
from exercise.ui.chair import Glance
from exercise.ui.packages import seen_by

SHOWN: Final = 9
"""Commands that are named while only their beginning is typed."""


class Completion(Suggester):
    """Completes a command that is legal now, the ids after it, and what its usage asks for next."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.glance: Glance | None = None

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last word completed, or with the next word; None where nothing fits."""
        glance = self.glance
        if glance is None or not value.strip() or value.count('"') % 2:
            return None
        if value.endswith(" "):
            word = following(glance, value.split())
            return f"{value}{word}" if word else None
        *before, last = value.split(" ")
        if not before:
            found = next((word for word in commands(glance, last) if word != last), None)
            return last + found[len(last) :] if found else None
        found = next((id for id in ids(glance) if id.casefold().startswith(last.casefold()) and id != last), None)
        return f"{value[: len(value) - len(last)]}{last}{found[len(last) :]}" if found else None


def commands(glance: Glance, start: str) -> list[str]:
    """Commands that begin so, those that are legal now first."""
    words = dict.fromkeys([*glance.examples, *QUERIES, *MOVES])
    return [word for word in words if word.startswith(start.lower())]


def usage(glance: Glance | None, line: str) -> str:
    """How the command of a line is written, or why it is not legal now; for the beginning of one what it can become."""
    words = line.lstrip(": ").split()
    if glance is None or not words:
        return ""
    verb = ALIASES.get(words[0].lower(), words[0].lower())
    if verb in QUERIES:
        return f"{QUERIES[verb][0]}   {QUERIES[verb][1]}"
    if verb in MOVES:
        kind = next((kind for kind in m.MOVES if verb_of(kind) == verb), "")
        why = glance.why_not(kind) if kind else ""
        return f"Not now: {why}." if why else f"{MOVES[verb].usage}   {MOVES[verb].says}"
    found = commands(glance, words[0])
    more = ", ..." if len(found) > SHOWN else ""
    return f"{', '.join(found[:SHOWN])}{more}" if found and len(words) == 1 else ""


def following(glance: Glance, words: list[str]) -> str:
    """The next word that a command's usage asks for; empty where it asks for nothing more, or for one of too many."""
    verb = ALIASES.get(words[0].lower(), words[0].lower())
    if verb not in MOVES:
        return ""
    tokens = MOVES[verb].usage.replace("[", "").replace("]", "").split()
    if len(words) >= len(tokens):
        return ""
    token = tokens[len(words)]
    if token.startswith('"'):
        return '"'
    if token in KEYWORDS or token.islower():
        return token.split("|")[0]
    make = _FIRST.get(token.split("|")[0])
    return make(glance) if make else ""


def _option(glance: Glance) -> str:
    return next(iter(ids(glance)), "")


def _seat(glance: Glance) -> str:
    return next(iter(seen_by(glance.view).others()), "")


def _proposal(glance: Glance) -> str:
    return next((proposal.id for proposal in reversed(seen_by(glance.view).live_proposals())), "")


def _question(glance: Glance) -> str:
    asked = glance.view.state.questions.values()
    return next((question.id for question in asked if question.to == glance.seat), "")


def _deal(glance: Glance) -> str:
    deals = glance.view.state.deals.values()
    return next((deal.id for deal in deals if deal.to == glance.seat and deal.state == "open"), "")


def _card(glance: Glance) -> str:
    return glance.view.asked[0].inject if glance.view.asked else ""


_FIRST: Final[Mapping[str, Callable[[Glance], str]]] = {
    "OPTION": _option, "OPTIONS": _option, "SEAT": _seat, "SEATS": _seat, "PROPOSAL": _proposal, "QUESTION": _question,
    "DEAL": _deal, "CARD": _card,
}  # fmt: skip
"""For a place in a usage, what would stand there first."""


def ids(glance: Glance) -> list[str]:
    """Ids that can stand in a command, those of the issue in debate first."""
    view = glance.view
    table, state = view.game.table, view.state
    options = [o for issue in state.issues for o in (option.id for option in table.issues[issue].options)]
    options.sort(key=lambda option: table.issue_of[option] != state.focus)
    cards = [card.id for card in view.role.cards] if view.role else []
    made = [*sorted(state.proposals), *sorted(state.arguments), *sorted(state.questions), *sorted(state.deals)]
    return [
        *options,
        *table.seats,
        *state.issues,
        *made,
        *cards,
        "text",
        "for",
        "against",
        "cite",
        "because",
        "give",
        "get",
    ]
