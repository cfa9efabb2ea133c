"""Where scenarios and roles are found: the folders given, the folder one stands in, and what came with the program."""

from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent


def shipped() -> Path:
    """The folder that holds the scenarios that came with the program: in the wheel, or the checkout."""
    inside = PACKAGE / "content"
    return inside if (inside / "scenarios").is_dir() else PACKAGE.parent


def scenario_folders() -> Iterator[Path]:
    """Folders that are searched for scenarios, nearest first."""
    seen: set[Path] = set()
    for folder in (Path.cwd() / "scenarios", shipped() / "scenarios"):
        if folder.is_dir() and folder.resolve() not in seen:
            seen.add(folder.resolve())
            yield folder


def scenario_files() -> dict[str, Path]:
    """Every scenario by the name of its file; the nearest wins."""
    found: dict[str, Path] = {}
    for folder in scenario_folders():
        for path in sorted(folder.glob("*.yaml")):
            found.setdefault(path.stem, path)
    return found


def find_scenario(name: str) -> Path | None:
    """A scenario by name or by path; None where there is none."""
    path = Path(name)
    if path.suffix in (".yaml", ".yml") and path.is_file():
        return path
    return scenario_files().get(name)
