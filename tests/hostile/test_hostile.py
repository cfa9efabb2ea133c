"""Files that are made to hurt are refused with a diagnostic, within a second of processor time and 200 MB."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cases import CASES

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def ended():
    """How the check of each case ended; see zygote.py for the limits."""
    if sys.platform != "linux":
        pytest.skip("the limits are those of Linux")
    ran = subprocess.run([sys.executable, str(HERE / "zygote.py")], capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


@pytest.mark.parametrize("name", CASES)
def test_refused_in_time_and_with_a_reason(name, ended):
    code, how = CASES[name][0], ended[name]
    assert how["exit"] == (2 if code else 0), how["text"]
    assert "Traceback" not in how["text"]
    if code:
        assert code in re.findall(r"error (SCN\d{3}): ", how["text"])
    assert not how["made"], "a file was executed"


def test_what_is_printed_stays_short_and_without_control_codes(ended):
    for name, how in ended.items():
        assert how["length"] < 400_000, name
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", how["text"]), name
