"""Named packages held against the zone: who accepts them, what refusing parties lack, and how far the nearest deal is."""

from collections.abc import Mapping

import numpy as np
from attrs import evolve, frozen

from exercise.analysis.pruning import Zone
from exercise.analysis.space import Space
from exercise.engine.sheets import POINT
from exercise.model.scenario import ReferencePackage


@frozen
class Reference:
    """A reference package in points. `red_lines` are those it crosses, by party; `open` are issues that it leaves open.

    `changes` is the number of issues that have to be settled otherwise to make it the `nearest` deal, and `steps` by how many
    options along the issues' scales; both are None where there is no deal.
    """

    id: str
    name: str
    options: tuple[str, ...]
    utilities: Mapping[str, float]
    surplus: Mapping[str, float]
    red_lines: Mapping[str, tuple[str, ...]]
    open: tuple[str, ...]
    coherent: bool
    nearest: tuple[str, ...] = ()
    changes: int | None = None
    steps: int | None = None

    @property
    def accepted_by(self) -> tuple[str, ...]:
        return tuple(p for p, surplus in self.surplus.items() if surplus >= 0 and p not in self.red_lines)


def measure(space: Space, zone: Zone, package: ReferencePackage) -> Reference:
    """A reference package as the parties see it; options of issues that are not in the space are left aside."""
    numbers = space.numbers(package.options)
    settled = [(issue, n) for issue, n in enumerate(numbers) if n >= 0]
    worth = sum((space.worth[issue][:, n] for issue, n in settled), start=np.zeros_like(space.need))
    options = tuple(space.options[issue][n] for issue, n in settled)
    crossed = {
        party: tuple(space.options[issue][n] for issue, n in settled if space.red[issue][row, n])
        for row, party in enumerate(space.parties)
    }
    fits = not any(
        numbers[i] >= 0 and numbers[j] >= 0 and clash[numbers[i], numbers[j]] for (i, j), clash in space.clashes.items()
    )
    found = Reference(
        id=package.id,
        name=package.name,
        options=options,
        utilities={party: int(u) / POINT for party, u in zip(space.parties, worth, strict=True)},
        surplus={party: int(u) / POINT for party, u in zip(space.parties, worth - space.need, strict=True)},
        red_lines={party: lines for party, lines in crossed.items() if lines},
        open=tuple(issue for issue, n in zip(space.issues, numbers, strict=True) if n < 0),
        coherent=fits,
    )
    return _with_nearest(space, zone, found, numbers) if len(zone) else found


def _with_nearest(space: Space, zone: Zone, found: Reference, numbers: tuple[int, ...]) -> Reference:
    """The deal with the fewest changes, among equals with the fewest steps, among those the first."""
    chosen = np.array(np.unravel_index(zone.positions, space.shape))
    wanted = np.array(numbers)[:, None]
    changes = (chosen != wanted).sum(0)
    steps = np.where(wanted < 0, 0, np.abs(chosen - wanted)).sum(0)
    best = int(np.lexsort((zone.positions, steps, changes))[0])
    return evolve(
        found,
        nearest=space.package(int(zone.positions[best])),
        changes=int(changes[best]),
        steps=int(steps[best]),
    )
