"""How pieces of a scenario are put together: includes, extensions that say only what differs, and removals."""

from collections.abc import Iterator, Mapping
from typing import Final

from exercise.authoring.codes import Code
from exercise.authoring.fields import shape
from exercise.authoring.nodes import Entry, Items, Node, Place, Table, Text
from exercise.authoring.proof import Proof

_POINTS_AT: Final = ("if", "to", "issue", "option", "for", "against")
"""Keys by which an entry of a list hangs on another thing and goes when that goes."""


def thing_id(node: Node) -> str:
    """The id of an entry of a list of things, or nothing."""
    found = node.get("id") if isinstance(node, Table) else None
    return found.value if isinstance(found, Text) else ""


def merge(base: Node, over: Node) -> Node:
    """What `over` says in place of `base`: scalars and plain lists replace, maps merge deep, things merge by id."""
    if isinstance(base, Table) and isinstance(over, Table):
        return _merge_tables(base, over)
    if isinstance(base, Table) and _are_things(over):
        base = _as_list(base)
    elif isinstance(over, Table) and _are_things(base):
        over = _as_list(over)
    if isinstance(base, Items) and isinstance(over, Items) and _are_things(base) and _are_things(over):
        return _merge_things(base, over)
    return over


def _are_things(node: Node) -> bool:
    return isinstance(node, Items) and bool(node.items) and all(thing_id(item) for item in node.items)


def _as_list(table: Table) -> Items:
    """A map from id to fields as a list of things."""
    return Items(tuple(_with_id(key, entry) for key, entry in table.entries.items()), table.place)


def _with_id(key: str, entry: Entry) -> Node:
    if not isinstance(entry.node, Table):
        return entry.node
    name = {"id": Entry(entry.place, Text(key, entry.place, True))}
    return Table({**name, **entry.node.entries}, entry.node.place)


def _merge_tables(base: Table, over: Table) -> Table:
    entries = dict(base.entries)
    for key, entry in over.entries.items():
        if key in entries:
            entry = Entry(entry.place, merge(entries[key].node, entry.node))
        entries[key] = entry
    return Table(entries, over.place)


def _merge_things(base: Items, over: Items) -> Items:
    """Things of the same id merge where the base has them; a second one inside `over` stays, so that it is reported."""
    wanted: dict[str, Node] = {}
    rest = []
    known = {thing_id(item) for item in base.items}
    for item in over.items:
        name = thing_id(item)
        if name in known and name not in wanted:
            wanted[name] = item
        else:
            rest.append(item)
    merged = []
    for item in base.items:
        change = wanted.pop(thing_id(item), None)
        merged.append(item if change is None else merge(item, change))
    return Items((*merged, *rest), over.place)


def unite(pieces: list[Table], proof: Proof) -> Table:
    """Included files side by side: lists join, maps join; what two files say differently is an error."""
    entries: dict[str, Entry] = {}
    for piece in pieces:
        for key, entry in piece.entries.items():
            entries[key] = _joined(key, entries[key], entry, proof) if key in entries else entry
    return Table(entries, pieces[0].place)


def _joined(key: str, first: Entry, second: Entry, proof: Proof) -> Entry:
    one, two = first.node, second.node
    if isinstance(one, Items) and isinstance(two, Items):
        return Entry(first.place, Items((*one.items, *two.items), one.place))
    if isinstance(one, Table) and isinstance(two, Table):
        joined = dict(one.entries)
        for name, entry in two.entries.items():
            if name in joined:
                _twice(f"{key}.{name}", joined[name], entry, proof)
            else:
                joined[name] = entry
        return Entry(first.place, Table(joined, one.place))
    _twice(key, first, second, proof)
    return first


def _twice(what: str, first: Entry, second: Entry, proof: Proof) -> None:
    hint = f"the other one is in {first.place.file}:{first.place.line}; the file that includes both may say it instead"
    proof.error(second.place, Code.TWO_PIECES, f"two included files say `{what}`", hint)


