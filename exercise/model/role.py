"""The brief that a seat plays: what it wants, what it cannot sign, how it argues."""

from collections.abc import Mapping

from attrs import field, frozen


@frozen
class Delegate:
    """A composite person, described by office and experience."""

    title: str
    stance: str


@frozen
class RedLine:
    option: str
    why: str


@frozen
class SheetLine:
    """What each option of an issue is worth to this party, 0 to 100 on its own private scale, and why."""

    values: Mapping[str, int]
    why: str


@frozen
class Card:
    """An argument in the role's own words, the strongest reply to it, and the answer to that reply."""

    id: str
    side: str
    option: str
    text: str
    reply: str
    answer: str
    theme: str = ""
    cites: tuple[str, ...] = ()


@frozen
class Question:
    issue: str
    to: str
    text: str


@frozen
class Answer:
    """What a delegation has ready when another seat, the asker, asks it about an issue."""

    issue: str
    asker: str
    text: str


@frozen
class Task:
    """Something that a seat without a score sheet is asked to bring about: what it is, what counts as done, and its points."""

    text: str
    when: str
    points: int


@frozen
class Role:
    """A role. Only `summary`, `positions`, `opening` and `delegates` are public; everything else belongs to the seat alone.

    `weights` maps a profile (`core`, `full`) to percent per issue; `batna` and `margin` add up to the reservation value.
    """

    id: str
    name: str
    short: str
    summary: str
    positions: tuple[str, ...] = ()
    delegates: tuple[Delegate, ...] = ()
    brief: str = ""
    no_deal: str = ""
    margin_why: str = ""
    batna: int = 0
    margin: int = 0
    interests: Mapping[str, str] = field(factory=dict)
    red_lines: tuple[RedLine, ...] = ()
    weights: Mapping[str, Mapping[str, int]] = field(factory=dict)
    weights_why: str = ""
    sheet: Mapping[str, SheetLine] = field(factory=dict)
    split: str = ""
    walks_out_if: tuple[str, ...] = ()
    opening: str = ""
    stances: Mapping[str, str] = field(factory=dict)
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    cards: tuple[Card, ...] = ()
    lines: Mapping[str, tuple[str, ...]] = field(factory=dict)
    influence: Mapping[str, int] = field(factory=dict)
    wants: tuple[str, ...] = ()
    mandate: tuple[Task, ...] = ()
    notes: Mapping[str, tuple[str, ...]] = field(factory=dict)

    @property
    def reservation(self) -> int:
        """The least utility at which the party would rather sign than go home, in points of its own scale."""
        return self.batna + self.margin
