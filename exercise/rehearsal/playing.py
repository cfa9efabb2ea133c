"""Whole exercises by bots, in memory, one after another."""

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

import attrs

from exercise.engine.game import Game, Table
from exercise.findings.assess import assess
from exercise.model import events as e
from exercise.model.moves import Command, SetDial
from exercise.model.scenario import Scenario
from exercise.model.setup import Setup
from exercise.model.uncollected import uncollected
from exercise.rehearsal.tally import Played, Run, Tally, total
from exercise.room.conductor import Conductor
from exercise.room.room import Room

_AFTERMATH: Final = 2
"""Session ends up to which a walk-out is counted to a card: that of its own session and that of the next."""


@attrs.frozen
class Case:
    """What is rehearsed: a scenario and how it is set up; the seed of the setup gives way to that of each run.

    `dials` are set by the facilitator before the first move, so that reservations drift from where the authors put them.
    """

    scenario: Scenario
    setup: Setup
    dials: Mapping[str, float] = attrs.field(factory=dict)


def rehearse(room: Room, dials: Mapping[str, float]) -> Run:
    """Play an exercise that has just been opened to its findings. Nobody but bots may sit in it."""
    for dial, value in dials.items():
        if room.state.dials.get(dial) != value:
            room.submit(Command(e.FACILITATOR, SetDial(dial, value, "a condition of the rehearsal")))
    conductor = Conductor(room)
    conductor.run()
    state, events = room.state, room.events
    result = assess(room.game, state, evidence=False)
    ended = [event.day for event in events if isinstance(event.body, e.TalksEnded)]
    agreed = {event.body.issue: event.day for event in events if isinstance(event.body, e.Agreed)}
    return Run(
        seed=room.game.setup.seed,
        outcome=result.outcome.id,
        success=state.success,
        day=ended[-1] if ended else state.day,
        events=state.n,
        issues={issue: state.agreed.get(issue, "") for issue in state.issues},
        agreed_on={issue: day for issue, day in agreed.items() if issue in state.agreed},
        verdicts={finding.id: finding.verdict for finding in result.findings},
        cards=tuple(_played(state.fired, events)),
        walkouts=sum(isinstance(event.body, e.WalkedOut) for event in events),
        refused=len(conductor.refused),
    )


def _played(cards: Iterable[str], events: Iterable[e.Event]) -> Iterator[Played]:
    """What the log says that each card has done, with the answer to its question."""
    choices: dict[str, str] = {}
    since: dict[str, int] = {}  # sessions that have ended since a card came
    points, dials, walkouts = Counter[str](), Counter[str](), Counter[str]()
    for event in events:
        match event.body:
            case e.DialMoved(old=old, new=new, why=why):
                dials[why.partition(" ")[0]] += round(abs(new - old) * 100)
            case e.SessionEnded():
                since = {card: ended + 1 for card, ended in since.items()}
            case e.ReservationShifted(points=moved, why=why):
                points[why.partition(" ")[0]] += round(moved * 100)
            case e.Injected(inject=card):
                since[card] = 0
            case e.ChoiceMade(inject=card, choice=chosen):
                choices[card] = chosen
            case e.WalkedOut():
                walkouts.update(card for card, ended in since.items() if ended < _AFTERMATH)
            case _:
                pass
    for card in cards:
        yield Played(card, choices.get(card, ""), points[card], dials[card], walkouts[card])


def play_chunk(case: bytes, seeds: Iterable[int]) -> Tally:
    """The tally of a packed case over some seeds; runs in whatever process it is sent to."""
    table, setup, dials = _unpacked(case)
    rooms = (Room.open(Game(table, attrs.evolve(setup, seed=seed))) for seed in seeds)
    with uncollected():
        return total(Tally.of(rehearse(room, dials)) for room in rooms)


def packed(case: Case) -> bytes:
    """A case as it is sent to other processes of the same program."""
    return pickle.dumps(case, pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=4)
def _unpacked(case: bytes) -> tuple[Table, Setup, Mapping[str, float]]:
    """A table is built once for all chunks of a case that a process plays."""
    found: Case = pickle.loads(case)
    return Table(found.scenario), found.setup, found.dials
