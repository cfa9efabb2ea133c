"""What the score sheets make of the agenda: options nobody wants, parties that cannot win, and the zone of agreement."""

from collections.abc import Mapping

from exercise.analysis.limits import FEW, WIDE_ABOVE
from exercise.authoring.codes import Code
from exercise.engine.sheets import POINT
from exercise.lint.notes import Notes
from exercise.lint.zone import Zone, zone_of
from exercise.model.scenario import Issue


def check_bargain(notes: Notes) -> None:
    sheets = notes.sheets
    if not sheets.parties:
        return
    for issue in notes.scenario.issues:
        if any(issue.id in notes.scenario.roles[seat].sheet for seat in sheets.scored):
            _check_options(notes, issue)
    losers = [seat for seat in sheets.parties if _best(notes, seat) < sheets.base[seat]]
    for seat in losers:
        role = notes.scenario.roles[seat]
        message = f"{seat} gets {_points(_best(notes, seat))} points at most without its red lines, and needs {role.reservation}"
        hint = "lower `batna` or `margin`, or raise the values of an option"
        notes.warn(notes.proof.place("role", role.id, "batna"), Code.NO_WIN, message, hint)
    if not losers and (zone := zone_of(notes.scenario, sheets)):
        _check_zone(notes, zone)


def _check_options(notes: Notes, issue: Issue) -> None:
    sheets, scenario = notes.sheets, notes.scenario
    values = {
        option.id: {
            s: scenario.roles[s].sheet[issue.id].values.get(option.id, 0)
            for s in sheets.scored
            if issue.id in scenario.roles[s].sheet
        }
        for option in issue.options
    }
    for option in issue.options:
        place = notes.proof.place("option", option.id)
        if not any(values[option.id].values()):
            hint = "give it a value on the sheet of a role that would sign it, or leave it out"
            notes.warn(place, Code.UNVALUED, f"option {option.id} is worth nothing to anybody", hint)
        elif better := next((o.id for o in issue.options if _beats(notes, values, o.id, option.id)), ""):
            message = f"{better} is at least as good as {option.id} for every party, and better for one"
            hint = "nobody has a reason to ask for it: let it be the best of some party, or leave it out"
            notes.warn(place, Code.DOMINATED, message, hint)


def _beats(notes: Notes, values: Mapping[str, Mapping[str, int]], better: str, option: str) -> bool:
    """Whether one option is as good for every seat with a sheet and better for one; a red line is worse than all."""
    lines = notes.sheets.red_lines
    pairs = [
        (-1 if better in lines[s] else values[better][s], -1 if option in lines[s] else value)
        for s, value in values[option].items()
    ]
    return all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)


def _best(notes: Notes, seat: str) -> int:
    """The most that a party can get from the core issues without crossing its own red lines."""
    worth, red = notes.sheets.worth[seat], notes.sheets.red_lines[seat]
    return sum(
        max((worth.get(o.id, 0) for o in issue.options if o.id not in red), default=0)
        for issue in notes.scenario.issues
        if issue.core
    )


def _check_zone(notes: Notes, zone: Zone) -> None:
    place = notes.proof.place("scenario", "", "issues")
    if not zone.packages:
        message = f"of {zone.total:,} packages there is none that every party could accept"
        hint = "lower a reservation value, soften a red line, or add an option that serves several parties"
        notes.warn(place, Code.NO_ZONE, message, hint)
    elif zone.total >= FEW and 100 * zone.packages > WIDE_ABOVE * zone.total:
        percent = round(100 * zone.packages / zone.total)
        message = f"{zone.packages:,} of {zone.total:,} packages ({percent}%) please every party"
        hint = "2 to 5 percent make a hard bargain that can be won: raise reservation values or add red lines"
        notes.warn(place, Code.WIDE_ZONE, message, hint)


def _points(hundredths: int) -> str:
    return f"{hundredths / POINT:g}"
