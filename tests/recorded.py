"""Golden files: what is shown stands recorded beside the tests, and a change shows in its diff.

After a wanted change: `UPDATE_GOLDEN=1 pytest PATH`, and read the difference before committing it.
"""

import os
from pathlib import Path


def assert_recorded(golden: Path, shown: str) -> None:
    """`shown` is what `golden` holds. With UPDATE_GOLDEN set it is written there first."""
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert golden.exists(), f"{golden.name} is not recorded yet"
    assert shown == golden.read_text(encoding="utf-8")
