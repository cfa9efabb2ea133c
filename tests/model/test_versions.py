"""A map that keeps its past answers like a dictionary for every one of its versions, in whatever order they are changed."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercise.model.versions import Versions

CHANGES = st.lists(st.tuples(st.integers(0, 30), st.sampled_from("abcde"), st.none() | st.integers(0, 3)), max_size=30)
"""Which of the versions so far is changed, at which key, to what; None removes it."""


@given(CHANGES)
def test_every_version_stays_what_it_was(changes: list[tuple[int, str, int | None]]) -> None:
    made: list[tuple[Versions[str, int], dict[str, int]]] = [(Versions(), {})]
    for which, key, value in changes:
        version, model = made[which % len(made)]
        if value is not None:
            made.append((version.insert(key, value), {**model, key: value}))
        elif key in model:
            made.append((version.remove(key), {k: v for k, v in model.items() if k != key}))
        else:
            with pytest.raises(KeyError):
                version.remove(key)
    for version, model in made:
        assert version == model
        assert len(version) == len(model) == len(list(version))
        assert set(version) == set(model)
        assert sorted(version.values()) == sorted(model.values())
        assert list(version.newest()) == list(version.values())[::-1]
        for key in "abcde":
            assert (key in version) == (key in model)
            assert version.get(key) == model.get(key)
            assert version.get(key, -1) == model.get(key, -1)
            if key not in model:
                with pytest.raises(KeyError):
                    version[key]
        assert bool(version) == bool(model)


def test_keys_come_in_their_order() -> None:
    version = Versions({"c": 1, "a": 2}).insert("b", 3).insert("c", 4)
    assert list(version.items()) == [("c", 4), ("a", 2), ("b", 3)]


def test_a_change_of_the_newest_version_copies_nothing() -> None:
    first = Versions({"a": 1})
    second = first.insert("b", 2).insert("a", 3).remove("b")
    assert second._entries is first._entries
    assert first.insert("c", 4)._entries is not first._entries
    assert (first, second) == ({"a": 1}, {"a": 3})


def test_a_version_can_be_sent_to_another_process() -> None:
    version = Versions({"a": 1, "b": 2}).remove("a")
    assert pickle.loads(pickle.dumps(version)) == {"b": 2}


def test_a_change_of_an_older_version_overlays_it_and_copies_nothing() -> None:
    old = Versions({str(n): n for n in range(1000)})
    newest = old.insert("1000", 1000)
    aside = old.insert("500", -1).remove("501")
    assert len(aside._entries) == 2
    assert (len(old), len(newest), len(aside)) == (1000, 1001, 999)
    assert (aside["500"], aside["499"], aside.get("501"), aside.get("1000")) == (-1, 499, None, None)
    assert list(aside)[498:502] == ["498", "499", "500", "502"]
    further = aside.insert("a", 1)
    assert aside.insert("b", 2) == {**aside, "b": 2}
    assert "b" not in further
