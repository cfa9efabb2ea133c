"""Lines of text for a terminal without boxes: wrapped by what characters really take up."""

from collections.abc import Iterator

from wcwidth import wcswidth

from exercise.model.text import printable

WIDTH = 78


def width(text: str) -> int:
    """Columns that a text takes; wide characters count two, marks none."""
    columns = wcswidth(text)
    return columns if columns >= 0 else len(text)


def wrap(text: str, first: str = "", rest: str = "", columns: int = WIDTH) -> list[str]:
    """The text in lines of at most `columns`, each paragraph on its own; a word longer than a line is cut."""
    lines: list[str] = []
    for paragraph in printable(text).split("\n"):
        lines += _wrapped(paragraph, rest if lines else first, rest, columns)
    return lines


def _wrapped(paragraph: str, first: str, rest: str, columns: int) -> Iterator[str]:
    line, empty = first, True
    for word in paragraph.split():
        for piece in _pieces(word, max(8, columns - max(width(first), width(rest)))):
            gap = "" if empty else " "
            if not empty and width(line) + 1 + width(piece) > columns:
                yield line
                line, gap = rest, ""
            line += gap + piece
            empty = False
    yield line.rstrip()


def _pieces(word: str, room: int) -> Iterator[str]:
    while width(word) > room:
        cut = room
        while cut > 1 and width(word[:cut]) > room:
            cut -= 1
        yield word[:cut]
        word = word[cut:]
    yield word
