"""A light reading of an expression's words: enough to find names, literal arguments and nesting, never to evaluate.

The compiler of the expression language judges grammar and types. What it cannot know is which dials, issues or cards a
scenario has and which fields an entry of the log has; that is read from the tokens here.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from attrs import frozen

from exercise.engine.vocabulary import EVENT_FIELDS, FUNCTION, VARIABLE
from exercise.model.events import EVENTS

MACROS: Final = frozenset({"all", "exists", "exists_one", "filter", "map"})
NESTING: Final = 2
"""Comprehensions that may stand inside each other, so that a test over the log stays quick."""
BUILT_IN: Final = frozenset(
    {
        "size",
        "has",
        "double",
        "int",
        "uint",
        "string",
        "bool",
        "dyn",
        "type",
        "contains",
        "startsWith",
        "endsWith",
        "matches",
    }
)
_WORDS: Final = frozenset({"true", "false", "null", "in"})
_TOKEN: Final = re.compile(
    r"""(?P<space>\s+|//[^\n]*)
    |(?P<text>[rRbB]{0,2}(?:'''.*?'''|\"\"\".*?\"\"\"|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"))
    |(?P<name>[A-Za-z_]\w*)
    |(?P<number>\d[\w.]*)
    |(?P<mark>&&|\|\||==|!=|<=|>=|.)""",
    re.VERBOSE | re.DOTALL,
)


@frozen
class Problem:
    """What is wrong with an expression: where (counted from 1), what and what to do about it."""

    column: int
    message: str
    hint: str = ""
    line: int = 1


@frozen
class Token:
    kind: str
    text: str
    start: int


@lru_cache(maxsize=1024)
def tokens(source: str) -> tuple[Token, ...]:
    found = ((match.lastgroup or "", match) for match in _TOKEN.finditer(source))
    return tuple(Token(kind, match.group(), match.start()) for kind, match in found if kind != "space")


def names(source: str) -> frozenset[str]:
    """The variables that an expression mentions."""
    return frozenset(token.text for token in tokens(source) if token.kind == "name" and token.text in VARIABLE)


def literal(token: Token) -> str | None:
    """The value of a plain quoted word, None for anything else."""
    text = token.text
    return text[1:-1] if token.kind == "text" and text[0] in "'\"" and not text.startswith(("'''", '"""')) else None


def hoisted(source: str) -> tuple[str, frozenset[str]]:
    """The source with `entries('kind')` written as one name, and the kinds: a list is then converted only once."""
    found = tokens(source)
    kinds: set[str] = set()
    parts, at = [], 0
    for name, opens, word, closes in zip(found, found[1:], found[2:], found[3:], strict=False):
        if (name.text, opens.text, closes.text) == ("entries", "(", ")") and literal(word) in EVENTS:
            kind = str(literal(word))
            kinds.add(kind)
            parts += [source[at : name.start], f"entries_{kind}"]
            at = closes.start + 1
    return "".join(parts) + source[at:], frozenset(kinds)


def place(source: str, start: int) -> tuple[int, int]:
    """Line and column, from 1, of a position in the source."""
    before = source[:start]
    return before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1


def nearest(word: str, words: Collection[str]) -> str:
    """A hint with the most similar word, or nothing."""
    found = get_close_matches(word, words, n=1, cutoff=0.6) or get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    return f"did you mean {found[0]}?" if found else ""


def problem_at(source: str, token: Token, message: str, hint: str = "") -> Problem:
    """A problem at a token."""
    line, column = place(source, token.start)
    return Problem(column, message, hint, line)


def nesting_problems(source: str) -> Iterator[Problem]:
    """Comprehensions that stand too deep inside each other."""
    found = tokens(source)
    searched: list[bool] = []
    for before, token in zip((Token("", "", 0), *found), found, strict=False):
        if token.text in ("(", "[", "{"):
            searched.append(token.text == "(" and before.kind == "name" and before.text in MACROS)
            if searched[-1] and sum(searched) > NESTING:
                message = f"more than {NESTING} lists are searched inside each other"
                yield problem_at(source, before, message, "split the test or count first")
                return
        elif token.text in (")", "]", "}") and searched:
            searched.pop()


def literal_problems(source: str, known: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Quoted names in calls that do not exist: event kinds always, the rest where the scenario's names are given."""
    found = tokens(source)
    for at, token in enumerate(found[:-1]):
        function = FUNCTION.get(token.text) if token.kind == "name" else None
        if function is None or found[at + 1].text != "(" or (at and found[at - 1].text == "."):
            continue
        for kind, argument in zip(function.parameters, _arguments(found, at + 2), strict=False):
            allowed = EVENTS if kind == "kind" else known.get(kind)
            for word in argument if kind == "claims" else argument[:1] if len(argument) == 1 else ():
                value = literal(word)
                if value is not None and allowed is not None and value not in allowed:
                    what = {"kind": "kind of event", "package": "reference package", "claims": "claim"}.get(kind, kind)
                    yield problem_at(source, word, f"there is no {what} {value}", nearest(value, allowed))


def _arguments(found: tuple[Token, ...], at: int) -> list[list[Token]]:
    """The arguments of a call whose first token stands at `at`."""
    arguments: list[list[Token]] = [[]]
    depth = 0
    for token in found[at:]:
        if token.text in ("(", "[", "{"):
            depth += 1
        elif token.text in (")", "]", "}"):
            if not depth:
                break
            depth -= 1
        elif token.text == "," and not depth:
            arguments.append([])
            continue
        arguments[-1].append(token)
    return arguments


def field_problems(source: str) -> Iterator[Problem]:
    """Fields that the entries of a kind do not have, in `entries('kind').exists(e, e.field ...)`."""
    found = tokens(source)
    kinds: dict[str, str] = {}
    for at, token in enumerate(found[:-2]):
        kind = literal(found[at + 2]) if token.text == "entries" else None
        if kind in EVENT_FIELDS:
            kinds.update(dict.fromkeys(_bound(found, at + 4), str(kind)))
        if token.kind == "name" and token.text in kinds and found[at + 1].text == ".":
            kind, name = kinds[token.text], found[at + 2]
            if name.kind == "name" and name.text not in EVENT_FIELDS[kind]:
                hint = nearest(name.text, EVENT_FIELDS[kind]) or f"it has {', '.join(EVENT_FIELDS[kind])}"
                yield problem_at(source, name, f"an entry of kind {kind} has no field {name.text}", hint)


def _bound(found: tuple[Token, ...], at: int) -> Iterator[str]:
    """The variables of the comprehensions that are chained to a list whose call ends before `at`."""
    while at + 4 < len(found) and found[at].text == "." and found[at + 1].text in MACROS and found[at + 2].text == "(":
        yield found[at + 3].text
        if found[at + 1].text == "map":
            return
        depth, at = 1, at + 3
        while at < len(found) and depth:
            depth += {"(": 1, ")": -1}.get(found[at].text, 0)
            at += 1


def unknown_name(word: str) -> str:
    """A hint for a name that the language does not have."""
    return nearest(word, [*VARIABLE, *FUNCTION, *MACROS, *BUILT_IN, *_WORDS])
