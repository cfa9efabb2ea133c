"""Which kinds of move a seat may make now, before any detail of the move is looked at."""

from functools import lru_cache
from typing import Final

from exercise.engine.game import Table
from exercise.engine.moment import Moment, no
from exercise.model.events import FACILITATOR
from exercise.model.scenario import SeatKind, Stage, StageKind
from exercise.model.state import Rejection

DEBATE: Final = frozenset({"speak", "argue", "ask", "answer", "concede"})
RECORD: Final = frozenset({"support", "oppose", "reserve", "sponsor"})
OFFERS: Final = frozenset({"propose", "amend", "withdraw"})
DEALS: Final = frozenset({"offer_deal", "accept_deal", "decline_deal"})
PROCEDURE: Final = frozenset({"motion", "second", "point_of_order"})
ALWAYS: Final = frozenset({"tell", "pass", "choose", "vote", "walk_out", "return"})
MEDIATION: Final = frozenset(
    {"recognise", "set_agenda", "shuttle", "table_text", "revise_text", "bridge", "warn", "call_vote", "recess"}
    | {"declare_deadlock", "rule"}
)
OUTSIDE: Final = frozenset({"press", "pledge", "withdraw_pledge", "endorse"})
CONTROL_MOVES: Final = frozenset(
    {"inject", "hold_inject", "postpone_inject", "skip_inject", "expected", "set_dial", "pause", "resume", "advance"}
    | {"extend", "rewind", "replace", "announce", "note", "admit", "absent", "split", "end", "choose"}
)
FLOOR: Final = DEBATE | OFFERS | {"pass", "motion", "declare", "participate", "impose"}
"""Moves that need the floor."""

_ALL_TALK: Final = DEBATE | RECORD | OFFERS | DEALS | PROCEDURE | ALWAYS | MEDIATION | OUTSIDE

STAGE_MOVES: Final = {
    StageKind.OPENING: DEBATE
    | PROCEDURE
    | ALWAYS
    | OUTSIDE
    | {"support", "oppose", "recognise", "set_agenda", "warn", "rule"},
    StageKind.PLENARY: _ALL_TALK,
    StageKind.CAUCUS: _ALL_TALK - {"table_text", "revise_text"},
    StageKind.PROXIMITY: _ALL_TALK - {"point_of_order"},
    StageKind.DRAFTING: _ALL_TALK,
    StageKind.BALLOT: ALWAYS | {"speak", "warn", "press"},
    StageKind.CONSULTATION: ALWAYS
    | RECORD
    | DEALS
    | OUTSIDE
    | {"speak", "ask", "answer", "shuttle", "warn", "concede"},
    StageKind.PARTICIPATION: ALWAYS | {"speak", "participate"},
    StageKind.DECLARATION: ALWAYS | DEBATE | OUTSIDE | {"declare", "recognise_state"},
    StageKind.RATIFICATION: ALWAYS | {"speak"},
    StageKind.EPILOGUE: frozenset({"speak", "pass", "tell", "choose"}),
    StageKind.DEBRIEF: frozenset({"speak", "pass", "tell", "choose"}),
}

_KIND_MOVES: Final = {
    SeatKind.PARTY: DEBATE
    | RECORD
    | OFFERS
    | DEALS
    | PROCEDURE
    | ALWAYS
    | {"participate", "declare", "recognise_state", "impose"},
    SeatKind.CONSULTATIVE: (DEBATE | RECORD | OFFERS | DEALS | ALWAYS | {"point_of_order", "second"}) - {"sponsor"},
    SeatKind.MEDIATOR: MEDIATION | {"speak", "ask", "answer", "pass", "tell", "choose"},
    SeatKind.OUTSIDE: OUTSIDE
    | {"speak", "pass", "tell", "choose", "vote", "recognise_state", "impose", "answer", "support", "oppose"},
}


def office_moves(office: SeatKind) -> frozenset[str]:
    """The kinds of move that a seat of this kind may ever make."""
    return _KIND_MOVES[office]


