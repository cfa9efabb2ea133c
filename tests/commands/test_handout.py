"""`exercise handout`: a folder of sheets, never over somebody's work."""

from pathlib import Path

import pytest
from running import exercise

FORMATS = {"both": {".md", ".html"}, "markdown": {".md"}, "html": {".html"}}


@pytest.mark.parametrize("how", FORMATS)
def test_every_seat_has_its_sheet_and_the_first_page_leads_to_all(how: str, tmp_path: Path) -> None:
    result = exercise("handout", "first-steps", "--to", str(tmp_path / "out"), "--format", how)
    assert result.exit_code == 0
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == FORMATS[how]
    assert f"{len(files)} sheets in" in result.output
    for ending in FORMATS[how]:
        assert {path.stem for path in (tmp_path / "out" / "roles").glob(f"*{ending}")} == {
            "HILL",
            "MILL",
            "FERRY",
            "MED",
        }
        first = (tmp_path / "out" / f"README{ending}").read_text(encoding="utf-8")
        for path in files:
            if path.suffix == ending and path.stem != "README":
                assert path.relative_to(tmp_path / "out").as_posix() in first


def test_what_is_there_is_kept_unless_one_says_otherwise(tmp_path: Path) -> None:
    arguments = ("handout", "first-steps", "--to", str(tmp_path))
    assert exercise(*arguments).exit_code == 0
    changed = tmp_path / "README.md"
    changed.write_text("mine", encoding="utf-8")
    refused = exercise(*arguments)
    assert refused.exit_code == 2
    assert "--overwrite replaces it" in refused.stderr
    assert changed.read_text(encoding="utf-8") == "mine"
    assert exercise(*arguments, "--overwrite").exit_code == 0
    assert changed.read_text(encoding="utf-8") != "mine"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = exercise("handout", "first-steps", "--to", str(tmp_path / "file" / "out"))
    assert result.exit_code == 2
    assert "cannot write" in result.stderr
    assert "Traceback" not in result.output
