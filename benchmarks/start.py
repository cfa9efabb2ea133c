"""How long `exercise --help` takes, beside a Python that does nothing: less than three times as long plus 100 ms."""

import sys
from pathlib import Path

from measure import alternate, cannot, print_target, runs, whole

PLUS = 0.1


def main() -> None:
    times = runs(__doc__, 21)
    program = Path(sys.executable).with_name("exercise")
    if not program.exists():
        cannot(f"{program.name} is not installed beside this Python")
    found = alternate(
        {
            "exercise --help": lambda: whole([str(program), "--help"]),
            "python -c pass": lambda: whole([sys.executable, "-c", "pass"]),
        },
        times,
    )
    for name, each in found.items():
        print(f"{name:16} {1000 * each.cpu:6.1f} ms of processor  {1000 * each.wall:6.1f} ms by the clock")
    ours, bare = found.values()
    print(
        f"{ours.cpu / (3 * bare.cpu + PLUS):.2f} of the limit ({ours.wall / (3 * bare.wall + PLUS):.2f} by the clock)"
    )
    print_target("less than three times plus 100 ms", ours.wall < 3 * bare.wall + PLUS)


if __name__ == "__main__":
    main()
