"""Writes what is generated: the index of diagnostics, the reference of scenarios and the schemas for editors.

Run `python docs/make_pages.py`; a test fails where something is out of date.
"""

from pathlib import Path

from exercise.authoring.pages import Page, codes, folder, read_page
from exercise.authoring.reference.noted import reference
from exercise.authoring.reference.page import page
from exercise.authoring.reference.schema import KINDS
from exercise.authoring.reference.schema import written as written_schema

DOCS = Path(__file__).parent
PARTS = {
    "1": "The file as text, and how files are put together",
    "2": "Fields",
    "3": "Names of other things",
    "4": "Sense",
    "5": "The game: nothing is wrong with the files, but the exercise will not play as it seems to be meant",
}
HEAD = """# Diagnostics

Every problem that `exercise check` reports has a code with a page: what it means, why it matters, a bad example and a good one.
`exercise check --explain SCN415` prints it. Errors keep a scenario from being played; warnings do not, but `--strict` makes them
count. A warning about the game that is meant can be allowed where it is reported, in a comment with its reason:

```yaml
  - id: OIL1  # allow SCN504: where the talks begin
```

The examples extend a small scenario, `valley.yaml`, which stands in the tests as
[base.yaml](../../tests/bad/base.yaml) with [its roles](../../tests/bad/roles). This page is written by `docs/make_pages.py`.
"""


def index(pages: list[Page]) -> str:
    lines = [HEAD]
    for digit, title in PARTS.items():
        lines += [f"## {title}", "", "| Code | Severity | Meaning |", "|---|---|---|"]
        lines += [
            f"| [{page.code}]({page.code}.md) | {' or '.join(page.severities)} | {page.meaning} |"
            for page in pages
            if page.code[3] == digit
        ]
        lines.append("")
    return "\n".join(lines)


def written() -> dict[Path, str]:
    """Every generated file with what it should hold."""
    pages = [read_page(folder() / f"{code}.md") for code in codes()]
    known = reference()
    schemas = DOCS.parent / "scenarios" / "schema"
    return {
        DOCS / "diagnostics" / "README.md": index(pages),
        DOCS / "scenario-reference.md": page(known),
        **{schemas / f"{kind}.json": written_schema(known, kind) for kind in KINDS},
    }


if __name__ == "__main__":
    for path, text in written().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
