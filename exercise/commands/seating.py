"""The options of the command line made into a setup: who plays which seat, which cards, how hard."""

from collections.abc import Iterable

from exercise.commands.loading import Bad, unknown
from exercise.model.scenario import Scenario, SeatKind
from exercise.model.setup import is_person
from exercise.players.styles import DEFAULT, STYLES
from exercise.room.opening import HARDEST, usual_style


def seating(
    scenario: Scenario, seats: tuple[str, ...], bots: tuple[str, ...], absent: tuple[str, ...], mediator: str
) -> dict[str, str]:
    """A player for every seat. Raises Bad for a seat or style that does not exist, or a seat taken twice."""
    known = {seat.id: seat for seat in scenario.seats}
    general, special = _styles(known.keys(), bots)
    players: dict[str, str] = {}
    for number, seat in enumerate(scenario.seats):
        style = special.get(seat.id) or general or usual_style(scenario, number)
        players[seat.id] = f"bot:{style}"
    taken: set[str] = set()
    for entry in seats:
        seat_id, _, handle = entry.partition("=")
        players[_free(known.keys(), seat_id, taken)] = f"human:{handle.strip() or 'guest'}"
    for seat_id in absent:
        players[_free(known.keys(), seat_id, taken)] = "absent"
    _mediator(scenario, players, mediator)
    return players


def _known(known: Iterable[str], seat: str) -> str:
    seats = {id.casefold(): id for id in known}
    if seat.casefold() not in seats:
        raise unknown("seat", seat, seats.values())
    return seats[seat.casefold()]


def _free(known: Iterable[str], seat: str, taken: set[str]) -> str:
    found = _known(known, seat)
    if found in taken:
        raise Bad(f"the seat {found} is given away twice")
    taken.add(found)
    return found


def _styles(known: Iterable[str], bots: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    general, special = "", {}
    for entry in bots:
        seat, equals, style = entry.partition("=")
        wanted = style if equals else seat
        if wanted not in STYLES and (equals or wanted != "all"):
            raise unknown("style", wanted, STYLES, ", or all for a mixed table")
        if equals and seat != "all":
            special[_known(known, seat)] = style
        elif wanted != "all":
            general = wanted
    return general, special


def _mediator(scenario: Scenario, players: dict[str, str], mediator: str) -> None:
    seat = next((s.id for s in scenario.seats if s.kind is SeatKind.MEDIATOR), "")
    if not seat:
        if mediator == "human":
            raise Bad(f"{scenario.id} has no mediator")
        return
    player = players[seat]
    if (mediator == "none" and is_person(player)) or (mediator == "human" and player == "absent"):
        raise Bad(f"--mediator {mediator} says something else about {seat} than --seat or --absent")
    if mediator == "none":
        players[seat] = "absent"
    elif player.startswith("bot"):
        players[seat] = "human:mediator" if mediator == "human" else f"bot:{DEFAULT}"


def deck_of(found: Scenario, deck: str) -> str:
    known = [d.id for d in found.decks]
    if deck and deck not in known:
        raise unknown("deck", deck, known)
    return deck


def shift_of(found: Scenario, difficulty: str) -> float:
    """By how many points a difficulty moves every reservation: a name of the scenario, or a number."""
    named = {d.id: d.shift for d in found.difficulties}
    if not difficulty:
        return 0.0
    if difficulty in named:
        return named[difficulty]
    try:
        shift = float(difficulty)
    except ValueError:
        raise unknown("difficulty", difficulty, named, ", or a number of points") from None
    if not -HARDEST <= shift <= HARDEST:
        raise Bad(f"a difficulty moves reservations by -{HARDEST} to {HARDEST} points, not {difficulty}")
    return shift


def cards_of(found: Scenario, cards: tuple[str, ...]) -> tuple[str, ...]:
    known = {card.id.casefold(): card.id for card in found.injects}
    for card in cards:
        if card.casefold() not in known:
            raise unknown("card", card, known.values())
    return tuple(known[card.casefold()] for card in cards)


def issues_of(found: Scenario, issues: tuple[str, ...]) -> tuple[str, ...]:
    """The follow-on issues that are on the agenda from the start."""
    known = {issue.id.casefold(): issue.id for issue in found.issues if not issue.opened}
    for issue in issues:
        if issue.casefold() not in known:
            raise unknown("follow-on issue", issue, known.values())
    return tuple(known[issue.casefold()] for issue in issues)
