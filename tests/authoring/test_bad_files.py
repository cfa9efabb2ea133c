"""Every diagnostic has a bad file named after it, which shows the code at the lines marked `# here`, and nothing else."""

import re
from pathlib import Path

import pytest
from recorded import assert_recorded

from exercise.authoring import nodes
from exercise.authoring.codes import LINT, Code
from exercise.authoring.explain import explain, read_line
from exercise.authoring.load import load_scenario

BAD = Path(__file__).parent.parent / "bad"
FILES = sorted(BAD.glob("SCN*.yaml"))
MESSAGES = BAD / "MESSAGES.txt"


def check_expression(source: str) -> list[tuple[int, str, str]]:
    """Stands for the engine's checker: it knows one mistake."""
    return [(found.start() + 1, "unknown name settld_count", "") for found in re.finditer("settld_count", source)]


@pytest.fixture
def load(monkeypatch):
    monkeypatch.chdir(BAD)

    def loaded(path: Path):
        if path.name.startswith(Code.TOO_LARGE):
            monkeypatch.setattr(nodes, "LIMIT", 100)
        return load_scenario(Path(path.name), check_expression)

    return loaded


def test_every_error_has_a_bad_file():
    """What the lint says of a game is shown by the pages about its codes alone, and so is a file that is very large."""
    shown = {path.name[:6] for path in FILES}
    assert {code.value for code in Code if code not in (*LINT, Code.TOO_MUCH)} == shown


def test_codes_and_meanings_are_used_once():
    assert len({code.value for code in Code}) == len(Code.__members__)
    assert len({code.meaning for code in Code}) == len(Code.__members__)


def test_the_file_that_they_extend_is_good(load):
    loaded = load(BAD / "base.yaml")
    assert loaded.diagnostics == ()
    assert loaded.scenario is not None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_bad_file_shows_its_code_and_no_other(path, load):
    found = load(path).diagnostics
    assert found
    assert {diagnostic.code for diagnostic in found} == {path.name[:6]}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_diagnostics_point_at_the_marked_lines(path, load):
    found = load(path).diagnostics
    shown = {(diagnostic.file, diagnostic.line) for diagnostic in found if diagnostic.line}
    assert shown == marked(path, shown)
    assert all(diagnostic.column > 0 for diagnostic in found if diagnostic.line)


def marked(path: Path, shown: set[tuple[str, int]]) -> set[tuple[str, int]]:
    """The marked lines of a bad file and its pieces; files without any mark are not text that could hold one."""
    lines = set()
    for file in [path, *(BAD / path.stem).glob("*.yaml")]:
        for number, line in enumerate(file.read_bytes().split(b"\n"), 1):
            if b"# here" in line:
                lines.add((str(file.relative_to(BAD)), number))
    return lines or shown


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_only_a_warning_lets_a_scenario_through(path, load):
    loaded = load(path)
    assert (loaded.scenario is None) == bool(loaded.errors)


def test_messages_read_as_recorded(load, monkeypatch):
    """What authors read is recorded in MESSAGES.txt; a changed sentence shows in the diff of that file."""
    said = []
    for path in FILES:
        with monkeypatch.context() as patch:
            patch.setattr(nodes, "LIMIT", nodes.LIMIT)
            said += [explain(diagnostic, read_line) for diagnostic in load(path).diagnostics]
    assert_recorded(MESSAGES, "\n".join(said) + "\n")
