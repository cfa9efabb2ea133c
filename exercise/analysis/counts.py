"""How many packages please whom: everybody, all but one, each coalition."""

from collections.abc import Mapping
from functools import cached_property
from itertools import combinations
from typing import Final

import numpy as np
from attrs import field, frozen

from exercise.analysis.count import Count, Method, estimated, exactly
from exercise.analysis.pruning import TooManyError, count_zone
from exercise.analysis.sample import Sample, draw_sample
from exercise.analysis.space import Flags, Positions, Space
from exercise.model.scenario import Scenario

Coalition = tuple[str, ...]
MOST_PARTIES: Final = 62
_BINS: Final = 16
"""Parties up to which every coalition has a place of its own while packages are counted."""


class TooManyPartiesError(ValueError):
    """More parties than packages can be counted for."""


@frozen(slots=False)
class Counts:
    """Packages by who accepts them.

    `coalitions` says of how many packages exactly these parties accept and no others, the larger coalitions first; `fitting`
    does so for the packages whose options fit together, which alone can be proposed. Where the space is too large to look at
    every package, both are of a sample of `drawn` packages, and `pruned` holds what was counted exactly all the same: how many
    packages please all of a coalition.
    """

    parties: tuple[str, ...]
    total: int
    coherent: int
    deals: Count
    coalitions: Mapping[Coalition, int]
    fitting: Mapping[Coalition, int]
    drawn: int = 0
    pruned: Mapping[Coalition, int] = field(factory=dict)

    @property
    def zone(self) -> Count:
        """Packages that all parties accept, whether or not their options fit together."""
        return self.pleasing(self.parties)

    @property
    def by_number(self) -> tuple[Count, ...]:
        """Packages by the number of parties that accept them, from none to all."""
        found = [0] * (len(self.parties) + 1)
        for coalition, packages in self.coalitions.items():
            found[len(coalition)] += packages
        return (*(self._counted(n) for n in found[:-1]), self.zone)

    @property
    def hold_outs(self) -> dict[str, Count]:
        """Packages that all accept but this one party."""
        everybody, found = self.zone, {}
        for party in self.parties:
            others = tuple(p for p in self.parties if p != party)
            known = self.pruned.get(others)
            if known is not None and everybody.exact:
                found[party] = exactly(known - everybody.value, self.total, Method.PRUNED)
            else:
                found[party] = self._counted(self.coalitions.get(others, 0))
        return found

    @property
    def all_but_one(self) -> Count:
        """Packages with a single hold-out."""
        parts = tuple(self.hold_outs.values())
        if parts and all(part.exact for part in parts):
            return exactly(sum(part.value for part in parts), self.total, parts[0].method)
        return self._counted(sum(n for c, n in self.coalitions.items() if len(c) == len(self.parties) - 1))

    @property
    def accepted_by(self) -> dict[str, Count]:
        """Packages that each party accepts, whatever the others do."""
        return {party: self.pleasing((party,)) for party in self.parties}

    def without(self, party: str) -> Count:
        """Packages that can be proposed and that all would accept if this party stayed away."""
        others = tuple(p for p in self.parties if p != party)
        return self._counted(self.fitting.get(others, 0) + self.fitting.get(self.parties, 0))

    def pleasing(self, coalition: Coalition) -> Count:
        """Packages that all of these accept, whatever the others do."""
        if coalition in self.pruned:
            return exactly(self.pruned[coalition], self.total, Method.PRUNED)
        wanted = set(coalition)
        return self._counted(sum(n for others, n in self._sets if wanted <= others))

    @cached_property
    def _sets(self) -> list[tuple[frozenset[str], int]]:
        return [(frozenset(coalition), packages) for coalition, packages in self.coalitions.items()]

    def _counted(self, packages: int) -> Count:
        return estimated(packages, self.drawn, self.total) if self.drawn else exactly(packages, self.total)


