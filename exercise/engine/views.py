"""What a seat may see: one pure function from the state to a view without other people's secrets.

A view is a state like any other, with what is not this seat's business left out. The scenario in it carries of each role only
what is public, and no cards, decks or tests.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, TypeVar

import attrs
from msgspec.structs import replace

from exercise.engine.audience import sees
from exercise.engine.game import Game, Table
from exercise.model.events import CONTROL, FACILITATOR, Event
from exercise.model.role import Role
from exercise.model.scenario import Scenario, SeatKind
from exercise.model.series import Series
from exercise.model.state import State
from exercise.model.value import Value
from exercise.model.versions import Versions

OBSERVER = "observer"
T = TypeVar("T")


class Asked(Value, frozen=True):
    """A decision that a card asks of the viewer: (id, title, meaning) of each answer, and what happens without one."""

    inject: str
    title: str
    question: str
    options: tuple[tuple[str, str, str], ...]
    default: str


class View(Value, frozen=True):
    """The exercise as one viewer may know it.

    `game` is the public part of scenario and setup; `state` the state without secrets; `own` the look-ups of the public
    scenario with the viewer's own score sheet in it; `role` the viewer's own brief; `reservation` its own reservation value
    now (None without a score sheet); `inbox` private words to it, newest first; `news` the newest card that was read out to it.
    """

    seat: str
    game: Game
    state: State
    own: Table
    role: Role | None = None
    reservation: float | None = None
    inbox: tuple[Event, ...] = ()
    asked: tuple[Asked, ...] = ()
    news: Event | None = None

    @property
    def kind(self) -> SeatKind | None:
        seat = self.game.table.seats.get(self.seat)
        return seat.kind if seat else None


def public_role(role: Role) -> Role:
    """A role with nothing but what everybody may read."""
    return Role(
        id=role.id,
        name=role.name,
        short=role.short,
        summary=role.summary,
        positions=role.positions,
        delegates=role.delegates,
        opening=role.opening,
    )


def public_scenario(scenario: Scenario) -> Scenario:
    """A scenario without secrets: public roles, no cards, no decks, no reservations' drift, no tests."""
    roles = {seat: public_role(role) for seat, role in scenario.roles.items()}
    return attrs.evolve(
        scenario,
        roles=roles,
        injects=(),
        decks=(),
        deck="",
        drift={},
        reactions={},
        findings=(),
        outcomes=(),
        scoreboard=(),
    )


@lru_cache(maxsize=64)
def _public_table(table: Table) -> Table:
    return Table(public_scenario(table.scenario))


@lru_cache(maxsize=1024)
def _own_table(table: Table, seat: str) -> Table:
    """A public table with the viewer's role in full; kept, because sorting a party's packages is dear."""
    public, role = _public_table(table), table.scenario.roles.get(seat)
    if role is None:
        return public
    return Table(attrs.evolve(public.scenario, roles={**public.scenario.roles, seat: role}))


def view(game: Game, state: State, viewer: str) -> View:
    """The view of a seat, or of an `observer`, who sees the least. The facilitator sees everything."""
    if viewer in (FACILITATOR, CONTROL):
        return View(FACILITATOR, game, state, game.table)
    public, own, role = _standing(game, viewer)
    return View(
        viewer,
        public,
        redact(state, viewer),
        own,
        role,
        state.reservations.get(viewer),
        state.inbox.get(viewer, ()),
        _asked(game, state, viewer) if state.choice else (),
        _news(state, viewer),
    )


@lru_cache(maxsize=1024)
def _standing(game: Game, viewer: str) -> tuple[Game, Table, Role | None]:
    """What a viewer sees from in every moment of an exercise: the public game, the table with its own role, and that role."""
    return _public_game(game), _own_table(game.table, viewer), game.scenario.roles.get(viewer)


@lru_cache(maxsize=64)
def _public_game(game: Game) -> Game:
    """The game with nothing in it that decides what is to come."""
    return Game(_public_table(game.table), attrs.evolve(game.setup, seed=0, deck="", shift=0.0, left_out=()))


def _news(state: State, viewer: str) -> Event | None:
    """The newest card that this viewer heard of."""
    for event in state.record.get("inject") or ():
        if sees(event, viewer):
            return event
    return None


def _asked(game: Game, state: State, viewer: str) -> tuple[Asked, ...]:
    found = []
    for waiting in state.choice.values():
        card = game.table.injects[waiting.inject]
        if card.choice is not None and viewer in waiting.who and viewer not in waiting.answers:
            options = tuple((o.id, o.title, o.text) for o in card.choice.options)
            found.append(Asked(card.id, card.title, card.choice.question, options, card.choice.default))
    return tuple(found)


def redact(state: State, viewer: str) -> State:
    """The state without what this viewer may not know."""
    changes = dict(_HIDDEN)
    known = state.__dict__
    for name in _OWN:
        values = known[name]
        if viewer in values:
            changes[name] = {viewer: values[viewer]}
    if state.choice:
        changes["choice"] = {
            card: replace(waiting, answers={seat: said for seat, said in waiting.answers.items() if seat == viewer})
            for card, waiting in state.choice.items()
            if viewer in waiting.who
        }
    deals = {deal.id: deal for deal in state.deals.values() if viewer == deal.seat or viewer == deal.to}
    if deals:  # away from those of others, present and to come
        changes["deals"] = Versions(deals)
    return state.after(changes)


_OWN: Final = ("reservations", "told_reservations", "pressed", "inbox", "sent")
"""Maps of the state of which a seat knows only its own entry."""
_HIDDEN: Final[Mapping[str, Any]] = {
    **{name: {} for name in _OWN},
    "deals": Versions(),
    "dials": {},
    "dials_today": {},
    "dials_at_end": {},
    "dial_days": Series(),
    "shifts": {},
    "plan": {},
    "fired": {},
    "fired_today": 0,
    "chosen": {},
    "record": {},
    "checkpoints": Series(),
}
"""What no seat may know of the state, or nothing where it has no part in it."""
