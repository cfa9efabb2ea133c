"""Waits for files to be saved."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

PAUSE: Final = 0.3
"""Seconds between two looks at the files; a look costs microseconds a file."""

Look = dict[Path, tuple[int, int]]


def changes(
    files: Callable[[], Iterable[Path]], pause: Callable[[], None] = lambda: time.sleep(PAUSE)
) -> Iterator[Look]:
    """Yield whenever one of the files has changed, come or gone, for ever. `files` is asked anew at each look.

    Of a folder, the YAML files in it are looked at. `pause` waits between looks. A change is told when the next look finds no
    further one, because editors empty a file before they write it.
    """
    seen = look(files())
    while True:
        pause()
        now = look(files())
        if now == seen:
            continue
        pause()
        while (later := look(files())) != now:
            now = later
            pause()
        yield now
        # What was saved while the check ran is a change as well, but files that it has newly read are not.
        seen = {**look(files()), **now}


def look(paths: Iterable[Path]) -> Look:
    """When each file was last changed, in nanoseconds, and how long it is; a file that is not there is left out."""
    found: Look = {}
    for path in paths:
        for file in path.rglob("*.y*ml") if path.is_dir() else (path,):
            try:
                status = file.stat()
            except OSError:
                continue
            found[file] = (status.st_mtime_ns, status.st_size)
    return found