def remove(tree: Table, spec: Node, proof: Proof) -> Table:
    """The tree without what `spec` names, and without what hangs on it."""
    if not isinstance(spec, Table):
        message = f"`remove` is a map from section to ids, not {shape(spec)}"
        proof.error(spec.place, Code.SHAPE, message, "write `remove: {injects: [E30]}`")
        return tree
    gone: set[str] = set()
    for key, entry in spec.entries.items():
        target = tree.get(key)
        if target is not None and isinstance(entry.node, Items):
            gone |= {name for item in _named(target, entry.node) for name in _ids_within(item)}
    left = _without(tree, spec, proof, "the scenario")
    proof.removed |= gone
    pruned = prune(left, gone)
    return pruned if isinstance(pruned, Table) else tree


def _named(target: Node, names: Items) -> Iterator[Node]:
    wanted = {item.value for item in names.items if isinstance(item, Text)}
    if isinstance(target, Table):
        yield from [_with_id(key, entry) for key, entry in target.entries.items() if key in wanted]
    elif isinstance(target, Items):
        yield from [item for item in target.items if thing_id(item) in wanted]


def _ids_within(thing: Node) -> Iterator[str]:
    """The id of a thing that goes, and of the options that go with an issue."""
    yield thing_id(thing)
    options = thing.get("options") if isinstance(thing, Table) and "choice" not in thing.entries else None
    if isinstance(options, Items):
        yield from (thing_id(option) for option in options.items if thing_id(option))


def _without(target: Node, spec: Node, proof: Proof, where: str) -> Node:
    """The target without what a name, a list of names, or a map to more of these says."""
    if isinstance(spec, Table):
        wanted: dict[str, tuple[Place, Node | None]] = {key: (e.place, e.node) for key, e in spec.entries.items()}
    else:
        names = (spec,) if isinstance(spec, Text) else spec.items
        wanted = {name.value: (name.place, None) for name in names if isinstance(name, Text)}
    found: set[str] = set()
    if isinstance(target, Table):
        target = Table(dict(_left_of_map(target, wanted, found, proof)), target.place)
    elif isinstance(target, Items):
        target = Items(tuple(_left_of_list(target, wanted, found, proof)), target.place)
    there = [name for name in _names(target) if name]
    for name, (place, _) in wanted.items():
        if name not in found:
            message = f"{where} has no `{name}` that could be removed"
            proof.error(place, Code.NOT_REMOVED, message, proof.nearest(name, there))
    return target


def _names(target: Node) -> Iterator[str]:
    if isinstance(target, Table):
        yield from target.entries
    elif isinstance(target, Items):
        yield from (thing_id(item) or _value(item) for item in target.items)


def _left_of_map(
    target: Table, wanted: Mapping[str, tuple[Place, Node | None]], found: set[str], proof: Proof
) -> Iterator[tuple[str, Entry]]:
    for key, entry in target.entries.items():
        if key not in wanted:
            yield key, entry
            continue
        found.add(key)
        spec = wanted[key][1]
        if spec is not None:
            yield key, Entry(entry.place, _without(entry.node, spec, proof, f"`{key}`"))


def _left_of_list(
    target: Items, wanted: Mapping[str, tuple[Place, Node | None]], found: set[str], proof: Proof
) -> Iterator[Node]:
    for item in target.items:
        name = thing_id(item) or _value(item)
        if name not in wanted:
            yield item
            continue
        found.add(name)
        spec = wanted[name][1]
        if spec is not None:
            yield _without(item, spec, proof, f"`{name}`")


def _value(node: Node) -> str:
    return node.value if isinstance(node, Text) else ""


def prune(node: Node, gone: set[str]) -> Node:
    """The node without list entries and keys that name what is gone, so that a removal needs no clearing up."""
    if not gone or isinstance(node, Text):
        return node
    if isinstance(node, Items):
        return Items(tuple(prune(item, gone) for item in node.items if not _hangs_on(item, gone)), node.place)
    left = {key: entry for key, entry in node.entries.items() if key not in gone}
    return Table({key: Entry(entry.place, prune(entry.node, gone)) for key, entry in left.items()}, node.place)


def _hangs_on(item: Node, gone: set[str]) -> bool:
    if isinstance(item, Text):
        return item.value in gone
    return isinstance(item, Table) and any(_value(e.node) in gone for k, e in item.entries.items() if k in _POINTS_AT)
