"""YAML text as nodes that remember where they stand and what was written.

YAML's own guesses are not taken: `no`, `010` and `12:30` stay the text that the author wrote until a field asks for a
number or a flag. Anchors, tags and second documents have no use in a scenario and are reported.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import yaml
from attrs import define, evolve, frozen

from exercise.authoring.codes import Code
from exercise.model.diagnostic import Diagnostic, Severity

LIMIT: Final = 2 * 1024 * 1024
DEPTH: Final = 40
VALUES: Final = 40_000
"""Values that one scenario may hold with all its files: texts, lists and maps."""
_SHOWN: Final = 400
"""Characters of a message or a hint."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTED: Final = ("'", '"', "|", ">")
BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_TABBED: Final = re.compile(r"^ *\t", re.MULTILINE)
_UNPRINTABLE: Final = yaml.reader.Reader.NON_PRINTABLE
_HIDDEN: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ADVICE: Final = (
    ("mapping values are not allowed", "text that holds a colon and a space needs quotes around it"),
    ("could not find expected ':'", "a key needs a colon and a space after it"),
    ("cannot start any token", "text that begins with @, %, ` or another sign needs quotes around it"),
    ("unexpected end of stream", "a quote or bracket that begins here is never closed"),
    ("',' or", "a bracket is not closed, or a comma is missing"),
    ("did not find expected", "compare the indentation and the quotes of this line with the lines above"),
    ("unknown escape", "write a backslash twice, or use single quotes"),
)


@frozen
class Place:
    file: str
    line: int
    column: int


@frozen
class Text:
    """A scalar as written. `plain` is True where it has no quotes and is no block."""

    value: str
    place: Place
    plain: bool = False


@frozen
class Items:
    items: tuple["Node", ...]
    place: Place


@frozen
class Entry:
    """A value under a key; `place` is where the key stands."""

    place: Place
    node: "Node"

    @property
    def at(self) -> Place:
        """Where the value begins if that is in the key's line, else the key."""
        begins = self.node.place
        return begins if (begins.file, begins.line) == (self.place.file, self.place.line) else self.place


@frozen
class Table:
    entries: Mapping[str, Entry]
    place: Place

    def get(self, key: str) -> "Node | None":
        entry = self.entries.get(key)
        return entry.node if entry else None


Node = Text | Items | Table


@define
class _Open:
    """A list or map that is still being read."""

    place: Place
    items: list[Node]
    entries: dict[str, Entry] | None
    key: Text | None = None
    expects_key: bool = True


class Trouble(Exception):  # noqa: N818 - it is caught here and never reaches a caller
    """A file cannot be read any further."""

    def __init__(self, place: Place, code: Code, message: str, hint: str = "", bytes: int = 0) -> None:
        super().__init__(message)
        self.bytes = bytes
        self.diagnostic = problem(place, code, message, hint)


def problem(place: Place, code: Code, message: str, hint: str = "", severity: Severity = Severity.ERROR) -> Diagnostic:
    """A diagnostic at a place; what it quotes is cut where it is long."""
    return Diagnostic(place.file, place.line, place.column, severity, code.value, _cut(message), _cut(hint))


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}\N{HORIZONTAL ELLIPSIS}"


@frozen
class Read:
    """What a file holds: its lines for messages, its node, what is wrong with it, and how much it was."""

    node: Node | None
    lines: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    values: int = 0
    bytes: int = 0


def read_file(path: Path, name: str, values: int = VALUES, most: int = LIMIT) -> Read:
    """Read a YAML file; `name` is what messages call it. Never raises for what the file holds.

    `values` and `most` are how many values and bytes may still be read.
    """
    try:
        content = _bytes(path, name, most)
        text = _decoded(content, name)
    except Trouble as trouble:
        return Read(None, (), (trouble.diagnostic,), bytes=trouble.bytes)
    return evolve(read_text(text, name, values), bytes=len(content))


