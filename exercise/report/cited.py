"""Events that a report refers to: each told with its place and its words, and what refers to it."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from exercise.engine.game import Game
from exercise.model import events as e
from exercise.plain.narration import label, name, sentence, thing


@frozen
class Cited:
    """An event as a report tells it: `label` is day, session and number, `by` are the findings and tables that cite it."""

    n: int
    day: int
    label: str
    head: str
    speech: str
    private: bool
    by: tuple[str, ...] = ()


def tell(game: Game, event: e.Event, by: tuple[str, ...] = ()) -> Cited:
    """An event in words; every kind says something, also those that players are not told."""
    head, speech = _silent(game, event) or sentence(game, event)
    head = head.strip(" *-<>=").rstrip(":.") or event.body.kind.replace("_", " ").capitalize()
    return Cited(event.n, event.day, label(game, event), head, speech.strip(), event.to != e.ALL, by)


def _silent(game: Game, event: e.Event) -> tuple[str, str] | None:
    """What the floor does not tell: dials, positions, what cards did to reservations."""
    match event.body:
        case e.DialMoved(dial=dial, old=old, new=new, why=why):
            known = game.table.dials.get(dial)
            reason = f" ({why})" if why else ""
            return f"{known.name if known else dial} goes from {old:g} to {new:g}{reason}", ""
        case e.PositionTaken(issue=issue, old=old, new=new, cause=cause):
            who, why = name(game, event.seat), f" ({cause})" if cause else ""
            if old and new:
                return f"{who} moves on {issue} from {old} to {thing(game, new)}{why}", ""
            return (
                f"{who} {f'is now for {thing(game, new)}' if new else f'is for nothing any more on {issue}'}{why}",
                "",
            )
        case e.ReservationShifted(party=party, points=points, why=why):
            reason = f" ({why})" if why else ""
            return f"What {name(game, party)} needs is shifted by {points:+g}{reason}", ""
        case e.InjectPlanned(inject=card, day=day):
            return f"{card} is {f'planned for day {day}' if day >= 0 else 'skipped' if day == -1 else 'held back'}", ""
        case e.DayEnded(day=day):
            return f"Day {day} ends", ""
        case e.Passed():
            return f"{name(game, event.seat)} passes", ""
        case _:
            return None


def cite(game: Game, events: Sequence[e.Event], references: Iterable[tuple[str, int]]) -> tuple[Cited, ...]:
    """The events that something refers to, in their order; what is not among `events` is not told."""
    by: dict[int, list[str]] = {}
    for reference, n in references:
        if reference not in by.setdefault(n, []):
            by[n].append(reference)
    return tuple(tell(game, event, tuple(by[event.n])) for event in events if event.n in by)


def by_number(cited: Iterable[Cited]) -> Mapping[int, Cited]:
    """The cited events by their numbers."""
    return {event.n: event for event in cited}
