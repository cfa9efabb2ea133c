"""Whoever plays an exercise, and however many play, the sums are the same; what is finished is kept."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from typing import Any

import pytest

from exercise.commands.loading import scenario
from exercise.model.setup import Setup
from exercise.rehearsal.playing import Case
from exercise.rehearsal.spreading import CHUNK, WAITING, Spread, processes
from exercise.rehearsal.tally import Tally
from exercise.room.opening import usual_players

RUNS = 2 * CHUNK + 5


@cache
def case() -> Case:
    found = scenario("first-steps")
    return Case(found, Setup(players=usual_players(found)))


class Here(Executor):
    """Plays in this process, chunk by chunk; `before` is called with the number of the chunk."""

    def __init__(self, before: Callable[[int], object] = lambda number: None) -> None:
        self.before = before
        self.sent = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        self.sent += 1
        try:
            self.before(self.sent)
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@cache
def alone() -> Tally:
    spread = Spread([case()], 1, RUNS)
    spread.play(Here(), 1)
    return spread.tallies[0]


def test_processes_play_the_same_as_one_alone() -> None:
    spread, told = Spread([case()], 1, RUNS), []
    with processes(2) as executor:
        spread.play(executor, 2, told.append)
    assert spread.stopped == ""
    assert spread.tallies == [alone()]
    assert sum(told) == spread.wanted == RUNS
    assert alone().refused == 0


def test_seeds_are_those_that_were_asked_for() -> None:
    parts = []
    for first, runs in ((1, CHUNK), (1 + CHUNK, RUNS - CHUNK)):
        spread = Spread([case()], first, runs)
        spread.play(Here(), 1)
        parts.append(spread.tallies[0])
    assert parts[0] + parts[1] == alone()


def test_an_interrupt_keeps_what_is_finished() -> None:
    def stop(done: int) -> None:
        if not spread.stopped:
            raise KeyboardInterrupt

    spread = Spread([case()], 1, 20 * CHUNK)
    spread.play(Here(), 1, stop)
    assert spread.stopped
    assert CHUNK <= spread.tallies[0].runs <= CHUNK * WAITING


def test_a_pool_whose_process_dies_keeps_what_is_finished() -> None:
    def die(number: int) -> None:
        if number > WAITING:
            raise BrokenProcessPool("gone")

    spread = Spread([case()], 1, 20 * CHUNK)
    spread.play(Here(die), 1)
    assert "died" in spread.stopped
    assert spread.tallies[0].runs == WAITING * CHUNK


class Later(Executor):
    """Holds everything back until it has got as much as it is ever given at once."""

    def __init__(self) -> None:
        self.held: list[Future[Tally]] = []
        self.most = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        self.held.append(future)
        self.most = max(self.most, sum(not each.done() for each in self.held))
        if len(self.held) >= WAITING:
            self.held[len(self.held) - WAITING].set_result(Tally(runs=len(args[1])))
        return future


@pytest.mark.parametrize("chunks", [50, 400])
def test_chunks_wait_here_so_that_memory_stays_flat(chunks: int) -> None:
    later = Later()
    spread = Spread([case()], 1, chunks * CHUNK)

    def release(done: int) -> None:
        for future in later.held[-WAITING:]:
            if len(later.held) == chunks and not future.done():
                future.set_result(Tally(runs=CHUNK))

    spread.play(later, 1, release)
    assert later.most <= WAITING
    assert spread.tallies[0].runs == chunks * CHUNK


SCREEN = """
import sys
from textual.app import App
from exercise.rehearsal.spreading import processes

class Screen(App[None]):
    async def on_mount(self) -> None:
        assert sys.stderr.fileno() == -1
        with processes(1) as executor:
            self.exit(executor.submit(abs, -3).result(60))

print(Screen().run(headless=True))
"""


def test_processes_start_where_a_screen_stands_in_for_the_standard_error() -> None:
    """In a process of its own, since what processes share is started once."""
    made = subprocess.run([sys.executable, "-c", SCREEN], capture_output=True, text=True, timeout=120)
    assert (made.stdout.strip(), made.returncode) == ("3", 0), made.stderr
