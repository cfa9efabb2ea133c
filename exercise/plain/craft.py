"""What good bargaining looks like, whatever the conference is about: objectives for those who evaluate an exercise."""

from typing import Final

from attrs import frozen


@frozen
class Craft:
    """Something that delegations can do well: its id, its name, and what to look for."""

    id: str
    name: str
    look_for: str


CRAFT: Final = (
    Craft("N1", "Asks before it argues", "Questions about needs, and what was done with the answers"),
    Craft("N2", "Gives reasons", "Arguments that cite, and answers to the strongest reply"),
    Craft("N3", "Links issues", "A concession on one issue for a gain on another, said aloud"),
    Craft("N4", "Keeps its word", "Side deals and positions kept, or openly taken back"),
    Craft("N5", "Uses the clock", "Text on the table early enough to be revised twice"),
)
