"""The rows of the set-up: seats and settings, what stands in each, and what it can be changed to."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import frozen
from textual.content import Content

from exercise.model.scenario import Seat, SeatKind
from exercise.players.styles import STYLES
from exercise.room.opening import HARDEST
from exercise.ui.pick import TYPED, Line
from exercise.ui.plan import MOST_PACE, MOST_SEED, Plan, person
from exercise.ui.prose import fit

KINDS: Final[Mapping[SeatKind, str]] = {
    SeatKind.PARTY: "Delegations with a vote",
    SeatKind.CONSULTATIVE: "Heard, without a vote",
    SeatKind.MEDIATOR: "Mediator",
    SeatKind.OUTSIDE: "In the corridor",
}
BOTS: Final = tuple(f"bot:{style}" for style in STYLES)


CLOSE: Final = 44
"""Columns of a list of seats below which every column counts."""


def seat_row(seat: Seat, player: str, width: int) -> Content:
    """A seat with who plays it. In a narrow list the mark alone says that it is a bot, so that more of the name can be read."""
    kind, _, who = player.partition(":")
    close = width < CLOSE
    mark, style = {"human": ("●", "bold $accent"), "bot": ("·", "$muted")}.get(kind, ("○", "$faint"))
    words = {"human": who, "bot": who if close else f"bot, {who}"}.get(kind, "absent")
    most = 11 if close else 16
    room = max(8, width - 11 - most)
    return Content.assemble(
        (f"{mark} ", style),
        (f"{seat.id[:6]:<7}", "bold"),
        fit(seat.name, room),
        " ",
        (fit(words, most).rstrip(), style),
    )


def player_choices(seat: Seat, now: str) -> list[tuple[str, str]]:
    """Who can play a seat; who plays it now is marked."""
    styles = [(f"bot:{style.id}", f"Bot, {style.id}: {style.title}") for style in STYLES.values()]
    empty = "Nobody mediates" if seat.kind is SeatKind.MEDIATOR else "Absent: the chair stays empty"
    choices = [*styles, ("absent", empty)]
    return [
        (TYPED, "A person, by the name below"),
        *((id, f"{says}{' (now)' if id == now else ''}") for id, says in choices),
    ]


def no_name(text: str) -> str:
    """What is wrong with the name of a person."""
    return "" if person(text) else "Type a name, so that the others know who plays."


@frozen
class Setting:
    """A row of the settings: what it shows, what Left and Right go through, and what can be typed."""

    id: str
    label: str
    says: str
    get: Callable[[Plan], str]
    put: Callable[[Plan, str], None]
    choices: Callable[[Plan], Sequence[tuple[str, str]]] = lambda plan: ()
    line: Callable[[Plan], Line | None] = lambda plan: None
    step: Callable[[Plan, int], None] | None = None

    def shown(self, plan: Plan) -> str:
        """What stands in the row, in words."""
        value = self.get(plan)
        return next((says for id, says in self.choices(plan) if id == value), value)

    def row(self, plan: Plan, width: int) -> Content:
        """The row."""
        return Content.assemble((f"{self.label:<12}", "$muted"), " ", fit(self.shown(plan), max(8, width - 13)))

    def turn(self, plan: Plan, by: int) -> None:
        """Go to the next or previous choice."""
        if self.step is not None:
            self.step(plan, by)
            return
        values = [value for value, _ in self.choices(plan) if value or not self.line(plan)]
        if values:
            now = self.get(plan)
            at = values.index(now) if now in values else -1 if by > 0 else 0
            self.put(plan, values[(at + by) % len(values)])


def _decks(plan: Plan) -> list[tuple[str, str]]:
    usual = next((deck.title or deck.id for deck in plan.scenario.decks if deck.id == plan.scenario.deck), "")
    if not plan.scenario.decks:
        return [("", "no cards")]
    others = [(deck.id, deck.title or deck.id) for deck in plan.scenario.decks if deck.id != plan.scenario.deck]
    return [("", usual or "as written"), *others]


def _difficulties(plan: Plan) -> list[tuple[str, str]]:
    named = [(f"{each.shift:g}", each.title) for each in plan.scenario.difficulties]
    return named if any(value == "0" for value, _ in named) else [("0", "as written"), *named]


def _difficulty(plan: Plan) -> str:
    named = dict(_difficulties(plan))
    return f"{plan.shift:g}" if f"{plan.shift:g}" in named else f"{plan.shift:+g} points"


def _put_difficulty(plan: Plan, value: str) -> None:
    plan.shift = _float(value.removesuffix(" points"))


def _red_lines(plan: Plan) -> list[tuple[str, str]]:
    says = {"bind": "bind: nobody can sign across one", "warn": "warn: crossing one is noted"}
    written = plan.scenario.settings.red_lines
    other = "warn" if written == "bind" else "bind"
    return [("", says.get(written, written)), (other, says[other])]


def _put_deck(plan: Plan, value: str) -> None:
    plan.deck = value


def _put_red_lines(plan: Plan, value: str) -> None:
    plan.red_lines = value


def _put_seed(plan: Plan, value: str) -> None:
    plan.seed = int(value)


def _put_pace(plan: Plan, value: str) -> None:
    plan.pace = _float(value)


def _put_facilitator(plan: Plan, value: str) -> None:
    plan.facilitator = "" if value == "nobody" else person(value)


def _step_seed(plan: Plan, by: int) -> None:
    plan.seed = max(0, min(MOST_SEED, plan.seed + by))


def _step_pace(plan: Plan, by: int) -> None:
    plan.pace = max(0.0, min(float(MOST_PACE), 15 * round((plan.pace + 15 * by) / 15)))


def _nothing(plan: Plan, by: int) -> None:
    """Left and Right do nothing in a row where several things are chosen."""


def _step_facilitator(plan: Plan, by: int) -> None:
    plan.facilitator = "" if plan.facilitator else plan.handle or "guest"


def _float(text: str) -> float:
    """A number as people type it."""
    return float(text.replace(",", "."))


def _wrong_number(text: str, least: float, most: float, whole: bool = False) -> str:
    try:
        number = _float(text)
    except ValueError:
        return "Type a number."
    if whole and (not text.strip().isdecimal()):
        return "Type a whole number."
    return "" if least <= number <= most else f"It goes from {least:g} to {most:g}."


def _pace(plan: Plan) -> str:
    return f"{plan.pace:g} minutes in all" if plan.pace else "no hurry"


def _follow_on(plan: Plan) -> str:
    if not plan.follow_on:
        return "there are none"
    return ", ".join(plan.issues) or f"none of {len(plan.follow_on)}"


SETTINGS: Final = (
    Setting(
        "facilitator", "Facilitator", "A person who runs the exercise from this keyboard: plays cards, moves dials, stops the clock.",
        lambda plan: plan.facilitator or "nobody", _put_facilitator, lambda plan: [("nobody", "nobody"), (TYPED, "A person, by the name below")],
        lambda plan: Line("Name of the facilitator", plan.facilitator or plan.handle, no_name), _step_facilitator,
    ),
    Setting(
        "deck", "Deck", "Which news and events come, and on which day.",
        lambda plan: plan.deck, _put_deck, _decks,
    ),
    Setting(
        "difficulty", "Difficulty", "Moves what every delegation needs before it can sign, in points of its own scale.",
        _difficulty, _put_difficulty, _difficulties,
        lambda plan: Line("Or points to move every reservation by, -10 to 10", f"{plan.shift:g}", lambda text: _wrong_number(text, -HARDEST, HARDEST)),
    ),
    Setting(
        "red lines", "Red lines", "Whether a delegation can sign a package with one of its red lines in it.",
        lambda plan: plan.red_lines, _put_red_lines, _red_lines,
    ),
    Setting(
        "issues", "Also talk on", "Follow-on issues that are on the agenda from the start. They make the exercise longer. Enter chooses them.",
        _follow_on, lambda plan, value: None, step=_nothing,
    ),
    Setting(
        "seed", "Seed", "The same seed gives the same bots, draws and events. Left and Right change it by one.",
        lambda plan: str(plan.seed), _put_seed,
        line=lambda plan: Line("A whole number", str(plan.seed), lambda text: _wrong_number(text, 0, MOST_SEED, whole=True), 16), step=_step_seed,
    ),
    Setting(
        "pace", "Pace", "Real minutes for the whole exercise: a session that takes more than its share is warned of. 0 is no hurry.",
        _pace, _put_pace,
        line=lambda plan: Line("Minutes, 0 for no hurry", f"{plan.pace:g}", lambda text: _wrong_number(text, 0, MOST_PACE), 8), step=_step_pace,
    ),
)  # fmt: skip
"""Everything that can be set besides who plays."""
