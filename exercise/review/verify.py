"""Whether a transcript can be trusted: its chain, its replay, and whether what events state follows from what came before.

A chain shows that a line was changed. Somebody who forges a line and the whole chain after it is found out by what the line
says: a ballot that does not add up, a dial that did not stand there, a reservation that does not follow.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from exercise.engine.ballots import tally
from exercise.engine.evolve import changes
from exercise.engine.game import Game, Table
from exercise.model import events as e
from exercise.model.diagnostic import Diagnostic
from exercise.model.state import State
from exercise.plain.ending import as_json
from exercise.transcript.reader import read_transcript

MOST: Final = 100
"""Differences that are listed; more of them say no more."""


@frozen
class Difference:
    """What event `n` states, and what follows from the events before it."""

    n: int
    what: str
    stated: str
    follows: str

    def __str__(self) -> str:
        return f"event {self.n}: {self.what} is stated as {self.stated}; what follows is {self.follows}"


@frozen
class Verification:
    """What is wrong with a transcript: its file, and events that do not follow.

    `replayed` counts the events that could be replayed; `outcome` is recomputed where all of them could, and empty otherwise.
    """

    path: Path
    events: int
    problems: tuple[Diagnostic, ...]
    differences: tuple[Difference, ...]
    outcome: Mapping[str, Any]
    replayed: int = 0

    @property
    def sound(self) -> bool:
        return not self.problems and not self.differences


def verify(path: Path) -> Verification:
    """Check everything that can be checked about a transcript."""
    recording = read_transcript(path)
    if recording.header is None:
        return Verification(path, len(recording.events), recording.problems, (), {})
    game = Game(Table(recording.header.scenario), recording.header.setup)
    state = State().copy()
    found: list[Difference] = []
    for count, event in enumerate(recording.events):
        check = _CHECKS.get(type(event.body))
        try:
            if check is not None and len(found) < MOST:
                found += _differences(check(game, state, event.body), event.n)
            state.take(changes(game, state, event))
        except Exception as error:
            # A forged event can break any expectation; it is one more thing that does not follow.
            found.append(Difference(event.n, "the event", event.body.kind, f"nothing like it ({type(error).__name__})"))
            return Verification(path, len(recording.events), recording.problems, tuple(found), {}, count)
    outcome = as_json(game, state)
    return Verification(path, len(recording.events), recording.problems, tuple(found), outcome, len(recording.events))


def compare(outcome: Mapping[str, Any], stated: Mapping[str, Any]) -> Iterator[str]:
    """What an outcome that was saved says otherwise than the one that follows from the transcript."""
    for key, value in outcome.items():
        if key == "transcript" or stated.get(key) == value:
            continue
        if key in ("findings", "scoreboard") and isinstance(stated.get(key), list):
            said = {row.get("id"): row for row in stated[key] if isinstance(row, dict)}
            for row in value:
                if said.get(row["id"]) != row:
                    yield f"{key} {row['id']}: stated {said.get(row['id'])}, recomputed {row}"
        else:
            yield f"{key}: stated {stated.get(key)!r}, recomputed {value!r}"


Claims = Iterator[tuple[str, object, object]]
"""What is compared: its name, what the event states, what follows."""


def _differences(claims: Claims, n: int) -> Iterator[Difference]:
    """What an event states that does not follow."""
    for what, stated, follows in claims:
        if stated != follows:
            yield Difference(n, what, str(stated), str(follows))


def _dial(game: Game, state: State, body: e.DialMoved) -> Claims:
    yield f"the dial {body.dial} before", body.old, state.dials.get(body.dial)
    yield f"the dial {body.dial} within its bounds", 0 <= body.new <= 100, True


def _reservation(game: Game, state: State, body: e.ReservationMoved) -> Claims:
    needed = game.table.sheets.reservation(body.party, state.dials, state.shifts, game.setup.shift)
    yield f"what {body.party} needs now", body.new, needed


def _ballot(game: Game, state: State, body: e.BallotClosed) -> Claims:
    if state.ballot is None or state.ballot.id != body.id:
        yield "a ballot", body.id, None if state.ballot is None else state.ballot.id
        return
    counted = tally(game, state, state.ballot)
    yield "the result", body.passed, counted.passed
    for word in ("yes", "no", "abstain", "absent"):
        yield (
            f"the seats that voted {word}" if word != "absent" else "the absent seats",
            getattr(body, word),
            getattr(counted, word),
        )


def _vote(game: Game, state: State, body: e.Voted) -> Claims:
    yield "the ballot", body.ballot, None if state.ballot is None else state.ballot.id


def _agreed(game: Game, state: State, body: e.Agreed) -> Claims:
    yield f"the issue of {body.option}", body.issue, game.table.issue_of.get(body.option)


_CHECKS: Final[Mapping[type[e.Body], Callable[[Game, State, Any], Claims]]] = {
    e.DialMoved: _dial,
    e.ReservationMoved: _reservation,
    e.BallotClosed: _ballot,
    e.Voted: _vote,
    e.Agreed: _agreed,
}
