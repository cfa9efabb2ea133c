"""YAML as nodes: text stays as written, and every character can be found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercise.authoring.nodes import Items, Place, Table, Text, place_within, read_file, read_text


def value(source: str, key: str = "a") -> Text:
    read = read_text(source, "f.yaml")
    assert not read.diagnostics
    assert isinstance(read.node, Table)
    found = read.node.get(key)
    assert isinstance(found, Text)
    return found


@pytest.mark.parametrize("word", ["no", "yes", "010", "12:30", "null", "~", "1e3", "2006-05-01", "0x1F", "=", ".inf"])
def test_plain_scalars_keep_their_text(word):
    assert value(f"a: {word}\n").value == word
    assert value(f"a: {word}\n").plain


@pytest.mark.parametrize("source", ["a: 'no'\n", 'a: "no"\n', "a: |-\n  no\n", "a: >-\n  no\n"])
def test_quoted_scalars_and_blocks_are_not_plain(source):
    assert value(source).value == "no"
    assert not value(source).plain


def test_places_count_from_one():
    read = read_text("first: 1\nlist:\n  - one\n  - two\n", "f.yaml")
    assert isinstance(read.node, Table)
    items = read.node.get("list")
    assert isinstance(items, Items)
    assert items.items[1].place == Place("f.yaml", 4, 5)
    assert read.node.entries["list"].place == Place("f.yaml", 2, 1)
    assert read.node.entries["list"].at == Place("f.yaml", 2, 1)
    assert read.node.entries["first"].at == Place("f.yaml", 1, 8)


def test_a_byte_order_mark_and_windows_lines_are_fine(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    read = read_file(path, "f.yaml")
    assert read.diagnostics == ()
    assert isinstance(read.node, Table)
    assert read.node.entries["b"].place == Place("f.yaml", 2, 1)


@pytest.mark.parametrize(
    ("source", "word", "line", "column"),
    [
        ("a: one two three\n", "three", 1, 12),
        ("a: 'it''s three'\n", "three", 1, 11),
        ('a: "say \\"x\\" three"\n', "three", 1, 15),
        ("a: >-\n  one two\n  three\n", "three", 3, 3),
        ("a: |\n  one\n\n    three\n", "three", 4, 5),
        ("a: one\n  two\n  three\n", "three", 3, 3),
        ('a: "one\n  two \\\n  three"\n', "three", 3, 3),
    ],
)
def test_a_character_of_a_value_is_found_in_the_file(source, word, line, column):
    text = value(source)
    found = place_within(text, text.value.index(word), read_text(source, "f.yaml").lines)
    assert found == Place("f.yaml", line, column)


def test_an_offset_behind_the_end_is_the_place_after_the_last_character():
    assert place_within(value("a: one\n"), 3, ("a: one",)) == Place("f.yaml", 1, 7)


def test_a_text_without_its_lines_is_placed_at_its_start():
    assert place_within(value("a: one\n"), 2, ()) == Place("f.yaml", 1, 4)


def test_a_missing_file_and_a_folder_are_reported(tmp_path):
    for path in (tmp_path / "nothing.yaml", tmp_path):
        read = read_file(path, "it")
        assert read.node is None
        assert [d.code for d in read.diagnostics] == ["SCN101"]


@given(st.text(alphabet=st.sampled_from("ab:-[]{}\"'|>&*!#%@`,? \n\t\\"), max_size=60))
def test_no_text_raises(source):
    read = read_text(source, "f.yaml")
    assert read.node is not None or read.diagnostics


@given(st.binary(max_size=80))
def test_no_bytes_raise(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bytes") / "f.yaml"
    path.write_bytes(content)
    read = read_file(path, "f.yaml")
    assert read.node is not None or read.diagnostics
