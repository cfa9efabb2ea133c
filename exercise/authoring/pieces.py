"""Finds the files of a scenario, follows `include` and `extends`, and gives the whole as one tree."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from exercise.authoring.codes import Code
from exercise.authoring.fields import shape
from exercise.authoring.merge import merge, remove, unite
from exercise.authoring.nodes import VALUES, Items, Node, Table, Text, read_file
from exercise.authoring.proof import EnoughError, Proof

FILES: Final = 200
"""Files that one scenario may be put together from; pieces that include pieces multiply quickly."""
TOGETHER: Final = 8 * 1024 * 1024
"""Bytes that the files of one scenario may have together."""
_OWN: Final = ("extends", "include", "remove")
"""Keys that say how files are put together and are not part of the scenario."""


def _resolved(path: Path) -> Path:
    """Where a path leads; as it stands where that cannot be told."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return path


def home_of(path: Path) -> Path:
    """The folder that a scenario's files may not leave: the one that holds `scenarios`, else the scenario's own."""
    for folder in path.resolve().parents:
        if folder.name == "scenarios":
            return folder.parent
    return path.resolve().parent


class Pieces:
    """Reads the files of a scenario, never outside its home or the home of a scenario of the library that it extends.

    `files` are all that were read, `ids` the scenarios extended, `lines` the text of every file.
    """

    def __init__(self, proof: Proof, home: Path, library: Mapping[str, Path]) -> None:
        self.proof = proof
        self.homes = [home.resolve()]
        self.library = library
        self.files: list[Path] = []
        self.lines: dict[str, tuple[str, ...]] = {}
        self.ids: list[str] = []
        self._values = VALUES
        self._bytes = TOGETHER

    def scenario(self, path: Path) -> Table | None:
        """The tree of a scenario with everything that it includes or extends; None where there is none to be read."""
        return self._whole(path, ())

    def read(self, path: Path) -> Table | None:
        """One file as keys and values. Raises EnoughError where there is more than may be read."""
        name = os.path.normpath(path)
        self.files.append(Path(name))
        found = read_file(path, name, self._values, self._bytes)
        self._values -= found.values
        self._bytes -= found.bytes
        self.lines[name] = found.lines
        self.proof.report(*found.diagnostics)
        if self._values < 0 or self._bytes < 0:
            raise EnoughError
        if found.node is None or isinstance(found.node, Table):
            return found.node
        message = f"the file holds {shape(found.node)}; keys and values are expected"
        self.proof.error(found.node.place, Code.NOT_A_MAP, message, "write `key: value` lines")
        return None

    def beside(self, text: Text) -> Path | None:
        """The path that a file names, taken from where that file is; None where it leads out of the home."""
        path = Path(text.place.file).parent / text.value
        try:
            inside = not Path(text.value).is_absolute() and self.allows(path)
        except (OSError, ValueError, RuntimeError):
            inside = False
        if not inside:
            message = f"`{text.value}` leads out of the folder of scenarios and roles"
            hint = f"files of this scenario stay inside {self.homes[0].name}/"
            self.proof.error(text.place, Code.OUTSIDE, message, hint)
            return None
        return Path(os.path.normpath(path))

    def allows(self, path: Path) -> bool:
        return any(path.resolve().is_relative_to(home) for home in self.homes)

    def _whole(self, path: Path, above: tuple[Path, ...]) -> Table | None:
        own = self.read(path)
        if own is None:
            return None
        above = (*above, _resolved(path))
        named = self._paths(own, "extends")[:1]
        base = self._base(named[0], above) if named else None
        if named and base is None:
            return None
        pieces = [piece for text in self._paths(own, "include") if (piece := self._follow(text, above))]
        tree = self._bare(own, _OWN)
        if pieces:
            tree = self._table(merge(unite([self._bare(p, ("id",)) for p in pieces], self.proof), tree))
        if base is not None:
            self._note_id(base)
            spec = own.get("remove")
            tree = self._table(merge(remove(base, spec, self.proof) if spec else base, tree))
        if "remove" in own.entries and "extends" not in own.entries:
            place = own.entries["remove"].place
            self.proof.error(place, Code.UNKNOWN_KEY, "`remove` is only for a scenario that extends another one")
        return tree

    def _base(self, text: Text, above: tuple[Path, ...]) -> Table | None:
        """The scenario that is extended: a file beside this one, or one of the library by its name."""
        path = self.library.get(text.value)
        if path is None:
            return self._follow(text, above)
        self.homes.append(home_of(path))
        return self._once(path, text, above)

    def _note_id(self, base: Table) -> None:
        name = base.get("id")
        if isinstance(name, Text):
            self.ids.append(name.value)

    def _follow(self, text: Text, above: tuple[Path, ...]) -> Table | None:
        path = self.beside(text)
        return self._once(path, text, above) if path is not None else None

    def _once(self, path: Path, text: Text, above: tuple[Path, ...]) -> Table | None:
        if len(self.files) >= FILES:
            if not self.proof.has(Code.TOO_MANY):
                message = f"this scenario is put together from more than {FILES} files"
                self.proof.error(text.place, Code.TOO_MANY, message, "include every piece once")
            return None
        if _resolved(path) in above:
            self.proof.error(text.place, Code.CIRCLE, f"`{text.value}` leads back to a file that leads here")
            return None
        if not os.path.isfile(path):
            hint = self.proof.nearest(text.value, self.library) if not path.suffix else ""
            message = f"there is no file `{text.value}`"
            self.proof.error(text.place, Code.UNREADABLE, message, hint or f"looked for {path}")
            return None
        return self._whole(path, above)

    def _paths(self, own: Table, key: str) -> list[Text]:
        node = own.get(key)
        if node is None:
            return []
        items = node.items if isinstance(node, Items) else (node,)
        for item in items:
            if not isinstance(item, Text):
                self.proof.error(item.place, Code.SHAPE, f"`{key}` is a path or a list of paths, not {shape(item)}")
        return [item for item in items if isinstance(item, Text)]

    def _bare(self, table: Table, keys: Collection[str]) -> Table:
        return Table({key: entry for key, entry in table.entries.items() if key not in keys}, table.place)

    def _table(self, node: Node) -> Table:
        assert isinstance(node, Table)
        return node


def role_files(pieces: Pieces, node: Node) -> list[Path]:
    """The role files that `roles` names: folders and files, in order."""
    files: list[Path] = []
    for item in node.items if isinstance(node, Items) else (node,):
        if not isinstance(item, Text):
            pieces.proof.error(item.place, Code.SHAPE, f"`roles` is a folder or a list of files, not {shape(item)}")
            continue
        path = pieces.beside(item)
        if path is not None:
            files += _within(pieces, path, item)
    return files


def _within(pieces: Pieces, path: Path, named: Text) -> list[Path]:
    if os.path.isfile(path):
        return [path]
    if not os.path.isdir(path):
        message = f"there is no file or folder `{named.value}`"
        pieces.proof.error(named.place, Code.UNREADABLE, message, f"looked for {path}")
        return []
    found = sorted(f for f in path.glob("*.yaml") if f.is_file() and pieces.allows(f))
    if not found:
        pieces.proof.error(named.place, Code.NO_ROLE_FILES, f"`{named.value}` holds no role file", "roles end in .yaml")
    return found
