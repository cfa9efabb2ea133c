"""Ids as people type them, and as the scenario writes them."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

import attrs

from exercise.engine.game import Game
from exercise.model import moves as m
from exercise.model.role import Role
from exercise.model.state import State

_FREE: Final = frozenset({"text", "player", "side", "motion", "choice"})
"""Fields of moves that hold no id."""


def find(word: str, known: Iterable[str]) -> str:
    """The id that a word names, whatever its capitals; empty where there is none."""
    ids = list(known)
    return word if word in ids else next((id for id in ids if id.casefold() == word.casefold()), "")


def not_found(what: str, word: str, known: Iterable[str]) -> str:
    """A sentence about a word that names nothing, with the nearest that does."""
    ids = {id.casefold(): id for id in known}
    near = get_close_matches(word.casefold(), ids, n=1)
    return f"There is no {what} {word}" + (f"; did you mean {ids[near[0]]}?" if near else ".")


def as_named(move: m.Move, game: Game, state: State) -> m.Move:
    """The move with its ids as the scenario and the exercise write them, whatever capitals were typed."""
    exact = set(_known(game, state))
    if isinstance(move, m.Choose):
        exact |= set(_answers(game, move.inject))
    anyhow = {id.casefold(): id for id in sorted(exact)}

    def named(id: str) -> str:
        return id if id in exact else anyhow.get(id.casefold(), id)

    changes: dict[str, object] = {}
    for name, value in _ids_of(move):
        changes[name] = named(value) if isinstance(value, str) else tuple(named(id) for id in value)
    return attrs.evolve(move, **changes)


def with_card(move: m.Move, role: Role | None) -> m.Move:
    """An argument that names one of the seat's own cards, as its text or alone, says what stands on the card."""
    if not isinstance(move, m.Argue) or role is None:
        return move
    cards = {card.id.casefold(): card for card in role.cards}
    if alone := cards.get(move.target.casefold()):
        cites = move.cites or alone.cites
        return m.Argue(move.side or alone.side, alone.option, move.text or alone.text, cites)
    card = cards.get(move.text.strip().casefold())
    return attrs.evolve(move, text=card.text, cites=move.cites or card.cites) if card else move


def nearest(move: m.Move, game: Game, state: State) -> str:
    """What an unknown word in a move was probably meant to be; empty where all are known, or nothing is near.

    `game` and `state` are those of the view of whoever asks, so that no hint tells a secret.
    """
    if isinstance(move, m.MoveMotion) and move.motion not in m.MOTIONS:
        return next(iter(get_close_matches(move.motion, m.MOTIONS, n=1)), "")
    known = sorted(set(_known(game, state)))
    for _, value in _ids_of(move):
        for id in (value,) if isinstance(value, str) else value:
            if id and id not in known:
                near = get_close_matches(id.upper(), known, n=1) or get_close_matches(id, known, n=1)
                return near[0] if near else ""
    return ""


def quotes_missing(move: m.Move, game: Game, state: State) -> str:
    """A hint where words of one's own were read as ids: `propose FED3 we give`."""
    known = {id.casefold() for id in _known(game, state)}
    strange = [
        id
        for _, ids in _ids_of(move)
        if isinstance(ids, tuple)
        for id in ids
        if id.isalpha() and id.casefold() not in known
    ]
    return "words of your own stand in quotes" if strange and getattr(move, "text", None) == "" else ""


def _ids_of(move: m.Move) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    for field in attrs.fields(type(move)):
        value = getattr(move, field.name)
        if field.name not in _FREE and isinstance(value, str | tuple):
            yield field.name, value


def _answers(game: Game, card: str) -> list[str]:
    found = next((inject for id, inject in game.table.injects.items() if id.casefold() == card.casefold()), None)
    return [option.id for option in found.choice.options] if found and found.choice else []


def _known(game: Game, state: State) -> Iterator[str]:
    table = game.table
    for ids in (table.seats, table.issues, table.options, table.stages, table.dials, table.injects):
        yield from ids
    yield from (claim.id for claim in game.scenario.claims)
    for made in (state.proposals, state.arguments, state.questions, state.deals, state.pledges, state.declarations):
        yield from made
    yield from ("text", *([state.motion.id] if state.motion else []))
