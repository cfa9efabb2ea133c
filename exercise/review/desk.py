"""A transcript opened for review: the exercise as it was after any event, for the eyes of anybody.

States are kept every so many events while the transcript is replayed once; they share what did not change, so that many cost
little, and any other moment is a few events away from one of them.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from attrs import define, field

from exercise.engine.audience import sees
from exercise.engine.game import Game, Table
from exercise.engine.replay import ReplayError, replay
from exercise.engine.views import View, view
from exercise.findings.assess import assess
from exercise.findings.assessment import Assessment
from exercise.model.diagnostic import Diagnostic, Severity
from exercise.model.events import CONTROL, Event
from exercise.model.state import State
from exercise.model.uncollected import uncollected
from exercise.transcript.codec import Header
from exercise.transcript.problems import TranscriptError
from exercise.transcript.reader import read_transcript

STEP: Final = 256
"""Events between two kept states: going anywhere applies fewer than this."""
ALL_EYES: Final = CONTROL
"""The viewer who sees everything."""


@define(eq=False, slots=False)
class Desk:
    """A transcript on the desk. `problems` says what is wrong with it; what follows the first `end` events cannot be replayed."""

    path: Path
    game: Game
    events: Sequence[Event]
    problems: tuple[Diagnostic, ...]
    header: Header
    end: int = 0
    _kept: list[State] = field(factory=list, repr=False)

    @cached_property
    def places(self) -> Sequence[int]:
        """The numbers of the events in their order; a damaged transcript has gaps."""
        return [event.n for event in self.events]

    def index(self, n: int) -> int:
        """How many events there are up to number `n`."""
        return bisect_right(self.places, n)

    def event(self, n: int) -> Event | None:
        """The event of number `n`; None where a damaged transcript lacks it, or where there is none."""
        at = self.index(n) - 1
        return self.events[at] if at >= 0 and self.places[at] == n else None

    def state(self, n: int) -> State:
        """The state after event `n`; 0 is before the first. After the end of a broken transcript it is the last good one."""
        count = min(self.index(n), self.end)
        return _between(self, count)

    def view(self, n: int, viewer: str) -> View:
        """The exercise after event `n` as a seat, an observer or control could know it then."""
        return view(self.game, self.state(n), viewer)

    def seen(self, viewer: str) -> Sequence[Event]:
        """The events that somebody may know of; with ALL_EYES every one."""
        return self.events if viewer == ALL_EYES else _seen(self, viewer)

    @cached_property
    def assessment(self) -> Assessment:
        """Findings, outcome and scoreboard at the end."""
        return assess(self.game, self.last)

    @property
    def last(self) -> State:
        """The state after everything that could be replayed."""
        return _between(self, self.end)

    @property
    def over(self) -> bool:
        """Whether the exercise is over, so that its secrets may be opened."""
        return self.last.closed


@lru_cache(maxsize=8)
def _between(desk: Desk, count: int) -> State:
    """The state after so many events, from the nearest kept one before."""
    if count == desk.end:
        return desk._kept[-1]
    kept = count // STEP
    return replay(desk.game, desk.events[kept * STEP : count], desk._kept[kept])


@lru_cache(maxsize=4)
def _seen(desk: Desk, viewer: str) -> Sequence[Event]:
    return tuple(event for event in desk.events if sees(event, viewer))


def open_desk(path: Path) -> Desk:
    """Put a transcript on the desk, damaged ones as far as they go. Raises TranscriptError where nothing can be replayed."""
    with uncollected():
        return _opened(path)


def _opened(path: Path) -> Desk:
    recording = read_transcript(path)
    if recording.header is None:
        raise TranscriptError(f"The transcript {path} cannot be opened for review.", recording.problems)
    game = Game(Table(recording.header.scenario), recording.header.setup)
    desk = Desk(path, game, recording.events, recording.problems, recording.header)
    state = State()
    desk._kept.append(state)
    for start in range(0, len(desk.events), STEP):
        chunk = desk.events[start : start + STEP]
        try:
            state = replay(game, chunk, state)
        except ReplayError as error:
            desk.end = start + next(i for i, event in enumerate(chunk) if event is error.event)
            desk._kept.append(error.state)
            where = Diagnostic(str(path), 0, 0, Severity.ERROR, "TRN201", str(error), "the review ends there")
            desk.problems = (*desk.problems, where)
            return desk
        desk.end = start + len(chunk)
        desk._kept.append(state)
    return desk
