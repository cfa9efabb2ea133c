"""Reads the fields of one thing: each with a type, a default and a diagnostic for what does not fit.

A reader always gets a value, so that everything that is wrong is found in one go; `Proof` collects the errors.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from exercise.authoring.codes import Code
from exercise.authoring.nodes import Items, Node, Place, Table, Text
from exercise.authoring.proof import EXPRESSION, Proof

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_WHOLE: Final = re.compile(r"[+-]?(0|[1-9][0-9]*)")
_DECIMAL: Final = re.compile(r"[+-]?(0|[1-9][0-9]*)(\.[0-9]+)?")
_ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,39}")
_FLAGS: Final = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_SHAPES: Final = {Text: "a text", Items: "a list", Table: "keys and values"}


def shape(node: Node) -> str:
    return _SHAPES[type(node)]


class Fields:
    """One map of keys and values, called `what` in messages. Keys that nobody asks for are reported by `close`.

    `form` names the kind of map in the reference of scenarios: "scenario", "inject", "inject.choice".
    """

    def __init__(self, proof: Proof, node: Node, what: str, form: str = "") -> None:
        self.proof = proof
        self.form = form
        self.what = what
        self.place = node.place
        self.entries = node.entries if isinstance(node, Table) else {}
        self._asked: dict[str, None] = {}
        self._missing: list[str] = []
        self.wrong = not isinstance(node, Table)
        if self.wrong:
            hint = "write `key: value` lines" if what == "scenario" else ""
            proof.error(node.place, Code.SHAPE, f"{what}: keys and values are expected here, not {shape(node)}", hint)

    def close(self, complete: bool = True) -> None:
        """Report keys that are not known here and, unless a part could not be read, needed fields that are missing."""
        if complete:
            self.close_needed()
        for key, entry in self.entries.items():
            if key not in self._asked:
                self.proof.error(entry.place, Code.UNKNOWN_KEY, f"{self.what} has no field `{key}`", self.guess(key))

    def close_needed(self) -> None:
        """Report needed fields that are missing; one that is only misspelt is reported where it is written."""
        written = [key for key, _ in self.unknown()]
        for key in self._missing:
            if not any(f"`{key}`" in self.guess(name) for name in written):
                self.proof.error(self.place, Code.MISSING, f"{self.what} needs `{key}`")

    def guess(self, key: str) -> str:
        left = [name for name in self._asked if name not in self.entries]
        return self.proof.nearest(key, left) or self.proof.nearest(key, self._asked)

    def unknown(self) -> Iterator[tuple[str, Node]]:
        """The keys that nobody has asked for so far."""
        yield from [(key, entry.node) for key, entry in self.entries.items() if key not in self._asked]

    def has(self, key: str) -> bool:
        return key in self.entries

    def at(self, key: str) -> Place:
        """Where a field's value stands, or the whole thing where the field is not written."""
        entry = self.entries.get(key)
        return entry.at if entry else self.place

    def node(self, key: str, needed: bool = False) -> Node | None:
        self._asked[key] = None
        entry = self.entries.get(key)
        if entry is None:
            if needed and not self.wrong:
                self._missing.append(key)
            return None
        if isinstance(entry.node, Text) and entry.node.plain and not entry.node.value:
            hint = "write a value or delete the key"
            self.proof.error(entry.place, Code.EMPTY, f"nothing is written after `{key}:`", hint)
            return None
        return entry.node

    def _scalar(self, key: str, needed: bool) -> Text | None:
        node = self.node(key, needed)
        if node is None or isinstance(node, Text):
            return node
        self.proof.error(node.place, Code.SHAPE, f"`{key}` of {self.what} is one text, not {shape(node)}")
        return None

    # Text

    def text(self, key: str, default: str | None = None) -> str:
        """A text; needed where there is no default."""
        found = self._scalar(key, default is None)
        return self.proof.note_text(found) if found else default or ""

    def id(self, kind: str, key: str = "id") -> str:
        """The thing's own id, which is noted as existing."""
        found = self._scalar(key, True)
        if found is None:
            return ""
        self.proof.define(kind, check_id(self.proof, found), found.place)
        return found.value

    def ref(self, key: str, kind: str, default: str | None = "", words: Collection[str] = ()) -> str:
        """The id of something else, or one of `words`."""
        found = self._scalar(key, default is None)
        if found is None:
            return default or ""
        if found.value not in words:
            self.proof.mention(kind, found.value, found.place)
        return found.value

    def test(self, key: str, default: str | None = "") -> str:
        """An expression."""
        found = self._scalar(key, default is None)
        if found is None:
            return default or ""
        self.proof.tests.append((found, EXPRESSION))
        return found.value

    def enum(self, key: str, kind: type[E], default: E | None = None) -> E:
        word = self.word(key, [member.value for member in kind], default.value if default else None)
        return kind(word)

    def word(self, key: str, words: Collection[str], default: str | None = None) -> str:
        """One of a few words."""
        found = self._scalar(key, default is None)
        fallback = default if default is not None else next(iter(words))
        if found is None or found.value in words:
            return found.value if found else fallback
        hint = self.proof.nearest(found.value, words)
        self.proof.error(found.place, Code.WORD, f"`{key}` of {self.what} cannot be `{found.value}`", hint)
        return fallback

    # Numbers and flags

    def whole(self, key: str, default: int | None = None, low: int | None = None, high: int | None = None) -> int:
        found = self._scalar(key, default is None)
        return default or 0 if found is None else whole(self.proof, found, key, low, high, default or 0)

    def number(
        self, key: str, default: float | None = None, low: float | None = None, high: float | None = None
    ) -> float:
        found = self._scalar(key, default is None)
        return default or 0.0 if found is None else number(self.proof, found, key, low, high)

    def flag(self, key: str, default: bool) -> bool:
        found = self._scalar(key, False)
        if found is None:
            return default
        if not found.plain or found.value not in _FLAGS:
            self.proof.error(found.place, Code.FLAG, f"`{key}` of {self.what} is true or false, not `{found.value}`")
        return _FLAGS.get(found.value, default)

    # Lists and maps

    def texts(self, key: str, needed: bool = False) -> tuple[str, ...]:
        """A list of texts; a single text stands for a list of one."""
        return tuple(map(self.proof.note_text, self.scalars(key, needed)))

    def scalars(self, key: str, needed: bool = False) -> tuple[Text, ...]:
        node = self.node(key, needed)
        if node is None:
            return ()
        if isinstance(node, Table):
            self.proof.error(node.place, Code.SHAPE, f"`{key}` of {self.what} is a list of texts, not keys and values")
            return ()
        found = []
        for item in node.items if isinstance(node, Items) else (node,):
            if isinstance(item, Text):
                found.append(item)
            else:
                message = f"`{key}` of {self.what} is a list of texts, not of {shape(item).removeprefix('a ')}"
                self.proof.error(item.place, Code.SHAPE, message)
        return tuple(found)

    def refs(self, key: str, kind: str, words: Mapping[str, tuple[str, ...]] | None = None) -> tuple[str, ...]:
        """Ids of other things; a word stands for the ids that it is short for."""
        found: list[str] = []
        for item in self.scalars(key):
            if words and item.value in words:
                found += words[item.value]
            else:
                self.proof.mention(kind, item.value, item.place)
                found.append(item.value)
        return tuple(dict.fromkeys(found))

    def pairs(
        self, key: str, kind: str = "", needed: bool = False, words: Collection[str] = ()
    ) -> list[tuple[Text, Node]]:
        """The entries of a map; where `kind` is given its keys are ids of that kind or among `words`."""
        node = self.node(key, needed)
        return [] if node is None else pairs(self.proof, node, f"`{key}` of {self.what}", kind, words)

    def inner(self, key: str, what: str, needed: bool = False) -> "Fields | None":
        node = self.node(key, needed)
        return self.within(node, what, key) if node is not None else None

    def within(self, node: Node, what: str, key: str) -> "Fields":
        """The fields of a map that stands, somewhere, under a key of this one."""
        return type(self)(self.proof, node, what, f"{self.form}.{key}")

    def each(self, key: str, what: str, needed: bool = False) -> list["Fields"]:
        """A list of things with fields of their own."""
        node = self.node(key, needed)
        if node is None:
            return []
        if not isinstance(node, Items):
            self.proof.error(node.place, Code.SHAPE, f"`{key}` of {self.what} is a list, not {shape(node)}")
            return []
        return [self.within(item, what, key) for item in node.items]

    def things(self, key: str, kind: str, read: Callable[["Fields", str], T], needed: bool = False) -> tuple[T, ...]:
        """Things with an id each: a list with `id` in each, or a map from id to the rest."""
        node = self.node(key, needed)
        if isinstance(node, Table):
            return tuple(self._from_map(node, kind, read))
        if node is None or not isinstance(node, Items):
            if node is not None:
                self.proof.error(node.place, Code.SHAPE, f"`{key}` is a list of {kind}s, not {shape(node)}")
            return ()
        return tuple(self._from_list(node, kind, read))

    def _from_map(self, node: Table, kind: str, read: Callable[["Fields", str], T]) -> Iterator[T]:
        for name, entry in node.entries.items():
            self.proof.define(kind, check_id(self.proof, Text(name, entry.place)), entry.place)
            yield self._thing(type(self)(self.proof, entry.node, f"{kind} {name}", kind), kind, name, read)

    def _from_list(self, node: Items, kind: str, read: Callable[["Fields", str], T]) -> Iterator[T]:
        for item in node.items:
            fields = type(self)(self.proof, item, f"this {kind}", kind)
            name = fields.id(kind)
            fields.what = f"{kind} {name}" if name else fields.what
            if not fields.wrong:
                yield self._thing(fields, kind, name, read)

    def _thing(self, fields: "Fields", kind: str, name: str, read: Callable[["Fields", str], T]) -> T:
        self.proof.remember(kind, name, "", fields.place)
        for key, entry in fields.entries.items():
            self.proof.remember(kind, name, key, entry.at)
        thing = read(fields, name)
        fields.close()
        return thing