def count_packages(space: Space, red_lines: bool = True, seed: int = 1) -> Counts:
    """Count the packages of a space, one by one or, where that is too much, by pruning and from a sample drawn with `seed`.

    Raises TooManyPartiesError for a space with more than MOST_PARTIES.
    """
    if len(space.parties) > MOST_PARTIES:
        raise TooManyPartiesError(
            f"packages are counted for {MOST_PARTIES} parties at most, not for {len(space.parties)}"
        )
    bound = space if red_lines else space.without_red_lines()
    if not space.listable:
        return _counted_by_other_means(bound, seed)
    accepting = np.zeros(space.size, np.int64)
    for number in range(len(space.parties)):
        accepting |= bound.accepted(number).astype(np.int64) << number
    fitting = _tally(space.parties, accepting[space.coherent])
    return Counts(
        parties=space.parties,
        total=space.size,
        coherent=int(np.count_nonzero(space.coherent)),
        deals=exactly(fitting.get(space.parties, 0), space.size),
        coalitions=_tally(space.parties, accepting),
        fitting=fitting,
    )


def _tally(parties: tuple[str, ...], accepting: Positions) -> dict[Coalition, int]:
    if len(parties) <= _BINS:
        every = np.bincount(accepting, minlength=1 << len(parties))
        sets = np.flatnonzero(every)
        packages = every[sets]
    else:
        sets, packages = np.unique(accepting, return_counts=True)
    found = {int(s): int(n) for s, n in zip(sets, packages, strict=True)}
    order = sorted(found, key=lambda s: (-s.bit_count(), s))
    return {tuple(p for n, p in enumerate(parties) if s >> n & 1): found[s] for s in order}


def _counted_by_other_means(space: Space, seed: int) -> Counts:
    sample = draw_sample(space, seed)
    drawn = sample.choices[0].size
    accepting = _accepting(sample)
    fitting = _tally(space.parties, accepting[sample.coherent])
    try:
        deals = exactly(int(count_zone(space).sum()), space.size, Method.PRUNED)
    except TooManyError:
        deals = estimated(fitting.get(space.parties, 0), drawn, space.size)
    fits: Flags = sample.coherent
    return Counts(
        parties=space.parties,
        total=space.size,
        coherent=estimated(int(np.count_nonzero(fits)), drawn, space.size).value if space.clashes else space.size,
        deals=deals,
        coalitions=_tally(space.parties, accepting),
        fitting=fitting,
        drawn=drawn,
        pruned=_pruned(space),
    )


def _accepting(sample: Sample) -> Positions:
    enough = (sample.utilities >= sample.space.need[:, None]) & ~sample.crossed
    found = np.zeros(enough.shape[1], np.int64)
    for number, row in enumerate(enough):
        found |= row.astype(np.int64) << number
    return found


def _pruned(space: Space) -> dict[Coalition, int]:
    """How many packages please all parties, all but one, and each alone, where that can be counted."""
    free = space.unlinked()
    names = space.parties
    found = {}
    for coalition in dict.fromkeys([names, *combinations(names, len(names) - 1), *((name,) for name in names)]):
        try:
            found[coalition] = int(count_zone(free.of(coalition)).sum()) if coalition else space.size
        except TooManyError:
            continue
    return found


def boycotts(scenario: Scenario, counts: Counts) -> dict[tuple[str, str, str], int]:
    """Packages that please more than half of two communities' parties and nobody of a third, as (for, for, without)."""
    members = {
        community.id: {s.id for s in scenario.seats if s.community == community.id and s.id in counts.parties}
        for community in scenario.communities
    }
    there = [community for community, seats in members.items() if seats]
    return {
        (*both, out): sum(
            packages
            for coalition, packages in counts.coalitions.items()
            if not members[out] & set(coalition)
            and all(2 * len(members[community] & set(coalition)) > len(members[community]) for community in both)
        )
        for both in combinations(there, 2)
        for out in there
        if out not in both
    }
