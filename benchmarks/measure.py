"""What the benchmarks share: sides that take turns, medians, ratios, and the way out where a comparison cannot be made."""

import argparse
import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NoReturn

from attrs import frozen

from exercise.commands.loading import load, locate
from exercise.model.scenario import Scenario

HERE = Path(__file__).parent
NEIGHBOURS = HERE / ".neighbours"
NEGMAS = NEIGHBOURS / "negmas" / ("Scripts" if os.name == "nt" else "bin") / "python"
BOARDGAME = NEIGHBOURS / "boardgame"
CHESS = NEIGHBOURS / "chess" / ("Scripts" if os.name == "nt" else "bin") / "python"
SCENARIO = "iraq-2006"


@frozen
class Reading:
    """How much was done, and the seconds that it took by the clock and of the processor."""

    count: float
    wall: float
    cpu: float


Side = Callable[[], Reading]


def cannot(why: str) -> NoReturn:
    """The comparison cannot be made: say why, exit 2."""
    print(f"no comparison: {why}", file=sys.stderr)
    sys.exit(2)


def runs(what: str | None, default: int = 5) -> int:
    """The command line of every benchmark: how often each side runs."""
    parser = argparse.ArgumentParser(description=what, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=default, help=f"runs of each side (default: {default})")
    found: int = parser.parse_args().runs
    return max(1, found)


def shipped() -> Scenario:
    """The scenario that all benchmarks run on, as it is shipped."""
    path = locate(SCENARIO)
    loaded = load(path)
    if loaded.scenario is None:
        cannot(f"{SCENARIO} does not load: {loaded.errors[0]}")
    return loaded.scenario


def timed(work: Callable[[], float]) -> Reading:
    """Time work in this process; it returns how much it has done."""
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    count = work()
    return Reading(count, time.perf_counter() - wall, time.process_time() - cpu)


def told(command: Sequence[str | Path], given: str = "") -> dict[str, float]:
    """Run a neighbour that times itself and prints one line of JSON with count, wall and cpu."""
    if not Path(command[0]).exists() and os.sep in str(command[0]):
        cannot(f"{Path(command[0]).relative_to(HERE)} is not there; run benchmarks/neighbours.sh")
    env = {**os.environ, "NODE_ENV": "production"}
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=True, env=env)
        found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    except subprocess.CalledProcessError as error:
        cannot(f"{Path(command[0]).name} failed: {error.stderr.strip()[-500:]}")
    except (OSError, ValueError, IndexError) as error:
        cannot(f"{Path(command[0]).name}: {error}")
    return found


def reading(numbers: Mapping[str, float]) -> Reading:
    return Reading(numbers["count"], numbers["wall"], numbers["cpu"])


def whole(command: Sequence[str]) -> Reading:
    """Time a whole process from outside."""
    before = _children()
    wall = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    wall = time.perf_counter() - wall
    spent = _children() - before
    if done.returncode:
        cannot(f"{' '.join(command[1:])} failed: {done.stderr.strip()[-500:]}")
    return Reading(1, wall, spent)


def _children() -> float:
    """Seconds of the processor that processes of this one have taken, to the microsecond where the system tells."""
    try:
        import resource
    except ImportError:
        times = os.times()
        return times.children_user + times.children_system
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def alternate(sides: Mapping[str, Side], times: int) -> dict[str, Reading]:
    """Run the sides in turn and give, for each, the median of its seconds; what they count must not change."""
    found: dict[str, list[Reading]] = {name: [] for name in sides}
    for _ in range(times):
        for name, side in sides.items():
            found[name].append(side())
    medians = {}
    for name, readings in found.items():
        counts = {r.count for r in readings}
        if len(counts) != 1 or not counts.isdisjoint({0}):
            cannot(f"{name} did not do the same in every run: {sorted(counts)}")
        medians[name] = Reading(counts.pop(), median(r.wall for r in readings), median(r.cpu for r in readings))
    return medians


def print_rates(what: str, sides: Mapping[str, Reading]) -> None:
    """Each side's rate, and how many times the first side is as fast as each of the others."""
    width = max(map(len, sides))
    first = next(iter(sides.values()))
    for name, r in sides.items():
        line = f"{name:{width}}  {r.count / r.cpu:12,.1f} {what}/s of processor  {r.count / r.wall:12,.1f} by the clock"
        if r is not first:
            cpu, wall = (first.count / first.cpu) / (r.count / r.cpu), (first.count / first.wall) / (r.count / r.wall)
            line += f"  ratio {cpu:.2f} ({wall:.2f} by the clock)"
        print(line)


def print_target(words: str, met: bool) -> None:
    print(f"target: {words}: {'met' if met else 'MISSED'}")
