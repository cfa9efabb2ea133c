"""What there is to choose from on the reviewer's desk: eyes, fields of the filter, ledgers."""

from collections.abc import Mapping
from typing import Final

from exercise.engine.views import OBSERVER
from exercise.model.events import FACILITATOR
from exercise.review import stepping
from exercise.review.standpoint import AUDIENCES, Standpoint

Choice = tuple[str, str]
"""A value, and what it is called."""
LEDGERS: Final[tuple[Choice, ...]] = (
    ("moves", "Concessions: who moved on what, after what"),
    ("flow", "The debate: answered, dropped, conceded, up to here"),
    ("cited", "Claims that were cited, and how, up to here"),
    ("speech", "Speaking share, turns, questions without an answer"),
    ("promises", "Side deals, kept and broken"),
    ("warnings", "Early warnings where they stood"),
    ("scoreboard", "Which article it bears out"),
    ("notes", "All notes and verdicts of reviewers"),
    ("guide", "The evaluation guide with its ratings"),
    ("tree", "This transcript and its branches"),
    ("compare", "A branch beside its parent"),
    ("about", "The transcript and how it ended"),
)
"""What the window of ledgers leads to: commands, and what they show."""


def eyes(here: Standpoint) -> list[Choice]:
    """Whose eyes there are to look with."""
    seats = [(seat.id, f"{seat.id}: what {seat.name} knew") for seat in here.desk.game.scenario.seats]
    over = [("all", "All: everything, now that it is over")] if here.desk.over else []
    return [(OBSERVER, "Observer: what everybody could see"), *seats, (FACILITATOR, "Facilitator: everything"), *over]


def filters(here: Standpoint) -> Mapping[str, list[Choice]]:
    """For each field of the filter its values; the empty one lets everything through."""
    scenario = here.desk.game.scenario
    heard = zip(AUDIENCES, ("said to all", "said in private", "for control"), strict=True)
    return {
        "seat": [("", "everybody"), *((seat.id, f"{seat.id} {seat.name}") for seat in scenario.seats)],
        "issue": [("", "every issue"), *((issue.id, f"{issue.id} {issue.title}") for issue in scenario.issues)],
        "kind": [("", "every kind of event"), *((kind, kind.replace("_", " ")) for kind in stepping.kinds(here))],
        "audience": [("", "everybody's and private words"), *heard],
    }