def check_id(proof: Proof, text: Text) -> str:
    if not _ID.fullmatch(text.value):
        hint = "begin with a letter, then letters, digits, dots, dashes and underscores, 40 at most"
        proof.error(text.place, Code.ID, f"`{text.value[:60]}` cannot be an id", hint)
    return text.value


def whole(proof: Proof, text: Text, what: str, low: float | None, high: float | None, default: int = 0) -> int:
    """A whole number; the default for what is none and for what is out of bounds, both of which are reported."""
    if not text.plain or not _WHOLE.fullmatch(text.value) or len(text.value) > 12:
        hint = "leave out leading zeros" if text.value.startswith("0") and text.value.isdigit() else ""
        message = f"`{what}` is a whole number, not `{text.value[:60]}`"
        proof.error(text.place, Code.NUMBER, message, hint or _unquote(text))
        return default
    value = int(_bounded(proof, text, what, low, high))
    return value if value == int(text.value) else default


def number(proof: Proof, text: Text, what: str, low: float | None = None, high: float | None = None) -> float:
    if not text.plain or not _DECIMAL.fullmatch(text.value) or len(text.value) > 20:
        proof.error(text.place, Code.NUMBER, f"`{what}` is a number, not `{text.value[:60]}`", _unquote(text))
        return 0.0
    return _bounded(proof, text, what, low, high)


