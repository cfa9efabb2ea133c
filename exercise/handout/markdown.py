"""Text of authors inside Markdown, and Markdown as a page for the printer."""

import re
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from exercise.model.text import printable

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~&#])")
_LEADING: Final = re.compile(r"^(\d*)([-+=.)])")
"""What would begin a list or underline a heading."""

_pages: Final = Environment(
    loader=PackageLoader("exercise.handout", "sheets"), autoescape=True, undefined=StrictUndefined
)


def escaped(text: object) -> str:
    """Somebody's text as Markdown that shows just that text, on one line."""
    line = " ".join(printable(str(text)).split())
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", line))


def sheets() -> Environment:
    """The templates of the sheets. Nothing of the author's reaches Markdown but through the filter `md`."""
    found = Environment(
        loader=PackageLoader("exercise.handout", "sheets"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,
    )
    found.filters["md"] = escaped
    return found


def tidy(markdown: str) -> str:
    """Markdown without doubled empty lines."""
    return re.sub(r"\n{3,}", "\n\n", markdown).strip() + "\n"


def as_html(markdown: str, *, title: str, scenario: str, mark: str, wide: bool) -> str:
    """One self-contained page without scripts; HTML inside the Markdown is shown and never obeyed."""
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table")
    style = (files("exercise.handout") / "sheets" / "print.css").read_text(encoding="utf-8")
    # The renderer escapes what authors wrote, and the style sheet is ours: both are markup already.
    return _pages.get_template("page.html.j2").render(
        title=title, scenario=scenario, mark=mark, kind="wide" if wide else "tall",
        style=Markup(style), body=Markup(renderer.render(markdown)),
    )  # fmt: skip
