"""How much of both cores a rehearsal uses, and whether its memory grows with the number of runs.

One side plays everything in this process, chunk by chunk, and is what perfect use is reckoned from; the other spreads the same
chunks over a process for each core. Memory is the peak of the process that collects, for few runs and for many.
"""

import resource
import subprocess
import sys
from concurrent.futures import Executor, Future
from typing import Any

from measure import Reading, alternate, print_target, runs, shipped, timed

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


def case() -> Case:
    found = shipped()
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


def peak(runs: int) -> float:
    """Peak memory in MiB of a process that collects so many runs."""
    code = f"import simulation as s; s.spread(s.case(), {runs}); print(s.own_peak())"
    found = subprocess.run([sys.executable, "-c", code], cwd=sys.path[0], capture_output=True, text=True, check=True)
    return float(found.stdout)


def own_peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    times = runs(__doc__, 3)
    played = case()
    tallies = []

    def side(play: Any) -> Reading:
        return timed(lambda: tallies.append(play(played, RUNS)) or RUNS)

    sides = alternate({"alone": lambda: side(alone), "spread": lambda: side(spread)}, times)
    one, all_ = sides.values()
    use = one.wall / (all_.wall * cores())
    print(
        f"{RUNS} exercises alone {one.wall:.2f} s, over {cores()} processes {all_.wall:.2f} s: {use:.0%} of perfect use"
    )
    print_target(f"at least {TARGET:.0%} of perfect use", use >= TARGET)
    print(f"the same counts in every run: {all(tally == tallies[0] for tally in tallies)}")
    few, many = peak(FEW), peak(MANY)
    print(f"peak memory {few:.1f} MiB for {FEW} exercises, {many:.1f} MiB for {MANY:,}: ratio {many / few:.3f}")
    print_target("memory flat in the number of runs", many <= few * FLAT)


if __name__ == "__main__":
    main()
