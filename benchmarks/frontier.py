"""NegMAS's side of packages.py, run by the Python that has NegMAS; prints one line of JSON.

The frontier of seven score sheets that come as JSON on standard input, by NegMAS's own `pareto_frontier`. Imports and the
outcome space are not timed; the frontier, which evaluates every outcome, is.
"""

import json
import sys
import time
import warnings
from typing import Any

warnings.filterwarnings("ignore")

from negmas import LinearAdditiveUtilityFunction, make_issue, make_os  # type: ignore[import-not-found]  # noqa: E402
from negmas.preferences.ops import pareto_frontier  # type: ignore[import-not-found]  # noqa: E402

given: dict[str, Any] = json.loads(sys.stdin.read())
issues = [make_issue(options, name=name) for name, options in given["issues"].items()]
space = make_os(issues)
sheets = [
    LinearAdditiveUtilityFunction(
        values={name: dict(worth) for name, worth in sheet["worth"].items()},
        weights=dict.fromkeys(sheet["worth"], 1.0),
        outcome_space=space,
        reserved_value=sheet["reservation"],
    )
    for sheet in given["sheets"].values()
]
wall, cpu = time.perf_counter(), time.process_time()
_, found = pareto_frontier(sheets, issues=issues)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
print(json.dumps({"count": len(found), "wall": wall, "cpu": cpu}))
