"""How files are put together: what an extension says, what it leaves, and what it removes."""

import pytest

from exercise.authoring.merge import merge, prune, remove, unite
from exercise.authoring.nodes import Items, Node, Table, Text, read_text
from exercise.authoring.proof import Proof


def tree(source: str) -> Table:
    read = read_text(source, "f.yaml")
    assert not read.diagnostics
    assert isinstance(read.node, Table)
    return read.node


def plain(node: Node) -> object:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key: plain(entry.node) for key, entry in node.entries.items()}


@pytest.mark.parametrize(
    ("base", "over", "both"),
    [
        ("a: 1\nb: 2", "a: 3", {"a": "3", "b": "2"}),
        ("a: {x: 1, y: 2}", "a: {y: 3, z: 4}", {"a": {"x": "1", "y": "3", "z": "4"}}),
        ("a: [x, y]", "a: [z]", {"a": ["z"]}),
        ("a: {x: 1}", "a: none", {"a": "none"}),
        (
            "a: [{id: p, n: 1, m: 1}, {id: q, n: 2}]",
            "a: [{id: q, n: 5}, {id: r, n: 6}]",
            {"a": [{"id": "p", "n": "1", "m": "1"}, {"id": "q", "n": "5"}, {"id": "r", "n": "6"}]},
        ),
        ("a: {p: {n: 1}}", "a: [{id: p, n: 2}]", {"a": [{"id": "p", "n": "2"}]}),
        ("a: [{id: p, n: 1}]", "a: {p: {n: 2}}", {"a": [{"id": "p", "n": "2"}]}),
    ],
)
def test_merge(base, over, both):
    assert plain(merge(tree(base), tree(over))) == both


def test_a_thing_written_twice_in_an_extension_stays_twice():
    merged = merge(tree("a: [{id: p, n: 1}]"), tree("a: [{id: p, n: 2}, {id: p, n: 3}]"))
    assert plain(merged) == {"a": [{"id": "p", "n": "2"}, {"id": "p", "n": "3"}]}


def test_merged_values_keep_their_places():
    base, over = read_text("a: {x: 1}", "base.yaml").node, read_text("\na: {y: 2}", "over.yaml").node
    assert base is not None
    assert over is not None
    merged = merge(base, over)
    assert isinstance(merged, Table)
    inner = merged.get("a")
    assert isinstance(inner, Table)
    assert inner.entries["x"].place.file == "base.yaml"
    assert (inner.entries["y"].place.file, inner.entries["y"].place.line) == ("over.yaml", 2)


def test_included_lists_join():
    proof = Proof()
    joined = unite([tree("a: [{id: p}]\nb: {x: 1}"), tree("a: [{id: q}]\nb: {y: 2}")], proof)
    assert plain(joined) == {"a": [{"id": "p"}, {"id": "q"}], "b": {"x": "1", "y": "2"}}
    assert proof.diagnostics == []


def test_what_is_removed_takes_along_what_names_it():
    proof = Proof()
    base = tree(
        "issues: [{id: X, options: [{id: X1}, {id: X2}]}, {id: Y, options: [{id: Y1}]}]\n"
        "coherence: [{if: X1, not: [Y1]}, {if: Y1, not: [X2]}]\n"
        "stages: [{id: s, issues: [X, Y]}]\n"
        "drift: {X: 1}\n"
    )
    left = remove(base, tree("issues: [X]"), proof)
    assert plain(left) == {
        "issues": [{"id": "Y", "options": [{"id": "Y1"}]}],
        "coherence": [{"if": "Y1", "not": []}],
        "stages": [{"id": "s", "issues": ["Y"]}],
        "drift": {},
    }
    assert proof.removed == {"X", "X1", "X2"}
    assert proof.diagnostics == []


def test_a_field_of_a_thing_can_be_removed():
    proof = Proof()
    left = remove(tree("injects: [{id: E2, after: E1, title: t}]"), tree("injects: {E2: after}"), proof)
    assert plain(left) == {"injects": [{"id": "E2", "title": "t"}]}
    assert proof.removed == set()


def test_choices_of_a_removed_card_are_not_ids_that_go():
    proof = Proof()
    base = tree("injects: [{id: E1, choice: {options: [{id: no}]}}]\nrules: [{id: all, absent: [no]}]")
    left = remove(base, tree("injects: [E1]"), proof)
    assert plain(left) == {"injects": [], "rules": [{"id": "all", "absent": ["no"]}]}


def test_prune_without_anything_gone_is_the_same_tree():
    base = tree("a: [x]")
    assert prune(base, set()) is base
