"""Score sheets for a scenario that has none yet: every delegation cares most about something else, and a deal exists."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod
from typing import Final

import attrs

from exercise.scaffold.draft import Draft, DraftIssue, DraftParty, checked, ids, listed_issue, rounded, slug

SHARE: Final = 0.03
"""Share of packages that everybody should be able to sign: enough to be found, and few enough to be worth the search."""
FEWEST: Final = 2
LARGEST: Final = 20_000
"""Packages that are looked at when reservations are set."""
_HIGHEST: Final = 90
_USUAL: Final = 55
_OPTIONS: Final = ("As it is", "A first step", "Half way", "All of it")


def invented(title: str, parties: Sequence[str], issues: Sequence[str], days: int) -> Draft:
    """A draft from names alone. An issue may bring its options: `Water: none | half | all`. Raises DraftError."""
    party_ids = ids(parties, 6, ("MED",))
    questions = tuple(_issues(issues))
    made = [
        _party(number, len(parties), id, name, questions)
        for number, (id, name) in enumerate(zip(party_ids, parties, strict=True))
    ]
    draft = checked(Draft(slug(title), title, days, questions, tuple(made)))
    need = _reservation(draft)
    return attrs.evolve(draft, parties=tuple(attrs.evolve(party, reservation=need) for party in draft.parties))


def _issues(texts: Sequence[str]) -> Iterator[DraftIssue]:
    split = [text.partition(":") for text in texts]
    for id, (title, _, listed) in zip(ids([title for title, _, _ in split], 3), split, strict=True):
        named = tuple(dict.fromkeys(option.strip() for option in listed.split("|") if option.strip())) or _OPTIONS
        yield listed_issue(id, title.strip(), named)


def _party(number: int, of: int, id: str, name: str, issues: Sequence[DraftIssue]) -> DraftParty:
    """A delegation whose favourite options and first concern differ from its neighbours'."""
    weights = rounded([3 if place == number % len(issues) else 2 if place == (number + 1) % len(issues) else 1
                       for place in range(len(issues))])  # fmt: skip
    values = {issue.id: _values((number + place) % of / max(1, of - 1), issue) for place, issue in enumerate(issues)}
    return DraftParty(id, name, dict(zip((issue.id for issue in issues), weights, strict=True)), values, _USUAL)


def _values(place: float, issue: DraftIssue) -> dict[str, int]:
    """100 for the option at this place of the scale from 0 to 1, and less with every step away from it."""
    last = max(1, len(issue.options) - 1)
    wanted = round(place * last)
    furthest = max(1, wanted, last - wanted)
    bend = 0.8 if wanted % 2 else 1.2
    return {o.id: round(100 * (1 - abs(n - wanted) / furthest) ** bend) for n, o in enumerate(issue.options)}


def _reservation(draft: Draft) -> int:
    """The highest reservation, the same for all, at which enough packages are still acceptable to everybody."""
    size = prod(len(issue.options) for issue in draft.issues)
    if size > LARGEST:
        return _USUAL
    choices = [[(issue.id, option.id) for option in issue.options] for issue in draft.issues]
    least = sorted(
        (min(party.worth(dict(package)) for party in draft.parties) for package in product(*choices)), reverse=True
    )
    enough = min(size, max(FEWEST, round(size * SHARE)))
    return max(0, min(_HIGHEST, least[enough - 1] // 100))
