"""Spreads exercises over processes, on this machine or over a cluster, in chunks that a lost process loses little of."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stderr
from itertools import islice
from multiprocessing import get_context, resource_tracker
from typing import Final

from attrs import define, field, frozen

from exercise.rehearsal.playing import Case, packed, play_chunk
from exercise.rehearsal.tally import Tally

CHUNK: Final = 16
"""Exercises that are sent to a process at a time: about a second of work, so that sending costs next to nothing."""
WAITING: Final = 4
"""Chunks for each process that are sent ahead; the others wait here, so that memory does not grow with the number of runs."""
Progress = Callable[[int], object]


@frozen
class _Chunk:
    case: int
    seeds: range


@define
class Spread:
    """A rehearsal of cases over the same seeds, as far as it has come; `tallies` has one entry for each case.

    `stopped` says why it ended before everything was played, and is empty otherwise.
    """

    cases: Sequence[Case]
    first_seed: int
    runs: int
    tallies: list[Tally] = field(init=False)
    stopped: str = field(init=False, default="")
    _left: Iterator[_Chunk] = field(init=False)
    _waiting: dict[Future[Tally], _Chunk] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.tallies = [Tally() for _ in self.cases]
        self._left = self._chunks()

    @property
    def wanted(self) -> int:
        """Exercises of all cases together."""
        return self.runs * len(self.cases)

    def play(self, executor: Executor, workers: int, progress: Progress = lambda done: None) -> None:
        """Play everything. An interrupt ends it early and keeps what is finished, chunks that are under way included."""
        try:
            for done in self.steps(executor, workers):
                progress(done)
        except KeyboardInterrupt:
            self.end("it was stopped")
            for done in self.steps(executor, workers):
                progress(done)

    def steps(self, executor: Executor, workers: int, patience: float | None = None) -> Iterator[int]:
        """Play on, and give now and then how many exercises were finished: after at most `patience` seconds, if it is given."""
        sent = [packed(case) for case in self.cases]
        try:
            while True:
                for chunk in islice(self._left, workers * WAITING - len(self._waiting)):
                    self._waiting[executor.submit(play_chunk, sent[chunk.case], chunk.seeds)] = chunk
                if not self._waiting:
                    return
                yield self._take(patience)
        except BrokenProcessPool:
            self.stopped = "a process that played exercises died"

    def end(self, why: str) -> None:
        """Give up what has not begun; further steps wait for what has."""
        self.stopped, self._left = why, iter(())
        for future in tuple(self._waiting):
            if future.cancel():
                del self._waiting[future]

    def _take(self, patience: float | None) -> int:
        """Add the chunks that are done."""
        taken = 0
        for future in wait(self._waiting, timeout=patience, return_when=FIRST_COMPLETED).done:
            chunk = self._waiting.pop(future)
            found = future.result()
            self.tallies[chunk.case] += found
            taken += found.runs
        return taken

    def _chunks(self) -> Iterator[_Chunk]:
        for start in range(0, self.runs, CHUNK):
            seeds = range(self.first_seed + start, self.first_seed + min(start + CHUNK, self.runs))
            for case in range(len(self.cases)):
                yield _Chunk(case, seeds)


def processes(workers: int) -> Executor:
    """So many processes of this machine. An interrupt at the keyboard is for the one that asked for them."""
    if sys.platform != "win32":
        with redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()  # hands the standard error on; what stands in for it on a screen is no file
    context = get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupts)


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
