"""How things stood at a moment, for somebody's eyes: what the panels beside the log show, in lines that are not wrapped."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from exercise.engine.calendar import unreachable_issues
from exercise.engine.closing import is_settled
from exercise.engine.moment import Moment
from exercise.engine.sheets import POINT
from exercise.model.scenario import SeatKind
from exercise.plain.answers import answer, time_line
from exercise.plain.language import Query
from exercise.plain.narration import name, thing
from exercise.plain.wrapping import pad
from exercise.review.desk import ALL_EYES
from exercise.review.standpoint import AskError, Standpoint
from exercise.review.warned import warnings_at


def asked(here: Standpoint, verb: str, words: tuple[str, ...] = ()) -> list[str]:
    """A question of the line mode, answered as things stood and for the chosen eyes."""
    seen = here.view()
    at = Moment(here.desk.game, here.desk.state(here.at), seen.seat)
    if not at.state.stage:
        raise AskError("nothing has happened yet here; step on with next")
    return answer(seen, at, Query(verb, words))


def _time(here: Standpoint) -> list[str]:
    view = here.view()
    late = unreachable_issues(view.game, view.state)
    behind = [f"At this pace {', '.join(late)} {'is' if len(late) == 1 else 'are'} not reached."] if late else []
    return [time_line(view), *behind]


def _agenda(here: Standpoint) -> list[str]:
    view = here.view()
    state, game = view.state, view.game
    lines = []
    for issue in state.agenda:
        agreed = state.agreed.get(issue)
        status = "in debate" if state.focus == issue else "postponed" if issue in state.postponed else "open"
        if agreed:
            later = "" if is_settled(game, state, issue) else ", which postpones it"
            status = f"agreed: {thing(game, agreed)}{later}"
        lines.append(f"{pad(issue, 6)} {status}")
    return lines


def _positions(here: Standpoint) -> list[str]:
    view = here.view()
    state, game = view.state, view.game
    lines = []
    for seat in game.scenario.seats:
        if seat.id not in state.present:
            continue
        held = " ".join(o for issue in state.issues if (o := state.positions.get(seat.id, {}).get(issue)))
        if seat.id in state.away:
            held = f"outside ({state.away[seat.id]}) {held}"
        if held or seat.kind is SeatKind.PARTY:
            lines.append(f"{pad(seat.id, 6)} {held or '-'}")
    return lines


def _text(here: Standpoint) -> list[str]:
    view = here.view()
    proposal = view.state.proposals.get(view.state.text) if view.state.text else None
    if proposal is None:
        return ["nothing is on the table"]
    lines = [f"{proposal.id}, version {view.state.text_version}: {' '.join(proposal.options)}"]
    lines.append(f"for: {' '.join(proposal.support) or 'nobody'}; against: {' '.join(proposal.opposed) or 'nobody'}")
    sheets = view.own.sheets
    if view.reservation is not None and view.seat in sheets.worth:
        worth = sheets.utility(view.seat, proposal.options) / POINT
        lines.append(f"for {name(view.game, view.seat)}: {worth:g} of the {view.reservation:g} that it needs")
    return lines


def _dials(here: Standpoint) -> list[str]:
    state = here.desk.state(here.at)
    return [
        f"{pad(dial.name, 24)} {state.dials.get(dial.id, dial.start):5.1f}" for dial in here.desk.game.scenario.dials
    ]


def _zone(here: Standpoint) -> list[str]:
    # NumPy takes a tenth of a second to load, and most reviews begin without a look at the zone.
    from exercise.review.zone import zone_at

    game = here.desk.game
    zone = zone_at(game, here.desk.state(here.at))
    if zone is None:
        return ["this scenario has no score sheets"]
    if zone.size is None:
        return [f"too many of {zone.total:,} packages to count"]
    lines = [f"{zone.size:,} of {zone.total:,} packages would please all {len(zone.parties)} parties"]
    if zone.deals != zone.size:
        lines.append(f"{zone.deals:,} of them fit together")
    if zone.text:
        without = [name(game, party) for party in zone.parties if party not in zone.signers]
        who = f"not {', '.join(without)}" if without else "every one"
        lines.append(f"the text would be signed by {len(zone.signers)} of {len(zone.parties)}: {who}")
    return lines


def _warnings(here: Standpoint) -> list[str]:
    names = {mode.id: mode.name for mode in here.desk.game.scenario.findings}
    warned = warnings_at(here.desk, here.at)
    return [f"{id} {names[id]}" for id in warned] or ["none"]


Panel = Callable[[Standpoint], list[str]]
PANELS: Final[Mapping[str, tuple[str, Panel]]] = {
    "time": ("", _time),
    "agenda": ("Agenda", _agenda),
    "positions": ("On record", _positions),
    "text": ("Text on the table", _text),
    "zone": ("Zone of agreement", _zone),
    "dials": ("Dials", _dials),
    "warnings": ("Early warnings", _warnings),
}
"""Every panel by its name, with its heading."""
FOR_CONTROL: Final = ("zone", "dials", "warnings")
"""Panels that hold what no seat may know."""
SLOW: Final = ("warnings",)
"""Panels that go through all of the log so far."""


def allowed(here: Standpoint) -> tuple[str, ...]:
    """The panels that these eyes may see now."""
    if not here.desk.state(here.at).stage:
        return ()
    return tuple(which for which in PANELS if which not in FOR_CONTROL or here.viewer == ALL_EYES)


def panel(here: Standpoint, which: str) -> list[str]:
    """One panel. Raises AskError where these eyes may not see it, or where nothing has happened yet."""
    if which in FOR_CONTROL and here.viewer != ALL_EYES:
        subject = "the zone is" if which == "zone" else f"{which} are"
        raise AskError(f"{subject} for control; look with as facilitator, or as all once it is over")
    if not here.desk.state(here.at).stage:
        raise AskError("nothing has happened yet here; step on with next")
    return PANELS[which][1](here)


def panels(here: Standpoint) -> dict[str, list[str]]:
    """Every panel that these eyes may see."""
    return {which: panel(here, which) for which in allowed(here)}


def as_json(here: Standpoint) -> dict[str, Any]:
    """How things stood, for scripts: what the panels show, as values."""
    view = here.view()
    state = view.state
    proposal = state.proposals.get(state.text) if state.text else None
    found: dict[str, Any] = {
        "n": here.at, "day": state.day, "session": state.session, "stage": state.stage, "minutes": state.minutes,
        "agenda": list(state.agenda), "focus": state.focus, "agreed": dict(state.agreed), "away": dict(state.away),
        "positions": {seat: dict(held) for seat, held in state.positions.items()},
        "text": proposal and {"id": proposal.id, "options": list(proposal.options), "for": list(proposal.support),
                              "against": list(proposal.opposed)},
    }  # fmt: skip
    if here.viewer == ALL_EYES:
        from exercise.review.zone import zone_at

        zone = zone_at(here.desk.game, here.desk.state(here.at))
        found["dials"] = dict(state.dials)
        found["zone"] = zone and {
            "size": zone.size,
            "deals": zone.deals,
            "of": zone.total,
            "signers": list(zone.signers),
        }
        found["warnings"] = list(warnings_at(here.desk, here.at)) if state.stage else []
    return found
