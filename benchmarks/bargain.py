"""NegMAS's side of exercises.py, run by the Python that has NegMAS; prints one line of JSON.

Seven AspirationNegotiators in one SAOMechanism over the packages and score sheets that come as JSON on standard input. What a
user pays for each exercise is timed: utility functions, mechanism and negotiators built, and the run. Imports and the outcome
space are not.
"""

import json
import sys
import time
import warnings
from typing import Any

warnings.filterwarnings("ignore")

from negmas import LinearAdditiveUtilityFunction, make_issue, make_os  # type: ignore[import-not-found]  # noqa: E402
from negmas.sao import AspirationNegotiator, SAOMechanism  # type: ignore[import-not-found]  # noqa: E402

given: dict[str, Any] = json.loads(sys.stdin.read())
issues = [make_issue(options, name=name) for name, options in given["issues"].items()]
space = make_os(issues)


def ufuns() -> list[Any]:
    """A utility function for each sheet."""
    return [
        LinearAdditiveUtilityFunction(
            values={name: dict(values) for name, values in sheet["values"].items()},
            weights=sheet["weights"],
            outcome_space=space,
            reserved_value=sheet["reservation"],
        )
        for sheet in given["sheets"].values()
    ]


def exercise(sheets: list[Any]) -> SAOMechanism:
    """One negotiation from the first offer to agreement or the last round."""
    mechanism = SAOMechanism(outcome_space=space, n_steps=given["rounds"])
    for name, sheet in zip(given["sheets"], sheets, strict=True):
        mechanism.add(AspirationNegotiator(name=name), ufun=sheet)
    mechanism.run()
    return mechanism


kept = ufuns()
first = exercise(kept)  # warm
wall, cpu = time.perf_counter(), time.process_time()
for _ in range(given["times"]):
    exercise(kept if given["keep"] else ufuns())
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
offers = len(first.extended_trace)
print(json.dumps({"count": given["times"], "wall": wall, "cpu": cpu, "offers": offers, "rounds": first.current_step}))
