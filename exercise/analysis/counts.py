"""How many packages whom please: everybody, all but one, each coalition."""

from collections.abc import Mapping

import numpy as np
from attrs import frozen

from exercise.analysis.space import Space
from exercise.model.scenario import Scenario

Coalition = tuple[str, ...]


@frozen
class Counts:
    """Packages by who accepts them.

    `coalitions` says how many packages exactly these parties accept and no others, the larger coalitions first. `total` are
    all combinations and `coherent` those whose options fit together, which alone can be proposed; `zone` are the packages that
    all parties accept and `deals` the coherent ones among them.
    """

    parties: tuple[str, ...]
    total: int
    coherent: int
    zone: int
    deals: int
    coalitions: Mapping[Coalition, int]

    @property
    def by_number(self) -> tuple[int, ...]:
        """Packages by the number of parties that accept them, from none to all."""
        found = [0] * (len(self.parties) + 1)
        for coalition, packages in self.coalitions.items():
            found[len(coalition)] += packages
        return tuple(found)

    @property
    def hold_outs(self) -> dict[str, int]:
        """Packages that all accept but this one party."""
        most = len(self.parties) - 1
        found = dict.fromkeys(self.parties, 0)
        for coalition, packages in self.coalitions.items():
            if len(coalition) == most:
                found[next(party for party in self.parties if party not in coalition)] += packages
        return found

    @property
    def accepted_by(self) -> dict[str, int]:
        """Packages that each party accepts, whatever the others do."""
        return {party: self.pleasing((party,)) for party in self.parties}

    def pleasing(self, coalition: Coalition) -> int:
        """Packages that all of these accept, whatever the others do."""
        wanted = set(coalition)
        return sum(packages for others, packages in self.coalitions.items() if wanted <= set(others))

    def share(self, packages: int) -> float:
        """Percent of all packages."""
        return 100 * packages / self.total


def count_packages(space: Space, red_lines: bool = True) -> Counts:
    """Count a listable space; it needs at least one party, and at most 62."""
    accepting = np.zeros(space.size, np.int64)
    for number in range(len(space.parties)):
        accepting |= space.accepted(number, red_lines).astype(np.int64) << number
    everybody = (1 << len(space.parties)) - 1
    if everybody < 1 << 16:
        every = np.bincount(accepting, minlength=everybody + 1)
        sets = np.flatnonzero(every)
        packages = every[sets]
    else:
        sets, packages = np.unique(accepting, return_counts=True)
    zone = accepting == everybody
    by_set = {int(s): int(n) for s, n in zip(sets, packages, strict=True)}
    order = sorted(by_set, key=lambda s: (-s.bit_count(), s))
    return Counts(
        parties=space.parties,
        total=space.size,
        coherent=int(np.count_nonzero(space.coherent)),
        zone=int(np.count_nonzero(zone)),
        deals=int(np.count_nonzero(zone & space.coherent)),
        coalitions={tuple(p for n, p in enumerate(space.parties) if s >> n & 1): by_set[s] for s in order},
    )


def boycotts(scenario: Scenario, counts: Counts) -> dict[tuple[str, str, str], int]:
    """Packages that please more than half of two communities' parties and nobody of a third, as (for, for, without)."""
    members = {
        community.id: [s.id for s in scenario.seats if s.community == community.id and s.id in counts.parties]
        for community in scenario.communities
    }
    there = [community for community, seats in members.items() if seats]
    found = {}
    for first in range(len(there)):
        for second in range(first + 1, len(there)):
            for out in there:
                if out not in (there[first], there[second]):
                    both = (there[first], there[second])
                    found[*both, out] = sum(
                        packages
                        for coalition, packages in counts.coalitions.items()
                        if not set(coalition) & set(members[out])
                        and all(2 * len(set(coalition) & set(members[c])) > len(members[c]) for c in both)
                    )
    return found
