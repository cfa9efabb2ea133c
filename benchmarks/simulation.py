"""How much of both cores a rehearsal uses, and whether its memory grows with the number of runs.

One side plays everything in this process, chunk by chunk, and is what perfect use is reckoned from; the other spreads the same
chunks over a process for each core. Memory is the peak of the process that collects, for few runs and for many.
"""

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from time import perf_counter
from typing import Any

from attrs import evolve
from measure import SCENARIO, Reading, alternate, print_target, timed

from exercise.commands.loading import load, locate
from exercise.model.setup import Setup
from exercise.rehearsal.playing import Case
from exercise.rehearsal.spreading import Spread, cores, processes
from exercise.rehearsal.tally import Tally
from exercise.room.opening import usual_players

RUNS = 500
FEW, MANY = 100, 2_000
TARGET = 0.85
FLAT = 1.05


class Here(Executor):
    """Plays at once, in this process."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def case(name: str = SCENARIO) -> Case:
    found = load(locate(name)).scenario
    assert found is not None
    return Case(found, Setup(players=usual_players(found)))


def spread(played: Case, runs: int) -> Tally:
    found = Spread([played], 1, runs)
    with processes(cores()) as executor:
        found.play(executor, cores())
    return found.tallies[0]


def alone(played: Case, runs: int) -> Tally:
    found = Spread([played], 1, runs)
    found.play(Here(), 1)
    return found.tallies[0]


def with_children(work: Callable[[], Tally]) -> tuple[Reading, Tally]:
    """Time work with the processes that it starts and waits for."""
    before, begun = of_children(), perf_counter()
    tally: list[Tally] = []
    reading = timed(lambda: tally.append(work()) or tally[0].runs)
    return evolve(reading, wall=perf_counter() - begun, cpu=reading.cpu + of_children() - before), tally[0]


def of_children() -> float:
    """Seconds of the processor that ended child processes have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peak(runs: int) -> float:
    """Peak memory in MiB of a process that collects so many runs of a small scenario."""
    code = f"import simulation as s; s.spread(s.case('first-steps'), {runs}); print(s.own_peak())"
    found = subprocess.run([sys.executable, "-c", code], cwd=sys.path[0], capture_output=True, text=True, check=True)
    return float(found.stdout)


def own_peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="runs of each side (default: 3)")
    parser.add_argument("--exercises", type=int, default=RUNS, help=f"exercises of each run (default: {RUNS})")
    return parser.parse_args()


def main() -> None:
    how, played = asked(), case()
    tallies: list[Tally] = []

    def side(play: Callable[[Case, int], Tally]) -> Reading:
        reading, tally = with_children(lambda: play(played, how.exercises))
        tallies.append(tally)
        return reading

    sides = alternate({"alone": lambda: side(alone), "spread": lambda: side(spread)}, max(1, how.runs))
    one, all_ = sides.values()
    print(f"load when it ended: {os.getloadavg()[0]:.1f} on {cores()} cores")
    for name, reading in sides.items():
        busy = reading.cpu / reading.wall
        print(
            f"{how.exercises} exercises {name}: {reading.wall:.1f} s, {reading.cpu:.1f} s of processor, {busy:.2f} cores busy"
        )
    by_clock, by_processor = one.wall / (all_.wall * cores()), one.cpu / all_.cpu
    print(
        f"of perfect use by the clock {by_clock:.0%}; of the processor time spent, {by_processor:.0%} was the exercises"
    )
    print_target(f"at least {TARGET:.0%} of perfect use", by_clock >= TARGET)
    print(f"the same counts in every run: {all(tally == tallies[0] for tally in tallies)}")
    few, many = peak(FEW), peak(MANY)
    print(f"peak memory {few:.1f} MiB for {FEW} exercises, {many:.1f} MiB for {MANY:,}: ratio {many / few:.3f}")
    print_target("memory flat in the number of runs", many <= few * FLAT)


if __name__ == "__main__":
    main()
