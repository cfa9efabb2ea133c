"""The report for other readers: Markdown, and plain text without any markup."""

from collections.abc import Callable, Iterator, Sequence

from exercise.handout.markdown import escaped, tidy
from exercise.model.text import printable
from exercise.plain.wrapping import WIDTH, pad, width, wrap
from exercise.report.account import Account
from exercise.report.outline import Block, Grid, Heading, Item, Listing, Paragraph, outline


def as_markdown(found: Account) -> str:
    """The report as Markdown."""
    lines: list[str] = []
    for block in outline(found):
        lines += [*_markdown(block, lambda text: escaped(found.hide(text))), ""]
    return tidy("\n".join(lines))


def _markdown(block: Block, shown: Callable[[str], str]) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * level} {shown(text)}"
        case Paragraph(text, strong):
            yield f"**{shown(strong)}** {shown(text)}" if strong else shown(text)
        case Listing(items):
            for item in items:
                yield f"- {_line(shown, item)}"
                yield from (f"    - {_line(shown, below)}" for below in item.below)
        case Grid(columns, rows):
            yield f"| {' | '.join(map(shown, columns))} |"
            yield f"|{'---|' * len(columns)}"
            yield from (f"| {' | '.join(map(shown, row))} |" for row in rows)


def _line(shown: Callable[[str], str], item: Item) -> str:
    # A number within a line begins no list: `14.2.863` needs no escape there.
    return f"**{shown(f'x{item.lead}')[1:]}** {shown(item.text)}" if item.lead else shown(item.text)


def as_text(found: Account) -> str:
    """The report for readers without any markup, at most 78 columns wide."""
    lines: list[str] = []
    for block in outline(found):
        lines += _text(block, found.hide)
    return tidy("\n".join(line.rstrip() for line in lines))


def _text(block: Block, hide: Callable[[str], str]) -> list[str]:
    match block:
        case Heading(level, text):
            shown = wrap(hide(text))
            return ["", *shown, *(["=-"[level - 1] * width(shown[-1])] if level < 3 else []), ""]
        case Paragraph(text, strong):
            return wrap(hide(f"{strong} {text}".strip()))
        case Listing(items):
            return [line for item in items for line in _item(item, hide)]
        case Grid(columns, rows):
            return [
                "",
                *_grid(columns, [tuple(printable(hide(cell), lines=False) for cell in row) for row in rows]),
                "",
            ]


def _item(item: Item, hide: Callable[[str], str]) -> list[str]:
    lines = wrap(hide(f"{item.lead}  {item.text}".strip()), "  ", "      ")
    for below in item.below:
        lines += wrap(hide(f"{below.lead}  {below.text}".strip()), "      - ", "        ")
    return lines


def _grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table in columns where it fits; else a row below the other with the names of its columns."""
    table = [tuple(columns), *rows]
    rooms = [max(width(row[at]) for row in table) for at in range(len(columns))]
    if sum(rooms) + 2 * len(rooms) <= WIDTH:
        return ["  " + "  ".join(pad(cell, room) for cell, room in zip(row, rooms, strict=True)) for row in table]
    lines = []
    for first, *rest in rows:
        cells = (
            [f"{title}: {cell}" for title, cell in zip(columns[1:], rest, strict=True)] if len(columns) > 2 else rest
        )
        lines += wrap(first, "  ", "    ") if first else []
        lines += [line for cell in cells for line in wrap(cell, "      ", "        ")]
    return lines
