"""What is noted while a scenario is read: problems, ids that exist or are mentioned, and where everything stands."""

import difflib
from collections.abc import Collection, Iterable
from typing import Final

from attrs import frozen

from exercise.authoring.codes import Code
from exercise.authoring.nodes import Place, Text, problem
from exercise.model.diagnostic import Diagnostic, Severity

KINDS: Final = {
    "seat": Code.SEAT, "issue": Code.ISSUE, "option": Code.OPTION, "stage": Code.STAGE, "rule": Code.RULE,
    "dial": Code.DIAL, "inject": Code.INJECT, "claim": Code.CLAIM, "deck": Code.DECK, "community": Code.COMMUNITY,
    "source": Code.SOURCE, "theme": Code.THEME, "kind of event": Code.EVENT, "kind of move": Code.MOVE,
    "choice": Code.CHOICE, "finding": Code.FINDING,
}  # fmt: skip
"""Kinds of things that others may name, with the code for a name that does not exist."""

EXPRESSION: Final = "expression"
EVIDENCE: Final = "evidence"


PROBLEMS: Final = 500
"""Problems after which reading stops: nobody mends more at once, and a file that is made to hurt has many."""
_COMPARED: Final = 6_000
"""Pairs of words that are compared for suggestions while one scenario is read."""
_LONG: Final = 60
"""Characters from which on a word is not compared with others."""


class EnoughError(Exception):
    """There are more problems than are looked at."""


@frozen
class Mention:
    """An id that names something else."""

    kind: str
    id: str
    place: Place


class Proof:
    """Collects everything that is noted. One per scenario that is loaded.

    `tests` are the expressions with their kind, `removed` what an extension took away, `avoid_names` the names that no text for
    participants may hold, and `by_hand` the cards that only a facilitator plays.
    """

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.mentions: list[Mention] = []
        self.tests: list[tuple[Text, str]] = []
        self.removed: set[str] = set()
        self.avoid_names: tuple[Text, ...] = ()
        self.by_hand: set[str] = set()
        self._texts: dict[str, list[Text]] = {}
        self._compared = 0
        self._defined: dict[str, dict[str, Place]] = {}
        self._places: dict[tuple[str, str, str], Place] = {}

    def error(self, place: Place, code: Code, message: str, hint: str = "") -> None:
        """Raises EnoughError where there are too many, as all that report do."""
        self.report(problem(place, code, message, hint))

    def warn(self, place: Place, code: Code, message: str, hint: str = "") -> None:
        self.report(problem(place, code, message, hint, Severity.WARNING))

    def report(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics += diagnostics
        if len(self.diagnostics) > PROBLEMS:
            del self.diagnostics[PROBLEMS:]
            whole = Place(self.diagnostics[-1].file, 0, 0)
            message = f"there are more than {PROBLEMS} problems; the first of them are listed"
            self.diagnostics.append(problem(whole, Code.TOO_MUCH, message, "mend these and check again"))
            raise EnoughError

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """A hint that names what the author probably meant, or a short list of what there is, or nothing."""
        names = list(dict.fromkeys(known))
        if found := self.similar(word, names):
            return f"did you mean `{found}`?"
        if len(names) == 1:
            return f"there is only `{names[0]}`"
        return f"one of {', '.join(names)}" if 1 < len(names) <= 8 else ""

    def similar(self, word: str, known: Collection[str], cutoff: float = 0.6) -> str:
        """The most similar of the known words, or nothing; also nothing when enough words were compared."""
        self._compared += len(known)
        if len(word) > _LONG or self._compared > _COMPARED:
            return ""
        folded = {name.casefold(): name for name in known if len(name) <= _LONG}
        found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=cutoff)
        return folded[found[0]] if found else ""

    def has(self, *codes: Code) -> bool:
        """Whether one of these was reported."""
        wanted = {code.value for code in codes}
        return any(diagnostic.code in wanted for diagnostic in self.diagnostics)

    def define(self, kind: str, name: str, place: Place) -> None:
        """Note that a thing exists; a second one of the same id is an error."""
        known = self._defined.setdefault(kind, {})
        if name in known:
            first = known[name]
            where = f"line {first.line}" if first.file == place.file else f"{first.file}:{first.line}"
            self.error(place, Code.TWICE, f"there are two {kind}s `{name}`", f"the first is in {where}")
        else:
            known[name] = place

    def defined(self, kind: str) -> Collection[str]:
        return self._defined.get(kind, {}).keys()

    def origin(self, kind: str, name: str) -> Place:
        """Where a thing that exists is defined."""
        return self._defined[kind][name]

    def mention(self, kind: str, name: str, place: Place) -> None:
        """Note that an id is used; whether it exists is checked when everything has been read."""
        self.mentions.append(Mention(kind, name, place))

    def note_text(self, text: Text) -> str:
        """Note where a text for people stands; gives it without the space around it."""
        value = text.value.strip()
        self._texts.setdefault(value, []).append(text)
        return value

    def written(self, value: str, after: Place) -> Text | None:
        """The first text with this value that stands in the file at a place or behind it."""
        found = (text for text in self._texts.get(value, ()) if text.place.file == after.file)
        behind = [t for t in found if (t.place.line, t.place.column) >= (after.line, after.column)]
        return min(behind, key=lambda text: (text.place.line, text.place.column), default=None)

    def remember(self, kind: str, name: str, field: str, place: Place) -> None:
        self._places[kind, name, field] = place

    def place(self, kind: str, name: str, field: str = "") -> Place:
        """Where a field of a thing is written; the thing's own place where the field is not written."""
        places = self._places
        return places.get((kind, name, field)) or places.get((kind, name, "")) or places[("scenario", "", "")]
