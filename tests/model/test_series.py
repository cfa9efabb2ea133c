"""A list that keeps its past: each is what it was when it was made, whatever grew from it."""

from operator import itemgetter

from hypothesis import given
from hypothesis import strategies as st

from exercise.model.series import Series


@given(st.lists(st.tuples(st.integers(0, 40), st.integers())))
def test_every_list_is_what_it_was_when_it_was_made(steps: list[tuple[int, int]]) -> None:
    """Grown from the newest or from any older one, which a plain list that is copied each time is held against."""
    made: list[tuple[Series[int], list[int]]] = [(Series(), [])]
    for back, item in steps:
        series, plain = made[-1 - back % len(made)]
        made.append((series.push(item), [item, *plain]))
    for series, plain in made:
        assert list(series) == plain
        assert len(series) == len(plain)
        assert bool(series) == bool(plain)


def test_growing_the_newest_shares_what_it_holds() -> None:
    """Else a long exercise would copy its log for every event."""
    first = Series([1, 2])
    assert first.push(3)._items is first._items
    assert first.push(4)._items is not first._items, "this would change the other one"


def test_up_to_a_number() -> None:
    series = Series([(1, "a"), (2, "b"), (2, "c"), (5, "d")])
    upto_two = [(2, "c"), (2, "b"), (1, "a")]
    assert [list(series.up_to(n, itemgetter(0))) for n in (0, 2, 4)] == [[], upto_two, upto_two]
    older = series.up_to(2, itemgetter(0))
    assert series.push((9, "e")).up_to(9, itemgetter(0)) != series
    assert list(older.up_to(9, itemgetter(0))) == list(older), "what came later is overlooked"


def test_what_comes_while_it_is_read_is_not_read() -> None:
    series = Series([1, 2])
    reading = iter(series)
    series.push(3)
    assert list(reading) == [2, 1]


def test_compared_by_what_it_holds() -> None:
    assert Series([1, 2]) == Series([1]).push(2)
    assert Series([1, 2]) != Series([1])
    assert Series([1]) != [1]
