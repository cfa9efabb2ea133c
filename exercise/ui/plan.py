"""The choices of a set-up while they are being made, and how they are remembered from one day to the next."""

from collections.abc import Mapping
from typing import Any, Final, Self

from attrs import define, field

from exercise.model.scenario import Scenario
from exercise.model.setup import Setup
from exercise.model.text import printable
from exercise.players.styles import STYLES
from exercise.room.opening import HARDEST, has_people, usual_players

LONGEST_NAME: Final = 40
MOST_SEED: Final = 2**53
MOST_PACE: Final = 100_000


@define
class Plan:
    """Who plays what, and how. Starts with bots in every seat and everything as the scenario says."""

    scenario: Scenario
    players: dict[str, str] = field(factory=dict)
    facilitator: str = ""
    deck: str = ""
    shift: float = 0.0
    red_lines: str = ""
    seed: int = 1
    pace: float = 0.0
    issues: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @classmethod
    def fresh(cls, scenario: Scenario) -> Self:
        """As nobody has touched it yet."""
        return cls(scenario, usual_players(scenario))

    @classmethod
    def of(cls, scenario: Scenario, setup: Setup) -> Self:
        """What was given on the command line."""
        players = {**usual_players(scenario), **setup.players}
        return cls(
            scenario, players, setup.facilitator, setup.deck, setup.shift, setup.red_lines, setup.seed, setup.pace,
            setup.issues, setup.left_out,
        )  # fmt: skip

    @classmethod
    def remembered(cls, scenario: Scenario, kept: Mapping[str, Any]) -> Self:
        """What was chosen last time, as far as it still fits the scenario; the rest as nobody has touched it."""
        plan = cls.fresh(scenario)
        players = kept.get("players")
        for seat, player in players.items() if isinstance(players, Mapping) else ():
            if seat in plan.players and isinstance(player, str) and is_player(player):
                plan.players[seat] = player
        plan.facilitator = person(str(kept.get("facilitator") or ""))
        plan.deck = _one_of(kept.get("deck"), [deck.id for deck in scenario.decks])
        plan.red_lines = _one_of(kept.get("red_lines"), ["bind", "warn"])
        plan.shift = _number(kept.get("shift"), -HARDEST, HARDEST, 0.0)
        plan.seed = int(_number(kept.get("seed"), 0, MOST_SEED, 1))
        plan.pace = _number(kept.get("pace"), 0, MOST_PACE, 0.0)
        chosen = kept.get("issues")
        plan.issues = tuple(id for id in plan.follow_on if id in chosen) if isinstance(chosen, list) else ()
        return plan

    def kept(self) -> dict[str, Any]:
        """What is remembered for the next time."""
        return {
            "players": self.players, "facilitator": self.facilitator, "deck": self.deck, "shift": self.shift,
            "red_lines": self.red_lines, "seed": self.seed, "pace": self.pace, "issues": list(self.issues),
        }  # fmt: skip

    def setup(self) -> Setup:
        """The choices as an exercise is opened with them."""
        return Setup(
            seed=self.seed, players=dict(self.players), deck=self.deck, shift=self.shift, red_lines=self.red_lines,
            left_out=self.left_out, facilitator=self.facilitator, pace=self.pace, issues=self.issues,
        )  # fmt: skip

    @property
    def follow_on(self) -> tuple[str, ...]:
        """Issues that may be on the agenda from the start and need not."""
        return tuple(issue.id for issue in self.scenario.issues if not issue.opened)

    @property
    def anybody(self) -> bool:
        """Whether a person plays or runs the exercise."""
        return has_people(tuple(self.players.values()), self.facilitator)

    @property
    def handle(self) -> str:
        """The name of a person who is at the table already, to be offered for the next seat."""
        names = [player.partition(":")[2] for player in self.players.values() if player.startswith("human:")]
        return names[-1] if names else self.facilitator

    def summary(self) -> str:
        """Who plays, in a sentence."""
        people = [
            f"{player.partition(':')[2]} plays {seat}"
            for seat, player in self.players.items()
            if player.startswith("human:")
        ]
        people += [f"{self.facilitator} runs the exercise"] if self.facilitator else []
        if not people:
            return "Nobody plays yet: as it stands you would watch bots. Enter on a seat takes it."
        shown = ", ".join(people[:3]) + (f" and {len(people) - 3} more" if len(people) > 3 else "")
        return f"{shown}; everybody else is a bot." if "absent" not in self.players.values() else f"{shown}."


def person(name: str) -> str:
    """A name as it may stand in a transcript and on a screen."""
    return printable(name, lines=False).strip()[:LONGEST_NAME]


def is_player(player: str) -> bool:
    """Whether a word stands for somebody who can play a seat."""
    kind, _, who = player.partition(":")
    return player == "absent" or (kind == "bot" and who in STYLES) or (kind == "human" and who == person(who) != "")


def _one_of(value: object, known: list[str]) -> str:
    return value if isinstance(value, str) and value in known else ""


def _number(value: object, least: float, most: float, otherwise: float) -> float:
    fits = isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most
    return float(value) if fits and isinstance(value, int | float) else otherwise
