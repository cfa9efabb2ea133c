"""Who plays which seat, from the options of the command line."""

from collections.abc import Iterable

from exercise.commands.loading import Bad
from exercise.engine.draws import pick
from exercise.model.scenario import Scenario, SeatKind
from exercise.players.styles import DEFAULT, STYLES

MIXED = ("trader", "hard-liner", "trader", "follower")
"""Styles that seats get in turn where nothing is said, so that a table of bots has different characters."""


def seating(
    scenario: Scenario, seats: tuple[str, ...], bots: tuple[str, ...], absent: tuple[str, ...], mediator: str
) -> dict[str, str]:
    """A player for every seat. Raises Bad for a seat or style that does not exist."""
    known = {seat.id: seat for seat in scenario.seats}
    general, special = _styles(known.keys(), bots)
    players: dict[str, str] = {}
    for number, seat in enumerate(scenario.seats):
        style = special.get(seat.id) or general or pick(MIXED, number, scenario.id, seat.id)
        players[seat.id] = f"bot:{style}"
    for entry in seats:
        seat_id, _, handle = entry.partition("=")
        players[_known(known.keys(), seat_id)] = f"human:{handle or 'guest'}"
    for seat_id in absent:
        players[_known(known.keys(), seat_id)] = "absent"
    _mediator(scenario, players, mediator)
    return players


def _known(known: Iterable[str], seat: str) -> str:
    seats = list(known)
    if seat.upper() not in seats:
        raise Bad(f"no seat {seat}; seats are {', '.join(seats)}")
    return seat.upper()


def _styles(known: Iterable[str], bots: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    general, special = "", {}
    for entry in bots:
        seat, equals, style = entry.partition("=")
        wanted = style if equals else seat
        if wanted != "all" and wanted not in STYLES:
            raise Bad(f"no style {wanted}; styles are {', '.join(STYLES)} (or all for a mixed table)")
        if equals:
            special[_known(known, seat)] = style
        elif wanted != "all":
            general = wanted
    return general, special


def _mediator(scenario: Scenario, players: dict[str, str], mediator: str) -> None:
    seat = next((s.id for s in scenario.seats if s.kind is SeatKind.MEDIATOR), "")
    if not seat:
        return
    match mediator:
        case "bot":
            players[seat] = players[seat] if players[seat].startswith("human") else f"bot:{DEFAULT}"
        case "human":
            players[seat] = players[seat] if players[seat].startswith("human") else "human:mediator"
        case "none":
            players[seat] = "absent"
        case _:
            raise Bad(f"a mediator is human, bot or none, not {mediator}")
