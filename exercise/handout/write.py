"""All sheets of a scenario: what everybody may read, one confidential file a seat, and what only control sees."""

from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from exercise.engine.game import Game, Table
from exercise.handout.markdown import sheets, tidy
from exercise.handout.rules import in_words
from exercise.handout.timing import MEETINGS, meeting
from exercise.model.role import Role
from exercise.model.scenario import Deck, Inject, RuleKind, Scenario, Seat, SeatKind, Stage
from exercise.plain.craft import CRAFT
from exercise.plain.debrief import STEPS
from exercise.plain.effects import effects_in_words
from exercise.plain.narration import name

_PARTS: Final = {
    SeatKind.PARTY: "delegation with a vote",
    SeatKind.CONSULTATIVE: "delegation without a vote",
    SeatKind.MEDIATOR: "mediator",
    SeatKind.OUTSIDE: "outside actor",
}


@frozen
class Sheet:
    """A paper: where it goes (`public/forms`), its title, for whom it is, its Markdown; `wide` ones print across."""

    path: str
    title: str
    mark: str
    markdown: str
    wide: bool = False


def sheets_of(scenario: Scenario) -> list[Sheet]:
    """Every sheet of a scenario, in the order in which they are handed out."""
    writer = _Writer(Game(Table(scenario)))
    everybody, control = "for everybody", "control only"
    return [
        writer.sheet("public/content-advisory", "advisory", "Before we begin", everybody),
        writer.sheet("public/situation-manual", "situation", "Situation manual", everybody, **writer.situation()),
        writer.sheet("public/forms", "forms", "Ballot and outcome form", everybody, **writer.forms()),
        *writer.roles(),
        writer.sheet(
            "control/controllers-handbook", "controller", "Controller's handbook", control, True, **writer.control()
        ),
        writer.sheet(
            "control/evaluation-guide", "evaluation", "Evaluation guide", "for evaluators", True, **writer.evaluation()
        ),
        writer.sheet("control/debrief-guide", "debrief", "Debrief guide", "for the facilitator", **writer.debrief()),
    ]


