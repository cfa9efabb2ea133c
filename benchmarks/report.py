"""Seconds of a report and of a comparison of thirty exercises, beside a Python that only imports the same libraries.

Ours: `exercise report FILE -o out.html` for one exercise by bots of the shipped scenario, and `exercise compare` with thirty
of them into a page. Beside it: a Python that imports attrs, cattrs, click, Jinja2, msgspec and NumPy and ends, which is the
least that any such report costs. Verification: events per second of `verify` on a long transcript, beside reading and
replaying it alone.
"""

import sys
import tempfile
from pathlib import Path

from long import endless
from measure import Reading, alternate, cannot, print_rates, print_target, runs, shipped, timed, whole
from replay import ours, write

from exercise.engine.game import Game, Table
from exercise.model.setup import Setup
from exercise.review.verify import verify
from exercise.room.conductor import Conductor
from exercise.room.opening import open_room, usual_players

GROUPS = 30
REPORT, COMPARISON = 2.0, 5.0
VERIFIED = 100_000
PROGRAM = Path(sys.executable).with_name("exercise")
LIBRARIES = "import attrs, cattrs, click, jinja2, msgspec, numpy"


def play(folder: Path) -> list[Path]:
    """Exercises by bots, saved."""
    scenario, paths = shipped(), []
    for seed in range(1, GROUPS + 1):
        path = folder / f"group{seed}.jsonl"
        game = Game(Table(scenario), Setup(seed=seed, players=usual_players(scenario)))
        room, _ = open_room(game, path, durable=False)
        Conductor(room).run()
        room.close()
        paths.append(path)
    return paths


def ran(*arguments: object) -> Reading:
    return whole([str(PROGRAM), *map(str, arguments)])


def verified(path: Path) -> int:
    found = verify(path)
    if not found.sound:
        cannot(f"{path} is not sound: {found.problems or found.differences}")
    return found.events


def main() -> None:
    times = runs(__doc__)
    if not PROGRAM.exists():
        cannot(f"{PROGRAM.name} is not installed beside this Python")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths, page, long = play(folder), folder / "page.html", folder / "long.jsonl"
        write(endless(shipped()), long)
        found = alternate(
            {
                "report": lambda: ran("report", paths[0], "-o", page, "--overwrite"),
                f"compare {GROUPS}": lambda: ran("compare", *paths, "-o", page, "--overwrite"),
                "libraries only": lambda: whole([sys.executable, "-c", LIBRARIES]),
            },
            times,
        )
        for side, reading in found.items():
            print(f"{side:15}  {reading.cpu:6.2f} s of processor  {reading.wall:6.2f} by the clock")
        print_target(f"a report in {REPORT:g} s", found["report"].cpu <= REPORT)
        print_target(f"a comparison of {GROUPS} in {COMPARISON:g} s", found[f"compare {GROUPS}"].cpu <= COMPARISON)
        rates = alternate(
            {"verify": lambda: timed(lambda: verified(long)), "read and replay": lambda: timed(lambda: ours(long))},
            times,
        )
        print_rates("events", rates)
        print_target(f"verify at {VERIFIED:,} events/s", rates["verify"].count / rates["verify"].cpu >= VERIFIED)


if __name__ == "__main__":
    main()
