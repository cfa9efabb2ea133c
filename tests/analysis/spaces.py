"""Random small package spaces, and the slow plain way to look at them."""

from itertools import product

import numpy as np
from hypothesis import strategies as st

from exercise.analysis.space import Space


@st.composite
def spaces(draw: st.DrawFn, parties: int = 3, issues: int = 4) -> Space:
    """A space with few levels, so that ties, red lines, options that clash and empty zones are common."""
    shape = draw(st.lists(st.integers(1, 3), min_size=1, max_size=issues))
    names = tuple(f"p{n}" for n in range(draw(st.integers(1, parties))))
    cells = [[[draw(st.integers(0, 4)) * 50 for _ in range(size)] for _ in names] for size in shape]
    red = [[[draw(st.integers(0, 9)) == 0 for _ in range(size)] for _ in names] for size in shape]
    clashes = {}
    if len(shape) > 1 and draw(st.booleans()):
        first, second = sorted(draw(st.lists(st.sampled_from(range(len(shape))), min_size=2, max_size=2, unique=True)))
        pairs = [[draw(st.integers(0, 3)) == 0 for _ in range(shape[second])] for _ in range(shape[first])]
        clashes[first, second] = np.array(pairs, bool)
    return Space(
        issues=tuple(f"I{n}" for n in range(len(shape))),
        options=tuple(tuple(f"I{n}o{m}" for m in range(size)) for n, size in enumerate(shape)),
        parties=names,
        worth=tuple(np.array(c, np.int32) for c in cells),
        red=tuple(np.array(r, bool) for r in red),
        need=np.array([draw(st.integers(0, 4)) * 50 * len(shape) // 2 for _ in names], np.int32),
        weights=np.ones((len(names), len(shape)), np.int32),
        clashes=clashes,
    )


def packages(space: Space) -> list[tuple[int, ...]]:
    return list(product(*(range(n) for n in space.shape)))


def worth(space: Space, package: tuple[int, ...]) -> list[int]:
    return [sum(int(space.worth[i][p, o]) for i, o in enumerate(package)) for p in range(len(space.parties))]


def accepting(space: Space, package: tuple[int, ...]) -> tuple[str, ...]:
    found = worth(space, package)
    crossed = [any(space.red[i][p, o] for i, o in enumerate(package)) for p in range(len(space.parties))]
    return tuple(name for p, name in enumerate(space.parties) if found[p] >= int(space.need[p]) and not crossed[p])


def fits(space: Space, package: tuple[int, ...]) -> bool:
    return not any(clash[package[i], package[j]] for (i, j), clash in space.clashes.items())
