"""Temperaments of bots. The numbers are authored: they make different characters, not better or worse ones."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen


@frozen
class Style:
    """How a bot bargains.

    `patience` bends its aspiration over time (below 1 it gives way early, above 1 late); `opening` is the share of its best
    package that it asks for at first; `cooperates` is the chance of taking the common course when a card asks; `deals` the
    chance of offering a side deal on a turn; `temper` the chance of leaving the hall when provoked; `crowd` how much it
    weighs what others are on record for; `caution` the points above its reservation that it wants to see before it signs.
    """

    id: str
    title: str
    patience: float
    opening: float
    cooperates: float
    deals: float
    temper: float
    crowd: float
    caution: float


STYLES: Final[Mapping[str, Style]] = {
    style.id: style
    for style in (
        Style("hard-liner", "holds out until late and is quick to leave", 2.6, 1.0, 0.3, 0.1, 0.35, 0.5, 1.8),
        Style("trader", "looks for exchanges and gives way for a price", 1.3, 0.95, 0.65, 0.35, 0.1, 1.0, 1.0),
        Style("follower", "goes where most of the hall and the public go", 1.0, 0.9, 0.8, 0.2, 0.05, 2.0, 0.4),
    )
}
DEFAULT: Final = "trader"


def style(name: str) -> Style:
    """A style by name; an unknown name is a KeyError for the caller to explain."""
    return STYLES[name]
