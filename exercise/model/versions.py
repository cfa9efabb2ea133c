"""A map that keeps its past: a change makes a new version, and the old one stays what it was."""

from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from typing import Any, TypeVar, cast, overload

from exercise.model.value import Value

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")


class _Gone:
    """Stands where a key was removed."""


class _Entry(Value, frozen=True):
    """A value, the number of the version that it came with, and the entry of its key before that."""

    number: int
    value: Any
    before: "_Entry | None"


class _Entries(dict[K, _Entry]):
    """What all versions share: for each key its newest value, the version that it came with, and the entry before that.

    `seen` is what one version holds, the last that was asked for all of it, and the number of that version. `base` is the
    version that these entries overlay, where they began as the change of an older one.
    """

    __slots__ = ("base", "newest", "seen")

    def __init__(self, given: Iterable[tuple[K, _Entry]] = (), base: "Versions[K, Any] | None" = None) -> None:
        super().__init__(given)
        self.newest = 0
        self.seen: tuple[int, dict[K, Any]] = (-1, {})
        self.base = base


class Versions(Mapping[K, V]):
    """A persistent map; its keys are in the order in which they first came.

    All versions read one dictionary and overlook what came after them, so that a change of the newest version copies nothing,
    whatever the size. Changes of an older one (after a rewind, or where a review stands in the middle) overlay it and copy
    nothing either; only an overlay is not overlaid again but copied. A tree of hashes serves every version alike, but takes
    several times as long to change, to read and to let go.
    """

    __slots__ = ("_entries", "_size", "_version")

    def __init__(self, given: Mapping[K, V] | None = None) -> None:
        self._entries: _Entries[K] = _Entries(
            [(key, _Entry(0, value, None)) for key, value in given.items()] if given else ()
        )
        self._version = 0
        self._size = len(self._entries)

    def insert(self, key: K, value: V) -> "Versions[K, V]":
        """This map with one more key, or with another value for a key."""
        entries = self._entries
        if entries.newest != self._version:
            entries = self._overlay()
        before = entries.get(key)
        if before is None:
            new_key = entries.base is None or key not in entries.base
        else:
            new_key = before.value is _Gone
        new: Versions[K, V] = object.__new__(Versions)
        # The number first: where an interrupt comes between the two, no earlier version takes the entry for its own.
        new._version = entries.newest = number = entries.newest + 1
        entries[key] = _Entry(number, value, before)
        new._entries = entries
        new._size = self._size + 1 if new_key else self._size
        return new

    def remove(self, key: K) -> "Versions[K, V]":
        """This map without a key. Raises KeyError where there is none."""
        if key not in self:
            raise KeyError(key)
        new = self.insert(key, cast(V, _Gone))
        new._size -= 1
        return new

    def _overlay(self) -> _Entries[K]:
        """Entries for changes of this version, which is not the newest any more."""
        if self._entries.base is not None:
            return Versions(self)._entries
        return _Entries(base=self)

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, default: V | D, /) -> V | D: ...
    def get(self, key: K, default: Any = None, /) -> Any:
        entry = self._entries.get(key)
        while entry is not None and entry.number > self._version:
            entry = entry.before
        if entry is None:
            base = self._entries.base
            return default if base is None else base.get(key, default)
        return default if entry.value is _Gone else entry.value

    def __getitem__(self, key: K) -> V:
        value = self.get(key, _Gone)
        if value is _Gone:
            raise KeyError(key)
        return cast(V, value)

    def __contains__(self, key: Any) -> bool:
        entries = self._entries
        return (key in entries or entries.base is not None) and self.get(key, _Gone) is not _Gone

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[K]:
        return iter(self._seen())

    def values(self) -> ValuesView[V]:
        return self._seen().values()

    def items(self) -> ItemsView[K, V]:
        return self._seen().items()

    def newest(self) -> Iterator[V]:
        """The values, that of the last key first. Costs only what is taken of it, where `values` may go through everything."""
        if self._entries.base is not None:
            yield from reversed(self._seen().values())
            return
        for newest in reversed(self._entries.values()):
            entry: _Entry | None = newest
            while entry is not None and entry.number > self._version:
                entry = entry.before
            if entry is not None and entry.value is not _Gone:
                yield entry.value

    def __repr__(self) -> str:
        return f"Versions({self._seen()!r})"

    def _seen(self) -> dict[K, V]:
        """What this version holds: kept for the next question, since most questions come between two changes."""
        version, seen = self._entries.seen
        if version == self._version:
            return seen
        if self._entries.base is not None:
            seen = self._over(self._entries.base)
        elif self._entries.newest == self._version:
            seen = {key: entry.value for key, entry in self._entries.items() if entry.value is not _Gone}
        else:
            every = ((key, self.get(key, _Gone)) for key in self._entries)
            seen = {key: cast(V, value) for key, value in every if value is not _Gone}
        self._entries.seen = self._version, seen
        return seen

    def _over(self, base: "Versions[K, V]") -> dict[K, V]:
        """What this version holds where it overlays another one."""
        seen = dict(base._seen())
        for key in self._entries:
            value = self.get(key, _Gone)
            if value is _Gone:
                seen.pop(key, None)
            else:
                seen[key] = cast(V, value)
        return seen
