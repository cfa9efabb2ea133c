"""What a new scenario begins as: delegations, questions with options, and a score sheet for each delegation."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from attrs import frozen


class DraftError(Exception):
    """Something about a draft is wrong, in a sentence; `place` is `file:line:col` where there is one."""

    def __init__(self, message: str, place: str = "") -> None:
        super().__init__(f"{place}: error: {message}" if place else message)


@frozen
class DraftOption:
    id: str
    title: str


@frozen
class DraftIssue:
    id: str
    title: str
    options: tuple[DraftOption, ...]


def listed_issue(id: str, title: str, options: Sequence[str]) -> DraftIssue:
    """An issue whose options are numbered in their order: WAT1, WAT2, and so on."""
    return DraftIssue(id, title, tuple(DraftOption(f"{id}{n}", option) for n, option in enumerate(options, 1)))


@frozen
class DraftParty:
    """A delegation with its sheet: percent per issue, values from 0 to 100 per option, and the least it signs for.

    `stays_out` is the part of the reservation that going home without an agreement is worth.
    """

    id: str
    name: str
    weights: Mapping[str, int]
    values: Mapping[str, Mapping[str, int]]
    reservation: int

    @property
    def stays_out(self) -> int:
        return self.reservation - min(5, self.reservation)

    def worth(self, options: Mapping[str, str]) -> int:
        """A package (an option for each issue) in hundredths of a point."""
        return sum(self.weights[issue] * self.values[issue][option] for issue, option in options.items())

    def ranked(self, issue: DraftIssue) -> list[DraftOption]:
        """The options of an issue from the best to the worst for this delegation."""
        return sorted(issue.options, key=lambda option: -self.values[issue.id][option.id])


@frozen
class Draft:
    """A scenario to be. `source` says where it was taken from, for a comment in the file."""

    id: str
    title: str
    days: int
    issues: tuple[DraftIssue, ...]
    parties: tuple[DraftParty, ...]
    source: str = ""


_EMPTY: Final = frozenset(
    ["THE", "A", "AN", "OF", "WHO", "WHAT", "WHERE", "WHEN", "HOW", "IS", "ARE", "TO", "AND", "FOR", "IN", "ON"]
)
LEAST_PARTIES, MOST_PARTIES = 2, 20
LEAST_OPTIONS, MOST_OPTIONS = 2, 30


def checked(draft: Draft) -> Draft:
    """The draft, if a conference can be made of it. Raises DraftError."""
    for what, number, least, most in (
        ("delegations", len(draft.parties), LEAST_PARTIES, MOST_PARTIES),
        ("questions", len(draft.issues), 1, 30),
        ("days", draft.days, 1, 60),
        *((f"options of {issue.id}", len(issue.options), LEAST_OPTIONS, MOST_OPTIONS) for issue in draft.issues),
    ):
        if not least <= number <= most:
            raise DraftError(f"there are {number} {what}; a conference needs {least} to {most}")
    return draft


def slug(words: str) -> str:
    """Words as the name of a file: `Water for two towns` is `water-for-two-towns`."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40] or "scenario"


def ids(names: Sequence[str], length: int, taken: Collection[str] = ()) -> list[str]:
    """Short ids in capitals, all different and none of those taken: `Upper town` beside `Lower town` is `UPPER`."""
    wordlists = [_words(name) for name in names]
    often = Counter(word for words in wordlists for word in set(words))
    found: list[str] = []
    for words in wordlists:
        stem = next((word for word in words if often[word] == 1), words[0] if words else "SIDE")[:length]
        id, number = stem, 2
        while id in found or id in taken:
            id, number = f"{stem[: length - 1]}{_letter(number)}", number + 1
        found.append(id)
    return found


def _words(name: str) -> list[str]:
    """The words of a name in capitals, without those that say nothing."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().upper()
    return [word for word in re.findall(r"[A-Z]+", plain) if word not in _EMPTY]


def _letter(number: int) -> str:
    """B for the second, C for the third; two letters after Z."""
    return chr(64 + number) if number <= 26 else f"{chr(64 + number // 26)}{chr(65 + number % 26)}"


def rounded(shares: Sequence[float], total: int = 100) -> list[int]:
    """Whole numbers in the proportion of the shares that add up to `total` (largest remainders)."""
    whole = sum(shares)
    exact = [total * share / whole if whole else total / len(shares) for share in shares]
    found = [int(value) for value in exact]
    for position in sorted(range(len(exact)), key=lambda n: found[n] - exact[n])[: total - sum(found)]:
        found[position] += 1
    return found