def permitted(at: Moment) -> frozenset[str]:
    """The kinds that this seat's office and this stage allow, whatever the turn."""
    return seat_moves(at.game.table, at.state.stage, at.seat)


@lru_cache(maxsize=8192)
def seat_moves(table: Table, stage: str, seat: str) -> frozenset[str]:
    """The kinds that a stage allows to the office of a seat; none to a seat that does not exist."""
    place = table.seats.get(seat)
    return allowed(table.stages[stage], place.kind) if place else frozenset()


def allowed(stage: Stage, office: SeatKind) -> frozenset[str]:
    """The kinds that a stage allows to an office."""
    return ((STAGE_MOVES[stage.kind] | set(stage.adds)) - set(stage.removes)) & _KIND_MOVES[office]


def barred(at: Moment, kind: str) -> Rejection | None:
    """Why this seat may not make a move of this kind now, or None if it may."""
    if at.seat == FACILITATOR:
        return _facilitator_barred(at, kind)
    state, place = at.state, at.place
    if place is None:
        return no("SEAT", f"there is no seat {at.seat} in this scenario")
    if state.closed:
        return no("CLOSED", "the exercise is over")
    if not state.started:
        return no("NOT_STARTED", "the exercise has not begun")
    if state.paused:
        return no("PAUSED", "the clock is stopped; the facilitator can resume")
    if at.seat not in state.present:
        return no("NOT_PRESENT", f"{at.seat} has not been admitted to the conference")
    if at.seat in state.away:
        if kind in ("return", "tell") and (kind == "tell" or state.away[at.seat] != "absent"):
            return None if kind in permitted(at) or kind == "return" else no("STAGE", _not_here(at, kind))
        return no("AWAY", f"{at.seat} has left the hall; it can only return or send a private word")
    if kind == "return":
        return no("NOT_AWAY", f"{at.seat} is in the hall already")
    if kind not in permitted(at):
        if kind not in _KIND_MOVES[place.kind]:
            return no("OFFICE", f"a {place.kind} seat cannot {kind.replace('_', ' ')}")
        return no("STAGE", _not_here(at, kind))
    return _turn(at, kind)


def _not_here(at: Moment, kind: str) -> str:
    return f"{kind.replace('_', ' ')} is not possible in the stage “{at.stage.title}”"


def _turn(at: Moment, kind: str) -> Rejection | None:
    state = at.state
    if state.ballot is not None and kind not in ("vote", "tell", "choose"):
        return no("BALLOT", "a ballot is open: votes first")
    if kind == "vote":
        return None if state.ballot is not None else no("NO_BALLOT", "no ballot is open")
    if kind == "choose":
        return None
    table = at.stage.table
    if table and at.seat not in table and kind not in ("tell", "accept_deal", "decline_deal"):
        return no("TABLE", f"{at.seat} does not sit at this table: {at.stage.title}")
    if state.motion is not None and kind == "motion":
        return no("MOTION", "a motion waits for a second; it falls when the floor goes on without one")
    if kind in FLOOR and (not state.queue or state.queue[0] != at.seat):
        holder = at.game.table.short(state.queue[0]) if state.queue else "nobody"
        return no("FLOOR", f"the floor is with {holder}")
    if state.debate_closed and kind in DEBATE:
        return no("DEBATE_CLOSED", "the debate is closed for this session; proposals and votes go on")
    return None


def _facilitator_barred(at: Moment, kind: str) -> Rejection | None:
    state = at.state
    if kind not in CONTROL_MOVES:
        return no("OFFICE", f"the facilitator does not {kind.replace('_', ' ')}; take over a seat to play it")
    if not state.started:
        return no("NOT_STARTED", "the exercise has not begun")
    if state.closed and kind not in ("note", "rewind", "expected"):
        return no("CLOSED", "the exercise is over; notes and a rewind are still possible")
    if kind == "pause" and state.paused:
        return no("PAUSED", "the clock is stopped already")
    if kind == "resume" and not state.paused:
        return no("RUNNING", "the clock is running")
    return None