def _unquote(text: Text) -> str:
    return "write it without quotes" if not text.plain and _DECIMAL.fullmatch(text.value) else ""


def _bounded(proof: Proof, text: Text, what: str, low: float | None, high: float | None) -> float:
    value = float(text.value)
    if (low is not None and value < low) or (high is not None and value > high):
        span = f"{low:g} or more" if high is None else f"{high:g} at most" if low is None else f"{low:g} to {high:g}"
        proof.error(text.place, Code.RANGE, f"`{what}` is {text.value}; it has to be {span}")
        value = max(value, low) if low is not None and value < low else min(value, high) if high is not None else value
    return value


def pairs(proof: Proof, node: Node, what: str, kind: str = "", words: Collection[str] = ()) -> list[tuple[Text, Node]]:
    """The entries of a map as key and value; keys are noted as mentions of `kind`."""
    if not isinstance(node, Table):
        proof.error(node.place, Code.SHAPE, f"{what}: keys and values are expected here, not {shape(node)}")
        return []
    for key, entry in node.entries.items():
        if kind and key not in words:
            proof.mention(kind, key, entry.place)
    return [(Text(key, entry.place), entry.node) for key, entry in node.entries.items()]


def as_text(proof: Proof, node: Node, what: str) -> str:
    if isinstance(node, Text):
        return proof.note_text(node)
    proof.error(node.place, Code.SHAPE, f"{what} is a text, not {shape(node)}")
    return ""


def as_number(proof: Proof, node: Node, what: str) -> float:
    if isinstance(node, Text):
        return number(proof, node, what)
    proof.error(node.place, Code.SHAPE, f"{what} is a number, not {shape(node)}")
    return 0.0


def as_whole(proof: Proof, node: Node, what: str, low: float | None = None, high: float | None = None) -> int:
    if isinstance(node, Text):
        return whole(proof, node, what, low, high)
    proof.error(node.place, Code.SHAPE, f"{what} is a whole number, not {shape(node)}")
    return 0
