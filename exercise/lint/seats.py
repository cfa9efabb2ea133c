"""Seats that have nothing to do."""

from collections.abc import Iterator

from exercise.authoring.codes import Code
from exercise.lint.notes import Notes
from exercise.model.scenario import Effects, Scenario, Seat, SeatKind


def check_seats(notes: Notes) -> None:
    scenario = notes.scenario
    admitted = {effects.admits for effects in every_effect(scenario)}
    for seat in scenario.seats:
        place = notes.proof.place("seat", seat.id)
        if not any(_sits(seat, stage.table, stage.corridor) for stage in scenario.stages):
            hint = "name it in the `table` of a stage, or leave the seat out"
            notes.warn(place, Code.SEAT_UNUSED, f"seat {seat.id} takes part in no stage", hint)
        if not seat.present and seat.id not in admitted:
            hint = f"let an inject or a choice have `admits: {seat.id}`; else only a facilitator can let it in"
            notes.warn(place, Code.NOT_ADMITTED, f"seat {seat.id} enters later and nothing admits it", hint)


def _sits(seat: Seat, table: tuple[str, ...], corridor: bool) -> bool:
    return not table or seat.id in table or (corridor and seat.kind is SeatKind.OUTSIDE)


def every_effect(scenario: Scenario) -> Iterator[Effects]:
    """What cards, choices and reactions do."""
    for inject in scenario.injects:
        yield inject.effects
        if inject.choice:
            yield from (option.effects for option in inject.choice.options)
    yield from scenario.reactions.values()
