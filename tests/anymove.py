"""Concrete moves of all kinds, made without asking the rules: sensible ones, foolish ones and broken ones."""

from random import Random
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from small import SCENARIO, SEATS

from exercise.model.moves import MOTIONS, MOVES, Move
from exercise.model.state import State

_OPTIONS = [option.id for issue in SCENARIO.issues for option in issue.options]
_ISSUES = [issue.id for issue in SCENARIO.issues]
_TEXTS = ["We speak.", "We speak again.", "", "   ", "x" * 10_001, "\x1b[31mred\u202e"]
_WORDS: dict[str, list[str]] = {
    "side": ["for", "against", "maybe"],
    "motion": [*MOTIONS, "dance", ""],
    "issue": [*_ISSUES, "", "Z"],
    "option": [*_OPTIONS, "accept", "refuse", "joint", "alone", "aye", "nay", "give", "keep", "zz", ""],
    "dial": ["trust", "calm", "mood"],
    "stage": ["", "", *(stage.id for stage in SCENARIO.stages), "closed", "nowhere"],
    "inject": ["K1", "K2", "K3", "K4", "END", "JOY", "K9"],
    "player": ["bot:trader", "human:Ada", "human:", "ghost", ""],
    "deal": ["D1", "D2", "D3", "D9"],
    "question": ["Q1", "Q2", "Q3", "Q9"],
    "pledge": ["G1", "G2", "G9"],
    "declaration": ["N1", "N2", "N9"],
}
_SEATS = [*SEATS, "LATE", "GHOST", ""]
_CHOICES = {"vote": ["yes", "no", "abstain", "perhaps"], "participate": ["take_part", "contest", "boycott", "sulk"]}


def any_move(random: Random, state: State) -> Move:
    """A move of any kind, with fields of the right type and any content."""
    kind = random.choice(list(MOVES))
    cls = MOVES[kind]
    hints = get_type_hints(cls)
    names = [a for a in attrs.fields(cls) if a.default is attrs.NOTHING or random.random() < 0.4]
    move: Move = cls(**{a.name: _value(random, state, kind, a.name, hints[a.name]) for a in names})
    return move


def _value(random: Random, state: State, kind: str, name: str, hint: Any) -> Any:
    if get_origin(hint) is tuple:
        assert get_args(hint) == (str, ...)
        return tuple(_word(random, state, kind, name) for _ in range(random.choice([0, 1, 1, 2, 2, 3, 4])))
    if hint is bool:
        return random.random() < 0.5
    if hint is int:
        return random.choice([-1, 0, 1, 1, 2, 3, 4, 99])
    if hint is float:
        return random.choice([-1.0, 0.0, 33.0, 50.0, 100.0, 101.0, float("nan")])
    assert hint is str, hint
    return _word(random, state, kind, name)


def _word(random: Random, state: State, kind: str, name: str) -> str:
    if name == "text":
        return random.choice(_TEXTS) if random.random() < 0.2 else "We speak."
    if name in ("to", "seat", "client", "party", "seats"):
        return random.choice(_SEATS)
    if name == "choice":
        return random.choice(_CHOICES[kind])
    if name == "order":
        return random.choice(_WORDS["issue"])
    if name in ("options", "give", "get"):
        return random.choice([*_OPTIONS, "zz"] if random.random() < 0.1 else _OPTIONS)
    if name == "cites":
        return random.choice(["V1", "V2"])
    if name == "motion" and kind == "second":
        return random.choice(["", "M1"])
    if name in ("target", "subject", "proposal"):
        known = [*_OPTIONS, *_ISSUES, *sorted(state.proposals), *sorted(state.arguments), "text", "A99", "P99", ""]
        return random.choice(known)
    return random.choice(_WORDS[name])
