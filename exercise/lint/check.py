"""Checks files and folders: scenarios with everything that they are put together from, roles and pieces also on their own."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from exercise.authoring.alone import Kind, check_piece, check_role, kind_of
from exercise.authoring.load import Loaded
from exercise.model.diagnostic import Diagnostic, Severity

YAML: Final = (".yaml", ".yml")
_ABOVE: Final = 4
"""Folders above a role or a piece that are searched for scenarios that use it."""


@frozen
class Checked:
    """Every problem in order of place, and the files that were looked at, with those that they led to."""

    diagnostics: tuple[Diagnostic, ...]
    files: tuple[Path, ...]

    @property
    def errors(self) -> int:
        return sum(d.severity is Severity.ERROR for d in self.diagnostics)

    @property
    def warnings(self) -> int:
        return len(self.diagnostics) - self.errors


def check(paths: Iterable[Path], load: Callable[[Path], Loaded]) -> Checked:
    """Check files and all files in folders. `load` loads a scenario with everything that can be found out about it.

    A role or a piece is checked as part of the scenarios near it that use it, where there are any, and else on its own.
    """
    found = _Found(load)
    for path in paths:
        if path.is_dir():
            found.add_folder(path)
        else:
            found.add_file(path)
    return Checked(tuple(sorted(found.diagnostics)), tuple(found.files))


class _Found:
    """What was found so far; no scenario is loaded twice."""

    def __init__(self, load: Callable[[Path], Loaded]) -> None:
        self._load = load
        self._loaded: dict[Path, Loaded] = {}
        self.diagnostics: dict[Diagnostic, None] = {}
        self.files: dict[Path, None] = {}

    def add_folder(self, folder: Path) -> None:
        """Scenarios first, so that what they include is known; what is left is checked on its own."""
        files = list(_yaml_files(folder))
        for path in files:
            if kind_of(path) is Kind.SCENARIO:
                self._add(self._scenario(path))
        seen = {path.resolve() for path in self.files}
        for path in files:
            if path.resolve() not in seen:
                self.add_file(path)

    def add_file(self, path: Path) -> None:
        kind = kind_of(path)
        if kind is Kind.SCENARIO:
            self._add(self._scenario(path))
            return
        users = [loaded for near in _scenarios_near(path) if _uses(loaded := self._scenario(near), path)]
        for loaded in users:
            here = [evolve(d, file=str(path)) for d in loaded.diagnostics if _same(Path(d.file), path)]
            self._note(here, [path])
        if not users:
            self._add(check_role(path) if kind is Kind.ROLE else check_piece(path))

    def _scenario(self, path: Path) -> Loaded:
        key = path.resolve()
        if key not in self._loaded:
            self._loaded[key] = self._load(path)
        return self._loaded[key]

    def _add(self, loaded: Loaded) -> None:
        self._note(loaded.diagnostics, loaded.files)

    def _note(self, diagnostics: Iterable[Diagnostic], files: Iterable[Path]) -> None:
        self.diagnostics |= dict.fromkeys(diagnostics)
        self.files |= dict.fromkeys(files)


def _yaml_files(folder: Path) -> Iterator[Path]:
    yield from sorted(f for f in folder.rglob("*") if f.suffix in YAML and f.is_file())


def _scenarios_near(path: Path) -> Iterator[Path]:
    """The scenarios that may use a file: those beside it, or in the first folder above it that holds any."""
    for folder in list(path.resolve().parents)[:_ABOVE]:
        files = [*folder.glob("*.yaml"), *folder.glob("scenarios/*.yaml")]
        near = [f for f in sorted(files) if not _same(f, path) and kind_of(f) is Kind.SCENARIO]
        if near:
            yield from near
            return


def _uses(loaded: Loaded, path: Path) -> bool:
    return any(_same(file, path) for file in loaded.files)


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
