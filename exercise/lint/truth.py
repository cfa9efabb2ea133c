"""Says of a condition that it is always true, or never, whatever happens in an exercise; None where that depends."""

from collections.abc import Iterator
from functools import reduce
from typing import Final

from exercise.engine.syntax import Call, Listed, Name, Not, Number, Pair, Tree, Unread, Word, read
from exercise.lint.ranges import Many, Ranges, Span, Value, Words

_OPPOSITE: Final = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_TURNED: Final = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}


def truth_of(source: str, ranges: Ranges) -> bool | None:
    """Whether an expression is always true or always false."""
    try:
        return truth(read(source), ranges)
    except Unread:
        return None


def constant_parts(source: str, ranges: Ranges) -> Iterator[tuple[int, bool]]:
    """Where parts of a condition begin that always say the same, and what; the largest such parts."""
    try:
        yield from _parts(read(source), ranges)
    except Unread:
        return


def _parts(tree: Tree, ranges: Ranges) -> Iterator[tuple[int, bool]]:
    known = truth(tree, ranges)
    if known is not None:
        yield tree.start, known
    elif isinstance(tree, Pair) and tree.joins:
        yield from _parts(tree.left, ranges)
        yield from _parts(tree.right, ranges)
    elif isinstance(tree, Not):
        yield from _parts(tree.of, ranges)


def truth(tree: Tree, ranges: Ranges) -> bool | None:
    """What a condition always is, if it is always the same."""
    match tree:
        case Pair(sign="&&"):
            return _all(list(_joined(tree, "&&")), ranges)
        case Pair(sign="||"):
            opposite = _all([_negated(part) for part in _joined(tree, "||")], ranges)
            return None if opposite is None else not opposite
        case Not():
            inner = truth(tree.of, ranges)
            return None if inner is None else not inner
        case Pair(sign="in"):
            return _within(tree, ranges)
        case Pair() if tree.sign in _OPPOSITE:
            return _compared(tree, ranges)
        case Call() if tree.of is not None:
            return _searched(tree, ranges)
        case Name() | Call():
            value = _value(tree, ranges)
            return value if isinstance(value, bool) else None
        case _:
            return None


def _joined(tree: Tree, sign: str) -> Iterator[Tree]:
    if isinstance(tree, Pair) and tree.sign == sign:
        yield from _joined(tree.left, sign)
        yield from _joined(tree.right, sign)
    else:
        yield tree


def _negated(tree: Tree) -> Tree:
    if isinstance(tree, Pair) and tree.sign in _OPPOSITE:
        return Pair(_OPPOSITE[tree.sign], tree.left, tree.right, tree.start)
    return tree.of if isinstance(tree, Not) else Not(tree, tree.start)


def _all(parts: list[Tree], ranges: Ranges) -> bool | None:
    """Of parts that all have to hold; parts about the same thing are looked at together."""
    known = [truth(part, ranges) for part in parts]
    if False in known or _contradict(parts, ranges):
        return False
    return True if all(known) else None


def _contradict(parts: list[Tree], ranges: Ranges) -> bool:
    spans: dict[Tree, list[Span]] = {}
    words: dict[Tree, set[str]] = {}
    for part in parts:
        found = _about(part)
        if found is None:
            continue
        about, sign, right = found
        if isinstance(right, Number) and sign != "!=":
            spans.setdefault(about, []).append(_span(sign, right.value))
        elif isinstance(right, Word) and sign == "==":
            words.setdefault(about, set()).add(right.text)
    return any(len(said) > 1 for said in words.values()) or any(
        len(said) > 1 and reduce(Span.cut, said).empty for said in spans.values()
    )


def _about(part: Tree) -> tuple[Tree, str, Number | Word] | None:
    """A comparison with a number or a word, as what is compared, the sign and the number or word."""
    if not isinstance(part, Pair) or part.sign not in _OPPOSITE:
        return None
    if isinstance(part.right, Number | Word) and not isinstance(part.left, Number | Word):
        return part.left, part.sign, part.right
    if isinstance(part.left, Number | Word) and not isinstance(part.right, Number | Word):
        return part.right, _TURNED[part.sign], part.left
    return None


def _span(sign: str, number: float) -> Span:
    match sign:
        case "<":
            return Span(high=number, high_open=True)
        case "<=":
            return Span(high=number)
        case ">":
            return Span(low=number, low_open=True)
        case ">=":
            return Span(low=number)
        case _:
            return Span(number, number)


def _value(tree: Tree, ranges: Ranges) -> Value:
    match tree:
        case Number():
            return Span(tree.value, tree.value)
        case Word():
            return Words(frozenset({tree.text}))
        case Name():
            return ranges.variable(tree.name)
        case Listed():
            words = [item.text for item in tree.items if isinstance(item, Word)]
            size = len(tree.items)
            return Many(Span(size, size), frozenset(words) if len(words) == size else None)
        case Call(name="size") | Call(name="double") | Call(name="int"):
            inner = _value(tree.of or tree.arguments[0], ranges) if tree.of or tree.arguments else None
            return (
                inner.size
                if tree.name == "size" and isinstance(inner, Many)
                else inner
                if isinstance(inner, Span)
                else None
            )
        case Call(of=None):
            return ranges.call(tree.name, tuple(a.text if isinstance(a, Word) else None for a in tree.arguments))
        case Call(name="filter", of=of) if of is not None:
            many = _value(of, ranges)
            return Many(Span(0, many.size.high), many.members) if isinstance(many, Many) else None
        case _:
            return truth(tree, ranges) if isinstance(tree, Pair | Not | Call) else None


def _compared(tree: Pair, ranges: Ranges) -> bool | None:
    left, right = _value(tree.left, ranges), _value(tree.right, ranges)
    if isinstance(left, Span) and isinstance(right, Span):
        return _numbers(tree.sign, left, right)
    if isinstance(left, Words) and isinstance(right, Words):
        if not left.words & right.words:
            return tree.sign == "!="
        if len(left.words) == len(right.words) == 1:
            return tree.sign == "=="
    return None


def _numbers(sign: str, left: Span, right: Span) -> bool | None:
    if sign in (">", ">="):
        sign, left, right = _TURNED[sign], right, left
    match sign:
        case "<":
            return True if left.high < right.low else False if left.low >= right.high else None
        case "<=":
            return True if left.high <= right.low else False if left.low > right.high else None
        case _:
            same = True if left == right and left.low == left.high else False if left.cut(right).empty else None
            return same if sign == "==" or same is None else not same


def _within(tree: Pair, ranges: Ranges) -> bool | None:
    one, many = _value(tree.left, ranges), _value(tree.right, ranges)
    if not isinstance(many, Many):
        return None
    if many.size.high == 0:
        return False
    if isinstance(one, Words) and many.members is not None and not one.words & many.members:
        return False
    return None


def _searched(tree: Call, ranges: Ranges) -> bool | None:
    """`exists` and `all` over a list that is always empty."""
    many = _value(tree.of, ranges) if tree.of is not None else None
    if not isinstance(many, Many) or many.size.high > 0:
        return None
    return {"exists": False, "exists_one": False, "all": True}.get(tree.name)
