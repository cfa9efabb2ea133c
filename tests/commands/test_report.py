"""`exercise report`: every form, nothing over what is there, no secrets before the end."""

import json
from pathlib import Path
from shutil import copy

import pytest
from played import transcript
from running import exercise

from exercise.commands.report import FORMS


@pytest.fixture(scope="module")
def saved() -> Path:
    return transcript(2, "first-steps")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written_where_it_should_go(form: str, saved: Path, tmp_path: Path) -> None:
    target = tmp_path / f"report.{form}"
    assert exercise("report", str(saved), "-o", str(target)).output.strip() == str(target)
    assert target.read_text(encoding="utf-8") == exercise("report", str(saved), "--format", form).output
    refused = exercise("report", str(saved), "-o", str(target))
    assert refused.exit_code == 2
    assert "--overwrite replaces it" in refused.stderr
    assert exercise("report", str(saved), "-o", str(target), "--overwrite").exit_code == 0


def test_json_is_json(saved: Path) -> None:
    assert json.loads(exercise("report", str(saved), "--format", "json").output)["scenario"] == "first-steps"


def test_before_the_end_nothing_is_revealed(saved: Path, tmp_path: Path) -> None:
    half = Path(copy(saved, tmp_path / "half.jsonl"))
    half.write_bytes(b"".join(half.read_bytes().splitlines(keepends=True)[:40]))
    refused = exercise("report", str(half))
    assert refused.exit_code == 2
    assert "would open its secrets" in refused.stderr
    assert exercise("report", str(half), "--redact").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("report", "nowhere.jsonl"), "cannot be opened for review"),
        (("report", "SAVED", "-o", "x.pdf"), "there is no form pdf"),
        (("report", "SAVED", "-o", "/nowhere/x.html"), "cannot write"),
    ],
)
def test_what_is_wrong_is_said(arguments: tuple[str, ...], says: str, saved: Path) -> None:
    result = exercise(*(str(saved) if word == "SAVED" else word for word in arguments))
    assert result.exit_code == 2
    assert says in result.output
