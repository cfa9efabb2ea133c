"""For every finding one exercise that shows it and one that nearly does, told by functions named after the finding."""

from collections.abc import Callable, Mapping

import plays_ground
import plays_parties
import plays_process
import plays_success
from stand_in import Play

Builder = Callable[[], Play]


def _named(ending: str) -> Mapping[str, Builder]:
    modules = (plays_process, plays_parties, plays_ground, plays_success)
    found = [(name, thing) for module in modules for name, thing in vars(module).items() if name.endswith(ending)]
    return {name.removesuffix(ending).upper(): thing for name, thing in found}


SHOWS: Mapping[str, Builder] = _named("_shows")
NEARLY: Mapping[str, Builder] = _named("_nearly")
