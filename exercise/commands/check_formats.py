"""How problems are printed: for people, for scripts, and for the annotations of a GitHub workflow."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from exercise.authoring.explain import explain, lines_of, shown
from exercise.lint.check import Checked
from exercise.model.diagnostic import Diagnostic

SOURCE: Final = 1_000
"""Characters of a source line in JSON."""
_lines = lru_cache(maxsize=8)(lines_of)


def show(checked: Checked, form: str) -> Iterator[str]:
    """The problems in one of the `FORMATS`."""
    _lines.cache_clear()
    yield from FORMATS[form](checked)


def _read_line(file: str, line: int) -> str:
    lines = _lines(file)
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _text(checked: Checked) -> Iterator[str]:
    for diagnostic in checked.diagnostics:
        yield explain(diagnostic, _read_line)


def _json(checked: Checked) -> Iterator[str]:
    """One object: numbers of errors and warnings, the files, and every problem with its source line."""
    whole = {
        "errors": checked.errors,
        "warnings": checked.warnings,
        "files": [str(path) for path in checked.files],
        "diagnostics": [_fields(diagnostic) for diagnostic in checked.diagnostics],
    }
    yield json.dumps(whole, indent=1, ensure_ascii=True)


def _fields(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "file": diagnostic.file,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "severity": str(diagnostic.severity),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "source": _read_line(diagnostic.file, diagnostic.line)[:SOURCE] if diagnostic.line else "",
    }


def _github(checked: Checked) -> Iterator[str]:
    """Workflow commands: `::error file=F,line=L,col=C,title=CODE::message`."""
    for d in checked.diagnostics:
        place = {"file": d.file, "line": str(d.line), "col": str(d.column), "title": d.code}
        where = ",".join(f"{key}={_property(value)}" for key, value in place.items() if value != "0")
        hint = f" ({d.hint})" if d.hint else ""
        yield f"::{d.severity} {where}::{_escaped(shown(d.message + hint))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(shown(text)).replace(":", "%3A").replace(",", "%2C")


FORMATS: Final[Mapping[str, Callable[[Checked], Iterator[str]]]] = {"text": _text, "json": _json, "github": _github}
