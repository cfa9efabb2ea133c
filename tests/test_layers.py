"""The engine stays pure: no clock, chance, files or sockets, and nothing heavy is imported for help."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import exercise

ROOT = Path(exercise.__file__).parent
IMPURE = {
    "time", "datetime", "random", "secrets", "os", "io", "pathlib", "shutil", "tempfile", "socket", "ssl", "urllib", "http",
    "subprocess", "threading", "asyncio", "logging", "sys", "textual", "yaml", "click",
}  # fmt: skip


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", ["model", "engine"])
def test_model_and_engine_touch_nothing_outside(package: str) -> None:
    found = {path.name: imported(path) & IMPURE for path in (ROOT / package).glob("*.py")}
    assert {name: bad for name, bad in found.items() if bad} == {}


def test_no_built_in_file_access_in_the_engine() -> None:
    for package in ("model", "engine", "findings", "players"):
        for path in (ROOT / package).glob("*.py"):
            calls = {
                n.func.id
                for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
            }
            assert not calls & {"open", "eval", "exec", "print", "input", "__import__"}, path.name


def test_help_imports_neither_interface_nor_numbers_nor_scenarios() -> None:
    code = (
        "import sys\n"
        "from exercise.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'textual', 'numpy', 'yaml', 'attr', 'attrs', 'cattrs', 'msgspec', 'transitions', 'cel_expr_python'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == "[]"
    assert "play" in ran.stdout


def test_every_package_init_is_empty() -> None:
    for path in ROOT.rglob("__init__.py"):
        assert path.read_text(encoding="utf-8").strip() == "" or path.parent == ROOT, path


def test_files_and_functions_stay_small() -> None:
    for path in ROOT.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert source.count("\n") <= 410, path
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno <= 65, f"{path}:{node.name}"
