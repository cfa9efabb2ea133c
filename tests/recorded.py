"""Golden files: what is shown stands recorded beside the tests, and a change shows in its diff.

After a wanted change: `UPDATE_GOLDEN=1 pytest PATH`, and read the difference before committing it.
"""

import os
from difflib import unified_diff
from pathlib import Path


def difference(before: str, after: str) -> str:
    """What changed from one text to another, line by line; nothing where they are the same."""
    return "\n".join(unified_diff(before.splitlines(), after.splitlines(), "before", "after", n=1, lineterm=""))


def assert_recorded(golden: Path, shown: str) -> None:
    """`shown` is what `golden` holds. With UPDATE_GOLDEN set it is written there first."""
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert golden.exists(), f"{golden.name} is not recorded yet"
    recorded = golden.read_text(encoding="utf-8")
    if shown != recorded:  # the comparison of long texts in an assert takes minutes
        raise AssertionError(f"{golden.name}\n{difference(recorded, shown) or 'only ends of lines differ'}")
