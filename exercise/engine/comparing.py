"""Quoted names that a condition compares with something of the scenario: `final('WAT') == 'WAT2'`, `'KA' in parties`.

The compiler sees two texts and is content; a slip in one of them would make a test that never holds.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from attrs import frozen

from exercise.engine.scanning import MACROS, Problem, nearest, place
from exercise.engine.syntax import Call, Listed, Name, Not, Other, Pair, Tree, Unread, Word, read

_NAMED: Final[Mapping[str, str]] = {
    "text": "option", "issues": "issue", "core": "issue", "communities": "community", "stage": "stage",
    "parties": "seat", "outside": "seat", "mediator": "seat", "yes_votes": "seat", "no_votes": "seat",
    "abstained": "seat", "absent": "seat",
}  # fmt: skip
"""The kind of name that a variable holds."""
_CALLED: Final[Mapping[str, str]] = {
    "agreed": "option", "final": "option", "position": "option", "issue_of": "issue", "first_by": "seat",
    "supporters": "seat", "members": "seat", "citers": "seat",
}  # fmt: skip
"""The kind of name that a function answers; an option belongs to the issue that comes last in the call."""
_FIELDS: Final[Mapping[str, str]] = {
    ".option": "option", ".options": "option", ".issue": "issue", ".inject": "inject", ".dial": "dial",
}  # fmt: skip
"""The kind of name in a field of an entry."""
_SHOWN: Final = 8
"""Names that are listed where none is similar."""


@frozen
class _Kind:
    """A kind of name; `issue` narrows options to those of one issue."""

    name: str
    issue: str = ""


def comparison_problems(source: str, known: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Names that the scenario lacks; `known` maps kinds of name to its ids, see `vocabulary.known`."""
    try:
        tree = read(source)
    except Unread:
        return
    for word, kind in _compared(tree, {}):
        of_issue = f"option of {kind.issue}"
        ids = known.get(of_issue) or known.get(kind.name)
        if word.text and ids and word.text not in ids:
            line, column = place(source, word.start)
            missing = f"{kind.issue} has no option" if of_issue in known else f"there is no {kind.name}"
            hint = nearest(word.text, ids) or (f"one of {', '.join(ids)}" if len(ids) <= _SHOWN else "")
            yield Problem(column, f"{missing} {word.text}", hint, line)


def _compared(tree: Tree, bound: Mapping[str, _Kind]) -> Iterator[tuple[Word, _Kind]]:
    """The quoted words that are compared with names; `bound` are the variables of searches around."""
    match tree:
        case Pair(sign="==" | "!=" | "in"):
            for one, other in ((tree.left, tree.right), (tree.right, tree.left)):
                if kind := _kind(other, bound):
                    yield from ((word, kind) for word in _words(one))
            parts: tuple[Tree, ...] = (tree.left, tree.right)
        case Call(name=name, of=of, arguments=(Name() as variable, *rest)) if of is not None and name in MACROS:
            yield from _compared(of, bound)
            parts = tuple(rest)
            kind = _kind(of, bound)
            bound = {**bound, variable.name: kind} if kind else bound
        case Call():
            parts = (*tree.arguments, *((tree.of,) if tree.of else ()))
        case Other():
            parts = tree.parts
        case Listed():
            parts = tree.items
        case Not():
            parts = (tree.of,)
        case Pair():
            parts = (tree.left, tree.right)
        case _:
            return
    for part in parts:
        yield from _compared(part, bound)


def _words(tree: Tree) -> Iterator[Word]:
    for item in tree.items if isinstance(tree, Listed) else (tree,):
        if isinstance(item, Word):
            yield item


def _kind(tree: Tree, bound: Mapping[str, _Kind]) -> _Kind | None:
    """What kind of name an expression gives, or its list holds."""
    match tree:
        case Name(name=name):
            return bound.get(name) or (_Kind(_NAMED[name]) if name in _NAMED else None)
        case Call(of=None, name=name, arguments=arguments) if name in _CALLED:
            last = arguments[-1] if arguments else None
            return _Kind(_CALLED[name], last.text if isinstance(last, Word) else "")
        case Call(name="filter", of=of) if of is not None:
            return _kind(of, bound)
        case Other(sign=sign) if sign in _FIELDS:
            return _Kind(_FIELDS[sign])
        case Other(sign="[", parts=(many, *_)):
            return _kind(many, bound)
        case _:
            return None
