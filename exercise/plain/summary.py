"""Any event in a line, for those who look back: every kind says something, also those that players are not told."""

from typing import Final

from exercise.engine.game import Game
from exercise.model import events as e
from exercise.plain.narration import name, sentence, thing

_CAUSES: Final = {"concede": ", giving way", "pressure": ", under pressure"}
"""What is said of a change of position; going on record needs no reason."""


def summary(game: Game, event: e.Event) -> tuple[str, str]:
    """What an event was, without the marks of the line mode and without a full stop, and the words that were spoken."""
    head, speech = _untold(game, event) or sentence(game, event)
    return head.strip(" *-<>=").rstrip(":.") or event.body.kind.replace("_", " ").capitalize(), speech.strip()


def _untold(game: Game, event: e.Event) -> tuple[str, str] | None:
    """What the floor does not tell: dials, positions, what cards did to reservations."""
    match event.body:
        case e.DialMoved(dial=dial, old=old, new=new, why=why):
            known = game.table.dials.get(dial)
            reason = f" ({why})" if why else ""
            return f"{known.name if known else dial} goes from {old:g} to {new:g}{reason}", ""
        case e.PositionTaken(issue=issue, old=old, new=new, cause=cause):
            who, why = name(game, event.seat), _CAUSES.get(cause, "")
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
