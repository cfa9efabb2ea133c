"""Every code has a page that means the same, and the examples of the pages are as bad and as good as they say."""

import importlib.util
import shutil
from pathlib import Path

import pytest

from exercise.authoring.codes import Code
from exercise.authoring.pages import SCENARIO, codes, folder, read_page
from exercise.lint.load import load

ROOT = Path(__file__).parent.parent.parent
BAD = ROOT / "tests" / "bad"
PAGES = sorted(folder().glob("SCN*.md"))


@pytest.fixture
def found(tmp_path, monkeypatch):
    """What is wrong with an example, which stands beside the valley that it extends."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(BAD / "base.yaml", "valley.yaml")
    shutil.copytree(BAD / "roles", "roles")

    def load_files(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        return load(Path(SCENARIO if SCENARIO in files else "valley.yaml")).diagnostics

    return load_files


def test_every_code_has_a_page_and_every_page_a_code():
    assert codes() == sorted(code.value for code in Code)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_means_what_its_code_means(path):
    page = read_page(path)
    assert page.code == path.stem
    assert page.meaning == Code(page.code).meaning


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_bad_example_shows_the_code_and_no_other(path, found):
    page = read_page(path)
    diagnostics = found(page.bad)
    assert {d.code for d in diagnostics} == {page.code}, [str(d) for d in diagnostics]
    assert {str(d.severity) for d in diagnostics} <= set(page.severities)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_good_example_is_without_a_problem(path, found):
    assert [str(d) for d in found(read_page(path).good)] == []


def test_generated_pages_are_up_to_date():
    spec = importlib.util.spec_from_file_location("make_pages", ROOT / "docs" / "make_pages.py")
    assert spec is not None
    assert spec.loader is not None
    make_pages = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_pages)
    for path, text in make_pages.written().items():
        assert path.read_text(encoding="utf-8") == text, f"run python docs/make_pages.py: {path.name} is out of date"
