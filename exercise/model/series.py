"""A list that keeps its past: one more item makes a new list, and the old one stays what it was."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Series(Generic[T]):
    """A persistent list that grows at its newest end and is read from there.

    All that grew from one another share what they hold and overlook what came later, so that an item costs a pointer. Only what
    grows from an older one (after a rewind, or where a review stands in the middle) is copied first.
    """

    __slots__ = ("_items", "_size")

    def __init__(self, oldest_first: Iterable[T] = ()) -> None:
        self._items: list[T] = list(oldest_first)
        self._size = len(self._items)

    def push(self, item: T) -> "Series[T]":
        """This list with one more item."""
        items = self._items
        if len(items) != self._size:
            items = items[: self._size]
        items.append(item)
        return _of(items, self._size + 1)

    def up_to(self, number: int, key: Callable[[T], int]) -> "Series[T]":
        """The items up to this number; `key` gives the number of an item, which never falls."""
        return _of(self._items, bisect_right(self._items, number, hi=self._size, key=key))

    def __iter__(self) -> Iterator[T]:
        """The items, the newest first."""
        return islice(reversed(self._items), len(self._items) - self._size, None)

    def __len__(self) -> int:
        return self._size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Series) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Series({self._items[: self._size]!r})"


def _of(items: list[Any], size: int) -> Series[Any]:
    new: Series[Any] = object.__new__(Series)
    new._items, new._size = items, size
    return new
