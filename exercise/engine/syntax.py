"""Reads an expression into a tree, as far as it is understood here. Whether it holds together, the compiler judges."""

from functools import lru_cache
from typing import Final

from attrs import field, frozen

from exercise.engine.scanning import Token, literal, tokens

DEPTH: Final = 30
_COMPARE: Final = ("==", "!=", "<", "<=", ">", ">=", "in")


class Unread(Exception):  # noqa: N818 - it is caught by whoever reads, and means only that nothing is known
    """The expression holds something that is not understood here."""


@frozen
class Word:
    """A quoted text."""

    text: str
    start: int = field(eq=False)


@frozen
class Number:
    value: float
    start: int = field(eq=False)


@frozen
class Name:
    """A variable, or `true` or `false`."""

    name: str
    start: int = field(eq=False)


@frozen
class Call:
    """A function, or what is called on `of`."""

    name: str
    arguments: tuple["Tree", ...]
    of: "Tree | None"
    start: int = field(eq=False)


@frozen
class Listed:
    items: tuple["Tree", ...]
    start: int = field(eq=False)


@frozen
class Not:
    of: "Tree"
    start: int = field(eq=False)


@frozen
class Pair:
    """Two sides and what stands between them; `joins` are && and ||."""

    sign: str
    left: "Tree"
    right: "Tree"
    start: int = field(eq=False)

    @property
    def joins(self) -> bool:
        return self.sign in ("&&", "||")


@frozen
class Other:
    """Something whose value is not followed: a field, a place in a list, a condition with ?"""

    parts: tuple["Tree", ...]
    sign: str
    start: int = field(eq=False)


Tree = Word | Number | Name | Call | Listed | Not | Pair | Other


@lru_cache(maxsize=1024)
def read(source: str) -> Tree:
    """The tree of an expression. Raises Unread."""
    reader = _Reader(tokens(source))
    tree = reader.choice()
    if reader.at != len(reader.tokens):
        raise Unread
    return tree


class _Reader:
    def __init__(self, found: tuple[Token, ...]) -> None:
        self.tokens = found
        self.at = 0
        self._depth = 0

    def _sees(self, *marks: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].text in marks

    def _take(self, mark: str = "") -> Token:
        if self.at >= len(self.tokens) or (mark and not self._sees(mark)):
            raise Unread
        self.at += 1
        return self.tokens[self.at - 1]

    def choice(self) -> Tree:
        self._depth += 1
        if self._depth > DEPTH:
            raise Unread
        tree = self._either()
        if self._sees("?"):
            self._take()
            yes = self.choice()
            self._take(":")
            tree = Other((tree, yes, self.choice()), "?", tree.start)
        self._depth -= 1
        return tree

    def _either(self) -> Tree:
        tree = self._both()
        while self._sees("||"):
            self._take()
            tree = Pair("||", tree, self._both(), tree.start)
        return tree

    def _both(self) -> Tree:
        tree = self._compared()
        while self._sees("&&"):
            self._take()
            tree = Pair("&&", tree, self._compared(), tree.start)
        return tree

    def _compared(self) -> Tree:
        tree = self._sum()
        while self._sees(*_COMPARE):
            tree = Pair(self._take().text, tree, self._sum(), tree.start)
        return tree

    def _sum(self) -> Tree:
        tree = self._product()
        while self._sees("+", "-"):
            tree = Pair(self._take().text, tree, self._product(), tree.start)
        return tree

    def _product(self) -> Tree:
        tree = self._signed()
        while self._sees("*", "/", "%"):
            sign = self._take().text
            tree = Other((tree, self._signed()), sign, tree.start)
        return tree

    def _signed(self) -> Tree:
        if self._sees("!", "-"):
            self._depth += 1
            if self._depth > DEPTH:
                raise Unread
            sign = self._take()
            tree, start = self._signed(), sign.start
            self._depth -= 1
            if sign.text == "!":
                return Not(tree, start)
            return Number(-tree.value, start) if isinstance(tree, Number) else Other((tree,), "-", start)
        return self._member()

    def _member(self) -> Tree:
        tree = self._primary()
        while self._sees(".", "["):
            if self._take().text == "[":
                tree = Other((tree, self.choice()), "[", tree.start)
                self._take("]")
                continue
            name = self._take()
            if self._sees("("):
                tree = Call(name.text, self._arguments(")"), tree, tree.start)
            else:
                tree = Other((tree,), f".{name.text}", tree.start)
        return tree

    def _primary(self) -> Tree:
        token = self._take()
        if token.kind == "text":
            text = literal(token)
            if text is None:
                raise Unread
            return Word(text, token.start)
        if token.kind == "number":
            try:
                return Number(float(token.text), token.start)
            except ValueError:
                raise Unread from None
        if token.kind == "name":
            return (
                Call(token.text, self._arguments(")"), None, token.start)
                if self._sees("(")
                else Name(token.text, token.start)
            )
        if token.text == "(":
            tree = self.choice()
            self._take(")")
            return tree
        if token.text == "[":
            self.at -= 1
            return Listed(self._arguments("]"), token.start)
        raise Unread

    def _arguments(self, closes: str) -> tuple[Tree, ...]:
        """What stands between a bracket, which comes next, and the one that closes it."""
        self._take()
        found: list[Tree] = []
        while not self._sees(closes):
            found.append(self.choice())
            if not self._sees(closes):
                self._take(",")
        self._take(closes)
        return tuple(found)
