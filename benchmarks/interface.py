"""The interface in a pty beside bare Textual: to the first readable screen, and from a key to the changed screen.

First screen: `exercise` until its list and its keys can be read, beside an application of the same widgets with nothing behind
them; what Python and the import of Textual cost stands beside it. Keys: PageUp and PageDown on the floor of an exercise of
100,000 events, opened from its transcript, beside a bare list drawn line by line. What the floor adds stands beside the same
exercise held in memory and not shown.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from long import endless
from measure import HERE, alternate, cannot, print_target, runs, shipped, whole
from replay import LENGTH, write
from terminal import Terminal

FIRST = 1.3
KEY = 1.5
OPEN_SECONDS = 1.5
OPEN_MEMORY = 100
PRESSES = 20
PAGES = (b"\x1b[5~", b"\x1b[6~")
BARE = str(HERE / "bare.py")
HELD = "held, not shown"


def program() -> str:
    found = Path(sys.executable).with_name("exercise")
    if not found.exists():
        cannot(f"{found.name} is not installed beside this Python")
    return str(found)


def first_screens(home: dict[str, str], times: int) -> None:
    """How long both sides take until their first screen can be read."""
    sides = {
        "exercise": ([program()], ("First steps", "Begin", "Quit")),
        "bare Textual": ([sys.executable, BARE, "home"], ("first steps", "Begin", "Quit")),
    }
    clock: dict[str, list[float]] = {name: [] for name in sides}
    cpu: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(times):
        for name, (command, words) in sides.items():
            terminal = Terminal.start(command, home)
            took = terminal.until(*words)
            cpu[name].append(terminal.end().cpu)
            if not took:
                cannot(f"{name} showed no first screen")
            clock[name].append(took)
    plain = alternate(
        {
            "python -c pass": lambda: whole([sys.executable, "-c", "pass"]),
            "import textual.app": lambda: whole([sys.executable, "-c", "import textual.app"]),
        },
        times,
    )
    for name, each in plain.items():
        print(f"{name:20} {1000 * each.cpu:7.0f} ms of processor {1000 * each.wall:7.0f} ms by the clock")
    for name in sides:
        print(
            f"{name:20} {1000 * median(cpu[name]):7.0f} ms of processor {1000 * median(clock[name]):7.0f} ms by the clock"
        )
    ours, bare = (median(cpu[name]) for name in sides)
    by_clock = median(clock["exercise"]) / median(clock["bare Textual"])
    print_target(
        f"first screen at most {FIRST} times bare Textual: {ours / bare:.2f} ({by_clock:.2f} by the clock)",
        ours / bare <= FIRST,
    )


def keys(home: dict[str, str], transcript: Path, times: int) -> None:
    """How long a long exercise takes to open, and both sides to answer a key."""
    sides = {
        "exercise": ([program(), "resume", str(transcript)], ("Floor", "Help")),
        "bare ScrollView": ([sys.executable, BARE, "floor", str(LENGTH)], (f"{LENGTH - 1}",)),
        HELD: ([sys.executable, BARE, "room", str(transcript)], ("events held",)),
    }
    opened: dict[str, list[float]] = {name: [] for name in sides}
    opening: dict[str, list[float]] = {name: [] for name in sides}
    memory: dict[str, list[float]] = {name: [] for name in sides}
    clock: dict[str, list[float]] = {name: [] for name in sides}
    cpu: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(times):
        for name, (command, words) in sides.items():
            terminal = Terminal.start(command, home)
            opened[name].append(terminal.until(*words))
            if not opened[name][-1]:
                cannot(f"{name} did not open")
            opening[name].append(terminal.used())
            if name != HELD:
                terminal.rest()
                terminal.press(PAGES[0])
                before = terminal.used()
                clock[name] += [terminal.press(PAGES[n % 2]) for n in range(PRESSES)]
                cpu[name].append((terminal.used() - before) / PRESSES)
            memory[name].append(terminal.end().memory)
    for name in sides:
        line = (
            f"{name:20} opened in {median(opening[name]):5.2f} s of processor, {median(opened[name]):5.2f} s by the clock,"
            f" {max(memory[name]):4.0f} MiB"
        )
        if clock[name]:
            line += f"; a key {1000 * median(cpu[name]):5.1f} ms of processor, {1000 * median(clock[name]):5.1f} by the clock"
        print(line)
    by_clock = median(clock["exercise"]) / median(clock["bare ScrollView"])
    ratio = median(cpu["exercise"]) / median(cpu["bare ScrollView"])
    print_target(
        f"a key at most {KEY} times a bare ScrollView: {ratio:.2f} ({by_clock:.2f} by the clock)", ratio <= KEY
    )
    taken, more = median(opening["exercise"]), median(opening["exercise"]) - median(opening[HELD])
    print_target(
        f"{LENGTH:,} events opened in {OPEN_SECONDS} s: {taken:.2f} of processor, {more:.2f} of them for the screen",
        taken <= OPEN_SECONDS,
    )
    most = max(memory["exercise"])
    print_target(
        f"in less than {OPEN_MEMORY} MiB: {most:.0f}, {most - max(memory[HELD]):.0f} of them for the screen",
        most < OPEN_MEMORY,
    )


def main() -> None:
    times = runs(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        home = {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "PYTHONDONTWRITEBYTECODE": ""}
        os.chdir(folder)
        first_screens(home, times)
        transcript = Path(folder, "long.jsonl")
        write(endless(shipped()), transcript)
        keys(home, transcript, max(1, times // 2))


if __name__ == "__main__":
    main()
