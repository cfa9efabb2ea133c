"""The zone of agreement as the sheets stood at a moment, with the reservations then in force."""

from functools import lru_cache

import numpy as np
from attrs import frozen

from exercise.analysis.pruning import TooManyError, find_zone, fitting
from exercise.analysis.space import Space, space_of
from exercise.engine.game import Game, Table
from exercise.engine.sheets import POINT
from exercise.model.state import State


@frozen
class Zone:
    """How many packages of `total` all present parties would have signed; None where that is too much to count.

    `deals` are those of them whose options fit together, so that they can be proposed. `text` is the package on the table,
    and `signers` are those of the `parties` that would have signed it as it stood.
    """

    size: int | None
    deals: int | None
    total: int
    text: tuple[str, ...]
    signers: tuple[str, ...]
    parties: tuple[str, ...]


def zone_at(game: Game, state: State) -> Zone | None:
    """The zone at a moment; None for a scenario without score sheets."""
    sheets = game.table.sheets
    parties = tuple(p for p in sheets.parties if p in state.present) or sheets.parties
    if not parties or not sheets.core:
        return None
    needs = {p: state.reservations.get(p, sheets.base[p] / POINT + game.setup.shift) for p in parties}
    proposal = state.proposals.get(state.text) if state.text else None
    text = proposal.options if proposal is not None else ()
    bind = game.red_lines_bind
    signers = tuple(p for p, need in needs.items() if text and sheets.accepts(p, text, need, bind))
    size, deals = _sizes(game.table, parties, tuple(round(need * POINT) for need in needs.values()), bind)
    return Zone(size, deals, _space(game.table, bind).size, text, signers, parties)


@lru_cache(maxsize=8)
def _space(table: Table, bind: bool) -> Space:
    space = space_of(table.scenario)
    return space if bind else space.without_red_lines()


@lru_cache(maxsize=4096)
def _sizes(table: Table, parties: tuple[str, ...], needs: tuple[int, ...], bind: bool) -> tuple[int | None, int | None]:
    """Packages that all accept, and those of them that fit together."""
    space = _space(table, bind).of(parties).moved(np.array(needs, np.int32))
    try:
        zone = find_zone(space.unlinked())
    except TooManyError:
        return None, None
    return len(zone), int(fitting(space, zone.positions).sum())
