"""What the options do for a deal: how often each is used, which never are and why, which are no real choice."""

from collections.abc import Mapping
from math import prod

import numpy as np
from attrs import frozen

from exercise.analysis.pruning import Zone
from exercise.analysis.space import Space


@frozen
class OptionUse:
    """An option of an issue.

    `deals` counts the deals that it is in, `barred_by` names the parties whose red line it is. It is `dominated_by` another
    option of its issue when every party values that one at least as much, one values it more, and it crosses no more red lines
    and fits at least as many other options. `unvalued` says that no party gives anything for it.
    """

    id: str
    issue: str
    deals: int
    barred_by: tuple[str, ...]
    dominated_by: str
    unvalued: bool


def option_use(space: Space, zone: Zone) -> tuple[OptionUse, ...]:
    """All options in the order of the agenda."""
    found = []
    for number, issue in enumerate(space.issues):
        used = used_options(space, zone, number)
        for n, option in enumerate(space.options[number]):
            red = space.red[number][:, n]
            found.append(
                OptionUse(
                    id=option,
                    issue=issue,
                    deals=used[option],
                    barred_by=tuple(p for p, barred in zip(space.parties, red, strict=True) if barred),
                    dominated_by=_better(space, number, n),
                    unvalued=not space.worth[number][:, n].any(),
                )
            )
    return tuple(found)


def used_options(space: Space, zone: Zone, issue: int) -> Mapping[str, int]:
    """In how many deals each option of an issue is."""
    stride = prod(space.shape[issue + 1 :])
    chosen = zone.positions // stride % space.shape[issue]
    counted = np.bincount(chosen, minlength=space.shape[issue])
    return {option: int(n) for option, n in zip(space.options[issue], counted, strict=True)}


def _better(space: Space, issue: int, option: int) -> str:
    """An option of the issue that is as good or better in every way; empty where there is none."""
    worth, red = space.worth[issue], space.red[issue]
    for other, name in enumerate(space.options[issue]):
        if (
            other != option
            and np.all(worth[:, other] >= worth[:, option])
            and np.any(worth[:, other] > worth[:, option])
            and not np.any(red[:, other] & ~red[:, option])
            and _fits_as_well(space, issue, other, option)
        ):
            return name
    return ""


def _fits_as_well(space: Space, issue: int, other: int, option: int) -> bool:
    for (first, second), clash in space.clashes.items():
        if issue not in (first, second):
            continue
        lines = clash if issue == first else clash.T
        if np.any(lines[other] & ~lines[option]):
            return False
    return True