class _Writer:
    """Fills the templates from one scenario."""

    def __init__(self, game: Game) -> None:
        self.game, self.scenario = game, game.scenario
        self._templates = sheets()

    def sheet(self, path: str, template: str, title: str, mark: str, wide: bool = False, /, **more: Any) -> Sheet:
        text = self._templates.get_template(f"{template}.md.j2").render(scenario=self.scenario, **more)
        return Sheet(path, title, mark, tidy(text), wide)

    def situation(self) -> dict[str, Any]:
        return {
            "parts": _PARTS,
            "weighted": any(rule.kind is RuleKind.WEIGHTED for rule in self.scenario.rules),
            "lasts": _lasts,
            "in_words": lambda rule: in_words(self.game, rule),
            "clock": self._clock(),
            "deadline": self._deadline(),
        }

    def forms(self) -> dict[str, Any]:
        voters = [seat for seat in self.scenario.seats if seat.kind is SeatKind.PARTY]
        return {"core": [issue for issue in self.scenario.issues if issue.core], "voters": voters}

    def roles(self) -> Iterator[Sheet]:
        """One confidential sheet for each seat that has a role."""
        for seat in self.scenario.seats:
            if (role := self.scenario.roles.get(seat.id)) is not None:
                yield self.sheet(
                    f"roles/{seat.id}",
                    "role",
                    f"Role: {role.name}",
                    f"confidential: {seat.id}",
                    **self._role(seat, role),
                )

    def _role(self, seat: Seat, role: Role) -> dict[str, Any]:
        sheets_ = self.game.table.sheets
        worth = sheets_.worth.get(seat.id, {})
        profile = role.weights.get(self.scenario.settings.weights) or next(iter(role.weights.values()), {})
        scored = [issue for issue in self.scenario.issues if issue.id in role.sheet and profile.get(issue.id)]
        return {
            "seat": seat,
            "role": role,
            "title": self.game.table.title,
            "scored": scored,
            "worksheet": scored,
            "weight": lambda issue: profile.get(issue, 0),
            "points": lambda issue, option: f"{worth.get(option, 0) / 100:g}",
            "notes": _notes(role),
            "short": [
                (_heading(title), self._community(notes[0])) for title, notes in role.notes.items() if _is_short(notes)
            ],
            "red": sheets_.red_lines.get(seat.id, frozenset()),
        }

    def _community(self, word: str) -> str:
        return next((community.name for community in self.scenario.communities if community.id == word), word)

    def control(self) -> dict[str, Any]:
        drift = {
            dial.name: self.scenario.drift[dial.id] for dial in self.scenario.dials if dial.id in self.scenario.drift
        }
        return {
            "seats": self._seats(),
            "clock": self._clock(),
            "deadline": self._deadline(),
            "plans": [self._plan(deck) for deck in self.scenario.decks],
            "heard": self._heard,
            "heard_by": lambda inject: self._heard(inject.to) if inject.to else "everybody",
            "method": _method,
            "when": _when,
            "effects": effects_in_words,
            "drift": drift,
            "drifting": [seat.id for seat in self.scenario.seats if any(seat.id in moves for moves in drift.values())],
        }

    def _plan(self, deck: Deck) -> dict[str, Any]:
        cards = {inject.id: inject for inject in self.scenario.injects}
        planned = sorted(deck.plan.items(), key=lambda entry: entry[1])
        return {
            "title": deck.title,
            "text": deck.text,
            "usual": deck.id == self.scenario.deck,
            "cards": [{"day": day, "inject": cards[id]} for id, day in planned if id in cards],
        }

    def evaluation(self) -> dict[str, Any]:
        parts = (
            ("Conditions of success", "What is said to be needed. Was it there?", "success"),
            ("Predicted failures", "What is said to go wrong. Was it averted, and how?", "failure"),
        )
        found = [(title, asks, [m for m in self.scenario.findings if m.kind == kind]) for title, asks, kind in parts]
        return {"parts": [part for part in found if part[2]], "fed_by": self._fed_by, "crafts": CRAFT}

    def _fed_by(self, finding: str) -> list[Inject]:
        """The cards that put a prediction to the test, where something is expected of the players."""
        return [inject for inject in self.scenario.injects if finding in inject.feeds and inject.expected]

    def debrief(self) -> dict[str, Any]:
        return {"plans": [meeting(total, self.scenario.minutes) for total in MEETINGS], "steps": STEPS}

    def _heard(self, seats: tuple[str, ...] | str) -> str:
        """Who is meant: seats by name; words such as `parties` stand for themselves."""
        ids = (seats,) if isinstance(seats, str) else seats
        return ", ".join(name(self.game, id) if id in self.game.table.seats else id for id in ids)

    def _seats(self) -> str:
        parties = sum(seat.kind is SeatKind.PARTY for seat in self.scenario.seats)
        others = len(self.scenario.seats) - parties
        return f"{parties} delegations with a vote and {others} other {'seat' if others == 1 else 'seats'}"

    def _clock(self) -> str:
        clock = self.scenario.clock
        return (
            f"The conference has days {clock.first_day} to {clock.days}, "
            f"each with {len(clock.sessions)} sessions ({', '.join(clock.sessions)}) of {clock.session_minutes} minutes."
        )

    def _deadline(self) -> str:
        clock = self.scenario.clock
        match clock.deadline:
            case "hard":
                return "The last day is final."
            case "soft":
                return f"The clock may be stopped by consent, at most {clock.extensions} times."
            case _:
                return "There is no deadline."


def _notes(role: Role) -> dict[str, tuple[str, ...]]:
    """Notes that are more than a word, by their heading."""
    mandate = {"Mandate": tuple(task.text for task in role.mandate)} if role.mandate else {}
    return mandate | {_heading(title): notes for title, notes in role.notes.items() if not _is_short(notes)}


def _is_short(notes: tuple[str, ...]) -> bool:
    return len(notes) == 1 and len(notes[0].split()) == 1


def _heading(title: str) -> str:
    return title.replace("_", " ").capitalize()


def _lasts(stage: Stage) -> str:
    limits = [f"until day {stage.until_day}"] if stage.until_day >= 0 else []
    limits += [f"{stage.sessions} sessions" if stage.sessions != 1 else "one session"] if stage.sessions else []
    return ", ".join(limits) or "until its purpose is reached"


def _method(inject: Inject) -> str:
    """How a card reaches the players."""
    if inject.choice is not None:
        return "handed over, with a question to answer"
    return "handed over in private" if inject.to else "read aloud"


def _when(inject: Inject) -> str:
    """When a card may come, as control needs to know it."""
    if inject.at:
        return f"with {inject.at}"
    parts = [f"days {inject.window[0]} to {inject.window[1]}"] if inject.window else ["any day"]
    parts += (
        [f"{inject.after_days} days after {inject.after}" + (f" unless {inject.unless}" if inject.unless else "")]
        if inject.after
        else []
    )
    parts += [f"while {inject.when}"] if inject.when else []
    return ", ".join(parts)
