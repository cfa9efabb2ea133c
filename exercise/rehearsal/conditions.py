"""Conditions that are switched on and off: a dial that stands elsewhere, an empty seat, a card that does not come."""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from itertools import product
from typing import Final

import attrs

from exercise.model.scenario import SeatKind
from exercise.players.styles import DEFAULT, STYLES
from exercise.rehearsal.playing import Case

MOST: Final = 64
"""Combinations that one rehearsal compares; more is a study, not a table."""


class ConditionError(Exception):
    """A condition that cannot be set in this scenario, in a sentence."""


@attrs.frozen
class Condition:
    """One thing that is set otherwise: `dial.enforcement` to `90`, `deck` to `quiet`."""

    what: str
    value: str

    def __str__(self) -> str:
        return f"{self.what}={self.value}"


@attrs.frozen
class Variation:
    """A case with the conditions under which it is played; none is the scenario as it was set up."""

    conditions: tuple[Condition, ...]
    case: Case

    @property
    def title(self) -> str:
        return ", ".join(map(str, self.conditions)) or "as set up"


def variations(case: Case, texts: Sequence[str]) -> tuple[Variation, ...]:
    """Every combination of what `texts` (`dial.trust=20,80`) let vary. Raises ConditionError."""
    axes = [_axis(text) for text in texts]
    twice = {axis[0].what for axis in axes if sum(other[0].what == axis[0].what for other in axes) > 1}
    if twice:
        raise ConditionError(f"{', '.join(sorted(twice))} is varied twice; give all its values at once")
    combinations = list(product(*axes))
    if len(combinations) > MOST:
        raise ConditionError(f"that makes {len(combinations)} combinations; compare at most {MOST}")
    return tuple(Variation(conditions, _under(case, conditions)) for conditions in combinations)


def _axis(text: str) -> tuple[Condition, ...]:
    what, equals, values = text.partition("=")
    found = tuple(dict.fromkeys(value.strip() for value in values.split(",") if value.strip()))
    if not equals or not what.strip() or not found:
        raise ConditionError(f"`{text}` does not say what to vary; write for example dial.trust=20,80")
    return tuple(Condition(what.strip(), value) for value in found)


def _under(case: Case, conditions: tuple[Condition, ...]) -> Case:
    for condition in conditions:
        family, _, name = condition.what.partition(".")
        if family not in _FAMILIES:
            raise ConditionError(f"{condition.what} cannot be varied{_near(family, _FAMILIES)}")
        case = _FAMILIES[family](case, name, condition.value)
    return case


def _near(word: str, known: Sequence[str] | Mapping[str, object]) -> str:
    near = get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(known) or 'none'}"


def _one_of(what: str, word: str, known: Sequence[str]) -> str:
    """The known word that is meant, whatever its case."""
    found = {each.casefold(): each for each in known}.get(word.casefold())
    if found is None:
        raise ConditionError(f"no {what} {word or 'without a name'}{_near(word, known)}")
    return found


def _dial(case: Case, name: str, value: str) -> Case:
    """Where a dial stands before the first move."""
    dial = _one_of("dial", name, [dial.id for dial in case.scenario.dials])
    return attrs.evolve(case, dials={**case.dials, dial: _number(f"the dial {dial}", value, 0, 100)})


def _number(what: str, value: str, low: float, high: float) -> float:
    try:
        found = float(value)
    except ValueError:
        found = float("nan")
    if not low <= found <= high:
        raise ConditionError(f"{what} takes a number from {low:g} to {high:g}, not {value}")
    return found


def _deck(case: Case, name: str, value: str) -> Case:
    deck = _one_of("deck", value, [deck.id for deck in case.scenario.decks])
    return attrs.evolve(case, setup=attrs.evolve(case.setup, deck=deck))


def _difficulty(case: Case, name: str, value: str) -> Case:
    """A named difficulty, or points by which every reservation moves."""
    named = {difficulty.id: difficulty.shift for difficulty in case.scenario.difficulties}
    shift = named[value] if value in named else _number("a difficulty", value, -10, 10)
    return attrs.evolve(case, setup=attrs.evolve(case.setup, shift=shift))


def _red_lines(case: Case, name: str, value: str) -> Case:
    how = _one_of("way of red lines", value, ["bind", "warn"])
    return attrs.evolve(case, setup=attrs.evolve(case.setup, red_lines=how))


def _card(case: Case, name: str, value: str) -> Case:
    """A card `on` comes as the deck has it; `off` it does not come."""
    card = _one_of("card", name, [inject.id for inject in case.scenario.injects])
    off = _one_of("state of a card", value, ["on", "off"]) == "off"
    left_out = tuple(id for id in case.setup.left_out if id != card) + ((card,) if off else ())
    return attrs.evolve(case, setup=attrs.evolve(case.setup, left_out=left_out))


def _seat(case: Case, name: str, value: str) -> Case:
    """Who plays a seat: a style of bot, or `absent`."""
    seat = _one_of("seat", name, [seat.id for seat in case.scenario.seats])
    player = _one_of("style", value, [*STYLES, "absent"])
    return _seated(case, {seat: player if player == "absent" else f"bot:{player}"})


def _mediator(case: Case, name: str, value: str) -> Case:
    seats = [seat.id for seat in case.scenario.seats if seat.kind is SeatKind.MEDIATOR]
    if not seats:
        raise ConditionError(f"{case.scenario.id} has no mediator")
    there = _one_of("kind of mediator", value, ["bot", "none"]) == "bot"
    return _seated(case, dict.fromkeys(seats, f"bot:{DEFAULT}" if there else "absent"))


def _bots(case: Case, name: str, value: str) -> Case:
    """One style for all delegations."""
    style = _one_of("style", value, list(STYLES))
    parties = [seat.id for seat in case.scenario.seats if seat.kind is SeatKind.PARTY]
    return _seated(case, {seat: f"bot:{style}" for seat in parties if case.setup.players.get(seat) != "absent"})


def _seated(case: Case, players: Mapping[str, str]) -> Case:
    return attrs.evolve(case, setup=attrs.evolve(case.setup, players={**case.setup.players, **players}))


_FAMILIES: Final[Mapping[str, Callable[[Case, str, str], Case]]] = {
    "dial": _dial,
    "deck": _deck,
    "difficulty": _difficulty,
    "red_lines": _red_lines,
    "card": _card,
    "seat": _seat,
    "mediator": _mediator,
    "bots": _bots,
}
