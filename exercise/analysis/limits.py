"""The thresholds of verdicts: judgements of the authors of this program, made for classes that bargain for the first time.

Shares are percent of all packages that please everybody.
"""

from typing import Final

HARD_BELOW: Final = 0.5
DEMANDING_BELOW: Final = 2.0
EASY_ABOVE: Final = 5.0
WIDE_ABOVE: Final = 25.0
"""Above this there is little left to bargain about."""
FEW: Final = 12
"""Packages below which a share of them says nothing."""
THIN_BELOW: Final = 1.0
"""Points above its reservation that a party gets in its best deal."""
FRAGILE_ABOVE: Final = 5.0
"""Percent of noisy runs without a deal."""
