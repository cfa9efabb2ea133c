"""A delegation bot outside the bargain: leaving the hall, taking part at all, declaring and recognising."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exercise.engine.sheets import POINT
from exercise.model import moves as m
from exercise.model.scenario import SeatKind

if TYPE_CHECKING:
    from exercise.players.delegate import Mind


def walk_out(mind: Mind) -> m.Move | None:
    """Leave when the text on the table crosses a red line of ours although we said so; a matter of temper."""
    state = mind.view.state
    if mind.view.seat not in mind.view.game.table.parties or not mind.chance(mind.style.temper / 4, "walk"):
        return None
    if mind.appraisal.elapsed > 0.8:
        return None
    text = state.proposals.get(state.text) if state.text else None
    options = text.options if text else ()
    newest = max((p for p in state.proposals.values() if not p.withdrawn), key=lambda p: p.n, default=None)
    if newest is not None and newest.n > state.n - 12 and newest.seat != mind.view.seat:
        options = (*options, *newest.options)
    crossed = next((option for option in options if mind.appraisal.red(option)), "")
    if not crossed:
        return None
    return m.WalkOut(f"{mind.voice.line('walk_out')} {mind.voice.line('because', option=crossed)}")


def take_part(mind: Mind) -> m.Move | None:
    """In a participation stage: take part unless the process has little to offer."""
    if mind.view.seat in mind.view.state.participation or mind.view.seat not in mind.view.game.table.parties:
        return None
    hopeless = mind.appraisal.need > 60 * POINT and mind.chance(mind.style.temper, "boycott")
    return m.Participate("boycott" if hopeless else "take_part")


def declare(mind: Mind) -> m.Move | None:
    """In a stage of declarations: declare what we want most of what is open, once; a matter of temper."""
    state, seat = mind.view.state, mind.view.seat
    if mind.view.kind is not SeatKind.PARTY or any(who == seat for who, _ in state.declarations.values()):
        return None
    wanted = [mind.appraisal.best(issue) for issue in mind.appraisal.issues if issue not in state.agreed]
    dear = [option for option in wanted if option and not mind.appraisal.red(option)]
    if not dear or not mind.chance(2 * mind.style.temper, "declare"):
        return None
    return m.Declare(max(dear, key=mind.appraisal.value))


def recognise(mind: Mind) -> m.Move | None:
    """Say of another seat's declaration whether we can live with it."""
    state, seat = mind.view.state, mind.view.seat
    for id, (who, option) in state.declarations.items():
        if who != seat and seat not in state.recognitions.get(id, {}):
            return m.RecogniseState(id, mind.appraisal.bearable(option))
    return None
