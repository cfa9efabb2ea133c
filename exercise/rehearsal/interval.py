"""How sure a rate is that was counted in so many exercises."""

from math import sqrt
from typing import Final

from attrs import frozen

_Z: Final = 1.959963984540054
"""Standard deviations on each side that hold 95 of 100 cases."""


@frozen
class Rate:
    """A share of `of` exercises with its 95 % interval (Wilson's, which behaves near 0 and 1); all from 0 to 1."""

    count: int
    of: int

    @property
    def share(self) -> float:
        return self.count / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The lowest and highest share that go well with what was counted; all of it where nothing was."""
        if not self.of:
            return 0.0, 1.0
        spread = _Z * _Z / self.of
        middle = (self.share + spread / 2) / (1 + spread)
        half = _Z * sqrt(self.share * (1 - self.share) / self.of + spread / self.of / 4) / (1 + spread)
        return max(0.0, middle - half), min(1.0, middle + half)

    def apart_from(self, other: "Rate") -> bool:
        """Whether the two intervals do not touch, so that chance alone is a poor explanation of the difference."""
        (low, high), (other_low, other_high) = self.interval, other.interval
        return high < other_low or other_high < low
