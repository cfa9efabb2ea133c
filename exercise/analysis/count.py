"""A number of packages, and how it is known."""

from enum import StrEnum
from math import sqrt
from typing import Final

from attrs import frozen

_Z: Final = 1.959963984540054
"""Standard errors to each side that hold 95 % of a normal distribution."""


class Method(StrEnum):
    """How a number of packages is known: all were looked at, they were counted issue by issue, or a sample was drawn."""

    LISTED = "listed"
    PRUNED = "pruned"
    SAMPLED = "sampled"


@frozen
class Count:
    """A number of packages out of `total`. `low` and `high` are the same number unless it is estimated, then a 95 % interval."""

    value: int
    total: int
    method: Method
    low: int
    high: int

    @property
    def exact(self) -> bool:
        return self.method is not Method.SAMPLED

    @property
    def share(self) -> float:
        """Percent of all packages."""
        return 100 * self.value / self.total


def exactly(value: int, total: int, method: Method = Method.LISTED) -> Count:
    return Count(value, total, method, value, value)


def estimated(hits: int, drawn: int, total: int) -> Count:
    """The number among `total` when `hits` of `drawn` in a sample are such, with Wilson's interval at 95 %."""
    share = hits / drawn
    middle = (share + _Z**2 / (2 * drawn)) / (1 + _Z**2 / drawn)
    reach = _Z * sqrt(share * (1 - share) / drawn + _Z**2 / (4 * drawn**2)) / (1 + _Z**2 / drawn)
    low = 0 if hits == 0 else max(1, round(total * (middle - reach)))
    high = total if hits == drawn else round(total * (middle + reach))
    return Count(round(total * share), total, Method.SAMPLED, low, high)
