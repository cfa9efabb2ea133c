"""Spreads exercises over processes, on this machine or over a cluster, in chunks that a lost process loses little of."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from itertools import islice
from multiprocessing import get_context
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

    def __attrs_post_init__(self) -> None:
        self.tallies = [Tally() for _ in self.cases]

    @property
    def wanted(self) -> int:
        """Exercises of all cases together."""
        return self.runs * len(self.cases)

    def play(self, executor: Executor, workers: int, progress: Progress = lambda done: None) -> None:
        """Play everything. An interrupt ends it early and keeps what is finished, chunks that are under way included."""
        sent = [packed(case) for case in self.cases]
        chunks = self._chunks()
        waiting: dict[Future[Tally], _Chunk] = {}
        try:
            while True:
                for chunk in islice(chunks, workers * WAITING - len(waiting)):
                    waiting[executor.submit(play_chunk, sent[chunk.case], chunk.seeds)] = chunk
                if not waiting:
                    return
                self._take(waiting, progress)
        except KeyboardInterrupt:
            self.stopped = "it was stopped"
            self._finish(waiting, progress)
        except BrokenProcessPool:
            self.stopped = "a process that played exercises died"

    def _take(self, waiting: dict[Future[Tally], _Chunk], progress: Progress) -> None:
        """Add the chunks that are done, once at least one is."""
        for future in wait(waiting, return_when=FIRST_COMPLETED).done:
            chunk = waiting.pop(future)
            found = future.result()
            self.tallies[chunk.case] += found
            progress(found.runs)

    def _finish(self, waiting: dict[Future[Tally], _Chunk], progress: Progress) -> None:
        """Give up what has not begun and wait for the rest."""
        for future in tuple(waiting):
            if future.cancel():
                del waiting[future]
        while waiting:
            self._take(waiting, progress)

    def _chunks(self) -> Iterator[_Chunk]:
        for start in range(0, self.runs, CHUNK):
            seeds = range(self.first_seed + start, self.first_seed + min(start + CHUNK, self.runs))
            for case in range(len(self.cases)):
                yield _Chunk(case, seeds)


def processes(workers: int) -> AbstractContextManager[Executor]:
    """So many processes of this machine. An interrupt at the keyboard is for the one that asked for them."""
    context = get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupts)


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
