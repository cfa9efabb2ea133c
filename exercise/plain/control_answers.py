"""Answers for the facilitator, who sees everything: cards, dials, predictions so far."""

from exercise.engine.cards import HELD, SKIPPED
from exercise.engine.planned import too_late, waits_for
from exercise.findings.assess import assess, warnings
from exercise.plain.wrapping import wrap
from exercise.room.room import Room


def msel(room: Room) -> list[str]:
    """The list of cards: planned, played, held, skipped."""
    state, scenario = room.state, room.game.scenario
    lines = []
    for card in scenario.injects:
        if card.id in state.fired:
            when = f"played on day {state.fired[card.id]}"
            when += f", answered {state.chosen[card.id]}" if card.id in state.chosen else ""
        elif card.id in state.plan:
            day = state.plan[card.id]
            when = {HELD: "held", SKIPPED: "skipped"}.get(day, f"planned for day {day}")
            if day >= 0 and (why := too_late(room.game, state, card, day) or waits_for(room.game, state, card)):
                when += f"; {why}"
        else:
            continue
        lines.append(f"  {card.id}  {card.title:<40} {when}")
        lines += wrap(card.expected, "        expected: ", "        ") if card.expected else []
    return lines or ["No cards are planned."]


def dials(room: Room) -> list[str]:
    """Every dial with its start and its value now."""
    state = room.state
    lines = ["Dials from 0 to 100; the authors' judgement."]
    for dial in room.game.scenario.dials:
        now = state.dials.get(dial.id, dial.start)
        lines.append(f"  {dial.name:<22} {'#' * round(now / 5):<20} {now:5.1f}  start {dial.start:g}")
    return lines


def findings_so_far(room: Room) -> list[str]:
    """Early warnings, and what would be found if the exercise ended now."""
    warned = warnings(room.game, room.state)
    names = {finding.id: finding.name for finding in room.game.scenario.findings}
    lines = [f"  early warning {id}: {names[id]}" for id in warned] or ["No early warnings."]
    result = assess(room.game, room.state)
    lines += [f"  would be found now: {f.id} {names[f.id]}" for f in result.findings if f.verdict == "occurred"]
    return lines
