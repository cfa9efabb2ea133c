"""The reviewer's desk with a transcript of 200,000 events: reading, verifying, opening, jumping, stepping, and memory.

Reading to state, beside python-chess, which reads games with their full tree, json with cattrs, and json lines alone; `verify`
in the same run. Then the desk in a pty of 120 by 40: to its first screen, a jump to an event far away, a step, and the most
memory it held. Targets by the clock are those of a full-speed machine: json with cattrs, which was read at 159,000 to 190,000
events a second on it, tells how fast this one is.
"""

import json
import os
import tempfile
import time
from pathlib import Path
from statistics import median

from interface import program
from long import endless
from measure import CHESS, Reading, alternate, cannot, print_rates, print_target, reading, runs, shipped, timed, told
from replay import with_cattrs, write
from terminal import Terminal

from exercise.review.desk import open_desk
from exercise.review.verify import verify

LENGTH = 200_000
PLIES = 60_000
READ, VERIFIED = 150_000, 100_000
"""Events a second on a full-speed machine."""
CATTRS = 159_000
"""Events a second that json with cattrs makes on a full-speed machine, at least."""
FIRST, JUMP, STEP, MEMORY = 2.0, 0.1, 0.02, 250
STEPS = 20
JUMPS = (150_000, 20_000, 199_000, 70_001, 120_345, 1_005)


def plain_json(path: Path) -> int:
    """The same lines as dictionaries, unchecked."""
    with path.open("rb") as lines:
        next(lines)
        return len([json.loads(line) for line in lines])


def verified(path: Path) -> int:
    found = verify(path)
    if not found.sound:
        cannot(f"{path} is not sound: {found.problems} {found.differences}")
    return found.events


def opened(path: Path) -> int:
    """Read, checked, replayed and laid on the desk with a state every so many events."""
    found = open_desk(path)
    if found.problems or found.last.n != found.places[-1]:
        cannot(f"{path} does not open whole: {found.problems}")
    return len(found.events)


def throughput(path: Path, times: int) -> float:
    """Print what is read and verified a second; gives how fast this machine is beside one of full speed."""
    found = alternate(
        {
            "read to state": lambda: timed(lambda: opened(path)),
            "python-chess, PGN": lambda: reading(told([CHESS, Path(__file__).with_name("pgn.py"), str(PLIES)])),
            "json and cattrs": lambda: timed(lambda: with_cattrs(path)),
            "json lines": lambda: timed(lambda: plain_json(path)),
            "verify": lambda: timed(lambda: verified(path)),
        },
        times,
    )
    print_rates("events", found)
    speed = _rate(found["json and cattrs"]) / CATTRS
    print(f"this machine: {speed:.2f} of full speed, by json and cattrs")
    for name, target in (("read to state", READ), ("verify", VERIFIED)):
        rate = _rate(found[name]) / speed
        print_target(f"{name} at {target:,} events/s at full speed: {rate:,.0f}", rate >= target)
    return speed


def _rate(r: Reading) -> float:
    return r.count / r.cpu


def desk(path: Path, home: dict[str, str], times: int, speed: float) -> None:
    """Print how long the desk takes to open, to jump and to step, and how much memory it takes."""
    first: list[tuple[float, float]] = []
    jumps: list[tuple[float, float]] = []
    steps: list[tuple[float, float]] = []
    memory = 0.0
    for _ in range(times):
        terminal = Terminal.start([program(), "review", str(path)], home)
        took = terminal.until("How things stood", "Jump")
        if not took:
            cannot("the desk did not open")
        first.append((took, terminal.used()))
        terminal.settle()
        for n in JUMPS:
            for typed in ("g", str(n)):
                terminal.press(typed.encode())
            before = terminal.used()
            began = time.perf_counter()
            os.write(terminal.fd, b"\r")
            if not terminal.until(f"event {n} of"):
                cannot(f"the desk did not go to event {n}")
            jumps.append((time.perf_counter() - began, terminal.used() - before))
            terminal.settle()
        steps.append(_pressed(terminal, b"\x1b[B", STEPS))
        memory = max(memory, terminal.end().memory)
    for name, each, limit in (("first screen", first, FIRST), ("jump", jumps, JUMP), ("step", steps, STEP)):
        wall, cpu = (median(pair[i] for pair in each) for i in (0, 1))
        print(f"{name:14} {1000 * wall:8.1f} ms by the clock {1000 * cpu:8.1f} ms of processor")
        print_target(f"{name} in {1000 * limit:g} ms at full speed: {1000 * cpu * speed:.0f}", cpu * speed <= limit)
    print_target(f"less than {MEMORY} MiB: {memory:.0f}", memory < MEMORY)


def _pressed(terminal: Terminal, key: bytes, times: int) -> tuple[float, float]:
    """Seconds by the clock and of the processor for a key, on average where it is pressed several times."""
    before = terminal.used()
    wall = [terminal.press(key) for _ in range(times)]
    return median(wall), (terminal.used() - before) / times


def main() -> None:
    times = runs(__doc__, 3)
    with tempfile.TemporaryDirectory() as folder:
        home = {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "PYTHONDONTWRITEBYTECODE": ""}
        path = Path(folder, "long.jsonl")
        print(f"{write(endless(shipped()), path, LENGTH):,} events, {path.stat().st_size / 1e6:.0f} MB")
        speed = throughput(path, times)
        desk(path, home, times, speed)


if __name__ == "__main__":
    main()