def read_text(text: str, name: str, values: int = VALUES) -> Read:
    """Read YAML text. Every problem becomes a diagnostic."""
    lines = tuple(BREAK.split(text))
    builder = _Builder(name, values)
    node: Node | None = None
    try:
        _refuse(text, name)
        node = builder.build(text)
    except Trouble as trouble:
        builder.diagnostics.append(trouble.diagnostic)
    return Read(node, lines, tuple(builder.diagnostics), builder.values)


def _bytes(path: Path, name: str, most: int) -> bytes:
    whole = Place(name, 0, 0)
    try:
        if not path.is_file():
            raise Trouble(
                whole, Code.UNREADABLE, "there is no such file" if not path.exists() else "this is not a file"
            )
        with path.open("rb") as stream:
            content = stream.read(min(LIMIT, max(0, most)) + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Trouble(whole, Code.UNREADABLE, f"the file cannot be read: {reason}") from None
    if len(content) > LIMIT:
        raise Trouble(whole, Code.TOO_LARGE, "the file is larger than 2 MiB", "split it and use `include`")
    if len(content) > most:
        message = "the files of this scenario are too large together"
        raise Trouble(whole, Code.TOO_LARGE, message, "leave something out", len(content))
    return content


def _decoded(content: bytes, name: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Trouble(Place(name, 1, 1), Code.ENCODING, "the file is written in UTF-16", "save it as UTF-8")
    if b"\0" in content:
        before = content[: content.index(b"\0")]
        place = Place(name, before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
        raise Trouble(place, Code.NUL, "the file holds a NUL byte", "save it again as plain text in UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        last = before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")
        place = Place(name, before.count(b"\n") + 1, len(last) + 1)
        raise Trouble(place, Code.ENCODING, "this character is not UTF-8", "save the file as UTF-8") from None


def _refuse(text: str, name: str) -> None:
    """Raise Trouble at what YAML itself would report less clearly."""
    control, tabbed = _UNPRINTABLE.search(text), _TABBED.search(text)
    if tabbed and (control is None or tabbed.start() < control.start()):
        place = _place_of(text, tabbed.end() - 1, name)
        raise Trouble(place, Code.TAB, "a line is indented with a tab", "use spaces; most editors can replace tabs")
    if control:
        place, sign = _place_of(text, control.start(), name), f"U+{ord(control[0]):04X}"
        raise Trouble(place, Code.CONTROL, f"the line holds the control character {sign}", "take it out")


def _place_of(text: str, offset: int, name: str) -> Place:
    """Line and column of a character."""
    before = BREAK.split(text[:offset])
    return Place(name, len(before), len(before[-1]) + 1)


class _Builder:
    """Builds nodes from the parser's events, without recursion, so that depth is bounded by us and not by the stack."""

    def __init__(self, file: str, most: int) -> None:
        self.file = file
        self.values = 0
        self._most = most
        self.diagnostics: list[Diagnostic] = []
        self._stack: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0
        self._clean = False

    def build(self, text: str) -> Node:
        """Raises Trouble where the text cannot be read on."""
        # Only a text with a hidden sign, or with a backslash that may stand for one, holds a value with one.
        self._clean = "\\" not in text and not _HIDDEN.search(text)
        for event in self._events(text):
            self._take(event)
        if self._root is None or (isinstance(self._root, Text) and not self._root.value and self._root.plain):
            raise Trouble(Place(self.file, 0, 0), Code.EMPTY_FILE, "the file is empty")
        return self._root

    def _events(self, text: str) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error) from None
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            raise Trouble(Place(self.file, 0, 0), Code.SYNTAX, f"the text is not YAML: {error}") from None

    def _syntax(self, error: yaml.MarkedYAMLError) -> Trouble:
        words = error.problem or error.context or "the text is not YAML"
        mark = error.problem_mark or error.context_mark
        if "end of stream" in words and error.context_mark:
            mark = error.context_mark
        place = Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file, 0, 0)
        hint = next((advice for sign, advice in _ADVICE if sign in words), "")
        return Trouble(place, Code.SYNTAX, f"the text is not YAML: {words}", hint)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file, 0, 0)

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._count(event)
            if event.anchor or event.tag:
                self._check(event)
            place = self._place(event)
            if not self._clean:
                self._check_text(event.value, place)
            self._add(Text(event.value, place, event.style not in _QUOTED))
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._count(event)
            self._check(event)
            self._begin(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            top = self._stack.pop()
            self._add(Items(tuple(top.items), top.place) if top.entries is None else Table(top.entries, top.place))
        elif isinstance(event, yaml.AliasEvent):
            place = self._place(event)
            self._say(place, Code.ANCHOR, f"the alias *{event.anchor} is not allowed", "write the text out")
            self._add(Text("", place))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                place = self._place(event)
                raise Trouble(place, Code.DOCUMENTS, "a second document begins here", "take out the line `---`")

    def _count(self, event: yaml.Event) -> None:
        self.values += 1
        if self.values > self._most:
            message = f"a scenario has at most {VALUES:,} values with all its files; here they are exceeded"
            raise Trouble(self._place(event), Code.TOO_MUCH, message, "leave something out")

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        place = self._place(event)
        if len(self._stack) >= DEPTH:
            raise Trouble(place, Code.TOO_DEEP, f"lists and maps are nested more than {DEPTH} deep")
        self._stack.append(_Open(place, [], {} if isinstance(event, yaml.MappingStartEvent) else None))

    def _check(self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if event.anchor:
            place = self._place(event)
            self._say(
                place,
                Code.ANCHOR,
                f"the anchor &{event.anchor} is not allowed",
                "write the text out where it is needed",
            )
        if event.tag:
            place = self._place(event)
            self._say(place, Code.TAG, f"the tag {_short(event.tag)} is not allowed", "quote a text that begins with !")

    def _check_text(self, value: str, place: Place) -> None:
        if found := _HIDDEN.search(value):
            sign = f"U+{ord(found[0]):04X}"
            self._say(place, Code.CONTROL, f"the text holds the control character {sign}", "take it out")

    def _add(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        top = self._stack[-1]
        if top.entries is None:
            top.items.append(node)
        elif top.expects_key:
            top.expects_key = False
            top.key = node if isinstance(node, Text) else None
            if top.key is None:
                hint = "quote a text that begins with { or ["
                self._say(node.place, Code.KEY, "a key has to be plain text", hint)
        else:
            top.expects_key = True
            if top.key is not None:
                self._put(top.entries, top.key, node)

    def _put(self, entries: dict[str, Entry], key: Text, node: Node) -> None:
        if key.value in entries:
            first = entries[key.value].place.line
            self._say(key.place, Code.SAME_KEY, f"`{key.value}` is written twice here", f"it is also in line {first}")
        else:
            entries[key.value] = Entry(key.place, node)

    def _say(self, place: Place, code: Code, message: str, hint: str = "") -> None:
        self.diagnostics.append(problem(place, code, message, hint))


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def place_within(text: Text, offset: int, lines: tuple[str, ...]) -> Place:
    """Where the character at `offset` of a scalar's value stands in its file; its start where that cannot be told.

    Quotes, escapes and folded lines put only a little between two characters of a value: each is found by looking on.
    """
    start = text.place
    line, column = start.line - 1, start.column - 1
    if not 0 <= line < len(lines):
        return start
    if not text.plain and lines[line][column : column + 1] in ("|", ">"):
        line, column = line + 1, 0
    elif not text.plain:
        column += 1
    for position, char in enumerate(text.value):
        if char.isspace():
            continue
        line, at = _find(char, lines, line, column)
        if line >= len(lines):
            return start
        column = at + 1
        if position >= offset:
            return Place(start.file, line + 1, at + 1)
    return Place(start.file, line + 1, column + 1)


def _find(char: str, lines: tuple[str, ...], line: int, column: int) -> tuple[int, int]:
    while line < len(lines):
        found = lines[line].find(char, column)
        if found >= 0:
            return line, found
        line, column = line + 1, 0
    return line, column
