"""Many numbers by chance at once, the same on every machine and with every version of Python and NumPy.

They are the output of a hash (SHAKE-128) of the seed and what they are drawn for, as single draws of the engine are.
"""

from hashlib import shake_128

import numpy as np

from exercise.analysis.space import Positions


def below(limit: int, count: int, seed: int, *purpose: object) -> Positions:
    """`count` whole numbers from 0 to `limit` - 1, all as likely; `limit` is at most 2**31."""
    key = "\x1f".join([str(seed), *map(str, purpose)]).encode()
    drawn = np.frombuffer(shake_128(key).digest(4 * count), "<u4").astype(np.int64)
    return drawn * limit >> 32
