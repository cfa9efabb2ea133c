"""How one exercise of a scenario is set up."""

from collections.abc import Mapping

from attrs import field, frozen


@frozen
class Setup:
    """The choices made before the first move.

    `players` maps seats to `human:HANDLE`, `bot:STYLE`, `script` or `absent`. `shift` moves every reservation (difficulty).
    `red_lines` overrides the scenario's setting where not empty. `left_out` are cards that must not be used;
    `issues` are follow-on issues that stand on the agenda from the start. An exercise that branched off another one has the
    file name of that one's transcript as its `parent` and the number of the last event that they share.
    """

    seed: int = 1
    players: Mapping[str, str] = field(factory=dict)
    deck: str = ""
    shift: float = 0.0
    red_lines: str = ""
    left_out: tuple[str, ...] = ()
    facilitator: str = ""
    pace: float = 0.0
    issues: tuple[str, ...] = ()
    parent: str = ""
    parent_event: int = 0


def is_person(player: str) -> bool:
    """Whether what plays a seat, as `Setup.players` says it, is a person."""
    return player.startswith("human")
